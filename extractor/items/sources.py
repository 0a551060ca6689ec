"""Places in the source: spans of characters to ``source`` and ``spans`` of the public JSON."""

from collections.abc import Iterable, Mapping

from extractor.registry import Source, Spans
from normalizers.verbatim import Quote, Span
from parsers.document import Document


class Locator:
    """Tells lines, pages or blocks of character ranges of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._lined = bool(document.line_starts)
        self._paged = bool(document.page_starts)
        self._blocks = not self._lined and not self._paged

    def source(self, start: int, end: int) -> Source:
        """The public source of a range."""
        document = self.document
        lines = (document.line_of(start), document.line_of(max(start, end - 1))) if self._lined else None
        page = document.page_of(start) if self._paged else None
        block = document.block_of(start) if self._blocks else None
        return Source(start=start, end=end, lines=lines, page=page, block=block)

    def of(self, spans: Iterable[Span]) -> Source:
        """The range from the first to the last of some spans."""
        spans = list(spans)
        return self.source(min(span.start for span in spans), max(span.end for span in spans))


def spans_of(values: Mapping[str, Quote | None]) -> Spans:
    """Pointers of verbatim values to their places; values that are missing or empty have none."""
    return {
        pointer: [(span.start, span.end) for span in quote.spans]
        for pointer, quote in values.items()
        if quote is not None and quote.spans
    }


def text_of(quote: Quote | None) -> str | None:
    """The value of a quote, ``None`` for none or an empty one."""
    return quote.text if quote is not None and quote.text else None
