"""Tables as markdown pipes: ``| a | b |`` with a rule of dashes under the header."""

import re
from collections.abc import Sequence

from normalizers.verbatim import Span
from parsers.document import Composer, Row
from parsers.lines import Line

_ROW = re.compile(r"\|.*\|$")
_RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def markdown_table(composer: Composer, lines: Sequence[Line], start: int) -> int:
    """Append the markdown table that begins at ``start``; return the position after it."""
    position = start
    while position < len(lines) and _ROW.match(lines[position].text):
        position += 1
    if position - start < 2:
        return start
    body = [line for line in lines[start:position] if not _RULE.match(line.text)]
    for line in lines[start:position]:
        if _RULE.match(line.text):
            composer.mark("rule", line.start, line.end)
    cells = [_cells(line) for line in body]
    width = max(len(row) for row in cells)
    rows = [_row(composer, row, width) for row in cells]
    composer.table(rows, width, False, [Span(body[0].start, body[-1].end)])
    return position


def _cells(line: Line) -> list[list[Span]]:
    """Spans of every cell of a row, one for each line of the cell (``<br>`` parts them)."""
    cells = []
    position = line.start + 1
    for piece in line.text[1:-1].split("|"):
        spans = []
        offset = position
        for part in re.split(r"(<br\s*/?>)", piece, flags=re.IGNORECASE):
            inner = part.strip()
            if inner and not _BREAK.fullmatch(inner):
                begin = offset + len(part) - len(part.lstrip())
                spans.append(Span(begin, begin + len(inner)))
            offset += len(part)
        cells.append(spans)
        position += len(piece) + 1
    return cells


def _row(composer: Composer, cells: Sequence[Sequence[Span]], width: int) -> Row:
    """A row; one whose only filled cell is the first or repeats over all is a full-width row."""
    filled = [spans for spans in cells if spans]
    texts = {composer.text[spans[0].start : spans[-1].end] for spans in filled}
    if width > 2 and filled and len(texts) == 1 and (len(filled) == len(cells) or (len(filled) == 1 and cells[0])):
        return Row((composer.cell(filled[0]),), width - 1)
    made = [composer.cell(spans) for spans in cells]
    made += [composer.cell([]) for _ in range(width - len(made))]
    return Row(tuple(made))
