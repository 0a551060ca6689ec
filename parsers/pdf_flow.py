"""Pages to the flow of the document: paragraphs over page ends, tables over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.pdf_layer import GridPart, Line, PageContent
from parsers.pdf_paragraphs import lines_to_paragraphs
from parsers.pdf_regions import Region, pages_to_regions
from parsers.pdf_settings import PdfSettings
from parsers.pdf_tables import WholeTable, join, joins, part_to_table


@dataclass(slots=True)
class Paragraphs:
    """A run of lines between tables."""

    lines: list[Line] = field(default_factory=list)


def pages_to_flow(pages: Sequence[PageContent], settings: PdfSettings) -> list[list[Line] | WholeTable]:
    """Paragraphs (as their lines) and tables in order."""
    regions = pages_to_regions(pages, settings)
    flow: list[list[Line] | WholeTable] = []
    for run in _runs(pages, settings):
        if isinstance(run, WholeTable):
            flow.append(run)
        else:
            flow.extend(_paragraphs(run.lines, regions, settings))
    return flow


def _paragraphs(lines: Sequence[Line], regions: dict[int, Region], settings: PdfSettings) -> list[list[Line]]:
    return lines_to_paragraphs(lines, lambda line: regions[line.page], settings)


def _runs(pages: Sequence[PageContent], settings: PdfSettings) -> list[Paragraphs | WholeTable]:
    """Lines between tables together, parts of one table together."""
    runs: list[Paragraphs | WholeTable] = []
    for page in pages:
        for item in page.items:
            last = runs[-1] if runs else None
            if isinstance(item, Line):
                if not isinstance(last, Paragraphs):
                    last = Paragraphs()
                    runs.append(last)
                last.lines.append(item)
            elif isinstance(last, WholeTable) and _goes_on(last, item, page, settings):
                join(last, item, settings)
            else:
                runs.append(part_to_table(item))
    return runs


def _goes_on(table: WholeTable, part: GridPart, page: PageContent, settings: PdfSettings) -> bool:
    return page.items[0] is part and joins(table, part, settings)
