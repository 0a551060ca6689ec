"""Addresses read once more with Latin letters alone: "…-e981358503dc" is else read as "…-е981358503ас"."""

import re
from collections.abc import Sequence

import numpy as np

from parsers.ocr.image import Grey
from parsers.ocr.tesseract import Seen, see_words

_ONE_LINE = 7
_RIM = 8
_LATIN = re.compile(r"[A-Za-z]")
_SIGN = re.compile(r"://|www\.|@|[/_=]|\w\.[A-Za-zА-яё]|[A-Za-z]\d|\d[A-Za-z]")
_GOES_ON = tuple("-/._=@")
_ASCII = re.compile(r"[!-~]+")
_UUID = re.compile(r"\b[0-9a-fOo]{8}(?:-[0-9a-fOo]{4}){3}(?:-[0-9a-fOo]{12})?(?![0-9A-Za-z])")
_DOTTED = re.compile(r"\w+(?:[./]\w+)+/?")
_LEAST = 0.3
_SLACK = 0.3


def is_address(text: str) -> bool:
    """Whether a word looks like (a part of) an address or a code in Latin letters.

    >>> [is_address(text) for text in ("https://a.ru", "min@49gov.ru", "е98", "Web-сайт", "и/или")]
    [True, True, False, False, False]
    """
    return bool(_LATIN.search(text) and _SIGN.search(text))


def read_addresses_again(words: Sequence[Seen], picture: Grey, dots: float) -> list[Seen]:
    """The words of a page, those of addresses read as Latin where that gives a word."""
    places = [index for index in range(len(words)) if is_address(words[index].text) or _goes_on(words, index)]
    again = see_words([_cut(picture, words[place]) for place in places], _ONE_LINE, dots, ("eng",))
    found = list(words)
    for place, seen in zip(places, again, strict=True):
        text = "".join(word.text for word in seen)
        least = _LEAST if is_address(words[place].text) else words[place].confidence - _SLACK
        if _ASCII.fullmatch(text) and min(word.confidence for word in seen) > least:
            found[place] = words[place]._replace(text=text)
    _mend_identifiers(found, places)
    return found


def _goes_on(words: Sequence[Seen], index: int) -> bool:
    """Whether a word is the rest of an address, on the next line of a narrow cell ("www.msh.a" + "r.ru")."""
    word, before = words[index], words[index - 1] if index else None
    if before is None or not is_address(before.text) or word.x1 > before.x1 or word.top < before.top:
        return False
    return before.text.endswith(_GOES_ON) or bool(_DOTTED.fullmatch(word.text))


def _mend_identifiers(words: list[Seen], places: Sequence[int]) -> None:
    """An identifier has hexadecimal digits only (RFC 9562), also broken over lines: a letter O there is a nought."""
    for run in _neighbours(places):
        whole = "".join(words[place].text for place in run)
        exact = _UUID.sub(lambda found: found[0].replace("O", "0").replace("o", "0"), whole)
        start = 0
        for place in run if exact != whole else ():
            stop = start + len(words[place].text)
            words[place] = words[place]._replace(text=exact[start:stop])
            start = stop


def _neighbours(places: Sequence[int]) -> list[list[int]]:
    """Places that follow one another, together.

    >>> _neighbours([1, 2, 5])
    [[1, 2], [5]]
    """
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _cut(picture: Grey, word: Seen) -> Grey:
    top, left = max(0, int(word.top) - 2), max(0, int(word.x0) - 2)
    part = picture[top : int(word.bottom) + 3, left : int(word.x1) + 3]
    return np.pad(part, _RIM, constant_values=255)
