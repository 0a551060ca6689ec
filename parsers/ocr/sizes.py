"""The size of type of each line: a recogniser takes one without tall letters ("о ходе", "на сайте") for smaller type.

Measured by the heights of the letters themselves; lines of nearly the same size are of one size, for a page has few.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from parsers.ocr.tesseract import Seen

LOW = frozenset("авгджзиклмнопрстхчшъыьэюяеуцщ")
"""Small letters without anything above them: as high over the base line as any other of them."""
_TALL = re.compile(r"[А-ЯA-Zбф\d]")
_LEAST = 2
_CLOSING = ".,;:"
_EVEN = 0.12


LineKey = tuple[int, int]


class Shares(NamedTuple):
    """How high low and tall letters rise, as shares of the size of type."""

    low: float
    tall: float


def height(word: Seen) -> float:
    """How high a word rises over its line."""
    return word.base - word.top


def is_low(word: Seen) -> bool:
    """Whether a word has small letters alone, none of them tall."""
    return len(word.text) >= _LEAST and set(word.text.rstrip(_CLOSING)) <= LOW


def sizes_of_type(words: Sequence[Seen]) -> list[float]:
    """A size in pixels for each word, the same for all of a line."""
    shares = Shares(_share(words, True), _share(words, False))
    lines: dict[LineKey, list[Seen]] = defaultdict(list)
    for word in words:
        lines[word.region, word.line].append(word)
    measured = {line: _measured(those, shares) for line, those in lines.items()}
    even = _evened(measured, {line: sum(len(word.text) for word in those) for line, those in lines.items()})
    return [even[word.region, word.line] for word in words]


def _share(words: Sequence[Seen], low: bool) -> float:
    """The usual share; 0 where nothing shows it."""
    heights = [height(word) / word.size for word in words if word.size and _tells(word) and is_low(word) == low]
    return median(heights) if heights else 0.0


def _tells(word: Seen) -> bool:
    """Whether the letters of a word say how high it is: a breve does not, nor do brackets."""
    return height(word) > 0 and word.text.rstrip(_CLOSING).isalnum() and (is_low(word) or bool(_TALL.search(word.text)))


def _measured(words: Sequence[Seen], shares: Shares) -> float:
    """The size of a line by its letters, by the recogniser's word where they tell nothing; 0 for neither."""
    found = []
    for word in words:
        share = shares.low if is_low(word) else shares.tall
        if share and _tells(word):
            found.append(height(word) / share)
    return median(found) if found else words[0].size


def _evened(measured: Mapping[tuple[int, int], float], letters: Mapping[tuple[int, int], int]) -> dict[LineKey, float]:
    """Sizes near one that many letters have are that size."""
    even: dict[LineKey, float] = {}
    left = dict(measured)
    while left:
        weights: Counter[int] = Counter()
        for line, size in left.items():
            weights[round(size)] += letters[line] if size else 0
        usual = max(weights, key=lambda size: (sum(weights[size + off] for off in (-1, 0, 1)), size))
        near = [line for line, size in left.items() if not size or abs(size - usual) <= max(1.0, _EVEN * usual)]
        for line in near:
            even[line] = float(usual) or 1.0
            del left[line]
    return even
