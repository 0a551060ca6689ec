"""Tables as tab-separated lines, the way DOCX and PDF converters print them."""

from collections.abc import Sequence

from normalizers.verbatim import Span
from parsers.document import Cell, Composer, Row
from parsers.lines import Line


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
        [_row(composer, cells, width) for _, cells in rows],
        width,
        False,
        [Span(rows[0][0].start, rows[-1][0].end)],
    )
    return position


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
