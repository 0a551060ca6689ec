"""Cells of one row to columns.

Where the format tells the columns, they are taken; where a dump prints a row's own cells first and pads the merged
ones, the printed cells keep their order and take the columns they fit best, all together; the rest is merged from
the row above, never across a section or a header.
"""

from collections.abc import Sequence

from normalizers.verbatim import Quote
from parsers.cell_looks import fit, looks_of
from parsers.document import Cell, Row
from parsers.grid import Grid, GridRow, is_ditto
from parsers.tracing import Note, notes_taken

_DOUBT = 0.5
_TELLING = frozenset({"process", "touchpoint", "needs", "channel", "features", "contacts"})
_NOTHING = float("-inf")


def place_cells(grid: Grid, row: Row, previous: GridRow | None, section: Quote | None) -> GridRow:
    """The body row that a printed row makes, merged cells and those that say "то же" filled from ``previous``."""
    made = _placed(grid, row, previous, section)
    if previous is not None:
        above = previous.cells
        made.cells = [above[c] if cell and is_ditto(cell.text) else cell for c, cell in enumerate(made.cells)]
    return made


def _placed(grid: Grid, row: Row, previous: GridRow | None, section: Quote | None) -> GridRow:
    width = grid.table.width
    printed = tuple(cell for cell in row.cells if cell.text.strip())
    if grid.table.merges_known:
        cells = _spread(row, width, previous)
        return GridRow(_inherit_blanks(grid, cells, previous), printed, section)
    if len(row.cells) >= width:
        cells = list(row.cells[:width])
        filled = _inherit_blanks(grid, cells, previous)
        return GridRow(filled, printed, section, inferred=filled != cells)
    columns, margin = best_columns(grid, row.cells)
    placed: list[Cell | None] = [None] * width
    for cell, column in zip(row.cells, columns, strict=True):
        placed[column] = cell
    taken = set(columns)
    merged = [placed[c] if c in taken or previous is None else previous.cells[c] for c in range(width)]
    made = GridRow(merged, printed, section, inferred=True)
    _tell(made, columns, margin)
    if margin < _DOUBT:
        grid.doubtful.append(made)
    return made


def _tell(row: GridRow, columns: Sequence[int], margin: float) -> None:
    notes = notes_taken()
    if notes is not None:
        taken = ", ".join(str(column + 1) for column in columns)
        said = f"columns {taken}, {margin:.2f} ahead of the second best"
        notes.append(Note("cells", "best_columns", row.spans, said))


def _spread(row: Row, width: int, previous: GridRow | None) -> list[Cell | None]:
    """Cells by their known columns; what a rowspan above covers is taken from there."""
    cells: list[Cell | None] = [None] * width
    covered = [False] * width
    for position, cell in enumerate(row.cells):
        start = cell.column if cell.column is not None else position
        for column in range(start, min(width, start + cell.colspan)):
            cells[column] = cell
            covered[column] = True
    if previous is not None:
        for column in range(width):
            if not covered[column]:
                cells[column] = previous.cells[column]
    return cells


def _inherit_blanks(grid: Grid, cells: Sequence[Cell | None], previous: GridRow | None) -> list[Cell | None]:
    """Blank cells that stand for a merge: those before the first filled one, and the whole of a row without a place.

    A blank note or contact of a row that names its own place is empty.
    """
    filled = [column for column, cell in enumerate(cells) if cell is not None and cell.text.strip()]
    if previous is None or not filled:
        return list(cells)
    place = grid.column("touchpoint")
    own_place = place is not None and place in filled
    first = filled[0]
    keeps = {"features", "contacts", "deadline", "responsible", "basis"}
    result: list[Cell | None] = []
    for column, cell in enumerate(cells):
        blank = cell is None or not cell.text.strip()
        merged = blank and (
            not own_place or column < first or grid.roles[column] in ("channel", "needs", "number", "process")
        )
        if merged and own_place and column > first and grid.roles[column] in keeps:
            merged = False
        if merged and own_place and grid.roles[column] == "number" and column >= first:
            merged = False
        result.append(previous.cells[column] if merged else cell)
    return result


def best_columns(grid: Grid, cells: Sequence[Cell]) -> tuple[list[int], float]:
    """Columns for the printed cells, in order, with the best sum of fits; and the margin over the second best.

    Dynamic programme over (cell, column): cost cells × columns.
    """
    width = grid.table.width
    scores = [[_score(grid, cell, column) for column in range(width)] for cell in cells]
    forward = _best_sums(scores, width)
    chosen = _trace(scores, forward, width)
    total = sum(scores[index][column] for index, column in enumerate(chosen))
    telling = [index for index, column in enumerate(chosen) if grid.roles[column] in _TELLING]
    return chosen, total - _second(scores, chosen, telling, width)


def _best_sums(scores: Sequence[Sequence[float]], width: int) -> list[list[float]]:
    """``sums[i][c]``: best sum of the first i cells within the first c columns."""
    sums = [[0.0] * (width + 1)]
    for row in scores:
        line = [_NOTHING] * (width + 1)
        for column in range(width):
            line[column + 1] = max(line[column], sums[-1][column] + row[column])
        sums.append(line)
    return sums


def _trace(scores: Sequence[Sequence[float]], sums: Sequence[Sequence[float]], width: int) -> list[int]:
    columns: list[int] = []
    column = width
    for index in range(len(scores), 0, -1):
        while sums[index][column] == sums[index][column - 1]:
            column -= 1
        column -= 1
        columns.append(column)
    return columns[::-1]


def _second(scores: Sequence[Sequence[float]], chosen: Sequence[int], telling: Sequence[int], width: int) -> float:
    """The best sum when one cell that tells of the place may not take its chosen column."""
    best = _NOTHING
    for index in telling:
        column = chosen[index]
        barred = [list(row) for row in scores]
        barred[index][column] = -50.0
        best = max(best, _best_sums(barred, width)[-1][width])
    return best


def _score(grid: Grid, cell: Cell, column: int) -> float:
    """Fit of looks, and likeness to what the column held before."""
    score = fit(grid.roles[column], looks_of(cell.text))
    text = cell.text.strip()
    if text and any(_same(row.cells[column], text) for row in grid.rows[-30:]):
        score += 2.0
    return score - 0.01 * column


def _same(cell: Cell | None, text: str) -> bool:
    return cell is not None and cell.text.strip().casefold() == text.casefold()
