"""The text of a flowing format in the making: what the readers of Word documents and of pages write into.

Lines of the body come first, then the streams beside it. An offset is final once its line is written;
:mod:`parsers.composing` makes the document of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from normalizers.verbatim import Span

_NO_LINES: list[str] = []


@dataclass(slots=True)
class GridCell:
    """A printed cell: place, spans, its paragraphs as lines, and later their spans of the text."""

    column: int
    colspan: int
    lines: list[str]
    rowspan: int = 1
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """Where a paragraph stands, and whether a blank one goes before."""

    span: Span
    gap: bool


@dataclass(slots=True)
class DraftTable:
    """Rows of a table and where it stands."""

    rows: list[list[GridCell]]
    width: int
    ruled: bool
    span: Span


@dataclass(slots=True)
class Draft:
    """Text written so far and blocks that point into it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[DraftParagraph | DraftTable] = field(default_factory=list)
    marks: list[tuple[str, Span]] = field(default_factory=list)

    def line(self, text: str) -> Span:
        """Write a line (it may hold line breaks of its own)."""
        start = self.length
        self.pieces += (text, "\n")
        self.length += len(text) + 1
        return Span(start, start + len(text))

    def paragraph(self, text: str, gap: bool) -> None:
        """Write a paragraph of the body."""
        self.blocks.append(DraftParagraph(self.line(text), gap))

    def cells(self, row: list[GridCell]) -> None:
        """Write the cells of a row, each on lines of its own; an empty cell is an empty line."""
        pieces, length = self.pieces, self.length
        for cell in row:
            spans = []
            for text in cell.lines:
                pieces.append(text)
                spans.append(Span(length, length + len(text)))
                length += len(text) + 1
                pieces.append("\n")
            if not spans:
                pieces.append("\n")
                length += 1
            cell.spans, cell.lines = tuple(spans), _NO_LINES
        self.length = length

    def table(self, rows: list[list[GridCell]], width: int, ruled: bool, start: int) -> None:
        """Close a table whose cells have been written from ``start`` on."""
        self.blocks.append(DraftTable(rows, width, ruled, Span(start, max(start, self.length - 1))))

    def streams(self, entries: Iterable[tuple[str, str]]) -> None:
        """Write the streams that follow the body."""
        for name, text in entries:
            self.marks.append((name, self.line(text)))
