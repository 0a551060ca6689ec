"""Rules to grids of cells: what no rule parts is one cell, so merged cells come with their true spans.

Stages: rules -> edges -> crossings -> cells -> tables -> grids; all but the last are those of pdfplumber's table
finder, fed with the rules of pdfium instead of pdfminer's layout.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from parsers.pdf.edges import rules_to_crossings
from parsers.pdf.layer import GridCell, Rule
from parsers.pdf.settings import PdfSettings

Box = tuple[float, float, float, float]
_LEAST_RULES = 3


class Place(NamedTuple):
    """Squares of a grid: the first row and column, and those after the last."""

    row: int
    column: int
    below: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: the places of its column and row walls, its cells, and who owns each square of the grid."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    owner: list[list[GridCell | None]]

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """The cell around a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if not (0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1):
            return None
        return self.owner[row][column]

    def holds(self, other: "Grid") -> bool:
        """Whether another grid stands inside this one."""
        return (
            self.xs[0] <= other.xs[0]
            and self.ys[0] <= other.ys[0]
            and self.xs[-1] >= other.xs[-1]
            and self.ys[-1] >= other.ys[-1]
        )


def rules_to_grids(rules: Sequence[Rule], settings: PdfSettings) -> list[Grid]:
    """All drawn tables of two cells or more; one inside a cell of another belongs to that cell's text."""
    if len(rules) < _LEAST_RULES:
        return []
    from pdfplumber.table import cells_to_tables, intersections_to_cells

    cells = intersections_to_cells(rules_to_crossings(rules, settings))
    grids = [boxes_to_grid(boxes) for boxes in cells_to_tables(cells)]
    return [grid for grid in grids if not any(other is not grid and other.holds(grid) for other in grids)]


def boxes_to_grid(boxes: Sequence[Box]) -> Grid:
    """Cells of one table as rectangles (x0, top, x1, bottom) to its grid. Postcondition: no two cells overlap."""
    xs = sorted({x for x0, _, x1, _ in boxes for x in (x0, x1)})
    ys = sorted({y for _, top, _, bottom in boxes for y in (top, bottom)})
    grid = Grid(xs, ys, [], [[None] * (len(xs) - 1) for _ in ys[1:]])
    for x0, top, x1, bottom in sorted(boxes, key=_area):
        place = Place(bisect_left(ys, top), bisect_left(xs, x0), bisect_left(ys, bottom), bisect_left(xs, x1))
        for part in _free_parts(grid, place):
            _add(grid, part)
    grid.cells.sort(key=attrgetter("row", "column"))
    return grid


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _free_parts(grid: Grid, place: Place) -> list[Place]:
    """A place as it is, or what smaller cells leave of it, row by row.

    Where a drawing leaves two walls of one corner out, the finder gives a cell that lies over its smaller neighbours.
    """
    row, column, below, right = place
    if not any(owned for line in grid.owner[row:below] for owned in line[column:right]):
        return [place]
    found = []
    for at in range(row, below):
        squares = groupby(enumerate(grid.owner[at][column:right], column), key=_is_free)
        runs = [[square for square, _ in run] for free, run in squares if free]
        found += [Place(at, run[0], at + 1, run[-1] + 1) for run in runs]
    return found


def _is_free(square: tuple[int, GridCell | None]) -> bool:
    return square[1] is None


def _add(grid: Grid, place: Place) -> None:
    row, column, below, right = place
    cell = GridCell(row, column, below - row, right - column, grid.xs[column], grid.xs[right], [], grid.ys[below])
    grid.cells.append(cell)
    for line in grid.owner[row:below]:
        line[column:right] = [cell] * (right - column)
