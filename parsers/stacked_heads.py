"""The header of a table whose cells stand one under another: its cells, the row of column numbers, the width.

Stages: a quick look at the first line, the paragraphs up to the column numbers 1 2 3 … N or up to the first row number,
then one text a column.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from normalizers.column_roles import best_role
from normalizers.contexts import context_of
from normalizers.folding import has_any
from parsers.cell_looks import looks_of
from parsers.columns import settled
from parsers.lines import Line
from parsers.stacked_cells import mean_fit, pars_to_cells
from parsers.stacked_paragraphs import Par, ends_table, is_note, join, paragraphs, row_number

_FIRST = re.compile(
    r"(?:N|№|No\.?)(?:\s*(?:п\s?[./]?\s?п\.?|строки|пункта))?\.?$|п\s?/\s?п\.?$"
    r"|[^.;:]{0,80}?(?:точ[ке]|услуг|процесс|наименовани|названи|канал|потребност|вид|тип|контакт|особенност|сервис|мест"
    r"|номер)",
    re.IGNORECASE,
)
_FIRST_SIGNS = (
    *("точк", "точе", "услуг", "процесс", "наименовани", "названи", "канал", "потребност", "вид", "тип", "контакт"),
    *("особенност", "сервис", "мест", "номер"),
)
_TITLE = re.compile(r"(?:Перечень|Порядок|Реестр|Таблица|Карта|Список|Форма)\b", re.IGNORECASE)
_MOST_CELLS = 14
_LONGEST = 160
_LEAST = 3
_LEAST_FIT = 0.8


class Head(NamedTuple):
    """Header rows, the row of column numbers (or none), a role for each column, the index of the line behind them."""

    rows: tuple[tuple[Par, ...], ...]
    numbers: tuple[Par, ...]
    roles: tuple[str | None, ...]
    stop: int
    by_lines: bool

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.roles)

    @property
    def texts(self) -> list[str]:
        """What a page break repeats: the header, then the column numbers."""
        return [par.text for row in (*self.rows, self.numbers) for par in row]


def read_head(lines: Sequence[Line], start: int) -> Head | None:
    """The header that begins at a line, ``None`` where none does."""
    first = lines[start].text
    if (
        len(first) > 100
        or (first.endswith((".", ";", ":", ",")) and len(first) > 8)
        or not (first[:1] in "Nn№пП" or has_any(first.lower(), _FIRST_SIGNS))
        or _TITLE.match(first)
        or not _FIRST.match(first)
    ):
        return None
    by_lines = start + 1 < len(lines) and bool(lines[start + 1].text)
    found = list(islice((par for par in paragraphs(lines, start, by_lines) if not is_note(par)), 3 * _MOST_CELLS))
    cells = _header_cells(found)
    if cells == 0:
        return None
    numbers = _column_numbers(found[cells:])
    return _with_numbers(found, cells, numbers, by_lines) if numbers else _without_numbers(found, cells, by_lines)


def _header_cells(found: Sequence[Par]) -> int:
    """How many paragraphs may be header cells: short ones up to the first number."""
    for index, par in enumerate(found[: _MOST_CELLS + 1]):
        if row_number(par.text):
            return index if index >= 2 else 0
        if (
            len(par.text) > _LONGEST
            or (par.text.endswith((".", ";", ":")) and len(par.text) > 8)
            or ends_table(par, None)
        ):
            return index if index >= _LEAST else 0
    return min(len(found), _MOST_CELLS) if len(found) >= _LEAST else 0


def _column_numbers(found: Sequence[Par]) -> int:
    """The length of a run 1 2 3 … N: two numbers at least."""
    size = 0
    while size < len(found) and row_number(found[size].text) == (size + 1,):
        size += 1
    return size if size >= 2 else 0


def _with_numbers(found: Sequence[Par], cells: int, numbers: int, by_lines: bool) -> Head | None:
    """The run of column numbers tells the width; one header cell in two must be known."""
    header = _joined(found[:cells], numbers)
    roles = [best_role(par.text) for par in header]
    if 2 * roles.count(None) > len(header) or (len(header) > numbers and roles[0] != "number"):
        return None
    rows = (tuple(header),) if len(header) <= numbers else (tuple(header[:-2]), tuple(header[-2:]))
    run = tuple(found[cells : cells + numbers])
    padded = (*(best_role(par.text) for par in rows[0]), *[None] * numbers)[:numbers]
    return Head(rows, run, padded, run[-1].stop, by_lines)


def _joined(header: Sequence[Par], width: int) -> list[Par]:
    """Header cells of several paragraphs: a small letter goes on with the cell before, while there are too many."""
    joined = list(header)
    index = 1
    while index < len(joined) and len(joined) > width:
        if joined[index].text[:1].islower() or joined[index].text.startswith("("):
            joined[index - 1 : index + 1] = [join(joined[index - 1], joined[index])]
        else:
            index += 1
    return joined


def _without_numbers(found: Sequence[Par], cells: int, by_lines: bool) -> Head | None:
    """Known columns one after another, then a row number, or rows where the header has no column for it."""
    header: list[Par] = []
    for par in found[:cells]:
        if not _is_header_cell(par, header):
            break
        header.append(par)
    if len(header) < _LEAST:
        return None
    roles = [best_role(par.text) for par in header]
    size = len(header) if roles[0] == "number" else _best_size(found, roles)
    if size < _LEAST or "touchpoint" not in roles[:size]:
        return None
    if roles[0] == "number" and not any(row_number(par.text) for par in found[size : size + _LEAST]):
        return None
    return Head((tuple(header[:size]),), (), tuple(settled(roles[:size])), header[size - 1].stop, by_lines)


def _best_size(found: Sequence[Par], roles: Sequence[str | None]) -> int:
    """How many header cells a table without row numbers has: as many as its first rows fit best; 0 where none do.

    "Официальный сайт" may head a column of contacts, or be the first place of the table.
    """
    best, least = 0, _LEAST_FIT
    for size in range(_LEAST, len(roles) + 1):
        body = [
            par for par in found[size : size + 4 * size] if context_of(par.text) is None or len(par.text) > _LONGEST
        ]
        weight = mean_fit(pars_to_cells(body), roles[:size]) if len(body) >= size else 0.0
        if weight > least and len(set(roles[:size])) >= _LEAST:
            best, least = size, weight
    return best


def _is_header_cell(par: Par, header: Sequence[Par]) -> bool:
    """A cell that speaks of a column not spoken of yet, and is no title, need or place of the body."""
    role = best_role(par.text)
    if role is None or (not par.text[:1].isupper() and role != "number"):
        return False
    spoken = {best_role(other.text) for other in header} - {"contacts", None}
    if role in spoken or "need" in looks_of(par.text):
        return False
    return context_of(par.text) is None or role in ("process", "needs", "contacts")
