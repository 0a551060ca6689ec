"""Tables as tab-separated lines, the way DOCX and PDF converters print them."""

import re
from collections.abc import Sequence

from normalizers.verbatim import Span
from parsers.document import Cell, Composer, Row
from parsers.lines import Line

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_MAX_CUT = 12


def tab_table(composer: Composer, lines: Sequence[Line], start: int) -> int:
    """Append the run of tab-separated lines that begins at ``start``; return the position after it.

    A run is two lines or more; a lone line of one cell between two rows is a section row, a row's own blank
    cells at its end may be cut.
    """
    if "\t" not in composer.text[lines[start].start : _line_end(composer, lines[start])]:
        return start
    rows: list[tuple[Line, list[Span]]] = []
    position = start
    while position < len(lines):
        line = lines[position]
        cells = _cells(composer, line) if line.text else []
        if len(cells) > 1:
            rows.append((line, cells))
            position += 1
        elif _row_follows(composer, lines, position):
            if line.text:
                rows.append((line, cells))
            position += 1
        else:
            break
    width = max((len(cells) for _, cells in rows), default=0)
    if len(rows) < 2 or width < 2:
        return start
    composer.table(
        [_row(composer, cells, width) for cells in whole_rows(composer, [cells for _, cells in rows], width)],
        width,
        False,
        [Span(rows[0][0].start, rows[-1][0].end)],
    )
    return position


def whole_rows(composer: Composer, lines: Sequence[list[Span]], width: int) -> list[list[Span]]:
    """Rows whose cells a line break cut: the last cell of a line and the first of the next are one cell.

    Lines are put together only where they make exactly ``width`` cells and no line in between begins with a number.
    """
    rows: list[list[Span]] = []
    position = 0
    while position < len(lines):
        size = _cut_over(composer, lines, position, width)
        row = list(lines[position])
        for cells in lines[position + 1 : position + size]:
            row[-1] = Span(row[-1].start, cells[0].end) if row[-1].end > row[-1].start else cells[0]
            row.extend(cells[1:])
        rows.append(row)
        position += size
    return rows


def _cut_over(composer: Composer, lines: Sequence[list[Span]], start: int, width: int) -> int:
    """Over how many lines the row that begins at ``start`` is cut; 1 where it is whole."""
    total = len(lines[start])
    if not 1 < total < width:
        return 1
    for index in range(start + 1, min(len(lines), start + _MAX_CUT)):
        first = composer.text[lines[index][0].start : lines[index][0].end].strip()
        if _NUMBER.fullmatch(first):
            return 1
        total += len(lines[index]) - 1
        if total == width and len(lines[index]) > 1:
            return index - start + 1
        if total > width:
            return 1
    return 1


def _line_end(composer: Composer, line: Line) -> int:
    end = composer.text.find("\n", line.end)
    return len(composer.text) if end < 0 else end


def _cells(composer: Composer, line: Line) -> list[Span]:
    """Spans between the tabs of a line, empty ones too; tabs that close the line are cells."""
    start = line.start - line.indent
    raw = composer.text[start : _line_end(composer, line)].rstrip("\r")
    if "\t" not in raw:
        return [Span(line.start, line.end)]
    spans = []
    for piece in raw.split("\t"):
        inner = piece.strip()
        begin = start + len(piece) - len(piece.lstrip()) if inner else start
        spans.append(Span(begin, begin + len(inner)))
        start += len(piece) + 1
    return spans


def _row_follows(composer: Composer, lines: Sequence[Line], position: int) -> bool:
    """Whether a line without tabs is a section row: short, and the next printed line is a row again."""
    if len(lines[position].text) > 200:
        return False
    for line in lines[position + 1 : position + 3]:
        if line.text:
            return "\t" in composer.text[line.start - line.indent : _line_end(composer, line)]
    return False


def _row(composer: Composer, cells: Sequence[Span], width: int) -> Row:
    """A row of known columns; a lone cell spans the grid."""
    if len(cells) == 1:
        return Row((composer.cell([cells[0]]),), width - 1)
    made: list[Cell] = [composer.cell([span] if span.end > span.start else []) for span in cells]
    while len(made) < width:
        made.append(composer.cell([]))
    return Row(tuple(made))
