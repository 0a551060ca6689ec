"""Dates of amending acts as the notes of legal systems list them: days may share a month, months a year.

Official source of the spellings: ГОСТ Р 7.0.97-2016, 5.10, as for any date of an act; that a list leaves out what its
next date says again is the custom of ГАРАНТ ("С изменениями и дополнениями от: 1, 15 марта, 5 июня 2024 г.").

A date counts where "от" governs it (the date of an act), or "на" behind "изменениями" (Техэксперт): the day from which
an act is in force ("с 25 марта 2024 г."), or on which it was published, is none.
"""

import re

from normalizers.dates import find_dates

_MONTH = r"(?i:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)я|(?:март|август)а|мая)"
_NUMBER = r"(?:\s{0,3}(?:N|№|в„–)\s{0,3}[\w/.@–-]{1,30}?(?=[\s,;)}\]]|\.?$|\.\s))"
_ITEM = re.compile(
    rf"""
    [«"]? (?P<day> [0-9]{{1,2}} ) [»"]? (?! [0-9] )
    (?:  \s? \. \s? (?P<dotted> [0-9]{{1,2}} \s? \. \s? (?:[0-9]{{4}}|[0-9]{{2}}) ) (?! [0-9] )
      | \s{{1,5}} (?P<month> {_MONTH} ) (?: \s{{1,5}} (?P<year> [0-9]{{4}} ) )?
      | (?= \s{{0,3}} (?: , | и\s ) \s{{0,3}} [0-9]{{1,2}} [\s,] ) )
    (?: \s{{0,3}} г(?:\.|од\w{{0,2}}|\b) )?
    {_NUMBER}?
    """,
    re.VERBOSE,
)
_GOVERNS = re.compile(r"\bот\b\s{0,5}:?\s{0,5}|\bизменениями\s(?:и\sдополнениями\s)?на\s{0,3}:?\s{1,5}", re.IGNORECASE)
_NEXT = re.compile(r"\s{0,5}(?:[,;]\s{0,5}(?:и\s{1,5})?|и\s{1,5})")
_INNER = re.compile(r"\([^()]*\)")
_LONGEST = 4000


def amending_dates(note: str) -> list[str]:
    """ISO dates of the acts that a note names, in its order; of a note longer than 4000 characters, its beginning.

    >>> amending_dates("С изменениями и дополнениями от: 1, 15 марта, 5 июня 2024 г., 7 февраля 2025 г.")
    ['2024-03-01', '2024-03-15', '2024-06-05', '2025-02-07']
    >>> amending_dates("в ред. приказов Министерства от 12.03.2024 N 45, 01.06.2024 N 77-О, от 1 июля 2024 года № 80")
    ['2024-03-12', '2024-06-01', '2024-07-01']
    >>> amending_dates("с изменениями на 14 января 2025 года")
    ['2025-01-14']
    >>> amending_dates("Пункт 3 изменен с 25 марта 2024 г. - Приказ Министерства от 12 марта 2024 г. N 45")
    ['2024-03-12']
    >>> amending_dates("приказом от 12 марта 2024 года N 45 (официальный портал, N 4900 от 15.03.2024)")
    ['2024-03-12']
    """
    text = _INNER.sub(" ", note[:_LONGEST])
    return [date for found in _GOVERNS.finditer(text) for date in _listed(text, found.end())]


def _listed(text: str, start: int) -> list[str]:
    """The dates of a list that begins at ``start``."""
    items: list[re.Match[str]] = []
    found = _ITEM.match(text, start)
    while found:
        items.append(found)
        step = _NEXT.match(text, found.end())
        found = _ITEM.match(text, step.end()) if step else None
    return _whole(items)


def _whole(items: list[re.Match[str]]) -> list[str]:
    """Each day with the month and the year that it shares with what comes after it; an impossible one is none."""
    dates: list[str] = []
    month = year = ""
    for item in reversed(items):
        if item["dotted"]:
            written = f"{item['day']}.{''.join(item['dotted'].split())}"
        else:
            year = item["year"] or year
            month = item["month"] or month
            written = f"{item['day']} {month} {year}"
        dates += [found.iso for found in find_dates(written)]
    return dates[::-1]
