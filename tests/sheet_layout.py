"""Tables of a text as real tables: the cells merged that their grid found to be so, sections over the whole width."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.document import Cell, Row, Table
from parsers.grid import Grid, GridRow
from tests.pieces import Box, Sheet


def table_to_sheet(table: Table, grid: Grid | None) -> Sheet:
    """A table whose merges the text prints is taken as it is; of another its grid tells."""
    if table.merges_known or grid is None:
        return Sheet(tuple(_as_printed(row, table.width) for row in table.rows), table.width)
    return _Merging(table, grid).sheet()


def lines_of(cell: Cell) -> tuple[str, ...]:
    bounds = [0, *cell.breaks, len(cell.text)]
    return tuple(line for start, end in pairwise(bounds) if (line := cell.text[start:end].strip()))


def _as_printed(row: Row, width: int) -> tuple[Box, ...]:
    boxes = [
        Box(lines_of(cell), position if cell.column is None else cell.column, cell.colspan, cell.rowspan)
        for position, cell in enumerate(row.cells[:width])
    ]
    if any(cell.column is not None for cell in row.cells):
        return tuple(boxes)
    return (*boxes, *(Box((), column) for column in range(len(boxes), width)))


class _Merging:
    """Walks the rows of a table beside those of its grid."""

    def __init__(self, table: Table, grid: Grid) -> None:
        self.table = table
        self.grid = grid
        self.read = {row.spans[0].start: row for row in grid.rows if row.spans}
        self.sections = {quote.spans[0].start for quote in grid.sections}
        self.above: dict[int, tuple[Cell, Box]] = {}

    def sheet(self) -> Sheet:
        body = (i for i, row in enumerate(self.table.rows) if self._read(row) or self._is_section(row))
        header = next(body, len(self.table.rows))
        rows = [*_header(self.table.rows[:header], self.grid), *map(self._row, self.table.rows[header:])]
        return Sheet(tuple(rows), self.table.width, header)

    def _read(self, row: Row) -> GridRow | None:
        starts = (span.start for cell in row.cells for span in cell.spans)
        return next((self.read[start] for start in starts if start in self.read), None)

    def _is_section(self, row: Row) -> bool:
        filled = [cell for cell in row.cells if cell.text.strip()]
        return bool(filled) and any(
            span.start <= start < span.end for span in filled[-1].spans for start in self.sections
        )

    def _row(self, row: Row) -> tuple[Box, ...]:
        found = self._read(row)
        if found is not None:
            return self._merged(found)
        self.above = {}
        return _wide(row, self.table.width) if self._is_section(row) else _as_printed(row, self.table.width)

    def _merged(self, row: GridRow) -> tuple[Box, ...]:
        """The boxes that begin in this row; a cell that is the one above reaches down."""
        boxes = []
        now: dict[int, tuple[Cell, Box]] = {}
        for column, cell in enumerate(row.cells):
            if cell is not None and column in self.above and self.above[column][0] is cell:
                now[column] = self.above[column]
                now[column][1].rowspan += 1
                continue
            boxes.append(Box(lines_of(cell) if cell else (), column))
            if cell is not None:
                now[column] = (cell, boxes[-1])
        self.above = now
        return tuple(boxes)


def _wide(row: Row, width: int) -> tuple[Box, ...]:
    """A section over the width of the table, its number in a cell of its own where the text has it so."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if len(filled) == 1:
        return (Box(lines_of(filled[0]), 0, width),)
    return Box(lines_of(filled[0]), 0), Box(lines_of(filled[1]), 1, width - 1)


def _header(rows: Sequence[Row], grid: Grid) -> Iterator[tuple[Box, ...]]:
    """Header rows; where a second hangs under a group of the first, the group spans and the others reach down."""
    width = grid.table.width
    if len(rows) < 2 or len(rows[0].cells) == width or len(rows[0].cells) - 1 + len(rows[1].cells) != width:
        yield from (_as_printed(row, width) for row in rows)
        return
    upper, lower = rows[0].cells, rows[1].cells
    group = next(i for i, cell in enumerate(upper) if grid.headers[i].endswith(f"({cell.text})"))
    column, boxes = 0, []
    for index, cell in enumerate(upper):
        size = len(lower) if index == group else 1
        boxes.append(Box(lines_of(cell), column, size, 1 if index == group else 2))
        column += size
    yield tuple(boxes)
    yield tuple(Box(lines_of(cell), group + offset) for offset, cell in enumerate(lower))
    yield from (_as_printed(row, width) for row in rows[2:])
