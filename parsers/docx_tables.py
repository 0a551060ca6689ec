"""Rows of a Word table to printed cells on a real grid, and a table inside a cell to lines of that cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from normalizers.verbatim import Span
from parsers.docx_story import TABLE, Rows, Story
from parsers.docx_styles import ruled
from parsers.docx_xml import VAL, Element, integer, properties_of, value, w

_ROW, _CELL = w("tr"), w("tc")
_ROWS, _CELLS = frozenset({_ROW}), frozenset({_CELL})
_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")
_SPAN, _DOWN, _ACROSS, _BEFORE, _AFTER = map(w, ("gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter"))
_WIDEST = 1_000
_DELETED = frozenset({w("del"), w("moveFrom"), w("cellDel")})


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
            elif not _DELETED.isdisjoint(properties_of(row, _ROW_PROPERTIES)):
                self.story.flow.buckets.sweep("deleted", row)
            else:
                with self.story.flow.inside():
                    yield self._row(row)

    def _is_ruled(self, properties: Element) -> bool:
        direct = ruled(properties)
        return self.story.part.shared.styles.ruled(value(properties, w("tblStyle"))) if direct is None else direct

    def _row(self, row: Element) -> list[GridCell] | Frame:
        cells = list(self._cells(row))
        self._single = self._single and len(cells) <= 1
        if self._single and cells and next(cells[0][0].iter(TABLE), None) is not None:
            return Frame(cells[0][0])
        properties = properties_of(row, _ROW_PROPERTIES)
        column = _number(properties, _BEFORE, 0)
        printed: list[GridCell] = []
        still: dict[int, GridCell] = {}
        for cell, cell_properties in cells:
            column = self._cell(cell, cell_properties, column, printed, still)
        self._open = still
        column += _number(properties, _AFTER, 0)
        self.width = max(self.width, column)
        self.story.part.shared.count_cells(column)
        return printed

    def _cells(self, row: Element) -> Iterator[tuple[Element, dict[str, Element]]]:
        for cell in self.story.unwrapped(row, _CELLS):
            if isinstance(cell, Rows):
                continue
            if cell.tag != _CELL:
                self.story.flow.buckets.sweep("stray", cell)
                continue
            properties = properties_of(cell, _CELL_PROPERTIES)
            if properties and not _DELETED.isdisjoint(properties):
                self.story.flow.buckets.sweep("deleted", cell)
            else:
                yield cell, properties

    def _cell(
        self,
        cell: Element,
        properties: dict[str, Element],
        column: int,
        printed: list[GridCell],
        still: dict[int, GridCell],
    ) -> int:
        """Place a cell; return the column after it."""
        span = max(1, _number(properties, _SPAN, 1))
        merge = _merge(properties, _DOWN)
        above = self._open.get(column)
        if merge == "continue" and above is not None:
            above.rowspan += 1
            still[column] = above
            self.story.flow.buckets.sweep("covered_cell", cell)
        elif _merge(properties, _ACROSS) == "continue" and printed:
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


def _merge(properties: dict[str, Element], name: str) -> str | None:
    """``restart`` or ``continue`` (what an empty value means); ``None`` for a cell that is not merged."""
    merge = properties.get(name)
    return None if merge is None else str(merge.get(VAL) or "continue")


def _number(properties: dict[str, Element], name: str, default: int) -> int:
    found = properties.get(name)
    return default if found is None else integer(found.get(VAL), default, _WIDEST)
