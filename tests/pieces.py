"""Pieces of a page in the order in which they stand: what an order is laid out as, whatever format then holds it."""

from collections.abc import Iterator
from dataclasses import dataclass

from parsers.markers import Kind

NOTES = ("editor_note", "edition_note", "footnote")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: ``role`` is head, title, heading, clause or the name of a note.

    ``lines`` are the lines that the text prints it in, without its marker; ``gap`` tells of a blank one above it.
    """

    role: str
    lines: tuple[str, ...]
    marker: str = ""
    kind: Kind = Kind.NONE
    gap: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.lines)


@dataclass(slots=True)
class Box:
    """A printed cell and its lines."""

    lines: tuple[str, ...]
    column: int
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ruled table; ``header`` counts its first rows that are header."""

    rows: tuple[tuple[Box, ...], ...]
    width: int
    header: int = 1

    def covered(self) -> Iterator[list[tuple[Box, bool]]]:
        """Row by row the boxes from left to right, those that reach down from above with ``True``."""
        reaching: dict[int, tuple[Box, int]] = {}
        for row in self.rows:
            here = {box.column: (box, False) for box in row}
            here.update({column: (box, True) for column, (box, _) in reaching.items() if column not in here})
            reaching = {column: (box, left - 1) for column, (box, left) in reaching.items() if left > 1}
            reaching.update({box.column: (box, box.rowspan - 1) for box in row if box.rowspan > 1})
            yield [here[column] for column in sorted(here)]


@dataclass(frozen=True, slots=True)
class Stamp:
    """An approval stamp, begun on a new page."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Position and name of who signs."""

    position: tuple[str, ...]
    name: str


Piece = Line | Sheet | Stamp | Signature


def is_note(piece: Piece) -> bool:
    return isinstance(piece, Line) and piece.role in NOTES
