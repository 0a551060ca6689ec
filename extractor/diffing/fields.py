"""The fields of two items that are one: what was done to each, and on which ground."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from extractor.diffing.changes import Act, Ground, Item
from extractor.diffing.kinds import NESTED, TOUCHPOINTS, Kind
from extractor.places.identity import fold

PLACES = frozenset({"source", "spans", "also"})
"""Keys that tell where a value stands, not what it is."""

REFERRING = frozenset({"annex", "clause", "touchpoint"})
"""Keys that hold the id of another item."""

_SKIPPED = PLACES | {"id"} | frozenset(NESTED)
_ACTS = {
    ("touchpoints", "name"): Act.RENAMED,
    ("touchpoints", "section"): Act.MOVED,
    ("touchpoints", "annex"): Act.MOVED,
    ("touchpoints", "clause"): Act.MOVED,
    ("touchpoints", "number"): Act.RENUMBERED,
    ("clauses", "marker"): Act.RENUMBERED,
    ("annexes", "number"): Act.RENUMBERED,
    ("definitions", "term"): Act.RENAMED,
}
_KINDS = frozenset({"types", "channels"})
_EDITORIAL = frozenset({"number", "marker", "annex", "clause", "origin", "channel_basis", "touchpoint"})


def field_changes(old: Item, new: Item, ids: Mapping[str, str]) -> Iterator[tuple[str, Any, Any]]:
    """Field, old and new value where they differ; a reference to an item that is still the same one does not."""
    for key in dict.fromkeys((*old, *new)):
        if key == "contacts":
            for inner, one, other in field_changes(old[key], new[key], ids):
                yield f"contacts/{inner}", one, other
        elif key not in _SKIPPED:
            one, other = old.get(key), new.get(key)
            meant = ids.get(one, one) if key in REFERRING and isinstance(one, str) else one
            if meant != other:
                yield key, one, other


def act_of(kind: Kind, field: str) -> Act:
    """What changing a field does to its item."""
    return _ACTS.get((kind.name, field), Act.CHANGED)


def ground_of(kind: str, field: str, old: Any, new: Any) -> Ground:
    """The ground of a changed field.

    >>> ground_of("touchpoints", "channels", ["offline"], ["digital"]).value
    'kind_changed'
    >>> ground_of("touchpoints", "name", "Сайт «А»", 'сайт "А"').value, ground_of("needs", "text", "а", "б").value
    ('editorial', 'content_changed')
    """
    if (kind != TOUCHPOINTS.name or field not in _KINDS) and (field in _EDITORIAL and kind != "order"):
        return Ground.EDITORIAL
    if _as_read(old) == _as_read(new):
        return Ground.EDITORIAL
    return Ground.KIND_CHANGED if kind == TOUCHPOINTS.name and field in _KINDS else Ground.CONTENT_CHANGED


def _as_read(value: Any) -> Any:
    """A value without what spaces, quotes, letter case and the order of a list add to it."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return sorted(map(fold, value))
    return value


def title_of(kind: Kind, item: Item) -> str:
    """The words by which people know an item."""
    parts: list[Callable[[], Any]] = [lambda: item.get(kind.title), lambda: item.get("heading"), lambda: item.get("id")]
    return next((str(value) for value in (part() for part in parts) if value), "")
