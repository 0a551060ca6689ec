"""Markers of list items, as a browser shows them."""

import re
from typing import Any

_BARE = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,9}")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26


class ListMarks:
    """Counts the items of the lists that are open; ``None`` is a list without numbers."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int, int] | None] = []

    def start(self, element: Any) -> str:
        """Enter a list, or an item: the marker that goes before its words."""
        if element.tag != "li":
            self._open.append(_list(element))
            return ""
        if not self._open or _BARE.search((element.getparent().get("style") or "") + (element.get("style") or "")):
            return ""
        current = self._open[-1]
        if current is None:
            return "- "
        kind, number, step = current
        number = _number(element.get("value"), number)
        self._open[-1] = (kind, number + step, step)
        return f"{numbered(number, kind)}. "

    def end(self, element: Any) -> None:
        """Leave a list, or an item of one."""
        if element.tag != "li":
            self._open.pop()


def _list(element: Any) -> tuple[str, int, int] | None:
    if element.tag != "ol":
        return None
    backwards = element.get("reversed") is not None
    first = len(element.findall("li")) if backwards else 1
    return element.get("type") or "1", _number(element.get("start"), first), -1 if backwards else 1


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and _NUMBER.fullmatch(text) else otherwise


def numbered(number: int, kind: str) -> str:
    """A number as ``type`` of a list asks.

    >>> numbered(4, "1"), numbered(28, "a"), numbered(4, "I"), numbered(0, "a")
    ('4', 'ab', 'IV', '0')
    """
    if number < 1 or number > 3999 or kind not in "aAiI":
        return str(number)
    text = _roman(number) if kind in "iI" else _letters(number)
    return text.upper() if kind.isupper() else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in (*_ROMAN, *_ROMAN_SMALL):
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        text = chr(ord("a") + rest) + text
    return text
