"""Clauses of a part to public items."""

from collections.abc import Sequence

from extractor.items.sources import Locator, spans_of
from extractor.registry import Clause
from parsers import structure


def clauses_to_items(clauses: Sequence[structure.Clause], locator: Locator) -> list[Clause]:
    """The tree of public clauses, built from its leaves."""
    made: dict[int, Clause] = {}
    for clause in reversed(structure.in_document_order(clauses)):
        made[id(clause)] = _item(clause, [made[id(child)] for child in clause.children], locator)
    return [made[id(clause)] for clause in clauses]


def _item(clause: structure.Clause, children: list[Clause], locator: Locator) -> Clause:
    spans = spans_of({"/heading": clause.heading, "/text": clause.text})
    return Clause(
        source=locator.source(clause.span.start, clause.span.end),
        spans=spans,
        id=clause.id,
        marker=clause.marker,
        heading=clause.heading.text if clause.heading else None,
        text=clause.text.text,
        children=children,
    )
