"""The reader of PDF: pages -> layers -> contents -> flow -> text -> document.

Pages are read one at a time and closed; what stays are their lines. A page without a usable text layer goes to the
``recognise`` hook; without one, or if it gives nothing back, the file is refused with the numbers of such pages.
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from normalizers.errors import Reason, ReestrError
from parsers.collector import collector_paused
from parsers.document import Composer, Document
from parsers.limits import DEFAULT_LIMITS, Limits, within
from parsers.pdf.aside import mark_footnotes, mark_stamps, usual_size
from parsers.pdf.columns import find_columns
from parsers.pdf.compose import compose
from parsers.pdf.content import layer_to_content
from parsers.pdf.flow import flow_lines, pages_to_flow
from parsers.pdf.heads import mark_heads
from parsers.pdf.hyphens import compounds_over_pages
from parsers.pdf.layer import GridPart, PageContent, PageLayer
from parsers.pdf.mend import mended_layer
from parsers.pdf.open import open_pdf
from parsers.pdf.page import page_to_layer
from parsers.pdf.recognising import Recogniser, UnreadPage, recognise_pages, unread_page
from parsers.pdf.settings import DEFAULT_SETTINGS, PdfSettings
from parsers.pdf.signatures import unfold_signatures
from parsers.pdf.text import bind_words, pages_to_text
from parsers.pdf.text_columns import unroll_columns
from parsers.pdf.verdict import Verdict, is_layered_scan, layer_verdict


def read_pdf(
    source: Path | str | bytes,
    file: str,
    sha256: str,
    recognise: Recogniser | None = None,
    limits: Limits = DEFAULT_LIMITS,
    settings: PdfSettings = DEFAULT_SETTINGS,
) -> Document:
    """A PDF as a document; ``ReestrError`` with its reason where it cannot be one."""
    with collector_paused():
        pages = read_pages(source, recognise, limits, settings)
        return pages_to_document(pages, file, sha256, settings)


def pages_to_document(pages: Sequence[PageContent], file: str, sha256: str, settings: PdfSettings) -> Document:
    """What all pages together say: heads and notes apart, tables and paragraphs over page ends whole."""
    mark_heads(pages, settings)
    size = usual_size(pages)
    for page in pages:
        mark_footnotes(page, size)
        mark_stamps(page)
    unroll_columns(pages)
    for page in pages:
        unfold_signatures(page, settings)
    find_columns(pages, settings)
    syllables = bind_words(pages)
    flow = pages_to_flow(pages, settings)
    text, page_starts = pages_to_text(pages)
    if not text.strip():
        raise ReestrError(Reason.EMPTY, "the PDF holds blank pages only", "check the export")
    composer = Composer(text)
    if not syllables:
        composer.hyphenated |= compounds_over_pages(flow_lines(flow))
    compose(composer, flow, pages, settings)
    return Document(
        file,
        "pdf",
        sha256,
        text,
        tuple(composer.blocks),
        tuple(composer.marks),
        page_starts=page_starts,
        hyphenated=composer.hyphenated,
        recognised=tuple((page.number, page.confidence) for page in pages if page.confidence is not None),
    )


def read_pages(
    source: Path | str | bytes, recognise: Recogniser | None, limits: Limits, settings: PdfSettings
) -> list[PageContent]:
    """The content of every page, in order."""
    deadline = time.monotonic() + limits.seconds
    pages: dict[int, PageContent] = {}
    cells = 0
    with open_pdf(Path(source) if isinstance(source, str) else source, limits) as document:
        for layer in _layers(document, recognise, settings):
            if time.monotonic() > deadline:
                raise _too_slow(layer.number, limits)
            pages[layer.number] = layer_to_content(layer, settings)
            items = pages[layer.number].items
            cells += sum(len(item.cells) for item in items if isinstance(item, GridPart))
            within("table_cells", cells, limits.table_cells)
    return [pages[number] for number in sorted(pages)]


def _layers(document: Any, recognise: Recogniser | None, settings: PdfSettings) -> Iterator[PageLayer]:
    """The layer of each page as it can be read: those with a text layer first, then those recognised."""
    lock = Lock()
    unread: list[UnreadPage] = []
    for number in range(1, len(document) + 1):
        layer, verdict = _decoded(page_to_layer(document, number, settings))
        if verdict is Verdict.USABLE and (recognise is None or not is_layered_scan(layer)):
            yield layer
        else:
            unread.append(unread_page(document, layer, verdict, lock))
    yield from recognise_pages(unread, recognise)


def _decoded(layer: PageLayer) -> tuple[PageLayer, Verdict]:
    """The layer of a page, its letters decoded if need be, and what it is worth then."""
    verdict = layer_verdict(layer)
    mended = mended_layer(layer) if verdict is Verdict.BAD_CYRILLIC else None
    return (mended, layer_verdict(mended)) if mended else (layer, verdict)


def _too_slow(number: int, limits: Limits) -> ReestrError:
    return ReestrError(
        Reason.TIMEOUT, f"the PDF took longer than {limits.seconds} s, to page {number}", "split the file"
    )
