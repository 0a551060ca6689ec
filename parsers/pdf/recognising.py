"""Pages without a usable text layer to the recogniser, several at a time, each with its picture drawn on demand."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from normalizers.errors import Reason, ReestrError
from parsers.pdf.layer import PageLayer
from parsers.pdf.verdict import Verdict

_SHOWN = 12
_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page whose text layer is of no use, or a scan with a usable one but no rules: what a recogniser gets.

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
"""Gives the page's words and rules as a layer (with its ``confidence``, if it read the words), ``None`` if it cannot.

It is called in several threads at once, each with a page of its own.
"""


def unread_page(document: Any, layer: PageLayer, verdict: Verdict, lock: Lock) -> UnreadPage:
    """What a recogniser needs of a page; ``lock`` is held while it is drawn, for pdfium draws one page at a time."""

    def render(dots_per_inch: float) -> Any:
        with lock:
            page = document[layer.number - 1]
            try:
                return page.render(scale=dots_per_inch / 72).to_pil()
            finally:
                page.close()

    width, height = document.get_page_size(layer.number - 1)
    return UnreadPage(layer.number, width, height, verdict, layer, render)


def recognise_pages(pages: Sequence[UnreadPage], recognise: Recogniser | None) -> Iterator[PageLayer]:
    """The layers of all pages, in order; ``NO_TEXT_LAYER`` with the numbers of those that could not be recognised."""
    if recognise is None or not pages:
        _refuse(pages)
        return
    lost = []
    pool = ThreadPoolExecutor(min(_AT_ONCE, os.cpu_count() or 1, len(pages)))
    try:
        for page, layer in zip(pages, pool.map(recognise, pages), strict=True):
            if layer is None:
                lost.append(page)
            else:
                yield layer if page.verdict is Verdict.USABLE else _completed(layer, page.layer)
    finally:
        pool.shutdown(cancel_futures=True)
    _refuse(lost)


def _completed(found: PageLayer, layer: PageLayer) -> PageLayer:
    """A recognised layer always says how sure it is, and keeps what no picture shows."""
    return replace(found, confidence=found.confidence or 0.0, boxed=layer.boxed, beside=layer.beside)


def _refuse(pages: Sequence[UnreadPage]) -> None:
    if not pages:
        return
    shown = ", ".join(f"{page.number} ({page.verdict})" for page in pages[:_SHOWN])
    more = f" and {len(pages) - _SHOWN} more" if len(pages) > _SHOWN else ""
    raise ReestrError(
        Reason.NO_TEXT_LAYER,
        f"no usable text layer on pages {shown}{more}",
        "have the file recognised, or take the text version of the order",
    )
