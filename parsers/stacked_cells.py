"""Paragraphs of one row to cells: items of a list are one cell, and what is left takes the columns that it fits.

A dump of this kind prints no empty cell and does not tell where a cell of several paragraphs ends.
"""

import re
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from parsers.cell_looks import fit, looks_of
from parsers.markers import Kind, marker_of
from parsers.stacked_paragraphs import Par, join

_SKIP = -1.0
_STAY = -1.5
_ITEMS = frozenset({Kind.BULLET, Kind.ITEM, Kind.LETTER, Kind.INTEGER})
_GOES_ON = re.compile(r"\([а-яё]")
_NOTHING = float("-inf")


def pars_to_cells(pars: Sequence[Par]) -> list[Par]:
    """Join what is surely one cell: items of a list, what follows a comma or a semicolon, a bracket."""
    cells: list[list[Par]] = []
    for par in pars:
        if cells and _same_cell(cells[-1][-1], par):
            cells[-1].append(par)
        else:
            cells.append([par])
    return [reduce(join, cell) for cell in cells]


def _same_cell(before: Par, par: Par) -> bool:
    looks = looks_of(par.text)
    if "channel_only" in looks or "number" in looks:
        return False
    kind, above = marker_of(par.text).kind, marker_of(before.text).kind
    if kind in _ITEMS and (kind is above or before.text.endswith((":", ";"))):
        return True
    if before.text.endswith((",", ":")) or _GOES_ON.match(par.text):
        return True
    return before.text.endswith(";") and not looks & {"contact", "place"}


def cells_to_rows(cells: Sequence[Par], roles: Sequence[str | None], wrap: bool) -> list[list[Par]]:
    """Cells to rows of at most one cell a column; with ``wrap`` a new row begins where the columns begin anew.

    Cells that fall into one column are joined. Dynamic programme over (cell, column), best sum of fits.
    """
    if not cells or not roles:
        return []
    rows: list[list[Par]] = [[]]
    last = -1
    for cell, (column, fresh) in zip(cells, _best_columns(cells, roles, wrap), strict=True):
        if fresh and rows[-1]:
            rows.append([])
            last = -1
        if column == last:
            rows[-1][-1] = join(rows[-1][-1], cell)
        else:
            rows[-1].append(cell)
        last = column
    return rows


def mean_fit(cells: Sequence[Par], roles: Sequence[str | None]) -> float:
    """How well cells fill rows of these columns, as the mean of a cell."""
    if not cells or not roles:
        return 0.0
    columns = _best_columns(cells, roles, wrap=True)
    total = sum(fit(roles[column], looks_of(cell.text)) for cell, (column, _) in zip(cells, columns, strict=True))
    joints = sum(first == second for (first, _), (second, fresh) in pairwise(columns) if not fresh)
    rows = 1 + sum(fresh for _, fresh in columns)
    return (total + _STAY * joints + _SKIP * (rows * len(roles) - len(cells) + joints)) / len(cells)


Step = tuple[int, bool]


def _best_columns(cells: Sequence[Par], roles: Sequence[str | None], wrap: bool) -> list[Step]:
    """For each cell its column, and whether it opens a row."""
    width = len(roles)
    fits = [[fit(role, looks_of(cell.text)) for role in roles] for cell in cells]
    sums = [fits[0][column] + _SKIP * column for column in range(width)]
    trace: list[list[Step]] = []
    for row in fits[1:]:
        steps = [_best_step(sums, column, wrap) for column in range(width)]
        trace.append([(before, fresh) for _, before, fresh in steps])
        sums = [total + score for (total, _, _), score in zip(steps, row, strict=True)]
    if not wrap:
        sums = [total + _SKIP * (width - 1 - column) for column, total in enumerate(sums)]
    return _walk_back(trace, max(range(width), key=lambda column: sums[column]))


def _best_step(sums: Sequence[float], column: int, wrap: bool) -> tuple[float, int, bool]:
    """The best way to a column: from a column before, from itself, or (``wrap``) from the end of the row above."""
    best = (_NOTHING, 0, False)
    for before, total in enumerate(sums):
        if before < column:
            best = max(best, (total + _SKIP * (column - before - 1), before, False))
        elif before == column:
            best = max(best, (total + _STAY, before, False))
        if wrap:
            skipped = len(sums) - 1 - before + column
            best = max(best, (total + _SKIP * skipped, before, True))
    return best


def _walk_back(trace: Sequence[Sequence[Step]], column: int) -> list[Step]:
    steps: list[Step] = []
    for row in reversed(trace):
        before, fresh = row[column]
        steps.append((column, fresh))
        column = before
    return [(column, False), *reversed(steps)]
