"""pdfium's functions for one page in bulk: one call a character with plain addresses, results in shared buffers.

The bindings of pypdfium2 check and wrap every argument; over a thousand pages that costs more than pdfium itself.
"""

import ctypes
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

Native = Callable[..., Any]

_INT, _POINTER, _FLOAT = ctypes.c_int, ctypes.c_void_p, ctypes.c_float


@cache
def _function(name: str, result: Any, *arguments: Any) -> Native:
    """A pdfium function that takes addresses as plain numbers."""
    from pypdfium2 import raw

    address = ctypes.cast(vars(raw)[name], _POINTER).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


def address_of(handle: Any) -> int:
    """The address behind a handle of the bindings."""
    return ctypes.cast(handle, _POINTER).value or 0


def code_points(textpage: int, count: int) -> list[int]:
    """The Unicode code of every character."""
    function = _function("FPDFText_GetUnicode", ctypes.c_uint, _POINTER, _INT)
    return list(map(function, repeat(textpage), range(count)))


def text_objects(textpage: int, count: int) -> list[int | None]:
    """The text object every character belongs to; ``None`` for the line ends that pdfium adds."""
    function = _function("FPDFText_GetTextObject", _POINTER, _POINTER, _INT)
    return list(map(function, repeat(textpage), range(count)))


def loose_boxes(textpage: int, count: int) -> list[float]:
    """Left, top, right, bottom of every character in user space, by its advance and its font's height, in one list."""
    function = _function("FPDFText_GetLooseCharBox", _INT, _POINTER, _INT, _POINTER)
    buffer = (_FLOAT * (4 * count))()
    start = ctypes.addressof(buffer)
    for _ in map(function, repeat(textpage), range(count), range(start, start + 16 * count, 16)):
        pass
    return list(buffer)


def origin(textpage: int, index: int) -> tuple[float, float]:
    """Where a character's base line begins, in user space."""
    function = _function("FPDFText_GetCharOrigin", _INT, _POINTER, _INT, _POINTER, _POINTER)
    buffer = (ctypes.c_double * 2)()
    start = ctypes.addressof(buffer)
    function(textpage, index, start, start + 8)
    return buffer[0], buffer[1]


def matrix(textpage: int, index: int) -> tuple[float, float, float, float]:
    """The linear part of a character's matrix."""
    function = _function("FPDFText_GetMatrix", _INT, _POINTER, _INT, _POINTER)
    buffer = (_FLOAT * 6)()
    function(textpage, index, ctypes.addressof(buffer))
    return buffer[0], buffer[1], buffer[2], buffer[3]


def font_size(textpage: int, index: int) -> float:
    """The font size of a character before its matrix."""
    return float(_function("FPDFText_GetFontSize", ctypes.c_double, _POINTER, _INT)(textpage, index))


def is_hyphen(textpage: int, index: int) -> bool:
    """Whether pdfium took a character for the hyphen of a broken word (it then hides it behind U+0002)."""
    return bool(_function("FPDFText_IsHyphen", _INT, _POINTER, _INT)(textpage, index) == 1)


def page_objects(page: int, limit: int) -> list[int]:
    """The addresses of a page's objects, at most ``limit`` and one more."""
    count = _function("FPDFPage_CountObjects", _INT, _POINTER)(page)
    function = _function("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
    return [found for found in map(function, repeat(page), range(min(count, limit + 1))) if found]


def form_objects(form: int, limit: int) -> list[int]:
    """The addresses of a form's objects."""
    count = _function("FPDFFormObj_CountObjects", _INT, _POINTER)(form)
    function = _function("FPDFFormObj_GetObject", _POINTER, _POINTER, ctypes.c_ulong)
    return [found for found in map(function, repeat(form), range(min(count, limit + 1))) if found]


def object_types(objects: Sequence[int]) -> list[int]:
    """The type of every object."""
    return list(map(_function("FPDFPageObj_GetType", _INT, _POINTER), objects))


def bounds(item: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of an object, its stroke included."""
    function = _function("FPDFPageObj_GetBounds", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
    buffer = (_FLOAT * 4)()
    start = ctypes.addressof(buffer)
    function(item, start, start + 4, start + 8, start + 12)
    return buffer[0], buffer[1], buffer[2], buffer[3]


def object_matrix(item: int) -> tuple[float, ...]:
    """The matrix of an object."""
    buffer = (_FLOAT * 6)()
    _function("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)(item, ctypes.addressof(buffer))
    return tuple(buffer)


def is_stroked(item: int) -> bool:
    """Whether a path is drawn along its line."""
    buffer = (_INT * 2)()
    start = ctypes.addressof(buffer)
    _function("FPDFPath_GetDrawMode", _INT, _POINTER, _POINTER, _POINTER)(item, start, start + 4)
    return bool(buffer[1])


def path_points(item: int, limit: int) -> list[tuple[int, float, float, bool]]:
    """The segments of a path: type, end point, whether it closes; none if it has more than ``limit``."""
    count = _function("FPDFPath_CountSegments", _INT, _POINTER)(item)
    if count > limit:
        return []
    segment = _function("FPDFPath_GetPathSegment", _POINTER, _POINTER, _INT)
    kind = _function("FPDFPathSegment_GetType", _INT, _POINTER)
    closes = _function("FPDFPathSegment_GetClose", _INT, _POINTER)
    point = _function("FPDFPathSegment_GetPoint", _INT, _POINTER, _POINTER, _POINTER)
    buffer = (_FLOAT * 2)()
    start = ctypes.addressof(buffer)
    found = []
    for index in range(count):
        part = segment(item, index)
        point(part, start, start + 4)
        found.append((kind(part), buffer[0], buffer[1], bool(closes(part))))
    return found
