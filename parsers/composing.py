"""A draft to its document: blocks and marks over the final text.

Paragraphs are cut where the readers of text cut the same lines, and named where those name them, so that one order
gives the same blocks whatever it comes in.
"""

from collections.abc import Sequence

from parsers.boilerplate import trailing_note
from parsers.document import Composer, Document, Row, Span
from parsers.draft import Draft, DraftParagraph, DraftTable, GridCell
from parsers.joining import continues
from parsers.lines import Line, text_to_lines
from parsers.names import is_person
from parsers.notes import Notes

_MOST_SIGNATURE_CELLS = 3


def draft_to_document(draft: Draft, file: str, format: str, sha256: str) -> Document:  # noqa: A002
    """The document that a draft holds; its pieces of text are given up."""
    text = "".join(draft.pieces)
    draft.pieces = []
    composer = Composer(text)
    _Blocks(composer).write(draft)
    return Document(
        file=file,
        format=format,
        sha256=sha256,
        text=text,
        blocks=tuple(composer.blocks),
        marks=tuple(composer.marks),
        hyphenated=composer.hyphenated,
    )


class _Blocks:
    """Writes blocks in order; blank space above a note of a legal system stands above what follows it."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._notes = Notes()
        self._gap = False

    def write(self, draft: Draft) -> None:
        for block in draft.blocks:
            if isinstance(block, DraftParagraph):
                self._paragraphs(block.span, block.gap)
            elif is_layout(self._composer.text, block):
                self._layout(block)
            else:
                rows = [_row(self._composer, row) for row in block.rows]
                self._composer.table(rows, block.width, True, [block.span])
        for name, span in draft.marks:
            self._composer.mark(name, *span)

    def _paragraphs(self, span: Span, gap: bool) -> None:
        """A paragraph, cut at those of its line breaks that part lines of a stamp, a letterhead or a list."""
        text = self._composer.text[slice(*span)]
        if "\n" not in text:
            self._paragraph(span, gap)
            return
        parted = gap
        held: list[Line] = []
        for line in text_to_lines(text):
            if held and (not line.text or not continues(held[-1], line, None)):
                self._lines(span.start, held, parted)
                held, parted = [], False
            if line.text:
                held.append(line)
            else:
                parted = True
        if held:
            self._lines(span.start, held, parted)

    def _lines(self, start: int, lines: Sequence[Line], gap: bool) -> None:
        self._paragraph(Span(start + lines[0].start, start + lines[-1].end), gap)

    def _paragraph(self, span: Span, gap: bool) -> None:
        """A paragraph, or the mark that it is: a banner or an editor's note of a legal system."""
        text = self._composer.text[span.start : span.end]
        self._gap = self._gap or gap
        name = self._notes.name(text)
        if name is not None:
            self._composer.mark(name, *span)
            return
        cut = trailing_note(text)
        end = span.end if cut is None else span.start + cut
        self._composer.paragraph([Span(span.start, end)], self._gap)
        self._gap = False
        if cut is not None:
            self._composer.mark("edition_note", end, span.end)

    def _layout(self, table: DraftTable) -> None:
        """Paragraphs of a layout table; the cells of a signature are one paragraph, as on the page."""
        printed = [cell for row in table.rows for cell in row if cell.spans]
        if any(is_person(self._composer.text[slice(*cell.spans[0])]) for cell in printed):
            self._composer.paragraph([Span(cell.spans[0].start, cell.spans[-1].end) for cell in printed], True)
            return
        for index, span in enumerate(span for cell in printed for span in cell.spans):
            self._paragraphs(span, not index)


def _row(composer: Composer, row: list[GridCell]) -> Row:
    cells = []
    for cell in row:
        spans = [Span(cell.spans[0].start, cell.spans[-1].end)] if cell.spans else []
        cells.append(composer.cell(spans, cell.column, cell.colspan, cell.rowspan))
    row.clear()
    return Row(tuple(cells))


def is_layout(text: str, table: DraftTable) -> bool:
    """Whether a table only places words on the page: a signature, or a stamp without rules beside an empty cell."""
    printed = [cell for row in table.rows for cell in row if cell.spans]
    if len(printed) <= _MOST_SIGNATURE_CELLS and any(is_person(text[slice(*cell.spans[0])]) for cell in printed):
        return True
    sparse = all(sum(bool(cell.spans) for cell in row) <= 1 for row in table.rows)
    return not table.ruled and (sparse or len(table.rows) == 1)
