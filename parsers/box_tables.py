"""Tables drawn with box characters (│ ├─┼─┤), as КонсультантПлюс prints old orders.

Columns are cut at the verticals of the ruled lines; a text line adds a line to each cell it crosses; a horizontal
rule that crosses a column closes the cell above it, one that spares it leaves the cell open (a merge over rows).
"""

import re
from collections.abc import Sequence

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
    """Bands between horizontal rules become rows; a column that the rule spares keeps its cell open."""
    bands: list[list[tuple[int, int, list[Span], bool]]] = []
    current: dict[int, tuple[int, list[Span]]] = {}
    for line in box:
        if _is_rule(line.text):
            if current:
                bands.append(_close(line, edges, current))
            current = {}
            continue
        for column, colspan, span in _crossed(line, edges):
            first = current.setdefault(column, (colspan, []))
            if span.end > span.start:
                first[1].append(span)
    if current:
        bands.append([(column, colspan, spans, True) for column, (colspan, spans) in current.items()])
    return _bands_to_rows(composer, bands)


def _close(rule: Line, edges: Sequence[int], current: dict[int, tuple[int, list[Span]]]) -> list[
    tuple[int, int, list[Span], bool]
]:
    """The cells of a band; the last field tells whether the rule below crosses the cell."""
    band = []
    for column, (colspan, spans) in current.items():
        middle = (edges[column] + edges[column + colspan]) // 2 - rule.indent
        crossed = 0 <= middle < len(rule.text) and rule.text[middle] in _RULE + _JOINTS
        band.append((column, colspan, spans, crossed))
    return band


def _crossed(line: Line, edges: Sequence[int]) -> list[tuple[int, int, Span]]:
    """Pieces of a text line between verticals, each with its column and span of columns."""
    cuts = [index for index, edge in enumerate(edges) if _sign(line, edge) in _VERTICAL]
    pieces = []
    for left, right in zip(cuts, cuts[1:], strict=False):
        begin = line.start + edges[left] - line.indent + 1
        raw = line.text[edges[left] - line.indent + 1 : edges[right] - line.indent]
        inner = raw.strip()
        begin += len(raw) - len(raw.lstrip()) if inner else 0
        pieces.append((left, right - left, Span(begin, begin + len(inner))))
    return pieces


def _sign(line: Line, edge: int) -> str:
    index = edge - line.indent
    return line.text[index] if 0 <= index < len(line.text) else " "


def _bands_to_rows(composer: Composer, bands: Sequence[Sequence[tuple[int, int, list[Span], bool]]]) -> list[Row]:
    """Join cells left open by a rule with the cell below them."""
    rows: list[list[Cell]] = []
    opened: dict[int, tuple[int, int, list[Span], int]] = {}
    for index, band in enumerate(bands):
        rows.append([])
        for column, colspan, spans, crossed in band:
            first, width, collected, rowspan = opened.pop(column, (index, colspan, [], 0))
            collected = collected + spans
            if crossed or index + 1 == len(bands):
                cell = composer.cell(collected, column, width, rowspan + 1, lines_are_items=False)
                rows[first].append(cell)
            else:
                opened[column] = (first, width, collected, rowspan + 1)
    return [Row(tuple(sorted(cells, key=lambda cell: cell.column or 0))) for cells in rows if cells]
