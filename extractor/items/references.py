"""Definitions and references to public items."""

from collections.abc import Sequence

from extractor.codes import ReferenceKind
from extractor.definitions import FoundDefinition
from extractor.items.sources import Locator, spans_of, text_of
from extractor.references import OrderReference
from extractor.registry import Definition, Reference


def definitions_to_items(found: Sequence[FoundDefinition], locator: Locator) -> list[Definition]:
    """Public definitions, in document order."""
    return [
        Definition(
            source=locator.of([*each.term.spans, *each.text.spans]),
            spans=spans_of({"/term": each.term, "/text": each.text}),
            term=each.term.text,
            text=each.text.text,
        )
        for each in found
    ]


def references_to_items(found: Sequence[OrderReference], locator: Locator) -> list[Reference]:
    """Public references, in document order."""
    return [
        Reference(
            source=locator.of(each.text.spans),
            spans=spans_of(
                {"/text": each.text, "/number": each.number, "/title": each.title, "/authority": each.authority}
            ),
            text=each.text.text,
            kind=ReferenceKind(each.kind),
            number=text_of(each.number),
            date=each.date,
            title=text_of(each.title),
            authority=text_of(each.authority),
        )
        for each in found
    ]
