"""The flow of the document to blocks and marks over its text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from normalizers.verbatim import Span
from parsers.boilerplate import trailing_note
from parsers.document import Cell, Composer, Row
from parsers.names import is_person
from parsers.notes import Notes
from parsers.pdf.cells import cell_paragraphs
from parsers.pdf.flow import Flow
from parsers.pdf.layer import GridCell, Line, PageContent
from parsers.pdf.regions import usual_pitch
from parsers.pdf.settings import PdfSettings
from parsers.pdf.tables import WholeTable

_MOST_SIGNATURE_CELLS = 3
_CUT = re.compile(r"(?:[-\u00ad]|(?:https?://|www\.|@)[!-;=?-~]*)$")
_LONGEST = 300


def compose(composer: Composer, flow: Flow, pages: Sequence[PageContent], settings: PdfSettings) -> None:
    """Write the flow. Postcondition: every line of the text stands in one block or one mark."""
    notes, gap = Notes(), False
    for item in flow:
        if isinstance(item, WholeTable):
            _table(composer, item, settings)
        else:
            gap = _paragraph(composer, item.lines, item.gap or gap, notes)
    for page in pages:
        for name, line in page.marks:
            composer.mark(name, line.start, line.end)
    composer.marks.sort(key=lambda mark: mark.span)


def lines_to_spans(text: str, lines: Sequence[Line]) -> list[Span]:
    """Spans of lines: neighbours in the text are one; a broken word or address keeps its line end, to be joined."""
    spans: list[Span] = []
    for line in lines:
        if spans and not text[spans[-1].end : line.start].strip():
            spans[-1] = Span(spans[-1].start, line.end)
            continue
        if spans and _CUT.search(text, max(0, spans[-1].end - _LONGEST), spans[-1].end):
            spans[-1] = Span(spans[-1].start, spans[-1].end + 1)
        spans.append(Span(line.start, line.end))
    return spans


def _paragraph(composer: Composer, lines: Sequence[Line], gap: bool, notes: Notes) -> bool:
    """A paragraph, or a mark if a legal system added it; an edition note at its end is a mark."""
    spans = lines_to_spans(composer.text, lines)
    text = " ".join(composer.text[start:end] for start, end in spans).replace("\n", " ")
    name = notes.name(text)
    if name:
        for span in spans:
            composer.mark(name, *span)
        return gap
    cut = trailing_note(text) if len(spans) == 1 else None
    if cut is not None:
        start, end = spans[0]
        spans = [Span(start, start + len(composer.text[start : start + cut].rstrip()))]
        composer.mark("edition_note", start + cut, end)
    composer.paragraph(spans, gap)
    return False


def _table(composer: Composer, table: WholeTable, settings: PdfSettings) -> None:
    pitch = usual_pitch(cell.lines for cell in table.cells)
    rows: list[list[Cell]] = [[] for _ in range(table.height)]
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(_cell(composer, cell, pitch, settings))
    lines = sorted((line for cell in table.cells for line in cell.lines), key=lambda line: line.start)
    if not lines or _signature(composer, rows):
        return
    composer.table([Row(tuple(row)) for row in rows], table.width, table.ruled, lines_to_spans(composer.text, lines))
    for line in table.repeated:
        composer.mark("repeated_header", line.start, line.end)


def _signature(composer: Composer, rows: Sequence[Sequence[Cell]]) -> bool:
    """Write a table that only places a signature as the paragraph that it is."""
    printed = [cell for row in rows for cell in row if cell.spans]
    if len(printed) > _MOST_SIGNATURE_CELLS or not any(is_person(cell.text) for cell in printed):
        return False
    composer.paragraph([span for cell in printed for span in cell.spans], True)
    return True


def _cell(composer: Composer, cell: GridCell, pitch: float, settings: PdfSettings) -> Cell:
    """A cell; its breaks are where its paragraphs begin."""
    spans = lines_to_spans(composer.text, cell.lines)
    made = composer.cell(spans, cell.column, cell.colspan, cell.rowspan, lines_are_items=False)
    if len(cell.lines) < 2:
        return made
    starts = [paragraph[0].start for paragraph in cell_paragraphs(cell, pitch, settings)[1:]]
    return replace(made, breaks=tuple(made.view.shown_at(start) for start in starts)) if starts else made
