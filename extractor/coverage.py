"""Coverage: which characters of the source belong to something, and which to nothing."""

from collections.abc import Iterable, Iterator

from extractor.items.sources import Locator
from extractor.registry import Coverage, CoverageCharacters
from normalizers.verbatim import Span
from parsers.document import Document
from parsers.structure import Part, Structure


def assigned_spans(document: Document, structure: Structure) -> Iterator[tuple[str, Span]]:
    """Every stretch that belongs to something, with the name of what it belongs to."""
    for mark in document.marks:
        yield mark.name, mark.span
    for part in (*([structure.order] if structure.order else []), *structure.annexes):
        yield from _part_spans(part)


def _part_spans(part: Part) -> Iterator[tuple[str, Span]]:
    for span in part.requisites:
        yield "requisite", span
    for span in part.headings:
        yield "heading", span
    for table in part.loose_tables:
        yield from (("table", span) for span in table.spans)
    for clause in part.walk():
        yield "heading" if clause.heading is not None else "clause", clause.span
        for table in clause.tables:
            yield from (("table", span) for span in table.spans)


def gaps(document: Document, spans: Iterable[Span]) -> Iterator[Span]:
    """Non-blank stretches of the text that no span covers."""
    text = document.text
    position = 0
    for span in [*sorted(spans), Span(len(text), len(text))]:
        if span.start > position:
            piece = text[position : span.start]
            if not piece.isspace():
                start = position + len(piece) - len(piece.lstrip())
                yield Span(start, position + len(piece.rstrip()))
        position = max(position, span.end)


def document_to_coverage(document: Document, structure: Structure, locator: Locator) -> Coverage:
    """Count the non-blank characters and list what belongs to nothing."""
    left = [
        span
        for span in gaps(document, (span for _, span in assigned_spans(document, structure)))
        if _says(document, span)
    ]
    total = printed(document.text)
    missing = sum(printed(document.text[span.start : span.end]) for span in left)
    return Coverage(
        characters=CoverageCharacters(total=total, assigned=total - missing),
        unassigned=[locator.source(span.start, span.end) for span in left],
    )


def _says(document: Document, span: Span) -> bool:
    """Markup alone (pipes, stars, brackets) says nothing."""
    return bool(document.text[span.start : span.end].strip("|*<>_ \t\r\n"))


def printed(text: str) -> int:
    """How many characters are no white space.

    >>> printed("а б\\n")
    2
    """
    return sum(map(len, text.split()))
