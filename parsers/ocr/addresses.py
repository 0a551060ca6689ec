"""Addresses read once more with Latin letters alone: "…-e981358503dc" is else read as "…-е981358503ас"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.ocr.again import best_readings, cut_out, side_by_side
from parsers.ocr.broken import starts_next_line
from parsers.ocr.image import Grey
from parsers.ocr.tesseract import Seen

_LATIN = re.compile(r"[A-Za-z]")
_SIGN = re.compile(r"://|www\.|@|[/_=]|\w\.[A-Za-zА-яё]|[A-Za-z]\d|\d[A-Za-z]")
_GOES_ON = tuple("-/._=@")
_ASCII = re.compile(r"[!-~]+")
_UUID = re.compile(r"\b[0-9a-fOo]{8}(?:-[0-9a-fOo]{4}){3}(?:-[0-9a-fOo]{12})?(?![0-9A-Za-z])")
_DOTTED = re.compile(r"\w+(?:[./]\w+)+/?")
_LATIN_REST = re.compile(r"[A-Za-z0-9]{1,4}[.,;)]?")
_CLOSED = (",", ";", ")")
_LEAST = 0.3
_SLACK = 0.3
_FEW = 3


def is_address(text: str) -> bool:
    """Whether a word looks like (a part of) an address or a code in Latin letters.

    >>> [is_address(text) for text in ("https://a.ru", "min@49gov.ru", "е98", "Web-сайт", "и/или")]
    [True, True, False, False, False]
    """
    return bool(_LATIN.search(text) and _SIGN.search(text))


def address_places(words: Sequence[Seen]) -> list[int]:
    """The places of words that are addresses or the rest of one."""
    found: list[int] = []
    for index, word in enumerate(words):
        if is_address(word.text) or (index - 1 in found[-1:] and _goes_on(word, words[index - 1])):
            found.append(index)
    return found


def read_addresses_again(words: Sequence[Seen], places: Sequence[int], picture: Grey, dots: float) -> list[Seen]:
    """The words of a page, those of addresses read as Latin where that gives a word."""
    again = best_readings([cut_out(picture, words[place]) for place in places], dots, ("eng",))
    found = list(words)
    for place, (text, confidence) in zip(places, again, strict=True):
        least = _LEAST if is_address(words[place].text) else words[place].confidence - _SLACK
        if _ASCII.fullmatch(text) and confidence > least:
            found[place] = words[place]._replace(text=text, confidence=max(confidence, words[place].confidence))
    runs = _runs(found, places)
    _read_whole(found, [run for run in runs if len(run) > 1], picture, dots)
    for run in _neighbours(places):
        _mend_identifier(found, run)
    return found


def _read_whole(found: list[Seen], runs: Sequence[list[int]], picture: Grey, dots: float) -> None:
    """Addresses broken over lines read side by side: a full stop at the break is lost else ("gosuslug" + "iru")."""
    parts = [side_by_side(picture, [found[place] for place in run]) for run in runs]
    for run, (text, confidence) in zip(runs, best_readings(parts, dots, ("eng",)), strict=True):
        apart = "".join(found[place].text for place in run)
        sure = min(found[place].confidence for place in run)
        only_stops = text.replace(".", "") == apart.replace(".", "") and confidence > _LEAST
        if _ASCII.fullmatch(text) and (only_stops or (abs(len(text) - len(apart)) <= _FEW and confidence > sure)):
            _share_out(found, run, text)


def _share_out(found: list[Seen], run: Sequence[int], text: str) -> None:
    """A text over its words: by what the first ones say, else by their widths."""
    for place, after in pairwise(run):
        own = found[place].text
        rest = sum(found[other].x1 - found[other].x0 for other in run if other >= after)
        width = found[place].x1 - found[place].x0
        cut = len(own) if text.startswith(own) else round(len(text) * width / (width + rest))
        found[place] = found[place]._replace(text=text[:cut])
        text = text[cut:]
    found[run[-1]] = found[run[-1]]._replace(text=text)


def _goes_on(word: Seen, before: Seen) -> bool:
    """Whether a word is the rest of an address, on the next line of a narrow cell ("www.msh.a" + "r.ru")."""
    if not starts_next_line(word, before) or before.text.endswith(_CLOSED):
        return False
    if before.text.endswith(_GOES_ON):
        return True
    return word.x1 <= before.x1 and (bool(_DOTTED.fullmatch(word.text)) or bool(_LATIN_REST.fullmatch(word.text)))


def _mend_identifier(words: list[Seen], run: Sequence[int]) -> None:
    """An identifier has hexadecimal digits only (RFC 9562), also broken over lines: a letter O there is a nought."""
    whole = "".join(words[place].text for place in run)
    exact = _UUID.sub(lambda found: found[0].replace("O", "0").replace("o", "0"), whole)
    start = 0
    for place in run if exact != whole else ():
        stop = start + len(words[place].text)
        words[place] = words[place]._replace(text=exact[start:stop])
        start = stop


def _runs(words: Sequence[Seen], places: Sequence[int]) -> list[list[int]]:
    """The places of addresses, those of one address together."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1 and _goes_on(words[place], words[place - 1]):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


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
