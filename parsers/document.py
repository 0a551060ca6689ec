"""The one model that every reader emits and everything after it reads.

A document is the reader's text and blocks that point into it. Nothing here knows a file format.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from normalizers.verbatim import Quote, Span, TextView, hyphenated_words, make_view


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text: its cleaned view over the spans of its lines; ``gap`` if blank space goes before."""

    view: TextView
    spans: tuple[Span, ...]
    block: int
    gap: bool = False

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.view.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell. ``column`` is its first grid column where the format tells it, else ``None``.

    ``breaks`` are the offsets of the cleaned text at which a new line of the cell begins.
    """

    view: TextView
    spans: tuple[Span, ...]
    column: int | None = None
    colspan: int = 1
    rowspan: int = 1
    breaks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The cleaned text of the cell."""
        return self.view.text


@dataclass(frozen=True, slots=True)
class Row:
    """The cells a row prints; ``padding`` counts the bare cell ends behind them, whose columns are unknown."""

    cells: tuple[Cell, ...]
    padding: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of ``width`` columns. ``merges_known`` is false where the source lost which columns a merge covers."""

    rows: tuple[Row, ...]
    width: int
    merges_known: bool
    spans: tuple[Span, ...]
    block: int


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Mark:
    """A named stretch of the source that is no part of the order: a banner, a page number, an editor's note."""

    name: str
    span: Span
    text: str


class SourceNote(NamedTuple):
    """What is odd about a file as such: a code and words for a person."""

    code: str
    message: str


@dataclass(frozen=True)
class Document:
    """What a reader makes of a file. Offsets are characters into ``text``; unpaged formats have no ``page_starts``.

    ``recognised`` are the pages (1-based) recognised from their image, each with its confidence (0 to 1).
    """

    file: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    encoding: str | None = None
    page_starts: tuple[int, ...] = ()
    line_starts: tuple[int, ...] = ()
    hyphenated: frozenset[str] = field(default_factory=frozenset)
    recognised: tuple[tuple[int, float], ...] = ()
    notes: tuple[SourceNote, ...] = ()

    def view(self, spans: Sequence[Span]) -> TextView:
        """Cleaned view of spans of the text."""
        return make_view(self.text, spans, self.hyphenated)

    def line_of(self, offset: int) -> int:
        """1-based line of an offset (text formats)."""
        return bisect_right(self.line_starts, offset)

    @cached_property
    def _block_starts(self) -> tuple[list[int], list[int]]:
        """Starts of the blocks in order, and their indices."""
        starts = sorted((block.spans[0].start, block.block) for block in self.blocks if block.spans)
        return [start for start, _ in starts], [index for _, index in starts]

    def block_of(self, offset: int) -> int:
        """Index of the block that holds an offset (block formats)."""
        starts, indices = self._block_starts
        return indices[max(0, bisect_right(starts, offset) - 1)] if starts else 0

    def page_of(self, offset: int) -> int:
        """1-based page of an offset (paged formats)."""
        return bisect_right(self.page_starts, offset)


class Composer:
    """Makes blocks over one text with one vocabulary of hyphenated words; readers use it, nobody else."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.hyphenated = hyphenated_words(text)
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []

    def view(self, spans: Sequence[Span]) -> TextView:
        """Cleaned view of spans of the text."""
        return make_view(self.text, spans, self.hyphenated)

    def paragraph(self, spans: Sequence[Span], gap: bool = False) -> None:
        """Append a paragraph."""
        self.blocks.append(Paragraph(self.view(spans), tuple(spans), len(self.blocks), gap))

    def cell(
        self,
        spans: Sequence[Span],
        column: int | None = None,
        colspan: int = 1,
        rowspan: int = 1,
        lines_are_items: bool = True,
    ) -> Cell:
        """A cell over spans of the text; an empty cell has none.

        ``lines_are_items`` is false where a line end is only the edge of the cell (a drawn table, a page).
        """
        if not spans:
            return Cell(TextView("", (0,), (0,), {}), (), column, colspan, rowspan)
        view = self.view(spans)
        breaks = self._breaks(view, spans) if lines_are_items else ()
        return Cell(view, tuple(spans), column, colspan, rowspan, breaks)

    def _breaks(self, view: TextView, spans: Sequence[Span]) -> tuple[int, ...]:
        """Offsets of the view where a line of the source begins."""
        starts = [start for start, _ in spans[1:]]
        for start, end in spans:
            position = self.text.find("\n", start, end)
            while position >= 0:
                starts.append(position + 1)
                position = self.text.find("\n", position + 1, end)
        if not starts:
            return ()
        found = (view.shown_at(start) for start in sorted(starts))
        return tuple(sorted({position for position in found if 0 < position < len(view.text)}))

    def table(self, rows: Sequence[Row], width: int, merges_known: bool, spans: Sequence[Span]) -> None:
        """Append a table."""
        self.blocks.append(Table(tuple(rows), width, merges_known, tuple(spans), len(self.blocks)))

    def adopt(self, blocks: Sequence[Block]) -> None:
        """Append blocks made earlier, numbered anew."""
        self.blocks.extend(replace(block, block=len(self.blocks) + index) for index, block in enumerate(blocks))

    def mark(self, name: str, start: int, end: int) -> None:
        """Name a stretch that is no part of the order."""
        self.marks.append(Mark(name, Span(start, end), self.text[start:end]))


__all__ = [
    "Block",
    "Cell",
    "Composer",
    "Document",
    "Mark",
    "Paragraph",
    "Quote",
    "Row",
    "SourceNote",
    "Span",
    "Table",
    "TextView",
]
