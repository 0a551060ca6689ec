"""A difference applied: the old registry and it give the new one."""

from copy import deepcopy
from typing import Any

from extractor.diffing.changes import Act, Diff, Item
from extractor.diffing.kinds import NESTED, TOP
from normalizers.errors import Reason, ReestrError


def apply(old: Item, diff: Item) -> Item:
    """The new registry, from the old one and a difference as ``reestr diff --format json`` writes it.

    Raises :class:`ReestrError` (``bad_data``) where the difference is one of another registry.
    """
    if diff["old"]["sha256"] != old["source"]["sha256"]:
        raise ReestrError(Reason.BAD_DATA, "the difference starts from another registry", "give the old registry")
    from extractor.diffing.reading import data_to_diff

    found = data_to_diff(diff)
    new = apply_changes(old, found)
    for each in found.rest:
        _set(new, each["path"], deepcopy(each["value"]))
    return new


def apply_changes(old: Item, diff: Diff) -> Item:
    """The old registry with the changes of meaning and the new order of its items."""
    new = deepcopy(old)
    edit = _Edit(diff)
    new["order"]["clauses"] = edit.items(new["order"]["clauses"], "/order/clauses", "/order/clauses")
    for kind in TOP:
        new[kind.name] = edit.items(new[kind.name], f"/{kind.name}", f"/{kind.name}")
    for change in diff.changes:
        if change.field is not None:
            _set(new, f"{change.new_path}/{change.field}", deepcopy(change.new))
    return new


class _Edit:
    """Items taken out and put in, list by list."""

    def __init__(self, diff: Diff) -> None:
        self.removed = {change.old_path for change in diff.changes if change.act is Act.REMOVED}
        self.added: dict[str, dict[int, Item]] = {}
        self.places = diff.order
        for change in diff.changes:
            if change.act is Act.ADDED and change.new_path:
                path, _, index = change.new_path.rpartition("/")
                self.added.setdefault(path, {})[int(index)] = change.new

    def items(self, items: list[Item], old_path: str, new_path: str) -> list[Item]:
        """A list as it is in the new registry."""
        kept = [index for index in range(len(items)) if f"{old_path}/{index}" not in self.removed]
        added = self.added.get(new_path, {})
        free = [place for place in range(len(kept) + len(added)) if place not in added]
        places = {one: other for one, other in self.places.get(new_path, zip(kept, free, strict=True))}  # noqa: C416
        made: list[Any] = [None] * (len(kept) + len(added))
        for place, item in added.items():
            made[place] = deepcopy(item)
        for index in kept:
            made[places[index]] = self._inner(items[index], f"{old_path}/{index}", f"{new_path}/{places[index]}")
        return made

    def _inner(self, item: Item, old_path: str, new_path: str) -> Item:
        for key in NESTED:
            if isinstance(item.get(key), list):
                item[key] = self.items(item[key], f"{old_path}/{key}", f"{new_path}/{key}")
        return item


def _set(data: Any, pointer: str, value: Any) -> None:
    *steps, last = pointer.lstrip("/").split("/")
    for step in steps:
        data = data[int(step)] if isinstance(data, list) else data[step]
    data[int(last) if isinstance(data, list) else last] = value
