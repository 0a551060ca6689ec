"""Paragraphs of one row to cells: items of a list are one cell, and what is left takes the columns that it fits.

A dump of this kind prints no empty cell and does not tell where a cell of several paragraphs ends.
"""

import re
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from parsers.cell_looks import fit, looks_of
from parsers.markers import Kind, marker_of
from parsers.stacked_paragraphs import EMPTY, Par, join

_SKIP = -1.0
_STAY = -1.5
_ITEMS = frozenset({Kind.BULLET, Kind.ITEM, Kind.LETTER, Kind.INTEGER})
_GOES_ON = re.compile(r"\([а-яё]")
_MARGIN = 1.5
_NOTHING = float("-inf")
_OWN_OR_NOTHING = frozenset({"features", "contacts", "deadline", "responsible", "basis"})

Step = tuple[int, bool]
"""The column of a cell, and whether the cell opens a row."""


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

    Cells that fall into one column are joined. A row without a note or a contact of its own gets an empty cell there;
    what else is missing stays out, for it may be merged from above. Dynamic programme over (cell, column), best sum
    of fits.
    """
    if not cells or not roles:
        return []
    rows: list[dict[int, Par]] = [{}]
    for cell, (column, fresh) in zip(cells, _columns(cells, roles, wrap), strict=True):
        if fresh and rows[-1]:
            rows.append({})
        rows[-1][column] = join(rows[-1][column], cell) if column in rows[-1] else cell
    return [_with_blanks(row, roles) for row in rows]


def _with_blanks(row: dict[int, Par], roles: Sequence[str | None]) -> list[Par]:
    """Cells in order, with empty ones where only notes and contacts are missing."""
    missing = [column for column in range(len(roles)) if column not in row]
    own = any(roles[column] == "touchpoint" for column in row)
    if own and all(roles[column] in _OWN_OR_NOTHING for column in missing):
        return [row.get(column, EMPTY) for column in range(len(roles))]
    return [row[column] for column in sorted(row)]


def _columns(cells: Sequence[Par], roles: Sequence[str | None], wrap: bool) -> list[Step]:
    """Columns in order for a row of as many cells as columns, unless others fit far better."""
    best = _best_columns(cells, roles, wrap)
    if wrap or len(cells) != len(roles):
        return best
    plain = [(column, False) for column in range(len(roles))]
    return best if _weight(cells, roles, best) > _weight(cells, roles, plain) + _MARGIN else plain


def _weight(cells: Sequence[Par], roles: Sequence[str | None], columns: Sequence[Step]) -> float:
    """The sum that the dynamic programme weighs."""
    total = sum(fit(roles[column], looks_of(cell.text)) for cell, (column, _) in zip(cells, columns, strict=True))
    joints = sum(first == second for (first, _), (second, fresh) in pairwise(columns) if not fresh)
    rows = 1 + sum(fresh for _, fresh in columns)
    return total + _STAY * joints + _SKIP * (rows * len(roles) - len(cells) + joints)


def mean_fit(cells: Sequence[Par], roles: Sequence[str | None]) -> float:
    """How well cells fill rows of these columns, as the mean of a cell."""
    if not cells or not roles:
        return 0.0
    return _weight(cells, roles, _best_columns(cells, roles, wrap=True)) / len(cells)


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
