"""Reader of plain and markdown-like dumps: blank lines, indents or full lines tell where a paragraph ends.

Covers КонсультантПлюс and Техэксперт exports and PDF or DOCX turned into text or markdown. Tables come as drawn boxes,
markdown pipes, tab-separated lines or one cell a paragraph; each has a file of its own.
"""

from collections.abc import Callable, Sequence

from normalizers.verbatim import Span
from parsers.boilerplate import (
    FOOTNOTE,
    date_lines,
    is_label,
    line_to_mark,
    note_length,
    opens_date_list,
    trailing_note,
)
from parsers.box_tables import box_table
from parsers.document import Composer
from parsers.joining import Wrap, continues, hard_wrap, unfinished
from parsers.lines import Line
from parsers.markdown_tables import markdown_table
from parsers.page_numbers import page_number_lines
from parsers.stacked_tables import stacked_table
from parsers.tab_tables import tab_table

TableReader = Callable[[Composer, Sequence[Line], int], int]

TABLE_READERS: tuple[TableReader, ...] = (box_table, markdown_table, tab_table, stacked_table)
"""Each takes the composer, all lines and a position; it appends a table and returns the position after it."""


def lines_to_blocks(composer: Composer, lines: Sequence[Line]) -> None:
    """Turn the lines of a plain dump into blocks and marks of the composer.

    Postcondition: every non-blank line stands in exactly one block or mark.
    """
    pages = page_number_lines(lines)
    wrap = hard_wrap(lines)
    pending: list[Line] = []
    gap = cut = False
    position = 0

    def flush() -> None:
        if pending:
            group_to_paragraphs(composer, pending, wrap)
            pending.clear()

    while position < len(lines):
        line = lines[position]
        if not line.text:
            position, gap = position + 1, True
            continue
        if position in pages:
            composer.mark("page_number", line.start, line.end)
            position, gap, cut = position + 1, True, True
            continue
        stop = _table_at(composer, lines, position, flush)
        if stop > position:
            position, gap = stop, True
            continue
        noted = _note_at(composer, lines, position, flush)
        if noted > position:
            position, gap = noted, True
            continue
        if pending and gap and not unfinished(pending, line, cut):
            flush()
        pending.append(line)
        position, gap, cut = position + 1, False, False
    flush()


def _note_at(composer: Composer, lines: Sequence[Line], position: int, flush: Callable[[], None]) -> int:
    """Mark a banner, a footnote or an editor's note that begins here; the position after it."""
    texts = [line.text for line in lines[position : position + 9]]
    name, size = line_to_mark(texts[0]), 1
    if opens_date_list(texts[0]):
        size += date_lines(texts[1:])
    above = next((line.text for line in reversed(lines[max(0, position - 3) : position]) if line.text), "")
    label = is_label(above)
    if name is None:
        size = note_length(texts, label)
        name = "edition_note" if size else None
    if name is None and FOOTNOTE.match(texts[0]):
        name, size = "footnote", next((index for index, text in enumerate(texts) if not text), len(texts))
    if name is None:
        return position
    flush()
    composer.mark(name, lines[position].start, lines[position + size - 1].end)
    return position + size


def _table_at(composer: Composer, lines: Sequence[Line], position: int, flush: Callable[[], None]) -> int:
    """Try the table readers; what stands before a table is written first."""
    before = len(composer.blocks)
    for reader in TABLE_READERS:
        stop = reader(composer, lines, position)
        if stop > position:
            table = composer.blocks[before:]
            del composer.blocks[before:]
            flush()
            composer.adopt(table)
            return stop
    return position


def group_to_paragraphs(composer: Composer, lines: Sequence[Line], wrap: Wrap | None) -> None:
    """Cut a group of lines into paragraphs and append them."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and continues(lines[index - 1], lines[index], wrap):
            continue
        _append(composer, lines[start:index], start == 0 and bool(composer.blocks))
        start = index


def _append(composer: Composer, lines: Sequence[Line], gap: bool) -> None:
    """One paragraph; lines that only white space parts are one span, and an edition note at the end is a mark."""
    last = lines[-1]
    cut = trailing_note(last.text)
    end = last.end if cut is None else last.start + cut
    spans: list[Span] = []
    for line in lines:
        stop = end if line is last else line.end
        if spans and not composer.text[spans[-1].end : line.start].strip():
            spans[-1] = Span(spans[-1].start, stop)
        else:
            spans.append(Span(line.start, stop))
    composer.paragraph(spans, gap)
    if cut is not None:
        composer.mark("edition_note", end, last.end)
