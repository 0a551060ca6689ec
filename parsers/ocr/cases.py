"""Letters of one shape in both cases told by their height: "СОСТОЯНИЯ" no higher than "эксплуатации" is "состояния"."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from parsers.ocr.sizes import height, is_low
from parsers.ocr.tesseract import Seen

_ALIKE = frozenset("ВГДЖЗИКЛМНОПСТХЦЧШЩЪЫЬЭЮЯ")
_SMALL = 1.13
_CLOSING = ".,;:)»\"'"


def cases_by_height(words: Sequence[Seen]) -> list[Seen]:
    """The words of a page, those of letters alike in both cases in the case that their height in their cell tells."""
    heights: dict[int, list[float]] = defaultdict(list)
    for word in words:
        if is_low(word):
            heights[word.region].append(height(word))
    return [_by_height(word, heights.get(word.region)) for word in words]


def _by_height(word: Seen, small: Sequence[float] | None) -> Seen:
    bare = word.text.strip(_CLOSING)
    if not small or not bare or not set(bare.upper()) <= _ALIKE:
        return word
    share = height(word) / max(1.0, median(small))
    if share < _SMALL and not bare.islower():
        return word._replace(text=word.text.lower())
    return word
