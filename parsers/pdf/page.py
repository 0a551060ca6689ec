"""A page of an open PDF to its layer, read and closed at once."""

from dataclasses import replace
from typing import Any

from normalizers.errors import Reason, ReestrError
from parsers.pdf import native
from parsers.pdf.annotations import Pinned, boxed_word, drawn_in, page_to_pinned
from parsers.pdf.frame import Frame
from parsers.pdf.layer import PageLayer
from parsers.pdf.rules import Drawing
from parsers.pdf.settings import PdfSettings
from parsers.pdf.words import letters_to_words, main_quarter, page_to_letters


def page_to_layer(document: Any, number: int, settings: PdfSettings) -> PageLayer:
    """The layer of page ``number`` (from 1), with what is pinned on it."""
    page = _opened(document, number)
    try:
        pinned = page_to_pinned(document, page, number, settings)
        if pinned.drawn and drawn_in(page):
            page.close()
            page = _opened(document, number)
        return _layer(page, number, pinned, settings)
    finally:
        page.close()


def _opened(document: Any, number: int) -> Any:
    from pypdfium2 import PdfiumError

    try:
        return document[number - 1]
    except PdfiumError as error:
        raise ReestrError(
            Reason.CORRUPT, f"page {number} of the PDF cannot be read", "open and save it in a viewer"
        ) from error


def _layer(page: Any, number: int, pinned: Pinned, settings: PdfSettings) -> PageLayer:
    textpage = page.get_textpage()
    try:
        handle = native.address_of(textpage.raw)
        letters = page_to_letters(handle, textpage.count_chars(), settings)
        frame = Frame(main_quarter(letters.runs) if letters.runs else page.get_rotation() // 90 % 4, *page.get_bbox())
        words, oblique = letters_to_words(handle, letters, frame, settings)
    finally:
        textpage.close()
    boxed = [boxed_word(text, frame.box(*box)) for text, box in pinned.boxes]
    drawing = Drawing(frame, settings)
    drawing.add(native.page_objects(native.address_of(page.raw), settings.page_objects))
    width, height = frame.size
    share = min(1.0, drawing.picture_area / (width * height)) if width * height else 0.0
    layer = PageLayer(number, width, height, words, drawing.rules, share, drawing.paths)
    return replace(layer, oblique=oblique, boxed=boxed, beside=pinned.beside)
