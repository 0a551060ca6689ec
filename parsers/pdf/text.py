"""Pages to the document's text: every line gets its place, in the order of the pages."""

from collections.abc import Iterator, Sequence

from parsers.pdf.cells import cell_region, glue_broken_words
from parsers.pdf.hyphens import bind_hyphens
from parsers.pdf.layer import GridPart, Line, PageContent


def bind_words(pages: Sequence[PageContent]) -> bool:
    """Mark the lines whose last word goes on in the next line of the page, with a hyphen of its own or without one.

    Returns whether the document breaks words by syllables.
    """
    syllables = bind_hyphens(run for page in pages for run in _runs(page))
    for page in pages:
        for item in page.items:
            if isinstance(item, GridPart):
                for cell in item.cells:
                    if len(cell.lines) > 1:
                        glue_broken_words(cell.lines, cell_region(cell))
    return syllables


def _runs(page: PageContent) -> Iterator[list[Line]]:
    """Neighbouring lines of a page, and the lines of each cell."""
    run: list[Line] = []
    for item in page.items:
        if isinstance(item, Line):
            run.append(item)
            continue
        yield run
        run = []
        yield from (cell.lines for cell in item.cells)
    yield run


def pages_to_text(pages: Sequence[PageContent]) -> tuple[str, tuple[int, ...]]:
    """The text and where each page begins in it. Postcondition: ``text[line.start:line.end]`` is every line's text."""
    parts: list[str] = []
    length = 0
    starts: list[int] = []
    for page in pages:
        starts.append(length)
        for line in _page_lines(page):
            line.start, line.end = length, length + len(line.text)
            ending = "" if line.glued else "\n"
            parts.append(line.text + ending)
            length = line.end + len(ending)
    return "".join(parts), tuple(starts)


def _page_lines(page: PageContent) -> Iterator[Line]:
    """The lines of a page from top to bottom, a table's cell by cell."""
    marks = [line for _, line in page.marks]
    for item in sorted([*page.items, *marks], key=lambda item: item.top):
        if isinstance(item, Line):
            yield item
        else:
            yield from item.lines
