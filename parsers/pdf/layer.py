"""What a page shows, before anything is understood: words with places, drawn rules, how much is picture.

The text layer and a recogniser of scans both fill a :class:`PageLayer`; the stages after it do not know which.
Places are points from the top left corner of the page as it is read (rotation undone), downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """Letters without white space between them; ``lead`` is the white space known to stand before it."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    lead: str = ""


class Rule(NamedTuple):
    """A straight drawn line: at ``at`` across its direction, from ``start`` to ``end`` along it."""

    vertical: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PageLayer:
    """The words and rules of one page; ``oblique`` are words of no reading direction (a watermark).

    ``boxed`` are those pinned on the page that no picture of it shows, ``beside`` names and texts of what is not seen.

    ``pictures`` is the share of the page that images cover, ``drawings`` the number of paths; a recogniser sets
    ``confidence`` (0 to 1).
    """

    number: int
    width: float
    height: float
    words: Sequence[Word]
    rules: Sequence[Rule] = ()
    pictures: float = 0.0
    drawings: int = 0
    confidence: float | None = None
    oblique: Sequence[Word] = ()
    boxed: Sequence[Word] = ()
    beside: Sequence[tuple[str, str]] = ()


@dataclass(slots=True)
class Line:
    """A line of words on one page, or the part of it that stands in one cell.

    ``head`` is the width of what must fit on the line before for this one not to have begun; ``pieces`` are the
    parts that wide gaps separate; ``start`` and ``end`` are its place in the document's text, once it has one.
    ``narrow`` is a line of running text that is set in columns.
    """

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    head: float
    second: float
    pieces: "tuple[Line, ...]" = ()
    start: int = -1
    end: int = -1
    glued: bool = False
    narrow: bool = False


@dataclass(slots=True)
class GridCell:
    """A cell of a drawn or inferred grid with the lines in it; ``x0`` and ``x1`` are its walls.

    ``bottom`` is its lower wall on the last page it stands on; 0 where none is drawn.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    x0: float
    x1: float
    lines: list[Line] = field(default_factory=list)
    bottom: float = 0.0

    @property
    def key(self) -> str:
        """Its text for comparisons: letters and digits only count."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(slots=True)
class GridPart:
    """The part of a table that stands on one page. ``walls`` are the places of its column walls.

    ``lines`` are all its lines, cell by cell; they stay when cells are joined over pages.
    """

    page: int
    walls: list[float]
    height: int
    cells: list[GridCell]
    top: float
    bottom: float
    ruled: bool = True
    lines: list[Line] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = [line for cell in sorted(self.cells, key=_place) for line in cell.lines]


def _place(cell: GridCell) -> tuple[int, int]:
    return cell.row, cell.column


@dataclass(slots=True)
class PageContent:
    """A page as lines and tables from top to bottom; ``marks`` are the lines that are no part of the order.

    ``short_rules`` are the heights of rules of no table that are shorter than half a line: one stands above footnotes;
    ``long_rules`` those of the others.
    """

    number: int
    width: float
    height: float
    items: "list[Line | GridPart]"
    marks: list[tuple[str, Line]] = field(default_factory=list)
    short_rules: list[float] = field(default_factory=list)
    long_rules: list[float] = field(default_factory=list)
    confidence: float | None = None
