"""Changes that only follow from another: told once, kept in the data."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractor.diffing.changes import Act, Change, Ground, Item
from extractor.places.identity import fold

_CHANNEL_WORDS = re.compile(r"\b(?:офф?лайн|он-?лайн|не ?цифров\w*|цифров\w*|дигитал\w*|digital|offline)\b")
_FROM_SECTION = frozenset({"context", "clients", "annex", "clause", "number"})


def mark_following(changes: Sequence[Change], old: Item, new: Item) -> None:
    """Fill ``follows``: fields that are read from another one, clauses that say again what an item says."""
    _mark_sections(changes, old, new)
    by_item: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind == "touchpoints" and change.new_path and change.field:
            by_item[change.new_path].append(change)
    for group in by_item.values():
        _mark_fields({str(change.field): change for change in group})
    _mark_provisions(changes)
    _mark_texts(changes)


def _mark_sections(changes: Sequence[Change], old: Item, new: Item) -> None:
    """A section of which all rows moved to one that was not there before has another name, that is all."""
    before = {touchpoint["section"] for touchpoint in old["touchpoints"]}
    after = {touchpoint["section"] for touchpoint in new["touchpoints"]}
    targets: dict[str, set[str]] = defaultdict(set)
    moved = [change for change in changes if change.field == "section" and change.act is Act.MOVED]
    for change in moved:
        targets[change.old].add(change.new)
    for change in moved:
        if change.old and change.new and change.old not in after and targets[change.old] == {change.new} - before:
            change.act = Act.SECTION_RENAMED


def _mark_fields(fields: dict[str, Change]) -> None:
    if "section" in fields:
        for key in _FROM_SECTION & fields.keys():
            fields[key].follows = "section"
    if "channels" in fields:
        for key in {"channel_basis"} & fields.keys():
            fields[key].follows = "channels"
        features = fields.get("features")
        if features and _without_channel(features.old) == _without_channel(features.new):
            features.follows = "channels"
    if "features" in fields and "accessibility" in fields:
        fields["accessibility"].follows = "features"
    if "annex" in fields and "clause" in fields:
        fields["clause"].follows = "annex"


def _without_channel(text: str | None) -> str:
    return _CHANNEL_WORDS.sub(" ", fold(text or "")).replace(" ", "")


def _mark_provisions(changes: Iterable[Change]) -> None:
    removed = {change.old["id"] for change in changes if change.kind == "touchpoints" and change.act is Act.REMOVED}
    for change in changes:
        if change.kind == "provisions" and change.field == "touchpoint" and change.old in removed and not change.new:
            change.follows = "touchpoint_removed"


def _mark_texts(changes: Sequence[Change]) -> None:
    """A clause in which an item changed has changed too."""
    for side in ("old", "new"):
        places = sorted(
            (source["start"], source["end"])
            for change in changes
            if change.kind not in ("clauses", "annexes", "order") and change.act is not Act.REORDERED
            for source in [change.old_source if side == "old" else change.new_source]
            if source and change.ground is not Ground.EDITORIAL
        )
        for change in changes:
            source = change.old_source if side == "old" else change.new_source
            if change.kind == "clauses" and source and _overlaps(places, source["start"], source["end"]):
                change.follows = change.follows or "items"


def _overlaps(places: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in places)
