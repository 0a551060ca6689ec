"""Sentences of a clause."""

import re

_STOP = re.compile(r"[.!?](?=[\s»\")]+[«\"(]?[А-ЯЁA-Z])")
_ABBREVIATION = re.compile(
    r"(?:(?<![А-Яа-яЁё])(?:г|гг|ул|д|им|п|пп|подп|ст|обл|р|с|пос|пр|пер|пл|т|кв|корп|стр|каб"
    r"|оф|тел|ред|руб|тыс|см|ч|абз|гл|доб|наб|мкр|N|№|эл|соц|стр|вн|б)"
    r"|(?<![А-Яа-яЁё])[А-ЯЁ]|т\.\s?(?:д|п|е|ч|к))$"
)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Ranges of the sentences of a text; a stop behind an abbreviation or an initial ends none.

    >>> [(a, b) for a, b in split_sentences("Прием на ул. Мира. Часы: 9.00 - 18.00.")]
    [(0, 18), (19, 38)]
    """
    end = len(text) if end is None else end
    ranges: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ABBREVIATION.search(text, max(begin, stop.start() - 6), stop.start()):
            continue
        ranges.append((begin, stop.end()))
        begin = stop.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        ranges.append((begin, end))
    return ranges
