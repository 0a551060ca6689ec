"""Two registries walked side by side."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from extractor.diffing.changes import Act, Change, Diff, Ground, Item
from extractor.diffing.fields import act_of, field_changes, ground_of, title_of
from extractor.diffing.following import mark_following
from extractor.diffing.kinds import CLAUSES, NESTED, TOP, TOUCHPOINTS, Kind
from extractor.diffing.matching import Pairs, match
from extractor.diffing.rest import find_rest

_ORDER_FIELDS = ("kind", "authority", "region", "number", "date", "place", "title", "signatory")
_ALONE = {Act.ADDED: Ground.NEW_TOUCHPOINT, Act.REMOVED: Ground.TOUCHPOINT_REMOVED}


def diff(old: Item, new: Item) -> Diff:
    """All in which ``new`` departs from ``old``; both are registries as plain data."""
    found = Diff(_head(old), _head(new))
    walk = Walk(found)
    walk.order(old["order"], new["order"])
    for kind in TOP:
        walk.items(kind, old[kind.name], new[kind.name], f"/{kind.name}", f"/{kind.name}")
    mark_following(found.changes, old, new)
    found.rest = find_rest(old, new, found)
    return found


def _head(registry: Item) -> Item:
    return {"id": registry["id"], "file": registry["source"]["file"], "sha256": registry["source"]["sha256"]}


class Walk:
    """Changes as they are met; ``ids`` grows with each item that is in both: its old id, its new id."""

    def __init__(self, found: Diff) -> None:
        self.found = found
        self.ids: dict[str, str] = {}
        self.within: str | None = None

    def order(self, old: Item, new: Item) -> None:
        """The requisites, and the text of the order itself."""
        self.ids["order"] = "order"
        for key in _ORDER_FIELDS:
            if old[key] != new[key]:
                ground = ground_of("order", key, old[key], new[key])
                sources = old["source"], new["source"]
                self._add("order", Act.CHANGED, ground, key, key, (old[key], new[key]), ("/order", "/order"), sources)
        self.items(CLAUSES, old["clauses"], new["clauses"], "/order/clauses", "/order/clauses")

    def items(self, kind: Kind, old: Sequence[Item], new: Sequence[Item], old_path: str, new_path: str) -> None:
        """Two lists of one kind, which stand at two paths."""
        pairs = match(kind, old, new, self.ids)
        for index in range(len(old)):
            if index not in pairs:
                self._alone(kind, Act.REMOVED, old[index], f"{old_path}/{index}")
        for index in sorted({*range(len(new))} - {*pairs.values()}):
            self._alone(kind, Act.ADDED, new[index], f"{new_path}/{index}")
        self._note_ids(old, new, pairs)
        self._note_order(new_path, pairs)
        movers = _movers(pairs)
        for one, other in sorted(pairs.items(), key=lambda pair: pair[1]):
            paths = f"{old_path}/{one}", f"{new_path}/{other}"
            self._both(kind, old[one], new[other], paths, one in movers)

    def _both(self, kind: Kind, old: Item, new: Item, paths: tuple[str, str], has_moved: bool) -> None:
        title, sources = title_of(kind, new), (old["source"], new["source"])
        acts = set()
        for field, one, other in field_changes(old, new, self.ids):
            acts.add(act_of(kind, field))
            ground = ground_of(kind.name, field, one, other)
            self._add(kind.name, act_of(kind, field), ground, title, field, (one, other), paths, sources)
        if has_moved and not acts & {Act.MOVED, Act.RENUMBERED} and kind is TOUCHPOINTS:
            self._add(kind.name, Act.REORDERED, Ground.EDITORIAL, title, None, (None, None), paths, sources)
        for key in kind.nested:
            self.within = title if kind is TOUCHPOINTS else None
            self.items(NESTED[key], old[key], new[key], f"{paths[0]}/{key}", f"{paths[1]}/{key}")
        if kind is TOUCHPOINTS:
            self.within = None

    def _alone(self, kind: Kind, act: Act, item: Item, path: str) -> None:
        ground = _ALONE[act] if kind is TOUCHPOINTS else Ground.CONTENT_CHANGED
        is_new = act is Act.ADDED
        pair: tuple[Any, Any] = (None, item) if is_new else (item, None)
        paths = (None, path) if is_new else (path, None)
        sources = (None, item["source"]) if is_new else (item["source"], None)
        self._add(kind.name, act, ground, title_of(kind, item), None, pair, paths, sources)

    def _add(
        self,
        kind: str,
        act: Act,
        ground: Ground,
        title: str,
        field: str | None,
        values: tuple[Any, Any],
        paths: tuple[str | None, str | None],
        sources: tuple[Item | None, Item | None],
    ) -> None:
        self.found.changes.append(Change(kind, act, ground, title, self.within, field, *values, *paths, *sources))

    def _note_ids(self, old: Sequence[Item], new: Sequence[Item], pairs: Pairs) -> None:
        for one, other in pairs.items():
            if "id" in old[one]:
                self.ids[old[one]["id"]] = new[other]["id"]

    def _note_order(self, path: str, pairs: Pairs) -> None:
        """New places of items, where taking out and putting in does not give them."""
        if [pairs[index] for index in sorted(pairs)] != sorted(pairs.values()):
            self.found.order[path] = [[one, pairs[one]] for one in sorted(pairs)]


def _movers(pairs: Mapping[int, int]) -> set[int]:
    """The fewest items that, taken out, leave the others in order: all but a longest rising run."""
    ends: list[int] = []
    heads: list[int] = []
    before: dict[int, int | None] = {}
    for one in sorted(pairs):
        place = bisect_left(ends, pairs[one])
        before[one] = heads[place - 1] if place else None
        ends[place:] = [pairs[one], *ends[place + 1 :]]
        heads[place:] = [one, *heads[place + 1 :]]
    staying: set[int] = set()
    last = heads[-1] if heads else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return set(pairs) - staying
