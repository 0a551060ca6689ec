"""The history of an order: its editions, what each changed, and sources of one edition that do not agree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.diffing.changes import Change, Diff, Ground, Item
from extractor.diffing.walking import diff
from extractor.editions.grouping import Edition, Line, Order
from extractor.editions.lookup import load_registry

_TOUCHPOINT = re.compile(r"/touchpoints/(\d+)(?:/|$)")


@dataclass(frozen=True, slots=True)
class Step:
    """An edition, and its difference from the one before; the first has none.

    ``ids`` are those of the touchpoints of the edition before and of this one, in the order of either.
    """

    edition: Edition
    before: Line | None
    diff: Diff | None
    ids: tuple[list[str], list[str]]

    @property
    def by_ground(self) -> dict[Ground, list[Change]]:
        """The changes that follow from no other, by ground; grounds without any are left out."""
        told = self.diff.told if self.diff else []
        found = {ground: [change for change in told if change.ground is ground] for ground in Ground}
        return {ground: changes for ground, changes in found.items() if changes}

    def touchpoint_of(self, change: Change) -> str | None:
        """The id of the touchpoint that a change is about, which is the same in both editions."""
        paths = zip((change.new_path, change.old_path), reversed(self.ids), strict=True)
        found = ((_TOUCHPOINT.match(path or ""), ids) for path, ids in paths)
        return next((ids[int(place[1])] for place, ids in found if place), None)


def order_to_steps(folder: Path, order: Order) -> Iterator[Step]:
    """The editions of an order by date; two registries are held at a time.

    Raises :class:`ReestrError` for a registry that cannot be read.
    """
    before: Line | None = None
    old: Item | None = None
    for edition in order.editions:
        new = load_registry(folder, edition.head)
        yield Step(edition, before, diff(old, new) if old else None, (_ids(old), _ids(new)))
        before, old = edition.head, new


def _ids(registry: Item | None) -> list[str]:
    return [item["id"] for item in registry["touchpoints"]] if registry else []


def dissenters(folder: Path, edition: Edition) -> Iterator[tuple[Line, Diff]]:
    """Sources of an edition that say something else than the one that speaks for it."""
    head, *others = edition.lines
    if not others:
        return
    said = load_registry(folder, head)
    for line in others:
        found = diff(said, load_registry(folder, line))
        if any(change.ground is not Ground.EDITORIAL for change in found.told):
            yield line, found
