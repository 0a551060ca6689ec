"""Verbatim values put together from several paragraphs."""

from collections.abc import Sequence

from normalizers.verbatim import Quote, Span
from parsers.document import Document, Paragraph


def paragraphs_to_quote(document: Document, paragraphs: Sequence[Paragraph]) -> Quote:
    """The text of paragraphs joined; one span where only white space and markup part them."""
    spans = joined_spans(document, [span for paragraph in paragraphs for span in paragraph.spans])
    return document.view(spans).quote() if spans else Quote("", ())


def joined_spans(document: Document, spans: Sequence[Span]) -> list[Span]:
    """Neighbouring spans made one where nothing but white space stands between them."""
    joined: list[Span] = []
    for span in spans:
        if joined and not document.text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
