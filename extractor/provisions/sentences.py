"""Sentences of a clause.

A full stop ends a sentence where a capital letter follows, unless the word before it is an abbreviation or an initial.

>>> text = "Прием ведется по адресу: г. Томск, ул. Мира, д. 6. Время разговора – 10 мин. Ответ дает А.И. Петров."
>>> [text[start:end] for start, end in split_sentences(text, 0, len(text))]
['Прием ведется по адресу: г. Томск, ул. Мира, д. 6.', 'Время разговора – 10 мин.', 'Ответ дает А.И. Петров.']
"""

import re

from extractor.provisions.vocabulary import word_set

_STOP = re.compile(r"[.!?…](?=[\s\xa0]+[«\"„“(]?[А-ЯЁA-Z])")
_WORD = re.compile(r"[^\s.(,;:«\"„“]+$")
_YEAR = re.compile(r"\d{4}\s?г$")
_NUMBER_SIGN = re.compile(r"[\s\xa0]+(?:N|№)\s?\d")
_ABBREVIATIONS = word_set(
    "ул пер пр просп пр-т пр-кт пл бул бульв б-р наб ш стр корп кв каб оф эт пом лит обл р-н пос дер пгт гор",
    "тел доб факс моб им тыс млн млрд др см ср ст пп гл разд абз прил рис табл пн вт чт пт сб вс исп зам нач",
    "врио проф акад гр гос утв ред адм респ кр окр мкр мкрн стр-во зд вл уч-к инв рег вх исх max min",
)


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of the sentences of ``text[start:end]``, in order; white space between them belongs to none."""
    found: list[tuple[int, int]] = []
    for stop in _STOP.finditer(text, start, end):
        if stop[0] == "." and _is_abbreviation(text, start, stop):
            continue
        found.append((start, stop.end()))
        start = stop.end() + _blank(text, stop.end(), end)
    if start < end and not text[start:end].isspace():
        found.append((start, end))
    return found


def _blank(text: str, start: int, end: int) -> int:
    rest = text[start:end]
    return len(rest) - len(rest.lstrip())


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    word = _WORD.search(text, max(start, stop.start() - 12), stop.start())
    if word is None or _NUMBER_SIGN.match(text, stop.end()):
        return True
    if len(word[0]) == 1 and not word[0].isdigit():
        return not _YEAR.search(text, max(start, stop.start() - 8), stop.start())
    return word[0].lower() in _ABBREVIATIONS
