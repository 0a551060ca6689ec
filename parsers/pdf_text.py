"""Pages to the document's text: every line gets its place, in the order of the pages."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from parsers.pdf_cells import cell_region, glue_broken_words
from parsers.pdf_layer import GridPart, Line, PageContent
from parsers.pdf_settings import PdfSettings


def pages_to_text(pages: Sequence[PageContent], settings: PdfSettings) -> tuple[str, tuple[int, ...]]:
    """The text and where each page begins in it. Postcondition: ``text[line.start:line.end]`` is every line's text."""
    parts: list[str] = []
    length = 0
    starts: list[int] = []
    for page in pages:
        starts.append(length)
        for line in _page_lines(page, settings):
            line.start, line.end = length, length + len(line.text)
            ending = "" if line.glued else "\n"
            parts.append(line.text + ending)
            length = line.end + len(ending)
    return "".join(parts), tuple(starts)


def _page_lines(page: PageContent, settings: PdfSettings) -> Iterator[Line]:
    """The lines of a page from top to bottom, a table's cell by cell."""
    marks = [line for _, line in page.marks]
    for item in sorted([*page.items, *marks], key=lambda item: item.top):
        if isinstance(item, Line):
            yield item
        else:
            yield from _table_lines(item, settings)


def _table_lines(part: GridPart, settings: PdfSettings) -> Iterator[Line]:
    for cell in sorted(part.cells, key=lambda cell: (cell.row, cell.column)):
        if len(cell.lines) > 1:
            glue_broken_words(cell.lines, cell_region(cell), settings)
        yield from cell.lines
