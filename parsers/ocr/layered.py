"""Scans with a text layer that others recognised: the words are there, the rules of tables in the picture only."""

import math
from dataclasses import replace

from parsers.ocr.image import grey_to_ink, picture_to_grey, skew_of, straightened
from parsers.ocr.rules import picture_to_rules
from parsers.pdf.layer import PageLayer, Word
from parsers.pdf.recognising import UnreadPage

_DOTS = 200.0
_SAME = 0.02


def with_drawn_rules(page: UnreadPage) -> PageLayer:
    """The layer with the rules that its picture shows, words and rules turned level together."""
    layer = page.layer
    if abs(layer.width - page.width) > _SAME * page.width:
        return layer
    grey = picture_to_grey(page.render(_DOTS))
    angle = skew_of(grey_to_ink(grey))
    level = straightened(grey)
    rules, _ = picture_to_rules(level, grey_to_ink(level), _DOTS)
    words = [_turned(word, math.radians(angle), page.width / 2, page.height / 2) for word in layer.words]
    return replace(layer, words=words, rules=rules)


def _turned(word: Word, angle: float, x: float, y: float) -> Word:
    """A word moved as its middle moves when the page is turned around its own by so many radians to the right."""
    right, down = (word.x0 + word.x1) / 2 - x, (word.top + word.bottom) / 2 - y
    to_right = right * (math.cos(angle) - 1) - down * math.sin(angle)
    to_foot = right * math.sin(angle) + down * (math.cos(angle) - 1)
    return word._replace(
        x0=word.x0 + to_right,
        x1=word.x1 + to_right,
        top=word.top + to_foot,
        bottom=word.bottom + to_foot,
        base=word.base + to_foot,
    )
