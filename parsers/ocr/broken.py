"""Words and addresses that a narrow cell broke without a hyphen, read as the one they are.

"перерабатывающе" over "й" is read as "перерабатывающе" and "rt": a letter alone says little; side by side they are a
word that the dictionary knows.
"""

import re
from collections.abc import Sequence

from parsers.ocr.again import best_readings, side_by_side
from parsers.ocr.image import Grey
from parsers.ocr.tesseract import Seen

_LETTERS = re.compile(r"[А-Яа-яЁё-]{4,}")
_SHORT = 3
_WHOLE = re.compile(r"([А-Яа-яЁё-]+)[.,;:)»\"]*")
_EDGE = 1.5


def starts_next_line(word: Seen, before: Seen) -> bool:
    """Whether a word begins the line after the one that another ends, in the same cell."""
    return word.region == before.region and word.line == before.line + 1 and word.top > before.base


def read_broken_words(words: Sequence[Seen], picture: Grey, dots: float) -> list[Seen]:
    """The words of a page, short rests of words as they read after their beginnings."""
    from normalizers.morphology import is_known_word

    places = [index for index in range(1, len(words)) if _may_be_rest(words, index)]
    parts = [side_by_side(picture, words[place - 1 : place + 1]) for place in places]
    found = list(words)
    for place, (text, confidence) in zip(places, best_readings(parts, dots, ("rus",)), strict=True):
        first, whole = words[place - 1].text, _WHOLE.fullmatch(text)
        rest = text[len(first) :]
        if whole and rest and text.startswith(first) and is_known_word(whole[1].lower()):
            found[place] = words[place]._replace(text=rest, confidence=max(confidence, words[place].confidence))
    return found


def _may_be_rest(words: Sequence[Seen], index: int) -> bool:
    """Whether a few letters stand alone below a word that is alone on its line, both at the left of their cell."""
    before, word = words[index - 1], words[index]
    if len(word.text) > _SHORT or not _LETTERS.fullmatch(before.text) or not starts_next_line(word, before):
        return False
    alone = index + 1 == len(words) or words[index + 1].region != word.region or words[index + 1].line != word.line
    return alone and _is_first(words, index - 1) and abs(word.x0 - before.x0) < _EDGE * (word.bottom - word.top)


def _is_first(words: Sequence[Seen], index: int) -> bool:
    before, word = words[index - 1] if index else None, words[index]
    return before is None or before.region != word.region or before.line != word.line
