"""Rules to grids of cells: what no rule parts is one cell, so merged cells come with their true spans.

Stages: rules -> straightened rules -> connected groups -> grid -> cells. The geometry is that of pdfplumber's table
finder (snap, join, intersect); cells are found by walls between neighbours, which takes time linear in the grid.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf.layer import GridCell, Rule
from parsers.pdf.settings import PdfSettings


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: the places of its column and row walls, its cells, and who owns each square of the grid."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    owner: list[list[int]]

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """The cell around a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if not (0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1):
            return None
        index = self.owner[row][column]
        return self.cells[index] if index >= 0 else None

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
    straight = straighten(rules, settings)
    if len(straight) > settings.max_rules:
        return []
    grids = []
    for group in connected(straight, settings):
        grid = group_to_grid(group, settings)
        if grid and len(grid.cells) > 1:
            grids.append(grid)
    return [grid for grid in grids if not any(other is not grid and other.holds(grid) for other in grids)]


def straighten(rules: Sequence[Rule], settings: PdfSettings) -> list[Rule]:
    """Rules that lie on nearly the same line are put on it, and joined where they nearly meet."""
    found: list[Rule] = []
    for vertical in (False, True):
        some = sorted((rule for rule in rules if rule.vertical == vertical), key=_place)
        start = 0
        for index in range(1, len(some) + 1):
            if index == len(some) or some[index].at - some[index - 1].at > settings.snap:
                found.extend(_joined(some[start:index], settings.join))
                start = index
    return found


def _place(rule: Rule) -> float:
    return rule.at


def _joined(rules: Sequence[Rule], tolerance: float) -> list[Rule]:
    """Rules of one line, overlapping or touching ones made one."""
    at = sum(rule.at for rule in rules) / len(rules)
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        if found and rule.start <= found[-1].end + tolerance:
            found[-1] = found[-1]._replace(end=max(found[-1].end, rule.end))
        else:
            found.append(rule._replace(at=at))
    return found


def connected(rules: Sequence[Rule], settings: PdfSettings) -> list[list[Rule]]:
    """Groups of rules that cross or touch each other."""
    parents = list(range(len(rules)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    across = sorted((rule.at, index) for index, rule in enumerate(rules) if not rule.vertical)
    places = [at for at, _ in across]
    reach = settings.touch
    for index, rule in enumerate(rules):
        if not rule.vertical:
            continue
        first, last = bisect_left(places, rule.start - reach), bisect_right(places, rule.end + reach)
        for _, other in across[first:last]:
            if rules[other].start - reach <= rule.at <= rules[other].end + reach:
                parents[root(index)] = root(other)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return [group for group in groups.values() if len(group) > 2]


def group_to_grid(rules: Sequence[Rule], settings: PdfSettings) -> Grid | None:
    """The grid of connected rules, its open sides closed."""
    across = [rule for rule in rules if not rule.vertical]
    down = [rule for rule in rules if rule.vertical]
    xs, ys = _places(down), _places(across)
    down += _open_sides(across, xs, settings, vertical=True)
    across += _open_sides(down, ys, settings, vertical=False)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > settings.max_grid:
        return None
    lower = _walls(across, ys, xs)
    right = _walls(down, xs, ys)
    return _cells(xs, ys, lower, right)


def _places(rules: Sequence[Rule]) -> list[float]:
    return sorted({rule.at for rule in rules})


def _open_sides(crossing: Sequence[Rule], places: list[float], settings: PdfSettings, vertical: bool) -> list[Rule]:
    """Walls for the sides of a table that is drawn without them: where two rules or more stick out by a column."""
    added = []
    for side in (min, max):
        outer = side(rule.start if side is min else rule.end for rule in crossing)
        edge = side(places) if places else None
        if edge is not None and abs(outer - edge) <= settings.open_side:
            continue
        reaching = [
            rule.at for rule in crossing if abs((rule.start if side is min else rule.end) - outer) <= settings.snap
        ]
        if len(reaching) > 1:
            added.append(Rule(vertical, outer, min(reaching), max(reaching)))
            places.insert(0 if side is min else len(places), outer)
    return added


def _walls(rules: Sequence[Rule], places: Sequence[float], crossing: Sequence[float]) -> list[list[bool]]:
    """For every place, which stretches between the crossing places a rule covers."""
    index = {at: position for position, at in enumerate(places)}
    middles = [(a + b) / 2 for a, b in pairwise(crossing)]
    walls = [[False] * len(middles) for _ in places]
    for rule in rules:
        row = walls[index[rule.at]]
        for position in range(bisect_left(middles, rule.start), bisect_right(middles, rule.end)):
            row[position] = True
    return walls


def _cells(xs: list[float], ys: list[float], lower: list[list[bool]], right: list[list[bool]]) -> Grid:
    """Squares that no wall parts, as rectangles in reading order; what lies open to the outside is none."""
    columns, rows = len(xs) - 1, len(ys) - 1
    owner = [[-1] * columns for _ in range(rows)]
    outside = _outside(columns, rows, lower, right)
    cells: list[GridCell] = []
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] >= 0 or (row, column) in outside:
                continue
            colspan = 1
            while column + colspan < columns and _free(right, column + colspan, row, owner, outside):
                colspan += 1
            rowspan = 1
            while row + rowspan < rows and _open_below(lower, right, row + rowspan, column, colspan, owner):
                rowspan += 1
            for r in range(row, row + rowspan):
                owner[r][column : column + colspan] = [len(cells)] * colspan
            cells.append(
                GridCell(row, column, rowspan, colspan, xs[column], xs[column + colspan], [], ys[row + rowspan])
            )
    return Grid(xs, ys, cells, owner)


def _free(
    right: list[list[bool]], column: int, row: int, owner: list[list[int]], outside: set[tuple[int, int]]
) -> bool:
    return not right[column][row] and owner[row][column] < 0 and (row, column) not in outside


def _open_below(
    lower: list[list[bool]], right: list[list[bool]], row: int, column: int, colspan: int, owner: list[list[int]]
) -> bool:
    """Whether a cell goes on into a row: no wall above it or within it, and nobody there."""
    squares = range(column, column + colspan)
    return not any(lower[row][c] or owner[row][c] >= 0 for c in squares) and not any(right[c][row] for c in squares[1:])


def _outside(columns: int, rows: int, lower: list[list[bool]], right: list[list[bool]]) -> set[tuple[int, int]]:
    """Squares that one can walk to from outside the grid without crossing a wall."""
    first, last = [line[0] for line in lower], [line[-1] for line in lower]
    upmost, lowest = [line[0] for line in right], [line[-1] for line in right]
    border = [(0, c) for c in _openings(lower[0], upmost)]
    border += [(rows - 1, c) for c in _openings(lower[rows], lowest)]
    border += [(r, 0) for r in _openings(right[0], first)]
    border += [(r, columns - 1) for r in _openings(right[columns], last)]
    found: set[tuple[int, int]] = set()
    while border:
        row, column = border.pop()
        if (row, column) in found:
            continue
        found.add((row, column))
        for r, c, wall in (
            (row - 1, column, lower[row][column]),
            (row + 1, column, lower[row + 1][column]),
            (row, column - 1, right[column][row]),
            (row, column + 1, right[column + 1][row]),
        ):
            if not wall and 0 <= r < rows and 0 <= c < columns:
                border.append((r, c))
    return found


def _openings(side: Sequence[bool], partitions: Sequence[bool]) -> list[int]:
    """Squares of a side that lie open; a stretch between two partitions is a cell with a side not drawn."""
    found: list[int] = []
    start = 0
    while start < len(side):
        stop = start
        while stop < len(side) and not side[stop] and (stop == start or not partitions[stop]):
            stop += 1
        if stop > start and not (partitions[start] and partitions[stop]):
            found.extend(range(start, stop))
        start = max(stop, start + 1)
    return found
