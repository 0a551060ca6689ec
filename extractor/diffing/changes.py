"""A difference of two registries as data: changes of meaning, new places of items in their lists, and all the rest.

``changes`` is what a person reads. ``order`` and ``rest`` hold what follows from it or says nothing of the order itself
(offsets, ids, diagnostics, coverage); with them the difference turns the old registry into the new one, key by key.
"""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final

Item = dict[str, Any]

DIFF_VERSION: Final = "1.0"


class Ground(StrEnum):
    """Why a registry is to be updated, as orders name the grounds; ``editorial`` is none of them."""

    NEW_TOUCHPOINT = "new_touchpoint"
    TOUCHPOINT_REMOVED = "touchpoint_removed"
    KIND_CHANGED = "kind_changed"
    CONTENT_CHANGED = "content_changed"
    EDITORIAL = "editorial"


class Act(StrEnum):
    """What was done to an item."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    SECTION_RENAMED = "section_renamed"
    RENUMBERED = "renumbered"
    REORDERED = "reordered"
    CHANGED = "changed"


@dataclass(slots=True)
class Change:
    """One change of one item.

    ``old_path`` and ``new_path`` are JSON pointers of the item in either registry, ``field`` of the value within it;
    ``within`` names the touchpoint of a need. ``follows`` names the change that this one only follows from: people are
    not told of it twice.
    """

    kind: str
    act: Act
    ground: Ground
    item: str
    within: str | None
    field: str | None
    old: Any
    new: Any
    old_path: str | None
    new_path: str | None
    old_source: Item | None = None
    new_source: Item | None = None
    follows: str | None = None


@dataclass(slots=True)
class Diff:
    """All in which a new registry departs from an old one."""

    old: Item
    new: Item
    changes: list[Change] = field(default_factory=list)
    order: dict[str, list[list[int]]] = field(default_factory=dict)
    rest: list[Item] = field(default_factory=list)

    @property
    def told(self) -> list[Change]:
        """The changes that follow from no other."""
        return [change for change in self.changes if change.follows is None]

    def to_data(self) -> Item:
        """Plain data, keys in one order."""
        return {"diff_version": DIFF_VERSION, **asdict(self)}
