"""The reader's text in the making: lines of the body, then the streams. An offset is final once its line is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from normalizers.verbatim import Span
from parsers.boilerplate import line_to_mark, trailing_note
from parsers.document import Composer, Row
from parsers.docx.tables import GridCell
from parsers.joining import continues
from parsers.lines import text_to_lines
from parsers.names import is_person

_MOST_SIGNATURE_CELLS = 3
_NO_LINES: list[str] = []


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """Where a paragraph stands, and whether a blank one goes before."""

    span: Span
    gap: bool


@dataclass(slots=True)
class DraftTable:
    """Rows of a table and where it stands."""

    rows: list[list[GridCell]]
    width: int
    ruled: bool
    span: Span


@dataclass(slots=True)
class Draft:
    """Text written so far and blocks that point into it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[DraftParagraph | DraftTable] = field(default_factory=list)
    marks: list[tuple[str, Span]] = field(default_factory=list)

    def line(self, text: str) -> Span:
        """Write a line (it may hold line breaks of its own)."""
        start = self.length
        self.pieces += (text, "\n")
        self.length += len(text) + 1
        return Span(start, start + len(text))

    def paragraph(self, text: str, gap: bool) -> None:
        """Write a paragraph of the body."""
        self.blocks.append(DraftParagraph(self.line(text), gap))

    def cells(self, row: list[GridCell]) -> None:
        """Write the cells of a row, each on lines of its own; an empty cell is an empty line."""
        pieces, length = self.pieces, self.length
        for cell in row:
            spans = []
            for text in cell.lines:
                pieces.append(text)
                spans.append(Span(length, length + len(text)))
                length += len(text) + 1
                pieces.append("\n")
            if not spans:
                pieces.append("\n")
                length += 1
            cell.spans, cell.lines = tuple(spans), _NO_LINES
        self.length = length

    def table(self, rows: list[list[GridCell]], width: int, ruled: bool, start: int) -> None:
        """Close a table whose cells have been written from ``start`` on."""
        self.blocks.append(DraftTable(rows, width, ruled, Span(start, max(start, self.length - 1))))

    def streams(self, entries: Iterable[tuple[str, str]]) -> None:
        """Write the streams that follow the body."""
        for name, text in entries:
            self.marks.append((name, self.line(text)))

    def compose(self) -> tuple[Composer, str]:
        """Blocks and marks over the final text."""
        text = "".join(self.pieces)
        self.pieces = []
        composer = Composer(text)
        for block in self.blocks:
            if isinstance(block, DraftParagraph):
                _paragraphs(composer, block.span, block.gap)
            elif is_layout(composer.text, block):
                _layout(composer, block)
            else:
                composer.table([_row(composer, row) for row in block.rows], block.width, True, [block.span])
        for name, span in self.marks:
            composer.mark(name, *span)
        return composer, text


def _row(composer: Composer, row: list[GridCell]) -> Row:
    cells = []
    for cell in row:
        spans = [Span(cell.spans[0].start, cell.spans[-1].end)] if cell.spans else []
        cells.append(composer.cell(spans, cell.column, cell.colspan, cell.rowspan))
    row.clear()
    return Row(tuple(cells))


def _paragraphs(composer: Composer, span: Span, gap: bool) -> None:
    """A paragraph, cut at those of its line breaks that part lines of a stamp, a letterhead or a list.

    It is cut where the readers of text would cut the same lines, so that both see the same paragraphs.
    """
    text = composer.text[slice(*span)]
    if "\n" not in text:
        _paragraph(composer, span, gap)
        return
    lines = [line for line in text_to_lines(text) if line.text]
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not continues(lines[index - 1], lines[index], None):
            own = Span(span.start + lines[first].start, span.start + lines[index - 1].end)
            _paragraph(composer, own, gap and not first)
            first = index


def _paragraph(composer: Composer, span: Span, gap: bool) -> None:
    """A paragraph, or the mark that it is: a banner or an editor's note of a legal system."""
    text = composer.text[span.start : span.end]
    name = line_to_mark(text)
    if name is not None:
        composer.mark(name, *span)
        return
    cut = trailing_note(text)
    end = span.end if cut is None else span.start + cut
    composer.paragraph([Span(span.start, end)], gap)
    if cut is not None:
        composer.mark("edition_note", end, span.end)


def is_layout(text: str, table: DraftTable) -> bool:
    """Whether a table only places words on the page: a signature, or a stamp without rules beside an empty cell."""
    printed = [cell for row in table.rows for cell in row if cell.spans]
    if len(printed) <= _MOST_SIGNATURE_CELLS and any(is_person(text[slice(*cell.spans[0])]) for cell in printed):
        return True
    sparse = all(sum(bool(cell.spans) for cell in row) <= 1 for row in table.rows)
    return not table.ruled and (sparse or len(table.rows) == 1)


def _layout(composer: Composer, table: DraftTable) -> None:
    """Paragraphs of a layout table; the cells of a signature are one paragraph, as on the page."""
    printed = [cell for row in table.rows for cell in row if cell.spans]
    if any(is_person(composer.text[slice(*cell.spans[0])]) for cell in printed):
        composer.paragraph([Span(cell.spans[0].start, cell.spans[-1].end) for cell in printed], True)
        return
    for index, span in enumerate(span for cell in printed for span in cell.spans):
        _paragraphs(composer, span, not index)
