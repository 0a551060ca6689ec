"""Tables drawn with box characters (│ ├─┼─┤), as КонсультантПлюс prints old orders.

Columns are cut at the verticals of the ruled lines; a text line adds a line to each cell it crosses; a horizontal
rule that crosses a column closes the cell above it, one that spares it leaves the cell open (a merge over rows).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from normalizers.verbatim import Span
from parsers.document import Cell, Composer, Row
from parsers.lines import Line

_BOX = re.compile(r"^[│┃║|├┌┬┐┼┤└┴┘─━═┏┓┗┛╔╗╚╝╠╣╦╩╬╟╢╪╫╞╡\s+-]{3,}$")
_VERTICAL = "│┃║"
_JOINTS = "├┌┬┐┼┤└┴┘┏┓┗┛╔╗╚╝╠╣╦╩╬╟╢╪╫╞╡"
_RULE = "─━═"


def box_table(composer: Composer, lines: Sequence[Line], start: int) -> int:
    """Append the drawn table that begins at ``start``; return the position after it."""
    if not lines[start].text or lines[start].text[0] not in _JOINTS + _VERTICAL + _RULE:
        return start
    position = start
    last = start
    while position < len(lines):
        text = lines[position].text
        if text and text[0] in _JOINTS + _VERTICAL + _RULE:
            last = position + 1
        elif text:
            break
        position += 1
    box = [line for line in lines[start:last] if line.text]
    edges = _edges(box)
    if len(edges) < 3 or len(box) < 3:
        return start
    for line in box:
        if _is_rule(line.text):
            composer.mark("rule", line.start, line.end)
    composer.table(_rows(composer, box, edges), len(edges) - 1, True, [Span(box[0].start, box[-1].end)])
    return last


def _is_rule(text: str) -> bool:
    return bool(_BOX.match(text)) and any(sign in text for sign in _RULE)


def _edges(box: Sequence[Line]) -> list[int]:
    """Columns (in characters from the left margin) at which any rule has a joint or any text line a vertical."""
    found: set[int] = set()
    for line in box:
        signs = _JOINTS if _is_rule(line.text) else _VERTICAL
        found.update(line.indent + index for index, sign in enumerate(line.text) if sign in signs)
    return sorted(found)


def _rows(composer: Composer, box: Sequence[Line], edges: Sequence[int]) -> list[Row]:
    """Walk the lines: a rule over a column closes its cell and begins a row; a column that it spares stays open."""
    made: list[tuple[int, int, int, int, list[Span]]] = []
    opened: dict[int, tuple[int, int, list[Span]]] = {}
    row = -1
    for line in box:
        pieces = _crossed(line, edges)
        ruled = [(column, column + width) for column, width, span in pieces if _is_ruled(composer, span)]
        if ruled:
            row += 1
            for column in [c for c, (_, width, _) in opened.items() if any(c < b and a < c + width for a, b in ruled)]:
                first, width, spans = opened.pop(column)
                made.append((first, column, width, row - first, spans))
        for column, width, span in pieces:
            if any(a <= column < b for a, b in ruled):
                continue
            cell = opened.setdefault(column, (max(row, 0), width, []))
            if span.end > span.start:
                cell[2].append(span)
    made += [(first, column, width, max(1, row + 1 - first), spans) for column, (first, width, spans) in opened.items()]
    return _cells_to_rows(composer, made)


def _is_ruled(composer: Composer, span: Span) -> bool:
    text = composer.text[span.start : span.end]
    return bool(text) and not text.strip(_RULE + _JOINTS)


def _cells_to_rows(composer: Composer, made: Sequence[tuple[int, int, int, int, list[Span]]]) -> list[Row]:
    """Cells by the row they begin in; rows that no cell begins are empty and go."""
    rows: dict[int, list[Cell]] = {}
    for first, column, width, rowspan, spans in sorted(made, key=lambda cell: cell[:2]):
        rows.setdefault(first, []).append(composer.cell(spans, column, width, rowspan, lines_are_items=False))
    return [Row(tuple(cells)) for _, cells in sorted(rows.items())]


def _crossed(line: Line, edges: Sequence[int]) -> list[tuple[int, int, Span]]:
    """Pieces of a text line between verticals, each with its column and span of columns."""
    cuts = [index for index, edge in enumerate(edges) if _sign(line, edge) in _VERTICAL + _JOINTS]
    pieces = []
    for left, right in pairwise(cuts):
        begin = line.start + edges[left] - line.indent + 1
        raw = line.text[edges[left] - line.indent + 1 : edges[right] - line.indent]
        inner = raw.strip()
        begin += len(raw) - len(raw.lstrip()) if inner else 0
        pieces.append((left, right - left, Span(begin, begin + len(inner))))
    return pieces


def _sign(line: Line, edge: int) -> str:
    index = edge - line.indent
    return line.text[index] if 0 <= index < len(line.text) else " "
