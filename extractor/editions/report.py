"""A history as lines for people, and as plain data."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from extractor.diffing.changes import Act, Change, Diff
from extractor.diffing.lines import change_line
from extractor.editions.grouping import Edition, Line, Order
from extractor.editions.history import Step
from extractor.terminal.colours import Paint
from extractor.terminal.plain import plain

HISTORY_VERSION = "1.0"
_BASES = {"order": "as first signed", "marks": "by its marks", "told": "as told"}
_COUNTS = ("annexes", "touchpoints", "needs", "definitions", "provisions", "references")


def head_line(order: Order) -> str:
    """What the order is."""
    line = order.editions[0].head
    said = " ".join(str(line[key]) for key in ("kind", "authority", "title") if line[key])
    return f"{plain(order.id)}: {plain(said)}"


def step_lines(step: Step, paint: Paint) -> Iterator[str]:
    """An edition, then its changes, ground by ground."""
    line = step.edition.head
    files = ", ".join(plain(each["file"]) for each in step.edition.lines)
    counts = f"{line['touchpoints']} touchpoints, {line['needs']} needs"
    yield f"{paint(step.edition.date or 'undated', 'bold')} {_BASES[line['edition_basis']]}: {files}; {counts}"
    if step.before and not step.by_ground:
        yield "  no changes"
    for ground, changes in step.by_ground.items():
        yield f"  {ground.value}: {len(changes)}"
        old = step.before["file"] if step.before else ""
        yield from (f"    {change_line(change, old, line['file'], paint)}" for change in changes)


def dissent_line(edition: Edition, line: Line, found: Diff) -> str:
    """A message on a source that says something else than the one that speaks for its edition."""
    grounds = Counter(change.ground.value for change in found.told)
    said = ", ".join(f"{count} {ground}" for ground, count in grounds.items())
    head = edition.head["file"]
    advice = "if it is another edition, tell its date: reestr build --edition GLOB=DATE"
    return plain(
        f"reestr: {line['file']}: of one edition with {head}, which speaks for it, but differs: {said}; {advice}"
    )


def history_to_data(order: Order, steps: Sequence[Step]) -> dict[str, Any]:
    """The whole history, keys in one order."""
    line = order.editions[0].head
    requisites = {key: line[key] for key in ("kind", "authority", "region", "number", "date", "title")}
    editions = [_edition_to_data(step) for step in steps]
    return {"history_version": HISTORY_VERSION, "id": order.id, **requisites, "editions": editions}


def _edition_to_data(step: Step) -> dict[str, Any]:
    line = step.edition.head
    changes = {
        ground.value: [_change_to_data(each, step.touchpoint_of(each)) for each in found]
        for ground, found in step.by_ground.items()
    }
    return {
        "edition": step.edition.date,
        "edition_basis": line["edition_basis"],
        "registry": line["output"],
        "files": [each["file"] for each in step.edition.lines],
        **{key: line[key] for key in _COUNTS},
        "changes": changes if step.before else None,
    }


def _change_to_data(change: Change, touchpoint: str | None) -> dict[str, Any]:
    """A change; an item that came or went is told by its name, not as a value."""
    is_whole = change.act in (Act.ADDED, Act.REMOVED)
    return {
        "kind": change.kind,
        "act": change.act.value,
        "name": change.item,
        "touchpoint": touchpoint,
        "within": change.within,
        "field": change.field,
        "old": None if is_whole else change.old,
        "new": None if is_whole else change.new,
        "old_source": change.old_source,
        "new_source": change.new_source,
    }
