"""The front door: how an order flows from bytes to its registry, stage by stage.

bytes -> Document        parsers.reading      decode, choose a reader, paragraphs, tables, marks
Document -> Structure    parsers.parts        requisites, annexes, titles, stamps, the tree of clauses
Structure -> tables      places.finding       columns by meaning, sections, merged cells recovered
-> places                places.finding       touchpoints of tables, lists and clauses, merged, with contacts
-> definitions, provisions, references        what stands around the touchpoints
-> Registry              items, diagnostics, coverage
"""

from pathlib import Path

from extractor.codes import SourceFormat
from extractor.coverage import document_to_coverage
from extractor.definitions import find_definitions
from extractor.diagnostics import diagnose
from extractor.diagnostics.case import Case
from extractor.items.annexes import part_to_annex
from extractor.items.order import order_id, structure_to_order
from extractor.items.provisions import provisions_to_items
from extractor.items.references import definitions_to_items, references_to_items
from extractor.items.sources import Locator
from extractor.items.touchpoints import places_to_touchpoints
from extractor.places.finding import HeldTable, find_places, structure_to_tables
from extractor.provisions import find_provisions
from extractor.references import find_order_references
from extractor.registry import Registry, SourceFile
from parsers.collector import collector_paused
from parsers.document import Document
from parsers.parts import document_to_structure
from parsers.reading import read_document
from parsers.structure import Part


def extract(path: str | Path) -> Registry:
    """The registry of a file.

    Raises :class:`normalizers.errors.ReestrError` with a reason code for a file that cannot be read.
    """
    return document_to_registry(read_document(Path(path)))


def document_to_registry(document: Document) -> Registry:
    """The registry of a document."""
    with collector_paused():
        return _registry(document)


def _registry(document: Document) -> Registry:
    locator = Locator(document)
    structure = document_to_structure(document)
    tables = structure_to_tables(structure)
    places = find_places(structure, tables)
    order = structure_to_order(document, structure, locator)
    titles = {part.id: part.title.text if part.title else "" for part in structure.annexes}
    touchpoints = places_to_touchpoints(places, titles, locator)
    coverage = document_to_coverage(document, structure, locator)
    case = Case(structure, order, tables, places, touchpoints, coverage, locator)
    return Registry(
        id=order_id(order, document.sha256),
        source=_source(document),
        order=order,
        annexes=[part_to_annex(part, _is_blank_form(part, tables), locator) for part in structure.annexes],
        touchpoints=touchpoints,
        definitions=definitions_to_items(find_definitions(structure), locator),
        provisions=provisions_to_items(find_provisions(structure), places, touchpoints, locator),
        references=references_to_items(find_order_references(structure, document), locator),
        diagnostics=diagnose(case),
        coverage=coverage,
    )


def _source(document: Document) -> SourceFile:
    return SourceFile(
        file=document.file,
        format=SourceFormat(document.format),
        sha256=document.sha256,
        encoding=document.encoding,
        characters=len(document.text),
        pages=len(document.page_starts) or None,
    )


def _is_blank_form(part: Part, tables: list[HeldTable]) -> bool:
    """An annex whose tables are all blank forms, with no clause of its own."""
    own = [held.grid for held in tables if held.part is part and held.grid is not None]
    return bool(own) and not part.clauses and all(grid.blank_rows and not grid.rows for grid in own)
