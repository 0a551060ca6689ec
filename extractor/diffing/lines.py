"""A difference as lines for people: both places, what was done, to what, on which ground, old and new value."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.diffing.changes import Act, Change, Ground
from extractor.diffing.kinds import ANNEXES, NESTED, TOP
from extractor.diffing.orders import Compared
from extractor.registry import Source
from extractor.terminal.colours import Paint
from extractor.terminal.plain import plain, short
from extractor.terminal.positions import position

LABELS = {kind.name: kind.label for kind in (*TOP, ANNEXES, *NESTED.values())} | {"order": "order"}
_STYLES = {Act.ADDED: "green", Act.REMOVED: "red"}
_WIDTH = 160


def compared_lines(compared: Compared, paint: Paint) -> Iterator[str]:
    """The lines of one order."""
    if compared.diff is None:
        if compared.status != "unchanged":
            style = "green" if compared.status == "new" else "red"
            yield f"{plain(compared.new_file or compared.old_file or '')}: {paint(f'{compared.status} order', style)}"
        return
    for change in compared.diff.told:
        yield change_line(change, compared.old_file or "", compared.new_file or "", paint)
    for note in compared.notes:
        yield f"{plain(compared.new_file or '')}: {note}"


def change_line(change: Change, old_file: str, new_file: str, paint: Paint) -> str:
    """One change on one line."""
    places = [
        position(file, Source(**source))
        for file, source in ((old_file, change.old_source), (new_file, change.new_source))
        if source
    ]
    done = paint(change.act.replace("_", " "), _STYLES.get(change.act, "yellow"))
    what = f"{done} {LABELS[change.kind]} «{short(change.item, 80)}»"
    owner = f" of «{short(change.within, 80)}»" if change.within else ""
    return f"{' -> '.join(places)}: {what}{owner}{_values(change)} [{change.ground}]"


def _values(change: Change) -> str:
    if change.field is None:
        return ""
    return f", {change.field}: {shown(change.old)} -> {shown(change.new)}"


def shown(value: Any) -> str:
    """A value in short."""
    if isinstance(value, str):
        return f"«{short(value, _WIDTH)}»"
    return short(json.dumps(value, ensure_ascii=False), _WIDTH)


def summary(results: Iterable[Compared]) -> str:
    """All in one line of counts.

    >>> summary([])
    'no differences'
    """
    results = list(results)
    grounds = Counter(change.ground for each in results if each.diff for change in each.diff.told)
    orders = Counter(each.status for each in results if each.diff is None)
    parts = [f"{grounds[ground]} {ground.value}" for ground in Ground if grounds[ground]]
    parts += [f"{orders[status]} {status} orders" for status in ("new", "gone") if orders[status]]
    noted = sum(bool(each.notes) for each in results)
    parts += [f"diagnostics or coverage of {noted} orders"] if noted else []
    following = sum(len(each.diff.changes) - len(each.diff.told) for each in results if each.diff)
    parts += [f"{following} that follow from these"] if following else []
    return ", ".join(parts) or "no differences"
