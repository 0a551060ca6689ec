"""Tables without rules: lines whose parts stand in columns that white space divides from top to bottom.

Stages: lines -> stretches that share gutters -> columns -> rows. Where cells merge over rows cannot be seen here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from parsers.pdf_layer import GridCell, GridPart, Line, PageContent
from parsers.pdf_settings import PdfSettings

_NUMBER = re.compile(r"(?:№\s*)?\d{1,4}(?:\.\d{1,4})*[.)]?|№|N|№ ?п/?п|N ?п/?п", re.IGNORECASE)
_FAR = 1e9
Gap = tuple[float, float]


@dataclass(slots=True)
class Stretch:
    """Lines that share gutters; ``across`` are the indices of those that run over all columns (section rows)."""

    lines: list[Line]
    gutters: list[Gap]
    across: set[int] = field(default_factory=set)


def find_columns(page: PageContent, settings: PdfSettings) -> None:
    """Put the tables without rules of a page in the place of their lines."""
    items: list[Line | GridPart] = []
    position = 0
    while position < len(page.items):
        stretch = _stretch(page.items, position, settings)
        if stretch:
            items.append(_table(stretch, page.number, settings))
            position += len(stretch.lines)
        else:
            items.append(page.items[position])
            position += 1
    page.items = items


def _stretch(items: Sequence[Line | GridPart], start: int, settings: PdfSettings) -> Stretch | None:
    """The lines of a table that begins at ``start``, if one begins there."""
    first = items[start]
    if not isinstance(first, Line) or not first.pieces:
        return None
    found = Stretch([first], _inner_gaps(first, settings))
    for index in range(start + 1, len(items)):
        item = items[index]
        if not isinstance(item, Line) or not _near(found.lines[-1], item):
            break
        left = _kept(found.gutters, item, settings)
        if left:
            found.gutters = left
        elif _goes_on_below(items, index, found.gutters, settings):
            found.across.add(len(found.lines))
        else:
            break
        found.lines.append(item)
    while found.lines and not found.lines[-1].pieces and found.lines[-1].x1 <= found.gutters[0][0]:
        found.lines.pop()
    return found if _is_table(found, settings) else None


def _goes_on_below(
    items: Sequence[Line | GridPart], index: int, gutters: Sequence[Gap], settings: PdfSettings
) -> bool:
    """Whether a line over all columns is a section row: columns go on at most one more such line below."""
    for item in items[index + 1 : index + 3]:
        if not isinstance(item, Line) or not _near(item, item):
            return False
        if item.pieces and _kept(gutters, item, settings):
            return True
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
        if both - len(stretch.across) < settings.min_column_lines - (len(stretch.gutters) > 1):
            return False
    return True


def _table(stretch: Stretch, page: int, settings: PdfSettings) -> GridPart:
    """The grid of a stretch."""
    lines = stretch.lines
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middles = [(a + b) / 2 for a, b in stretch.gutters]
    bounds = [left, *middles, right]
    split = [_by_column(line, middles) for line in lines]
    starts = _row_starts(lines, split, stretch.across, settings)
    cells: list[GridCell] = []
    for number, (first, last) in enumerate(pairwise([*starts, len(lines)])):
        if first in stretch.across:
            cells.append(GridCell(number, 0, 1, len(middles) + 1, left, right, list(lines[first:last])))
            continue
        for column in range(len(middles) + 1):
            inside = [line[column] for line in split[first:last] if column in line]
            cells.append(GridCell(number, column, 1, 1, bounds[column], bounds[column + 1], inside))
    return GridPart(page, bounds, len(starts), cells, lines[0].top, lines[-1].bottom, ruled=False)


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


def _row_starts(
    lines: Sequence[Line], split: Sequence[dict[int, Line]], across: set[int], settings: PdfSettings
) -> list[int]:
    """Indices of the lines that begin a row: after more space, or by what stands in the first column."""
    distances = [after.base - before.base for before, after in pairwise(lines)]
    usual = sorted(distances)[len(distances) // 4] if distances else 0.0
    spaced = [index + 1 for index, distance in enumerate(distances) if distance > settings.pitch_slack * usual]
    sections = {index for index in across if index - 1 not in across}
    sections |= {index + 1 for index in across if index + 1 not in across}
    numbered = _numbered(split)
    if numbered:
        spaced = numbered
    elif len(spaced) * 5 < len(lines):
        spaced += [index for index in range(1, len(lines)) if _begins(split, index)]
    return sorted({0, *sections, *(index for index in spaced if index not in across)})


def _numbered(split: Sequence[dict[int, Line]]) -> list[int]:
    """Lines whose first column holds a number, where that column holds hardly anything else."""
    filled = [(index, line[0].text.strip()) for index, line in enumerate(split) if 0 in line]
    numbers = [index for index, text in filled if _NUMBER.fullmatch(text)]
    return numbers if len(numbers) > 1 and len(numbers) * 3 >= len(filled) * 2 else []


def _begins(split: Sequence[dict[int, Line]], index: int) -> bool:
    """A filled first column after a blank one, or every column filled."""
    line, before = split[index], split[index - 1]
    if 0 not in line:
        return False
    return 0 not in before or len(line) == len(max(split, key=len)) and len(line) > 1
