"""Cells that hold a number or sign alone, read between two years: a recogniser of lines is lost with one letter.

"1" alone is read as "р", "7" as "и"; in "2024 7 2025" it is not, whatever the fount. The years are printed beside each
mark as high as it is, and taken off what is read.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from parsers.ocr.again import cut_out
from parsers.ocr.image import Grey, grey_to_ink
from parsers.ocr.tesseract import ONE_LINE, Seen, see_words

_WIDEST = 40.0
_HIGHEST = 22.0
_LOWEST = 7.0
_GAPS = (9.6, 6.0)
_POINTS = 72.0
_RIM = 20
_BEFORE, _AFTER = "2024", "2025"
_BETWEEN = re.compile(rf"{_BEFORE}\s*(.*?)\s*{_AFTER}")
_TYPE_TO_FIGURE = 1.45
_HEADS = {"М": "N", "м": "N", "M": "N"}
"""The head of a column of numbers: among Russian letters a Latin N is read as М."""
_NUMBER = re.compile(r"\d{1,4}")
_FEW_LETTERS = 3


def trimmed(grey: Grey) -> tuple[int, int, Grey]:
    """Left and top of what is printed, and nothing but that."""
    ink = grey_to_ink(grey)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    left, top = int(columns[0]), int(rows[0])
    return left, top, grey[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]


def is_mark(grey: Grey, dots: float) -> bool:
    """Whether a picture holds a few letters of one line."""
    height, width = trimmed(grey)[2].shape
    return bool(width <= _WIDEST * dots / _POINTS and height <= _HIGHEST * dots / _POINTS)


def see_marks(pictures: Sequence[Grey], dots: float) -> list[list[Seen]]:
    """The mark of each picture, as one word; nothing where none was read."""
    found: list[list[Seen]] = [[] for _ in pictures]
    for gap in _GAPS:
        places = [index for index, words in enumerate(found) if not words]
        lines = [_between_years(trimmed(pictures[place])[2], gap * dots / _POINTS, dots) for place in places]
        for place, words in zip(places, see_words(lines, ONE_LINE, dots), strict=True):
            found[place] = _mark(pictures[place], words)
    return found


def see_page_numbers(words: Sequence[Seen], picture: Grey, dots: float) -> list[Seen]:
    """The words of a page; a sign alone at its head or foot is read as the number that it is ("Е", "и" for 6)."""
    lone = [index for index in _outermost(words) if len(words[index].text) <= _FEW_LETTERS]
    cut = {index: cut_out(picture, words[index]) for index in lone}
    lone = [index for index in lone if grey_to_ink(cut[index]).any()]
    found = list(words)
    for index, mark in zip(lone, see_marks([cut[index] for index in lone], dots), strict=True):
        if mark and _NUMBER.fullmatch(mark[0].text):
            found[index] = words[index]._replace(text=mark[0].text)
    return found


def _outermost(words: Sequence[Seen]) -> list[int]:
    """The first and last word of a page from top to bottom, if no other stands beside it."""
    if len(words) < 2:
        return list(range(len(words)))
    order = sorted(range(len(words)), key=lambda index: words[index].top + words[index].bottom)
    return [
        index
        for index, beside in ((order[0], order[1]), (order[-1], order[-2]))
        if words[index].bottom < words[beside].top or words[index].top > words[beside].bottom
    ]


def _between_years(part: Grey, gap: float, dots: float) -> Grey:
    """A mark on a line with a year before and after it."""
    height = max(part.shape[0], round(_LOWEST * dots / _POINTS))
    lifted = np.pad(part, (((height - part.shape[0]) // 2, 0), (0, 0)), constant_values=255)
    parts = (_printed(_BEFORE, height), lifted, _printed(_AFTER, height))
    half = round(gap / 2)
    level = [np.pad(each, ((0, height + 2 - each.shape[0]), (half, half)), constant_values=255) for each in parts]
    return np.pad(np.concatenate(level, axis=1), _RIM, constant_values=255)


@lru_cache(256)
def _printed(text: str, height: int) -> Grey:
    """Figures so many pixels high, black on white."""
    fount = ImageFont.load_default(height * _TYPE_TO_FIGURE)
    left, top, right, bottom = fount.getbbox(text)
    image = Image.new("L", (int(right - left) + 2, int(bottom - top)), 255)
    ImageDraw.Draw(image).text((1 - left, -top), text, font=fount, fill=0)
    return np.asarray(image)[:height]


def _mark(picture: Grey, words: Sequence[Seen]) -> list[Seen]:
    """What stands between the years as one word at its place; nothing if the years are not found or nothing is."""
    between = _BETWEEN.fullmatch(" ".join(word.text for word in words))
    if between is None or not between[1]:
        return []
    left, top, part = trimmed(picture)
    right, bottom = left + part.shape[1], top + part.shape[0]
    sure = min(word.confidence for word in words)
    return [Seen(_HEADS.get(between[1], between[1]), left, top, right, bottom, bottom, 0.0, sure)]
