"""What parts paragraphs for the eye: the side of the page their words stand on, and whether they are a heading.

A browser leaves space around a heading; a stamp at the right, a title in the middle and the text below it part as well.
"""

import re
from typing import Any, NamedTuple

_ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
_MARGIN = re.compile(r"margin-left\s*:\s*(\d{1,5}(?:\.\d+)?)(cm|mm|in|pt|px)", re.IGNORECASE)
_SIDES = {"center": "centre", "right": "right", "end": "right", "left": "left", "justify": "left", "start": "left"}
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "px": 2.54 / 96}
_FAR = 5.0
"""Centimetres: so far in stands a stamp, set at the right by its margin."""


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Look(NamedTuple):
    """Side of the page, and the tag of the heading."""

    side: str
    heading: str | None


def look_of(element: Any, outer: Look) -> Look:
    """How the words of an element look that stands inside another."""
    tag = element.tag
    side = "centre" if tag == "center" else side_of(element) or outer.side
    return Look(side, tag if tag in _HEADINGS else outer.heading)


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
