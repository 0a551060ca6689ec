"""Rows of a Word table to printed cells on a real grid, and a table inside a cell to lines of that cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from normalizers.verbatim import Span
from parsers.docx_story import TABLE, Rows, Story
from parsers.docx_xml import VAL, Element, integer, value, w

_ROW, _CELL = w("tr"), w("tc")
_ROWS, _CELLS = frozenset({_ROW}), frozenset({_CELL})
_WIDEST = 1_000
_DELETED = (w("del"), w("moveFrom"), w("cellDel"))


@dataclass(slots=True)
class GridCell:
    """A printed cell: place, spans, its paragraphs as lines, and later their spans of the text."""

    column: int
    colspan: int
    lines: list[str]
    rowspan: int = 1
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of one cell around another table: it only frames a stretch of the page."""

    children: Element


@dataclass(slots=True)
class Grid:
    """Reads the rows of one table; ``width`` is known when all are read."""

    story: Story
    width: int = 0
    ruled: bool = False
    _open: dict[int, GridCell] = field(default_factory=dict)
    _single: bool = True

    def rows(self, table: Rows) -> Iterator[list[GridCell] | Frame]:
        """Printed cells row by row; a cell's ``rowspan`` is final when the next rows are read."""
        for row in self.story.unwrapped(table.children, _ROWS | {w("tblPr")}):
            if isinstance(row, Rows):
                continue
            if row.tag == w("tblPr"):
                self.ruled = self._is_ruled(row)
            elif row.tag != _ROW:
                self.story.flow.buckets.sweep("stray", row)
            elif _is_deleted(row.find(w("trPr"))):
                self.story.flow.buckets.sweep("deleted", row)
            else:
                with self.story.flow.inside():
                    yield self._row(row)

    def _is_ruled(self, properties: Element) -> bool:
        from parsers.docx_styles import ruled

        direct = ruled(properties)
        return self.story.part.shared.styles.ruled(value(properties, w("tblStyle"))) if direct is None else direct

    def _row(self, row: Element) -> list[GridCell] | Frame:
        cells = list(self._cells(row))
        self._single = self._single and len(cells) <= 1
        if self._single and cells and next(cells[0].iter(TABLE), None) is not None:
            return Frame(cells[0])
        properties = row.find(w("trPr"))
        column = _skipped(properties, "gridBefore")
        printed: list[GridCell] = []
        still: dict[int, GridCell] = {}
        for cell in cells:
            column = self._cell(cell, column, printed, still)
        self._open = still
        column += _skipped(properties, "gridAfter")
        self.width = max(self.width, column)
        self.story.part.shared.count_cells(column)
        return printed

    def _cells(self, row: Element) -> Iterator[Element]:
        for cell in self.story.unwrapped(row, _CELLS):
            if isinstance(cell, Rows):
                continue
            if cell.tag != _CELL:
                self.story.flow.buckets.sweep("stray", cell)
            elif _is_deleted(cell.find(w("tcPr"))):
                self.story.flow.buckets.sweep("deleted", cell)
            else:
                yield cell

    def _cell(self, cell: Element, column: int, printed: list[GridCell], still: dict[int, GridCell]) -> int:
        """Place a cell; return the column after it."""
        properties = cell.find(w("tcPr"))
        span = 1 if properties is None else max(1, integer(value(properties, w("gridSpan")), 1, _WIDEST))
        merge = _merge(properties, "vMerge")
        above = self._open.get(column)
        if merge == "continue" and above is not None:
            above.rowspan += 1
            still[column] = above
            self.story.flow.buckets.sweep("covered_cell", cell)
        elif _merge(properties, "hMerge") == "continue" and printed:
            printed[-1].colspan += span
            self.story.flow.buckets.sweep("covered_cell", cell)
        else:
            made = GridCell(column, span, lines_of(self.story, cell))
            printed.append(made)
            if merge is not None:
                still[column] = made
        return column + span


def lines_of(story: Story, container: Element) -> list[str]:
    """Paragraphs of a container as lines; a row of a table inside it is one line, its cells parted by tabs."""
    lines: list[str] = []
    for block in story.blocks(container):
        if isinstance(block, Rows):
            lines.extend(_flat(story, block))
        elif block:
            lines.append(block)
    return lines


def _flat(story: Story, table: Rows) -> Iterator[str]:
    grid = Grid(story)
    for row in grid.rows(table):
        if isinstance(row, Frame):
            yield from lines_of(story, row.children)
            continue
        cells = ["\n".join(cell.lines) for cell in row if cell.lines]
        if cells:
            yield ("\n" if any("\n" in cell for cell in cells) else "\t").join(cells)


def _merge(properties: Element | None, name: str) -> str | None:
    """``restart`` or ``continue`` (what an empty value means); ``None`` for a cell that is not merged."""
    merge = None if properties is None else properties.find(w(name))
    return None if merge is None else str(merge.get(VAL) or "continue")


def _skipped(properties: Element | None, name: str) -> int:
    return 0 if properties is None else integer(value(properties, w(name)), 0, _WIDEST)


def _is_deleted(properties: Element | None) -> bool:
    return properties is not None and any(properties.find(name) is not None for name in _DELETED)
