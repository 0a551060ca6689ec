"""Which order of one folder is which of another: by the names of the files, then by what the orders say they are.

A file that was renamed is the same order still: the one that alone on its side has these bytes, else this id, else this
date and number. Where several of a side share them, as editions of one order do, nothing tells which is which, and they
are told of as gone and new.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from extractor.attempts import Failure, attempt
from extractor.diffing.changes import Item
from extractor.diffing.sides import Side
from extractor.places.identity import fold

Pair = tuple[Side | None, Side | None]
Key = Callable[[Side], Hashable | None]


def pair_sides(old: Sequence[Side], new: Sequence[Side]) -> Iterator[Pair]:
    """Each order once, sorted by its newest name; ``None`` where a side has it not."""
    before, after = {side.name: side for side in old}, {side.name: side for side in new}
    gone = [side for name, side in before.items() if name not in after]
    come = [side for name, side in after.items() if name not in before]
    pairs: list[Pair] = [(before[name], side) for name, side in after.items() if name in before]
    said = _Requisites()
    for key in (_bytes_of, said.id, said.date_and_number):
        found = list(_alone(gone, come, key))
        pairs += found
        gone = _without(gone, {one.name for one, _ in found})
        come = _without(come, {other.name for _, other in found})
    pairs += [*((side, None) for side in gone), *((None, side) for side in come)]
    yield from sorted(pairs, key=_name)


def _without(sides: Sequence[Side], names: set[str]) -> list[Side]:
    return [side for side in sides if side.name not in names]


def _name(pair: Pair) -> str:
    old, new = pair
    return new.name if new else old.name if old else ""


def _alone(old: Sequence[Side], new: Sequence[Side], key: Key) -> Iterator[tuple[Side, Side]]:
    """Pairs of one key that no other order of their sides has; nothing is read where a side has none left."""
    if not old or not new:
        return
    before, after = _by_key(old, key), _by_key(new, key)
    for value, sides in before.items():
        if len(sides) == len(after.get(value, ())) == 1:
            yield sides[0], after[value][0]


def _by_key(sides: Sequence[Side], key: Key) -> dict[Hashable, list[Side]]:
    found: dict[Hashable, list[Side]] = defaultdict(list)
    for side in sides:
        value = key(side)
        if value is not None:
            found[value].append(side)
    return found


def _bytes_of(side: Side) -> Hashable | None:
    data = attempt(side.file, side.read)
    return None if isinstance(data, Failure) else hashlib.sha256(data).digest()


class _Requisites:
    """What orders say they are; each is read once, and only this is kept of it."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Hashable | None] | None] = {}

    def id(self, side: Side) -> Hashable | None:
        """The id of its registry; ``None`` where it cannot be read."""
        found = self._read(side)
        return found and found[0]

    def date_and_number(self, side: Side) -> Hashable | None:
        """Its date and number; ``None`` where it has not both."""
        found = self._read(side)
        return found and found[1]

    def _read(self, side: Side) -> tuple[str, Hashable | None] | None:
        if side.file not in self._known:
            registry = attempt(side.file, side.registry)
            self._known[side.file] = None if isinstance(registry, Failure) else _requisites(registry)
        return self._known[side.file]


def _requisites(registry: Item) -> tuple[str, Hashable | None]:
    date, number = registry["order"]["date"], registry["order"]["number"]
    return registry["id"], (date, fold(number)) if date and number else None
