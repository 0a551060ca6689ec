"""Parts of a page read once more, smaller and larger: a reading is as good as the size suits the recogniser."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image

from parsers.ocr.image import Grey
from parsers.ocr.tesseract import ONE_LINE, Seen, see_words

SCALES = (0.6, 0.7, 1.0, 1.2, 2.0)
_MARGIN = 2
_RIM = 16


class Reading(NamedTuple):
    """What a part says, and how sure its least sure word is."""

    text: str
    confidence: float


def best_readings(parts: Sequence[Grey], dots: float, languages: Sequence[str]) -> list[Reading]:
    """The reading of each part as one word that most of all ``SCALES`` are surest of."""
    pictures = [scaled(part, scale) for part in parts for scale in SCALES]
    readings = [_reading(words) for words in see_words(pictures, ONE_LINE, dots, languages)]
    step = len(SCALES)
    return [elected(readings[at : at + step]) for at in range(0, len(readings), step)]


def elected(readings: Sequence[Reading]) -> Reading:
    """The text with the greatest sum of confidence, as its surest reading has it.

    >>> elected([Reading("msh.ru", 0.6), Reading("insh.ru", 0.9), Reading("msh.ru", 0.8)])
    Reading(text='msh.ru', confidence=0.8)
    """
    votes: dict[str, float] = defaultdict(float)
    for reading in readings:
        votes[reading.text.lower()] += reading.confidence
    best = max(votes, key=lambda text: votes[text])
    return max((reading for reading in readings if reading.text.lower() == best), key=_confidence)


def cut_out(picture: Grey, word: Seen) -> Grey:
    """The part of a page that a word stands on."""
    top, left = max(0, int(word.top) - _MARGIN), max(0, int(word.x0) - _MARGIN)
    return picture[top : int(word.bottom) + _MARGIN + 1, left : int(word.x1) + _MARGIN + 1]


def side_by_side(picture: Grey, words: Sequence[Seen]) -> Grey:
    """Words of several lines on one: what a narrow cell broke is whole again."""
    above = max(word.base - word.top for word in words) + _MARGIN
    below = max(word.bottom - word.base for word in words) + _MARGIN
    parts = []
    for word in words:
        top, bottom = max(0, int(word.base - above)), int(word.base + below)
        part = picture[top:bottom, max(0, int(word.x0)) : int(word.x1) + 1]
        parts.append(np.pad(part, ((0, int(above + below) + 1 - part.shape[0]), (0, 1)), constant_values=255))
    return np.concatenate(parts, axis=1)


def scaled(part: Grey, scale: float) -> Grey:
    """A part so many times as large, with a rim of paper."""
    height, width = part.shape
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    image = Image.fromarray(part) if scale == 1.0 else Image.fromarray(part).resize(size, Image.Resampling.LANCZOS)
    return np.pad(np.asarray(image), _RIM, constant_values=255)


def _reading(words: Sequence[Seen]) -> Reading:
    sure = min((word.confidence for word in words), default=0.0)
    return Reading("".join(word.text for word in words), sure)


def _confidence(reading: Reading) -> float:
    return reading.confidence
