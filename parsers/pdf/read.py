"""The reader of PDF: pages -> layers -> contents -> flow -> text -> document.

Pages are read one at a time and closed; what stays are their lines. A page without a usable text layer goes to the
``recognise`` hook; without one, or if it gives nothing back, the file is refused with the numbers of such pages.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
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
from parsers.pdf.settings import DEFAULT_SETTINGS, PdfSettings
from parsers.pdf.signatures import unfold_signatures
from parsers.pdf.text import bind_words, pages_to_text
from parsers.pdf.text_columns import unroll_columns
from parsers.pdf.verdict import Verdict, layer_verdict

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page whose text layer is of no use: what a recogniser gets.

    ``render`` gives its image (PIL) at so many dots per inch, turned as a viewer shows it; ``width`` and ``height`` are
    those of that image in points, the places of the layer it gives back too.
    """

    number: int
    width: float
    height: float
    verdict: Verdict
    layer: PageLayer
    render: Callable[[float], Any]


Recogniser = Callable[[UnreadPage], PageLayer | None]
"""Gives the page's words and rules as a layer (with its ``confidence``), or ``None`` if it cannot."""


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
    unread: dict[int, Verdict] = {}
    pages: list[PageContent] = []
    cells = 0
    with open_pdf(Path(source) if isinstance(source, str) else source, limits) as document:
        for number in range(1, len(document) + 1):
            if time.monotonic() > deadline:
                raise ReestrError(
                    Reason.TIMEOUT, f"the PDF took longer than {limits.seconds} s, to page {number}", "split the file"
                )
            layer, verdict = _usable(document, page_to_layer(document, number, settings), recognise)
            if verdict is not Verdict.USABLE:
                unread[number] = verdict
            pages.append(layer_to_content(layer, settings))
            cells += sum(len(item.cells) for item in pages[-1].items if isinstance(item, GridPart))
            within("table_cells", cells, limits.table_cells)
    if unread:
        raise _no_text_layer(unread)
    return pages


def _usable(document: Any, layer: PageLayer, recognise: Recogniser | None) -> tuple[PageLayer, Verdict]:
    """The layer of a page, decoded or recognised if need be, and what it is worth then."""
    verdict = layer_verdict(layer)
    if verdict is Verdict.BAD_CYRILLIC:
        mended = mended_layer(layer)
        if mended:
            layer, verdict = mended, layer_verdict(mended)
    if verdict is Verdict.USABLE or recognise is None:
        return layer, verdict
    width, height = document.get_page_size(layer.number - 1)
    found = recognise(UnreadPage(layer.number, width, height, verdict, layer, _renderer(document, layer.number)))
    return (layer, verdict) if found is None else (_completed(found, layer), Verdict.USABLE)


def _completed(found: PageLayer, layer: PageLayer) -> PageLayer:
    """A recognised layer always says how sure it is, and keeps what no picture shows."""
    return replace(found, confidence=found.confidence or 0.0, boxed=layer.boxed, beside=layer.beside)


def _renderer(document: Any, number: int) -> Callable[[float], Any]:
    """Draws a page at so many dots per inch, turned as a viewer shows it."""

    def render(dots_per_inch: float) -> Any:
        page = document[number - 1]
        try:
            return page.render(scale=dots_per_inch / 72).to_pil()
        finally:
            page.close()

    return render


def _no_text_layer(unread: dict[int, Verdict]) -> ReestrError:
    shown = ", ".join(f"{number} ({verdict})" for number, verdict in list(unread.items())[:_SHOWN])
    more = f" and {len(unread) - _SHOWN} more" if len(unread) > _SHOWN else ""
    return ReestrError(
        Reason.NO_TEXT_LAYER,
        f"no usable text layer on pages {shown}{more}",
        "have the file recognised, or take the text version of the order",
    )
