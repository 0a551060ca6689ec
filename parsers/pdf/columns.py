"""Tables without rules: lines whose parts stand in columns that white space divides from top to bottom.

Stages: lines -> stretches that share gutters -> columns -> rows. Where cells merge over rows cannot be seen here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from parsers.pdf.column_rows import row_starts
from parsers.pdf.layer import GridCell, GridPart, Line, PageContent
from parsers.pdf.paragraphs import starts_with_marker
from parsers.pdf.settings import PdfSettings

_FAR = 1e9
_SAME_SIZE = 0.6
_OPENING = 12
_SECTION_LINES = 2
_MARKER_LENGTH = 9
_LEAST_RULES = 3
Gap = tuple[float, float]


@dataclass(slots=True)
class Stretch:
    """Lines that share gutters; ``across`` are the indices of those that run over all columns (section rows).

    ``opening`` are the first lines of the table, to know its header when it is printed again.
    """

    lines: list[Line]
    gutters: list[Gap]
    across: set[int] = field(default_factory=set)
    walls: list[float] = field(default_factory=list)
    opening: tuple[str, ...] = ()


def find_columns(pages: Sequence[PageContent], settings: PdfSettings) -> None:
    """Put the tables without rules in the place of their lines; one that ends a page may go on on the next."""
    before: Stretch | None = None
    for page, following in zip(pages, [*pages[1:], None], strict=True):
        items: list[Line | GridPart] = []
        position = 0
        while position < len(page.items):
            stretch = _stretch(page.items, position, settings, before if position == 0 else None)
            before = None
            if stretch:
                _end_at_last_rule(stretch, page.long_rules)
                _add_last_section(stretch, page.items[position + len(stretch.lines) :], following)
                items.append(_table(stretch, page.number, settings))
                position += len(stretch.lines)
                before = stretch
            else:
                items.append(page.items[position])
                position += 1
        page.items = items


def _end_at_last_rule(stretch: Stretch, rules: Sequence[float]) -> None:
    """Leave out the lines below the last of the rules that part the rows of a table across its width only."""
    first, last = stretch.lines[0], stretch.lines[-1]
    own = [at for at in rules if first.top - first.size < at < last.bottom + last.size]
    kept = sum(line.top < max(own, default=0.0) for line in stretch.lines)
    if len(own) >= _LEAST_RULES and kept:
        del stretch.lines[kept:]
        stretch.across = {index for index in stretch.across if index < kept}


def _add_last_section(stretch: Stretch, rest: Sequence[Line | GridPart], following: PageContent | None) -> None:
    """Take in a section row that ends the page, where the table's header opens the next one."""
    first = following.items[0] if following and following.items else None
    if not isinstance(first, Line) or first.text != stretch.opening[0] or len(rest) > _SECTION_LINES:
        return
    lines = [item for item in rest if isinstance(item, Line) and abs(item.size - stretch.lines[0].size) < _SAME_SIZE]
    if len(lines) == len(rest):
        stretch.across |= {len(stretch.lines) + index for index in range(len(lines))}
        stretch.lines += lines


def _stretch(
    items: Sequence[Line | GridPart], start: int, settings: PdfSettings, before: Stretch | None
) -> Stretch | None:
    """The lines of a table that begins at ``start``, or goes on there from the page before."""
    first = items[start]
    if not isinstance(first, Line):
        return None
    found = None
    if before:
        found = _carried_on(items, start, first, before, settings)
    if found is None and first.pieces:
        found = _grown(items, start, Stretch([first], _inner_gaps(first, settings), opening=(first.text,)), settings)
        if not _is_table(found, settings):
            return None
    if found and not found.walls:
        found.walls = _bounds(found)
        found.opening = tuple(line.text for line in found.lines[:_OPENING])
    return found


def _carried_on(
    items: Sequence[Line | GridPart], start: int, first: Line, before: Stretch, settings: PdfSettings
) -> Stretch | None:
    """The rest of a table that ended the page before, if the first line fits its columns or is a section row of it."""
    found = Stretch([first], before.gutters, walls=before.walls, opening=before.opening)
    left = _kept(before.gutters, first, settings)
    if left:
        found.gutters = left
    elif _is_section(first, before.lines[-1]) and _goes_on_below(items, start, before, settings):
        found.across.add(0)
    else:
        return None
    found = _grown(items, start, found, settings)
    return found if any(line.pieces for line in found.lines) and not _hanging_list(found) else None


def _grown(items: Sequence[Line | GridPart], start: int, found: Stretch, settings: PdfSettings) -> Stretch:
    """A stretch with the lines below that leave its gutters open."""
    for index in range(start + 1, len(items)):
        item = items[index]
        if not isinstance(item, Line) or not _near(found.lines[-1], item):
            break
        left = _kept(found.gutters, item, settings)
        if left:
            found.gutters = left
        elif _is_section(item, found.lines[0]) and _goes_on_below(items, index, found, settings):
            found.across.add(len(found.lines))
        else:
            break
        found.lines.append(item)
    while len(found.lines) > 1 and not found.lines[-1].pieces and found.lines[-1].x1 <= found.gutters[0][0]:
        found.lines.pop()
    return found


def _bounds(stretch: Stretch) -> list[float]:
    """The column walls of a stretch: its edges, and the middles of its gutters."""
    left, right = min(line.x0 for line in stretch.lines), max(line.x1 for line in stretch.lines)
    return [left, *((a + b) / 2 for a, b in stretch.gutters), right]


def _is_section(line: Line, row: Line) -> bool:
    """Whether a line over all columns can be a section row: the size of the rows, and no rest of a sentence."""
    return abs(line.size - row.size) < _SAME_SIZE and not line.text[0].islower()


def _goes_on_below(items: Sequence[Line | GridPart], index: int, stretch: Stretch, settings: PdfSettings) -> bool:
    """Whether a line over all columns is a section row: columns go on at most one more such line below.

    Where the header comes again, the line is the caption of another table.
    """
    for item in items[index + 1 : index + 3]:
        if not isinstance(item, Line) or not _near(item, item):
            return False
        if item.pieces and _kept(stretch.gutters, item, settings):
            return item.text != stretch.opening[0]
        if item.pieces:
            return False
    return False


def _near(before: Line, line: Line) -> bool:
    return line.base - before.base < 3.2 * max(before.size, line.size) and abs(line.size - before.size) < 2.5


def _inner_gaps(line: Line, settings: PdfSettings) -> list[Gap]:
    least = settings.wide_gap * line.size
    return [(a.x1, b.x0) for a, b in pairwise(line.pieces) if b.x0 - a.x1 >= least]


def _kept(gutters: Sequence[Gap], line: Line, settings: PdfSettings) -> list[Gap]:
    """What a line leaves of the gutters; nothing if it fills one of them."""
    parts = line.pieces or (line,)
    gaps = [(-_FAR, parts[0].x0), *((a.x1, b.x0) for a, b in pairwise(parts)), (parts[-1].x1, _FAR)]
    kept = []
    for left, right in gutters:
        best = max((min(right, end) - max(left, start), start, end) for start, end in gaps)
        if best[0] < settings.gutter * line.size:
            return []
        kept.append((max(left, best[1]), min(right, best[2])))
    return kept


def _is_table(stretch: Stretch, settings: PdfSettings) -> bool:
    """Enough lines stand on both sides of every gutter."""
    if len(stretch.lines) < settings.min_column_lines:
        return False
    for left, right in stretch.gutters:
        both = sum(line.x0 < left + 1 and line.x1 > right - 1 for line in stretch.lines)
        if both - len(stretch.across) < settings.min_column_lines:
            return False
    return not _hanging_list(stretch)


def _hanging_list(stretch: Stretch) -> bool:
    """Two columns of which the first holds markers: a list whose items hang, no table.

    A justified line of an item may be torn apart where the gutter is, so not every word on the left is a marker.
    """
    if len(stretch.gutters) > 1:
        return False
    left = [line.pieces[0].text for line in stretch.lines if line.pieces and line.x0 < stretch.gutters[0][0]]
    markers = [starts_with_marker(text + " ") and len(text) < _MARKER_LENGTH for text in left]
    return not markers or (markers[0] and 2 * sum(markers) >= len(markers))


def _table(stretch: Stretch, page: int, settings: PdfSettings) -> GridPart:
    """The grid of a stretch."""
    lines = stretch.lines
    bounds, middles = stretch.walls, stretch.walls[1:-1]
    split = [_by_column(line, middles) for line in lines]
    starts = row_starts(lines, split, stretch.across, stretch.opening, settings)
    cells: list[GridCell] = []
    for number, (first, last) in enumerate(pairwise([*starts, len(lines)])):
        if first in stretch.across:
            cells.append(GridCell(number, 0, 1, len(middles) + 1, bounds[0], bounds[-1], list(lines[first:last])))
            continue
        for column in range(len(middles) + 1):
            inside = [line[column] for line in split[first:last] if column in line]
            cells.append(GridCell(number, column, 1, 1, bounds[column], bounds[column + 1], inside))
    return GridPart(page, list(bounds), len(starts), cells, lines[0].top, lines[-1].bottom, ruled=False)


def _by_column(line: Line, middles: Sequence[float]) -> dict[int, Line]:
    """The parts of a line by the column they stand in; parts of one column are one."""
    found: dict[int, Line] = {}
    for part in line.pieces or (line,):
        column = sum(part.x0 > middle for middle in middles)
        found[column] = _together(found[column], part) if column in found else part
    return found


def _together(first: Line, second: Line) -> Line:
    return Line(
        first.page, f"{first.text} {second.text}", first.x0, second.x1, first.top, first.bottom, first.base,
        first.size, first.head, first.second,
    )  # fmt: skip
