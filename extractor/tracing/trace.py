"""The trace of a document: extraction with its notes, then every value with its rule, in the order of the source."""

from extractor.items.sources import Locator
from extractor.pipeline import document_to_registry
from extractor.places.finding import structure_to_tables
from extractor.registry import Source
from extractor.tracing.body import clause_steps, table_steps
from extractor.tracing.head import annex_steps, mark_steps, order_steps
from extractor.tracing.others import note_steps, other_steps
from extractor.tracing.steps import Step
from extractor.tracing.touchpoints import touchpoint_steps
from parsers.document import Document
from parsers.parts import document_to_structure
from parsers.tracing import taking_notes


def document_to_steps(document: Document) -> list[Step]:
    """Every step, those that begin first and reach farthest before the others."""
    with taking_notes() as notes:
        registry = document_to_registry(document)
    structure = document_to_structure(document)
    steps = [
        *mark_steps(document),
        *order_steps(registry),
        *annex_steps(registry),
        *clause_steps(structure),
        *table_steps(structure_to_tables(structure)),
        *note_steps(notes),
        *touchpoint_steps(registry, notes),
        *other_steps(registry),
    ]
    return sorted(steps, key=lambda step: (step.start, -step.end))


def covers(source: Source, number: int) -> bool:
    """Whether a place takes in a line; a page or a block where the format has no lines.

    >>> covers(Source(start=0, end=9, lines=(2, 4)), 3), covers(Source(start=0, end=9, page=1), 3)
    (True, False)
    """
    if source.lines is not None:
        return source.lines[0] <= number <= source.lines[1]
    return number in (source.page, source.block)


def located(document: Document, steps: list[Step], at: int | None = None) -> list[tuple[Step, Source]]:
    """Steps with their places; of one line, all that take it in and all values of a touchpoint that stands there."""
    locator = Locator(document)
    everything = [(step, locator.source(step.start, step.end)) for step in steps]
    if at is None:
        return everything
    touched = {_touchpoint(step) for step, source in everything if covers(source, at)} - {""}
    return [(step, source) for step, source in everything if covers(source, at) or _touchpoint(step) in touched]


def _touchpoint(step: Step) -> str:
    """The touchpoint that a step is about."""
    return "/".join(step.item.split("/")[:3]) if step.item.startswith("/touchpoints/") else ""
