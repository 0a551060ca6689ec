"""Words read as Latin that may be Russian ("СЭД" as "coy", "КНД" as "KH"): both alphabets are asked again."""

import re
from collections.abc import Sequence

from parsers.ocr.again import best_readings, cut_out
from parsers.ocr.image import Grey
from parsers.ocr.tesseract import Seen

_LATIN = re.compile(r"[A-Za-z]")
_ODD = re.compile(r"[$§&|{}\\^~<>£€¥©®°¢]")
_RUSSIAN = re.compile(r"[«\"(]*[А-Яа-яЁё]+(?:[-/][А-Яа-яЁё]+)*[.,;:)»\"]*")
_ALIKE = re.compile(r"[ABCEHKMOPTXaceopx]{2,}")
_NUMBER_SIGN = re.compile(r"[Nn][.]?|[IVXLC]+[.)]?")
_DOUBTFUL = 0.6
_LEAST = 0.6
_LONG, _SURE = 4, 0.8


def may_be_russian(word: Seen) -> bool:
    """Whether a word is read in Latin letters, in odd signs or not surely; number signs and Roman numbers stay."""
    if _NUMBER_SIGN.fullmatch(word.text):
        return False
    if _ODD.search(word.text) or _ALIKE.fullmatch(word.text):
        return True
    if _LATIN.search(word.text):
        return len(word.text) <= _LONG or word.confidence < _SURE
    return word.confidence < _DOUBTFUL and any(letter.isalnum() for letter in word.text)


def read_foreign_again(words: Sequence[Seen], picture: Grey, dots: float, left_out: Sequence[int]) -> list[Seen]:
    """The words of a page, those that read better in Russian so; ``left_out`` are the places of addresses."""
    aside = set(left_out)
    places = [index for index, word in enumerate(words) if index not in aside and may_be_russian(word)]
    parts = [cut_out(picture, words[place]) for place in places]
    russian, latin = (best_readings(parts, dots, (language,)) for language in ("rus", "eng"))
    found = list(words)
    for place, own, other in zip(places, russian, latin, strict=True):
        if not _RUSSIAN.fullmatch(own.text) or own.confidence < _LEAST:
            continue
        word = words[place]
        rival = max(other.confidence, word.confidence) if _LATIN.search(word.text) else word.confidence
        if own.confidence > rival or _ALIKE.fullmatch(other.text):
            found[place] = word._replace(text=own.text, confidence=own.confidence)
    return found
