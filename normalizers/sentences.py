"""Sentences of a clause.

A full stop ends a sentence where a capital letter follows, unless the word before it is an abbreviation or an initial.

>>> text = "Прием ведется по адресу: г. Томск, ул. Мира, д. 6. Время разговора – 10 мин. Ответ дает А.И. Петров."
>>> [text[start:end] for start, end in split_sentences(text)]
['Прием ведется по адресу: г. Томск, ул. Мира, д. 6.', 'Время разговора – 10 мин.', 'Ответ дает А.И. Петров.']
"""

import re

_STOP = re.compile(r"[.!?…][»\")]*(?=\s+[«\"„“(]?[А-ЯЁA-Z])")
_WORD = re.compile(r"[^\s.(,;:«\"„“]+$")
_YEAR = re.compile(r"\d{4}\s?г$")
_NUMBER_SIGN = re.compile(r"\s+(?:N|№)\s?\d")
_ABBREVIATIONS = frozenset(
    word
    for line in (
        "ул пер пр просп пр-т пр-кт пл бул бульв б-р наб ш стр корп кв каб оф эт пом лит обл р-н пос дер пгт гор",
        "тел доб факс моб им тыс млн млрд др см ср ст пп гл разд абз прил рис табл пн вт чт пт сб вс исп зам нач",
        "врио проф акад гр гос утв ред адм респ кр окр мкр мкрн стр-во зд вл уч-к инв рег вх исх max min",
        "гг подп эл соц вн",
    )
    for word in line.split()
)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Ranges of the sentences of ``text[start:end]``, in order; white space between them belongs to none."""
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    for stop in _STOP.finditer(text, start, end):
        if stop[0][0] == "." and _is_abbreviation(text, start, stop):
            continue
        found.append((start, stop.end()))
        start = _past_blank(text, stop.end(), end)
    if start < end and not text[start:end].isspace():
        found.append((start, end))
    return found


def _past_blank(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    word = _WORD.search(text, max(start, stop.start() - 12), stop.start())
    if word is None or _NUMBER_SIGN.match(text, stop.end()):
        return True
    if len(word[0]) == 1 and not word[0].isdigit():
        return not _YEAR.search(text, max(start, stop.start() - 8), stop.start())
    return word[0].lower() in _ABBREVIATIONS
