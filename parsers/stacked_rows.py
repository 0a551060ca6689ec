"""Rows of a table whose cells stand one under another: row numbers part them, sections stand between.

Where the header has no column of numbers, the cells themselves tell where a row begins.
"""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import groupby
from typing import NamedTuple

from normalizers.contexts import context_of
from parsers.cell_looks import fit, looks_of
from parsers.lines import Line
from parsers.stacked_cells import cells_to_rows, pars_to_cells
from parsers.stacked_heads import Head
from parsers.stacked_paragraphs import Par, ends_table, follows, is_note, join, paragraphs, row_number

_MOST_PARS = 60
_SECTION_NUMBER = re.compile(r"(?:[IVXLХ]{1,5}|Раздел\s+[\dIVX]{1,4})\.?$", re.IGNORECASE)
_SECTION = re.compile(r"(?:[IVXLХ]{1,5}\.\s|Раздел\s|РАЗДЕЛ\s)")
_UNFIT = 0.3
_CELL_LOOKS = frozenset({"need", "place", "channel", "contact", "features", "number"})


class Body(NamedTuple):
    """Rows as their printed cells, notes between them, and the index of the line behind the last row."""

    rows: list[list[Par]]
    notes: list[Par]
    stop: int


class _Row(NamedTuple):
    """A numbered row: its number, what stands under it, and whether the next row counts anew."""

    number: Par | None
    pars: list[Par]


def read_body(lines: Sequence[Line], head: Head) -> Body:
    """All rows under a header."""
    notes: list[Par] = []
    pars = _until_end(lines, head, notes)
    rows, stop = _numbered(pars, head) if head.roles[0] == "number" else _unnumbered(pars, head)
    return Body(rows, [note for note in notes if note.stop <= stop], stop)


def _until_end(lines: Sequence[Line], head: Head, notes: list[Par]) -> list[Par]:
    """Paragraphs up to the end of the table; a row that goes on for too long ends it.

    A header that a page break repeats is a running head.
    """
    texts = head.texts
    taken: list[Par] = []
    since = 0
    number: tuple[int, ...] | None = None
    for par in paragraphs(lines, head.stop, head.by_lines):
        if is_note(par):
            notes.append(par)
            continue
        if since > _MOST_PARS or ends_table(par, taken[-1] if taken else None):
            break
        found = row_number(par.text)
        if found and follows(found, number):
            number, since = found, 0
        since += 1 if head.roles[0] == "number" else 0
        taken.append(par)
        if par.text == texts[-1] and [each.text for each in taken[-len(texts) :]] == texts:
            notes.append(reduce(join, taken[-len(texts) :])._replace(mark="running_head"))
            del taken[-len(texts) :]
    return taken


def _numbered(pars: Sequence[Par], head: Head) -> tuple[list[list[Par]], int]:
    """Rows by their numbers; the last one ends where its columns are full."""
    found = _split_rows(pars)
    rows: list[list[Par]] = []
    stop = head.stop
    for index, row in enumerate(found):
        following = found[index + 1].number if index + 1 < len(found) else None
        if row.number is None:
            if following is None or len(row.pars) > 3:
                return rows, stop
            rows += [[section] for section in _titles(row.pars)]
            continue
        cells = pars_to_cells(row.pars)
        cells, sections = (
            (cells[: head.width - 1], []) if following is None else _cut_sections(cells, row, following, head)
        )
        inner = cells_to_rows(cells, head.roles[1:], wrap=False)
        rows.append([row.number, *(inner[0] if inner else [])])
        rows += [[section] for section in sections]
        stop = max(par.stop for par in (row.number, *cells, *sections))
    return rows, stop


def _split_rows(pars: Iterable[Par]) -> list[_Row]:
    rows = [_Row(None, [])]
    number: tuple[int, ...] | None = None
    for par in pars:
        found = row_number(par.text)
        if found and follows(found, number):
            number = found
            rows.append(_Row(par, []))
        else:
            rows[-1].pars.append(par)
    return rows if rows[0].pars else rows[1:]


def _titles(pars: Sequence[Par]) -> list[Par]:
    """Titles of sections; "I." alone belongs to the title behind it."""
    titles: list[Par] = []
    for par in pars:
        if titles and _SECTION_NUMBER.match(titles[-1].text):
            titles[-1] = join(titles[-1], par)
        else:
            titles.append(par)
    return titles


def _cut_sections(cells: list[Par], row: _Row, following: Par, head: Head) -> tuple[list[Par], list[Par]]:
    """Cells of a row and the titles of sections behind them."""
    anew = _counts_anew(row.number, following)
    cut = len(cells)
    while cut > 1 and cut > len(cells) - 3 and _is_title(cells[cut - 1], cut, anew, head):
        cut -= 1
    return cells[:cut], _titles(cells[cut:])


def _counts_anew(number: Par | None, following: Par) -> bool:
    before, behind = row_number(number.text) if number else None, row_number(following.text)
    return before is not None and behind is not None and behind <= before


def _is_title(par: Par, size: int, anew: bool, head: Head) -> bool:
    """Whether the last of ``size`` cells is the title of a section: it tells a context and fits no last column."""
    if par.text.endswith((";", ",")):
        return False
    if _SECTION_NUMBER.match(par.text) or _SECTION.match(par.text):
        return True
    looks = looks_of(par.text)
    if "capital" not in looks or "contact" in looks:
        return False
    if context_of(par.text) is not None:
        return anew or fit(head.roles[-1], looks) <= _UNFIT
    return anew and size > head.width - 1 and not looks & _CELL_LOOKS


def _unnumbered(pars: Sequence[Par], head: Head) -> tuple[list[list[Par]], int]:
    """Rows without numbers, section by section."""
    cells = pars_to_cells(pars)
    needs = [looks for looks in map(looks_of, (cell.text for cell in cells)) if "need" in looks]
    small = sum("capital" not in looks for looks in needs)
    looks = _CELL_LOOKS - {"need"} if small * 2 > len(needs) else _CELL_LOOKS
    rows: list[list[Par]] = []
    for is_title, group in groupby(cells, key=lambda cell: _is_lone_title(cell, looks)):
        run = list(group)
        rows += [[title] for title in run] if is_title else cells_to_rows(run, head.roles, wrap=True)
    return rows, pars[-1].stop if pars else head.stop


def _is_lone_title(par: Par, cell_looks: frozenset[str]) -> bool:
    """A title between rows without numbers: it begins with a capital, tells a context and looks like no cell.

    ``cell_looks`` leaves needs out where the needs of the table begin with small letters.
    """
    if par.text.endswith((";", ",", ".")):
        return False
    looks = looks_of(par.text)
    tells = context_of(par.text) is not None or bool(_SECTION.match(par.text))
    return tells and "capital" in looks and not looks & cell_looks
