"""Rows of a Word table to printed cells on a real grid, and a table inside a cell to lines of that cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parsers.docx.plain import PlainCell, plain_row
from parsers.docx.story import TABLE, Rows, Story
from parsers.docx.styles import draws, ruled
from parsers.docx.xml import VAL, Element, integer, properties_of, value, w
from parsers.draft import GridCell

_ROW, _CELL = w("tr"), w("tc")
_TABLE_PROPERTIES = w("tblPr")
_ROWS, _CELLS = frozenset({_ROW, _TABLE_PROPERTIES}), frozenset({_CELL})
_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")
_SPAN, _DOWN, _ACROSS, _BEFORE, _AFTER = map(w, ("gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter"))
_CELL_BORDERS = w("tcBorders")
_WIDEST = 1_000
_DELETED = frozenset({w("del"), w("moveFrom"), w("cellDel")})


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
    _first: bool = True

    def rows(self, table: Rows) -> Iterator[list[GridCell] | Frame]:
        """Printed cells row by row; a cell's ``rowspan`` is final when the next rows are read."""
        for row in self.story.unwrapped(table.children, _ROWS):
            if row.tag == _TABLE_PROPERTIES:
                self.ruled = self._is_ruled(row)
                self.story.flow.buckets.sweep("stray", row)
            elif row.tag != _ROW:
                self.story.flow.buckets.sweep("stray", row)
            else:
                yield from self._row(row)

    def _is_ruled(self, properties: Element) -> bool:
        direct = ruled(properties)
        return self.story.part.shared.styles.ruled(value(properties, w("tblStyle"))) if direct is None else direct

    def _row(self, row: Element) -> Iterator[list[GridCell] | Frame]:
        if self._first:
            self._first = False
            self.ruled = self.ruled or any(map(draws, row.iter(_CELL_BORDERS)))
        plain = None if self.story.flow.fields else plain_row(self.story.part, row)
        if plain is not None:
            self._single = self._single and len(plain.cells) <= 1
            yield self._placed(plain.facts, plain.cells)
            return
        properties = properties_of(row, _ROW_PROPERTIES)
        if not _DELETED.isdisjoint(properties):
            self.story.flow.buckets.sweep("deleted", row)
            return
        with self.story.flow.inside():
            cells = self._cells(row)
            self._single = self._single and len(cells) <= 1
            if self._single and cells and next(cells[0].iter(TABLE), None) is not None:
                yield Frame(cells[0])
            else:
                yield self._placed(properties, cells)

    def _cells(self, row: Element) -> list[Element]:
        found = []
        for child in self.story.unwrapped(row, _CELLS):
            if child.tag == _CELL:
                found.append(child)
            else:
                self.story.flow.buckets.sweep("stray", child)
        return found

    def _placed(self, facts: dict[str, Element], cells: Sequence[PlainCell | Element]) -> list[GridCell]:
        """Put the cells of a row on the grid."""
        column = _number(facts, _BEFORE, 0)
        printed: list[GridCell] = []
        still: dict[int, GridCell] = {}
        for cell in cells:
            if not isinstance(cell, PlainCell):
                column = self._cell(cell, properties_of(cell, _CELL_PROPERTIES), column, printed, still)
            elif cell.facts:
                column = self._cell(cell, cell.facts, column, printed, still)
            else:
                printed.append(GridCell(column, 1, self._plain_lines(cell)))
                column += 1
        self._open = still
        column += _number(facts, _AFTER, 0)
        self.width = max(self.width, column)
        self.story.part.shared.count_cells(column)
        return printed

    def _cell(
        self,
        cell: PlainCell | Element,
        facts: dict[str, Element],
        column: int,
        printed: list[GridCell],
        still: dict[int, GridCell],
    ) -> int:
        """Place a cell that may be merged or deleted; return the column after it."""
        if not _DELETED.isdisjoint(facts):
            self._cover(cell, "deleted")
            return column
        span = max(1, _number(facts, _SPAN, 1))
        merge = _merge(facts, _DOWN)
        above = self._open.get(column)
        if merge == "continue" and above is not None:
            above.rowspan += 1
            still[column] = above
            self._cover(cell, "covered_cell")
        elif printed and _merge(facts, _ACROSS) == "continue":
            printed[-1].colspan += span
            self._cover(cell, "covered_cell")
        else:
            lines = self._plain_lines(cell) if isinstance(cell, PlainCell) else lines_of(self.story, cell)
            printed.append(GridCell(column, span, lines))
            if merge is not None:
                still[column] = printed[-1]
        return column + span

    def _cover(self, cell: PlainCell | Element, name: str) -> None:
        """Keep the text of a cell that does not print."""
        if not isinstance(cell, PlainCell):
            self.story.flow.buckets.sweep(name, cell)
            return
        for paragraph in cell.paragraphs:
            self.story.flow.buckets.add(name, "".join(paragraph.pieces))

    def _plain_lines(self, cell: PlainCell) -> list[str]:
        lines = []
        for paragraph in cell.paragraphs:
            text = self.story.printed(paragraph)
            if text:
                lines.append(text)
        return lines


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
