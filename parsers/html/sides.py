"""The side of the page that an element puts its words on, as its own attributes say."""

import re
from typing import Any

_ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
_MARGIN = re.compile(r"margin-left\s*:\s*(\d{1,5}(?:\.\d+)?)(cm|mm|in|pt|px)", re.IGNORECASE)
_SIDES = {"center": "centre", "right": "right", "end": "right", "left": "left", "justify": "left", "start": "left"}
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "px": 2.54 / 96}
_FAR = 5.0
"""Centimetres: so far in stands a stamp, set at the right by its margin."""


def side_of(element: Any) -> str | None:
    """``left``, ``centre`` or ``right``; ``None`` where the element says nothing of it.

    >>> [side_of({"style": style}) for style in ("text-align:center", "margin-left: 9.0cm", "color: red")]
    ['centre', 'right', None]
    """
    style = element.get("style") or ""
    margin = _MARGIN.search(style)
    if margin and float(margin[1]) * _CENTIMETRES[margin[2].lower()] >= _FAR:
        return "right"
    said = _ALIGN.search(style)
    return _SIDES.get((said[1] if said else element.get("align") or "").lower())
