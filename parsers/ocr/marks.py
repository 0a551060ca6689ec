"""Cells that hold a number or sign alone, read side by side: a recogniser of lines is lost with one letter.

"1." alone is read as "р", as one of "N 1. 2. 3. 4." it is not; the places of the letters tell whose they are.
"""

from collections.abc import Sequence

import numpy as np

from parsers.ocr.image import Grey, grey_to_ink
from parsers.ocr.tesseract import Letter, Seen, see_letters

_WIDEST = 40.0
_HIGHEST = 22.0
_GAP = 7.2
_AT_LEAST = 6
_AT_MOST = 40
_POINTS = 72.0
_HEADS = {"М": "N", "м": "N", "M": "N"}
"""The head of a column of numbers: among Russian letters a Latin N is read as М."""


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
    found: list[list[Seen]] = []
    for start in range(0, len(pictures), _AT_MOST):
        found += _see(pictures[start : start + _AT_MOST], dots)
    return found


def _see(pictures: Sequence[Grey], dots: float) -> list[list[Seen]]:
    """Few marks are repeated, so that they make a line; the reading with most confidence counts."""
    cut = [trimmed(picture) for picture in pictures]
    times = -(-_AT_LEAST // len(cut))
    gap = round(_GAP * dots / _POINTS)
    strip, bounds = _strip([part for _, _, part in cut] * times, gap)
    (letters,) = see_letters([strip], dots)
    owned: list[list[Letter]] = [[] for _ in bounds]
    for letter in letters:
        place = int(np.searchsorted(bounds, (letter.x0 + letter.x1) / 2))
        owned[min(place, len(owned) - 1)].append(letter)
    return [
        [_word(max((owned[index + turn * len(cut)] for turn in range(times)), key=_sure), *each)]
        for index, each in enumerate(cut)
    ]


def _strip(parts: Sequence[Grey], gap: int) -> tuple[Grey, list[int]]:
    """Marks on one line, and where the room of each ends."""
    height = max(part.shape[0] for part in parts)
    padded = [np.pad(part, ((height - part.shape[0] + gap, gap), (gap, 0)), constant_values=255) for part in parts]
    bounds = np.cumsum([part.shape[1] for part in padded]) + gap // 2
    return np.pad(np.concatenate(padded, axis=1), ((0, 0), (0, gap)), constant_values=255), bounds.tolist()


def _sure(letters: Sequence[Letter]) -> float:
    return sum(letter.confidence for letter in letters) / len(letters) if letters else 0.0


def _word(letters: Sequence[Letter], left: int, top: int, part: Grey) -> Seen:
    height, width = part.shape
    text = "".join(letter.text for letter in letters)
    bottom = top + height
    return Seen(_HEADS.get(text, text), left, top, left + width, bottom, bottom, 0.0, _sure(letters))
