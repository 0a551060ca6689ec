"""Two sets of orders: which is new, which gone, and what changed in those that are in both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.attempts import Failure, attempt
from extractor.diffing.changes import Diff, Item
from extractor.diffing.notes import notes
from extractor.diffing.pairing import pair_sides
from extractor.diffing.sides import Side
from extractor.diffing.walking import diff

Status = Literal["new", "gone", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One order on both sides."""

    name: str
    status: Status
    old_file: str | None
    new_file: str | None
    diff: Diff | None = None
    texts: tuple[Item, Item] | None = None

    @property
    def differs(self) -> bool:
        """Whether there is something to tell of."""
        return self.status in ("new", "gone") or bool(self.diff and self.diff.changes) or bool(self.notes)

    @property
    def notes(self) -> list[str]:
        """In what the registries' own words of themselves differ."""
        return notes(*self.texts) if self.texts else []


def compare_sides(old: Sequence[Side], new: Sequence[Side]) -> Iterator[Compared | Failure]:
    """One result for each order, under its newest name; two single files are one order whatever their names."""
    if len(old) == len(new) == 1:
        yield _compared(old[0].name, old[0], new[0])
        return
    for one, other in pair_sides(old, new):
        yield _compared((other or one or old[0]).name, one, other)


def _compared(name: str, old: Side | None, new: Side | None) -> Compared | Failure:
    if old is None or new is None:
        status: Status = "new" if old is None else "gone"
        return Compared(name, status, old.file if old else None, new.file if new else None)
    one = attempt(old.file, old.read)
    if isinstance(one, Failure):
        return one
    other = attempt(new.file, new.read)
    if isinstance(other, Failure):
        return other
    if one == other and old.parse is new.parse:
        return Compared(name, "unchanged", old.file, new.file)
    return _compare(name, old, new, (one, other))


def _compare(name: str, old: Side, new: Side, data: tuple[bytes, bytes]) -> Compared | Failure:
    before = attempt(old.file, lambda: old.parse(data[0], old.file))
    if isinstance(before, Failure):
        return before
    after = attempt(new.file, lambda: new.parse(data[1], new.file))
    if isinstance(after, Failure):
        return after
    return Compared(name, "changed", old.file, new.file, diff(before, after), (before, after))
