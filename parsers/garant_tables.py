"""Cells of a ГАРАНТ dump to rows.

The dump has no row marker: a row is exactly N pipes, N the width of the grid; the cells that a merge covers are bare
pipes at the end of the row, so the row says how many of them there are, never which columns.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from normalizers.column_roles import role_scores
from normalizers.verbatim import Span
from parsers.boilerplate import line_to_mark
from parsers.document import Composer, Row
from parsers.lines import Line
from parsers.names import is_person

MAX_WIDTH = 16
_JUDGED = 240
_LONGEST_HEADER = 90
_FIRST_ROW = re.compile(r"1(?:\.1)?\)?$")
_QUOTE_CLOSED = re.compile(r"[\"»][;.,]?$")
_NUMBER_HEAD = re.compile(r"^(?:N|№|No)(?:\s*п\s*[/.]?\s*п\.?)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]|[а-я]\)|[IVX]{1,5}\.|(?:Раздел|Глава)\s+[IVX\d]+\.?)\s+\S.{6,}")
_OUTSIDE = re.compile(
    r"^(?:Приложение\b|УТВЕРЖД|Утвержд|Начальник|Министр|Руководитель|Директор|Заместитель"
    r"|Глава|Председатель|Губернатор"
    r"|Примечани[ея]\b|<<|Таблица\b|Форма\b)"
)


class PipedCell(NamedTuple):
    """Lines of one printed cell (none for a bare pipe), the pipes that close it, and the words without the pipes."""

    lines: tuple[Line, ...]
    pipes: int
    text: str


def pipes_of(text: str) -> int:
    """How many pipes close a line.

    >>> pipes_of("Надзор | |||"), pipes_of("Надзор"), pipes_of("||")
    (4, 0, 2)
    """
    return text[len(text.rstrip("| \t\xa0")) :].count("|") if text.endswith("|") else 0


def cell_text(line: Line) -> str:
    """A line without the pipes that close it."""
    return line.text.rstrip("| \t\xa0") if line.text.endswith("|") else line.text


def stretch_of_cells(lines: Sequence[Line], start: int) -> int:
    """End of the run of cells that begins at ``start``; ``start`` itself where no cell begins there.

    A line without a pipe belongs to the cell that a later line closes, unless it must stand outside: a clause, a
    stamp, a caption, a header that begins anew.
    """
    first = lines[start].text
    if not first.endswith("|"):
        after = lines[start + 1].text if start + 1 < len(lines) else ""
        if not (_NUMBER_HEAD.match(first) and after.endswith("|")):
            return start
    position = start
    end = start
    while position < len(lines):
        if lines[position].text.endswith("|"):
            if position > start and lines[position].text.startswith("<<"):
                return end
            position += 1
            end = position
            continue
        closing = _next_piped(lines, position)
        if closing is None or _stands_outside(lines, position, closing, first):
            return end
        position = closing
    return end


def _next_piped(lines: Sequence[Line], start: int) -> int | None:
    """The next line that closes a cell, within the length of a long cell."""
    for position in range(start, min(start + 60, len(lines))):
        if lines[position].text.endswith("|"):
            return position
    return None


def _stands_outside(lines: Sequence[Line], start: int, closing: int, header: str) -> bool:
    """Whether lines between two cells are paragraphs of their own."""
    between = [line.text for line in lines[start:closing] if line.text]
    closer = cell_text(lines[closing])
    if between and start and _CLAUSE.match(between[0]) and _QUOTE_CLOSED.search(cell_text(lines[start - 1])):
        return True
    if any(line_to_mark(text) in ("banner", "navigation") or _OUTSIDE.match(text) for text in between):
        return True
    if between and (_NUMBER_HEAD.match(closer) or lines[closing].text == header):
        return True
    return bool(between) and bool(_CLAUSE.match(between[0])) and start > 0


def lines_to_cells(lines: Sequence[Line]) -> list[PipedCell]:
    """Group lines into printed cells; bare pipes become cells without lines."""
    cells: list[PipedCell] = []
    pending: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        pipes = pipes_of(line.text)
        if not pipes:
            pending.append(line)
            continue
        if cell_text(line):
            pending.append(line)
        cells.append(PipedCell(tuple(pending), pipes, " ".join(map(cell_text, pending)).strip()))
        pending = []
    return cells


def width_of(cells: Sequence[PipedCell]) -> int:
    """The width of the grid: the N whose rows agree best with the pipes, the column numbers and the row numbers.

    Judged by the first rows; cost: their cells times the widths tried.

    >>> from parsers.lines import text_to_lines
    >>> width_of(lines_to_cells(text_to_lines("N |\\nТочка |\\nКанал |\\nУслуги | ||\\n1. |\\nСайт |\\nцифровая |")))
    3
    """
    head = cells[:_JUDGED]
    pipes = [cell.pipes for cell in head]
    numbers = [
        bool(cell.lines) and bool(_ROW_NUMBER.match(cell.text) or _NUMBER_HEAD.match(cell.text)) for cell in head
    ]
    texts = [cell.text.rstrip(".") for cell in head]
    named = [
        cell.pipes == 1 and len(cell.text) < _LONGEST_HEADER and bool(role_scores(cell.text))
        for cell in head[: MAX_WIDTH + 1]
    ]
    return max(
        range(2, MAX_WIDTH + 1),
        key=lambda width: _width_score(pipes, numbers, texts, width) + 2.0 * _is_header(named, width),
    )


def _is_header(named: Sequence[bool], width: int) -> bool:
    """The first cells are titles of columns, all but one at most, and the next is none."""
    return len(named) > width and sum(named[:width]) >= max(2, width - 1) and not named[width]


def _width_score(pipes: Sequence[int], numbers: Sequence[bool], texts: Sequence[str], width: int) -> float:
    """Reward for rows that end where padding ends, for numbers that begin rows; penalty for every breach."""
    filled, rows, numbered = 0, 0, 0
    score = 0.0
    for count, number in zip(pipes, numbers, strict=True):
        if filled == 0:
            rows += 1
            numbered += number
        elif number:
            score -= 0.5
        filled += count
        if count > 1:
            score += 2.0 if filled == width else -4.0
        if filled >= width:
            score -= 4.0 * (filled > width)
            filled = 0
    score += 4.0 * numbered / rows - 0.5 * bool(filled)
    score += 6.0 * _has_column_numbers(texts, width) + 2.0 * _body_follows_header(pipes, texts, width)
    return score - 0.01 * width


def _body_follows_header(pipes: Sequence[int], texts: Sequence[str], width: int) -> bool:
    """Behind the cells of a header comes row 1 or a full-width row."""
    if len(pipes) <= width or any(count > 1 for count in pipes[:width]):
        return False
    return pipes[width] == width or bool(_FIRST_ROW.match(texts[width]))


_ROW_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})*[.)]?$")


def _has_column_numbers(texts: Sequence[str], width: int) -> bool:
    """A row 1 2 3 … N among the first rows."""
    last = str(width)
    for at, text in enumerate(texts[: 6 * width]):
        ends = text == last and at >= width - 1 and texts[at + 1 : at + 2] != [str(width + 1)]
        if ends and list(texts[at - width + 1 : at + 1]) == [str(number) for number in range(1, width + 1)]:
            return True
    return False


def cells_to_rows(cells: Sequence[PipedCell], width: int) -> list[list[PipedCell]]:
    """Cut the cells into rows of ``width`` pipes; a row that padding ends early or late ends there all the same."""
    rows: list[list[PipedCell]] = []
    row: list[PipedCell] = []
    filled = 0
    for cell in cells:
        row.append(cell)
        filled += cell.pipes
        if filled >= width:
            rows.append(row)
            row, filled = [], 0
    if row:
        rows.append(row)
    return rows


def cells_to_table(composer: Composer, lines: Sequence[Line]) -> None:
    """Append the stretch of cells as a table, a signature or navigation."""
    cells = lines_to_cells(lines)
    if lines[0].text.startswith("<<"):
        composer.mark("navigation", lines[0].start, lines[-1].end)
        return
    signature = cells[-2:] if _ends_in_signature(cells) else []
    body = cells[: len(cells) - len(signature)]
    _cells_to_table(composer, body, lines)
    if signature:
        _cells_to_table(composer, signature, lines)


def _ends_in_signature(cells: Sequence[PipedCell]) -> bool:
    """Behind the last row a position and a person, each closed by one pipe: too few cells for a row."""
    if len(cells) < 5 or any(cell.pipes != 1 for cell in cells[-2:]):
        return False
    return is_person(cells[-1].text) and bool(_OUTSIDE.match(cells[-2].text)) and width_of(cells[:-2]) > 2


def _cells_to_table(composer: Composer, cells: Sequence[PipedCell], lines: Sequence[Line]) -> None:
    width = width_of(cells) if len(cells) > 1 or cells[0].pipes > 1 else 1
    rows = [_row(composer, row, width) for row in cells_to_rows(cells, width)]
    printed = [line for cell in cells for line in cell.lines] or lines
    composer.table(rows, width, False, [Span(printed[0].start, printed[-1].end)])


def _cell_span(line: Line) -> Span:
    return Span(line.start, line.start + len(cell_text(line)))


def _row(composer: Composer, cells: Sequence[PipedCell], width: int) -> Row:
    """Printed cells (inner bare pipes are empty cells) and the padding at the row's end."""
    last = max((index for index, cell in enumerate(cells) if cell.lines), default=-1)
    printed = []
    for cell in cells[: last + 1]:
        lines = [line for line in cell.lines if cell_text(line)]
        span = [Span(lines[0].start, _cell_span(lines[-1]).end)] if lines else []
        printed.append(composer.cell(span))
        if cell is not cells[last]:
            printed.extend(composer.cell([]) for _ in range(cell.pipes - 1))
    return Row(tuple(printed), max(0, width - len(printed)))
