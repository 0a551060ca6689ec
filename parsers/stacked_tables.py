"""Tables of Техэксперт dumps: every cell a paragraph of its own.

Stages: ``read_head`` (header cells, column numbers, width), ``read_body`` (row numbers, sections, cells), then a table
whose rows print their cells in order and pad the rest: which columns are merged or empty is left to meaning.
"""

from collections.abc import Sequence
from dataclasses import replace

from normalizers.verbatim import Span
from parsers.document import Cell, Composer, Row
from parsers.lines import Line
from parsers.stacked_heads import read_head
from parsers.stacked_paragraphs import Par
from parsers.stacked_rows import Body, read_body


def stacked_table(composer: Composer, lines: Sequence[Line], start: int) -> int:
    """Append the table whose cells stand one under another; return the position after it.

    The same position where no such table begins: no known header, or no row below it.
    """
    head = read_head(lines, start)
    if head is None:
        return start
    body = read_body(lines, head)
    if not body.rows:
        return start
    rows = [*(_row(composer, row, head.width) for row in (*head.rows, head.numbers) if row)]
    rows += [_row(composer, row, head.width) for row in body.rows]
    composer.table(rows, head.width, False, _spans(lines, start, body))
    for note in body.notes:
        composer.mark(note.mark or "editor_note", note.spans[0].start, note.spans[-1].end)
    return body.stop


def _row(composer: Composer, pars: Sequence[Par], width: int) -> Row:
    return Row(tuple(_cell(composer, par) for par in pars), max(0, width - len(pars)))


def _cell(composer: Composer, par: Par) -> Cell:
    """A cell whose lines are its paragraphs, not the wraps of one."""
    cell = composer.cell(par.spans, lines_are_items=False)
    shown = (cell.view.shown_at(start) for start in par.starts)
    return replace(cell, breaks=tuple(sorted({at for at in shown if 0 < at < len(cell.text)})))


def _spans(lines: Sequence[Line], start: int, body: Body) -> list[Span]:
    """The stretch of the table, cut where notes stand in it."""
    spans = []
    position = lines[start].start
    for note in body.notes:
        spans.append(Span(position, note.spans[0].start))
        position = note.spans[-1].end
    end = next(lines[index].end for index in range(body.stop - 1, start - 1, -1) if lines[index].text)
    return [span for span in (*spans, Span(position, end)) if span.end > span.start]
