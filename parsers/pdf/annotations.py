"""What is pinned on a page: text boxes, stamps and form fields a viewer shows; remarks it keeps behind an icon.

What is shown becomes part of the page (pdfium draws it there), so it is read in its place. What has no picture of its
own stands in its rectangle; remarks and hidden texts are named marks.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from normalizers.errors import Reason, ReestrError
from parsers.pdf.frame import Box
from parsers.pdf.layer import Word
from parsers.pdf.settings import PdfSettings

_WIDGET, _POPUP = 20, 16
_ON_THE_PAGE = frozenset({3, 13, _WIDGET, 24})
"""FreeText, Stamp, Widget, Watermark (ISO 32000-1, 12.5.6)."""
_UNSEEN = 1 << 1 | 1 << 5
"""Hidden, NoView (12.5.3)."""
_PUSH_BUTTON, _PASSWORD = 1 << 16, 1 << 13
_BLANK_PICTURE = 2
_LARGEST = 12.0
UserBox = tuple[float, float, float, float]


@dataclass(slots=True)
class Pinned:
    """``drawn``: whether pdfium has something to draw; ``boxes``: texts without a picture and their rectangles in user
    space; ``beside``: names and texts of what is not seen on the page."""

    drawn: bool = False
    boxes: list[tuple[str, UserBox]] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)


def page_to_pinned(document: Any, page: Any, number: int, settings: PdfSettings) -> Pinned:
    """What is pinned on page ``number``."""
    from pypdfium2 import raw

    found = Pinned()
    count = raw.FPDFPage_GetAnnotCount(page.raw)
    if count > settings.page_annotations:
        raise ReestrError(
            Reason.TOO_LARGE,
            f"page {number} holds {count:,} annotations, the limit is {settings.page_annotations:,}",
            "print the file anew to PDF",
        )
    for index in range(count):
        with _opened(page, index) as annotation:
            if annotation:
                _sort_in(found, document, annotation)
    return found


def drawn_in(page: Any) -> bool:
    """Make what is pinned a part of the page, which has to be opened anew then."""
    from pypdfium2 import raw

    return bool(raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


def boxed_word(text: str, box: Box) -> Word:
    """A text without a picture as a word in the middle of its rectangle."""
    size = min(_LARGEST, box.bottom - box.top)
    top = (box.top + box.bottom - size) / 2
    return Word(text, box.x0, box.x1, top, top + size, top + size, size, " ")


@contextmanager
def _opened(page: Any, index: int) -> Iterator[Any]:
    from pypdfium2 import raw

    annotation = raw.FPDFPage_GetAnnot(page.raw, index)
    try:
        yield annotation
    finally:
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)


def _sort_in(found: Pinned, document: Any, annotation: Any) -> None:
    from pypdfium2 import raw

    kind = raw.FPDFAnnot_GetSubtype(annotation)
    seen = not raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN
    if seen and kind in _ON_THE_PAGE and _has_picture(annotation):
        found.drawn = True
        return
    text = " ".join((_value(document, annotation) if kind == _WIDGET else _string(annotation, b"Contents")).split())
    if not text:
        return
    if seen and kind in _ON_THE_PAGE:
        found.boxes.append((text, _rectangle(annotation)))
    elif kind != _POPUP:
        found.beside.append(("comment" if seen else "hidden", text))


def _has_picture(annotation: Any) -> bool:
    from pypdfium2 import raw

    return bool(raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _BLANK_PICTURE)


def _rectangle(annotation: Any) -> UserBox:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    return box.left, box.bottom, box.right, box.top


def _string(annotation: Any, key: bytes) -> str:
    from pypdfium2 import raw

    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return _decoded(buffer)


def _value(document: Any, annotation: Any) -> str:
    """The value of a field to be filled in, wherever in the tree of fields it stands."""
    from pypdfium2 import raw

    document.init_forms()
    if not document.formenv:
        return _string(annotation, b"V")
    form = document.formenv.raw
    if raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & (_PUSH_BUTTON | _PASSWORD):
        return ""
    size = raw.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetFormFieldValue(form, annotation, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return _decoded(buffer)


def _decoded(buffer: Any) -> str:
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
