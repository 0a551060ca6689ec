"""Parts of tables on single pages to whole tables: joined over pages, headers kept once, cut rows made whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parsers.pdf.cells import soften_page_break
from parsers.pdf.cut_rows import PageBreak
from parsers.pdf.habits import Habits
from parsers.pdf.layer import GridCell, GridPart, Line
from parsers.pdf.settings import PdfSettings

_MAX_HEADER = 6
_MOST_WALLS = 200


@dataclass(slots=True)
class WholeTable:
    """A table over all its pages. ``repeated`` are the lines of headers printed again.

    ``head`` are the cells of its first rows, ``foot`` those that reach the last row, ``habits`` what its columns show:
    a table may have a hundred thousand rows, and joining a page looks at no others.
    """

    walls: list[float]
    height: int
    cells: list[GridCell]
    ruled: bool
    last_page: int
    head: list[GridCell]
    foot: list[GridCell]
    habits: Habits = field(default_factory=Habits)
    repeated: list[Line] = field(default_factory=list)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.walls) - 1


def part_to_table(part: GridPart) -> WholeTable:
    """A table that begins with this part."""
    head = [cell for cell in part.cells if cell.row < _MAX_HEADER]
    foot = _reaching(part.cells, part.height)
    table = WholeTable(list(part.walls), part.height, list(part.cells), part.ruled, part.page, head, foot)
    table.habits.learn(part.cells, part.height)
    return table


def _reaching(cells: Iterable[GridCell], height: int) -> list[GridCell]:
    return [cell for cell in cells if cell.row + cell.rowspan == height]


def joins(table: WholeTable, part: GridPart, settings: PdfSettings) -> bool:
    """Whether a part that opens the next page goes on with the table: same edges, and columns that agree."""
    if part.page != table.last_page + 1 or part.ruled != table.ruled or len(table.walls) > _MOST_WALLS:
        return False
    few, many = sorted((table.walls, part.walls), key=len)
    tolerance = settings.same_place if table.ruled else 2 * settings.same_place
    edges = abs(few[0] - many[0]) <= tolerance and (abs(few[-1] - many[-1]) <= tolerance or not table.ruled)
    return edges and all(any(abs(wall - other) <= tolerance for other in many) for wall in few[:-1])


def join(table: WholeTable, part: GridPart, settings: PdfSettings) -> None:
    """Append a part. Postcondition: every line of it stands in a cell or in ``repeated``."""
    _same_walls(table, part, settings)
    cells = _without_header(table, part)
    height = max((cell.row + cell.rowspan for cell in cells), default=0)
    table.habits.learn(cells, height, first=1)
    pairs = _pairs(table.foot, [cell for cell in cells if cell.row == 0])
    page_break = PageBreak(pairs, table.habits, settings)
    shift = table.height - page_break.cut
    merged = page_break.joined()
    for upper, lower in merged:
        soften_page_break(upper, lower)
        upper.rowspan += lower.rowspan - page_break.cut
        upper.lines.extend(lower.lines)
        upper.bottom = lower.bottom
    gone = {id(lower) for _, lower in merged}
    added = [cell for cell in cells if id(cell) not in gone]
    for cell in added:
        cell.row += shift
    table.cells += added
    table.height, table.last_page = shift + height, part.page
    table.foot = _reaching([*(upper for upper, _ in merged), *added], table.height)


def _without_header(table: WholeTable, part: GridPart) -> list[GridCell]:
    """The cells of a part below the header it repeats, their rows counted from there."""
    skipped = _repeated_header(table, part)
    table.repeated += [line for cell in part.cells if cell.row < skipped for line in cell.lines]
    cells = [cell for cell in part.cells if cell.row >= skipped]
    for cell in cells:
        cell.row -= skipped
    return cells


def _pairs(above: Sequence[GridCell], top: Sequence[GridCell]) -> list[tuple[GridCell, GridCell]]:
    """Cells on both sides of the page break in the same columns; none unless all agree."""
    upper = {(cell.column, cell.colspan): cell for cell in above}
    if set(upper) != {(cell.column, cell.colspan) for cell in top}:
        return []
    return [(upper[cell.column, cell.colspan], cell) for cell in top]


def _same_walls(table: WholeTable, part: GridPart, settings: PdfSettings) -> None:
    """Give the table and the part one set of columns."""
    tolerance = settings.same_place if table.ruled else 2 * settings.same_place
    walls = list(table.walls)
    for wall in part.walls[:-1] if not table.ruled else part.walls:
        if all(abs(wall - other) > tolerance for other in walls):
            walls.append(wall)
    walls.sort()
    if len(walls) != len(table.walls):
        _renumber(table.cells, table.walls, walls)
        table.habits = Habits()
        table.habits.learn(table.cells, table.height)
    _renumber(part.cells, part.walls, walls)
    table.walls = walls


def _renumber(cells: Sequence[GridCell], old: Sequence[float], new: Sequence[float]) -> None:
    if len(old) == len(new):
        return
    place = [min(range(len(new)), key=lambda index: abs(new[index] - wall)) for wall in old]
    place[-1] = max(place[-1], place[-2] + 1) if len(place) > 1 else place[-1]
    for cell in cells:
        end = place[cell.column + cell.colspan]
        cell.column = place[cell.column]
        cell.colspan = end - cell.column


def _repeated_header(table: WholeTable, part: GridPart) -> int:
    """How many rows at the top of a part print the table's header again, whole or its row of column numbers alone."""
    shown, known = _rows(part.cells, _MAX_HEADER), _rows(table.head, _MAX_HEADER)
    for first in range(len(known)):
        count = 0
        while count < min(len(shown), len(known) - first, part.height - 1) and shown[count] == known[first + count]:
            count += 1
        if count and (first == 0 or _numbers(known[first])):
            return _whole_rows(part.cells, count)
    return 0


def _rows(cells: Sequence[GridCell], count: int) -> list[list[tuple[int, int, int, str]]]:
    """The first rows as comparable values; empty ones end them."""
    rows: list[list[tuple[int, int, int, str]]] = [[] for _ in range(count)]
    for cell in cells:
        if cell.row < count:
            rows[cell.row].append((cell.column, cell.colspan, cell.rowspan, cell.key))
    kept = []
    for row in rows:
        if not any(key for *_, key in row):
            break
        kept.append(sorted(row))
    return kept


def _numbers(row: Sequence[tuple[int, int, int, str]]) -> bool:
    """Whether a row numbers the columns."""
    return len(row) > 1 and [key for *_, key in row] == [str(number + 1) for number in range(len(row))]


def _whole_rows(cells: Sequence[GridCell], count: int) -> int:
    """The rows, less those that a cell merged beyond them holds together."""
    while count and any(cell.row < count < cell.row + cell.rowspan for cell in cells):
        count -= 1
    return count
