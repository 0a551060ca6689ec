"""Pages to the flow of the document: paragraphs over page ends, tables over pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from parsers.pdf.layer import Line, PageContent
from parsers.pdf.paragraphs import blank_between, lines_to_paragraphs
from parsers.pdf.regions import Region, pages_to_regions
from parsers.pdf.settings import PdfSettings
from parsers.pdf.tables import WholeTable, join, joins, part_to_table


@dataclass(slots=True)
class Passage:
    """A paragraph as its lines; ``gap`` if blank space stands above it."""

    lines: list[Line] = field(default_factory=list)
    gap: bool = False


Flow = list[Passage | WholeTable]


def pages_to_flow(pages: Sequence[PageContent], settings: PdfSettings) -> Flow:
    """Paragraphs and tables in order."""
    regions = pages_to_regions(pages, settings)
    flow: Flow = []
    for run in _runs(pages, settings):
        if isinstance(run, WholeTable):
            flow.append(run)
        else:
            flow.extend(_passages(run.lines, regions, settings))
    return flow


def _passages(lines: Sequence[Line], regions: Callable[[Line], Region], settings: PdfSettings) -> Iterator[Passage]:
    before: Line | None = None
    for paragraph in lines_to_paragraphs(lines, regions, settings):
        first = paragraph[0]
        yield Passage(paragraph, before is not None and blank_between(before, first, regions(first), settings))
        before = paragraph[-1]


def _runs(pages: Sequence[PageContent], settings: PdfSettings) -> Flow:
    """Lines between tables together, parts of one table together."""
    runs: Flow = []
    for page in pages:
        for item in page.items:
            last = runs[-1] if runs else None
            if isinstance(item, Line):
                if not isinstance(last, Passage):
                    last = Passage()
                    runs.append(last)
                last.lines.append(item)
            elif isinstance(last, WholeTable) and page.items[0] is item and joins(last, item, settings):
                join(last, item, settings)
            else:
                runs.append(part_to_table(item))
    return runs


def flow_lines(flow: Flow) -> Iterator[list[Line]]:
    """The lines of every paragraph and every cell."""
    for item in flow:
        if isinstance(item, Passage):
            yield item.lines
        else:
            yield from (cell.lines for cell in item.cells)
