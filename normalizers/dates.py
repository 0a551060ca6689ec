"""Dates of legal acts to ISO 8601.

Official source of the spellings: ГОСТ Р 7.0.97-2016, 5.10 (day, month and year in digits or with the month as a word);
the quoted day with blanks around it is the older typewritten blank («30» 09 2024) that stamps of approval still print.

>>> parse_date("28 декабря 2023 года")
'2023-12-28'
>>> [found.iso for found in find_dates("от « 30 » 09. 2024 № 5, в ред. от 12.02.2024 г.")]
['2024-09-30', '2024-02-12']
>>> find_dates("«___» _____ 2024 года, 31.02.2024")
[]
>>> parse_date("вчера")
Traceback (most recent call last):
    ...
normalizers.errors.ReestrError: bad_value: not a date: 'вчера'
"""

import re
from dataclasses import dataclass
from datetime import date

from normalizers.errors import Reason, ReestrError

FIRST_YEAR, LAST_YEAR = 1990, 2100
_MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_NUMBERS = {stem: number for number, stem in enumerate(_MONTHS, 1)}
_QUOTES = "«»\"“”„‟‘’'"
_BLANK = r"[\s_]"
_CLOSING = rf"(?: _{{0,10}} \s{{0,3}} [{_QUOTES}>]{{1,2}} )"
_SPACED_DOT = r"[ \u00a0]{0,2} \. [ \u00a0]{0,2}"
_FULL_YEAR = r"(?:19|2[01])[0-9]{2}"

# Starts at the day's first digit, so that the scan skips to digits; an opening quote is added afterwards.
_DATE = re.compile(
    rf"""
    (?P<day> [0-9] (?<![0-9][0-9]) (?<![0-9]\.[0-9]) [0-9]? )
    (?:  # 30.01.2024, 30. 01. 2024
        {_SPACED_DOT} (?P<dotted> [0-9]{{1,2}} ) {_SPACED_DOT} (?P<dotted_year> {_FULL_YEAR} ) (?! [0-9] | \.[0-9] )
      | # 30.09.24
        \. (?P<plain> (?<=[0-9]{{2}}\.) [0-9]{{2}} ) \. (?P<plain_year> [0-9]{{2}} ) (?! [0-9/-] | \.[0-9] )
      | # «30» 09 2024, « 30 » 09. 2024, от 30 09 2024
        (?: {_CLOSING} {_BLANK}{{0,20}} | (?<=[оО][тТ]\s[0-9]{{2}}) \s )
        \.? (?P<quoted> [0-9]{{1,2}} ) [\s_.]{{1,20}} (?P<quoted_year> {_FULL_YEAR} ) (?! [0-9] )
      | # 28 декабря 2023, «30» сентября 20 24 г.
        {_CLOSING}? {_BLANK}{{0,20}}
        (?P<month> (?i: (?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)я | (?:март|август)а | мая ) )
        {_BLANK}{{0,20}}
        (?P<month_year> {_FULL_YEAR} | 20 [ \u00a0_]{{1,3}} [0-9]{{2}} (?= [\s_]{{0,3}}[гГ] ) ) (?! [0-9] )
    )
    # "16.02.2024 г. Екатеринбург": there "г." is the town's
    (?: [\s_]{{0,3}} (?i: год(?:а|у|ом) ) \b
      | [^\S\n]{{0,2}} _{{0,3}} (?i: г\b\.?+ ) (?! [^\S\n]{{0,3}} [А-ЯЁ][а-яё] )
    )?
    """,
    re.VERBOSE,
)
_OPENING = re.compile(rf"[{_QUOTES}<]{{1,2}}[\s_]{{0,5}}\Z")
_AROUND = re.compile(r"\W*(?i:от)?\W*")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date of the text: where it stands (quotes of the day and "г." or "года" included) and what it says."""

    start: int
    end: int
    iso: str


def find_dates(text: str) -> list[FoundDate]:
    """Every date of the text in order; impossible days and years outside 1990 to 2100 are none.

    >>> find_dates("от 30.01.2024 N 7-О")
    [FoundDate(start=3, end=13, iso='2024-01-30')]
    """
    found = []
    for match in _DATE.finditer(text):
        iso = _to_iso(match)
        if iso is not None:
            found.append(FoundDate(_start(text, match), match.end(), iso))
    return found


def parse_date(text: str) -> str:
    """The one date that the text holds, ISO 8601; a preposition and punctuation around it are allowed.

    >>> parse_date(" от «30» 09 2024 г.,")
    '2024-09-30'
    """
    found = find_dates(text) if len(text) < 200 else []
    if len(found) != 1 or not _AROUND.fullmatch(text[: found[0].start]) or not _AROUND.fullmatch(text[found[0].end :]):
        raise ReestrError(Reason.BAD_VALUE, f"not a date: {text[:40]!r}")
    return found[0].iso


def _to_iso(match: re.Match[str]) -> str | None:
    month, year = _month(match), _year(match)
    if not FIRST_YEAR <= year <= LAST_YEAR or (match["plain_year"] and _is_clause_marker(match)):
        return None
    try:
        return date(year, month, int(match["day"])).isoformat()
    except ValueError:  # "31.02.2024"
        return None


def _is_clause_marker(match: re.Match[str]) -> bool:
    """At the head of a line and with a dot: "10.11.12. Заявитель вправе"."""
    line = match.string.rfind("\n", 0, match.start()) + 1
    return match.string.startswith(".", match.end()) and not match.string[line : match.start()].strip()


def _month(match: re.Match[str]) -> int:
    word = match["month"]
    if word:
        return _NUMBERS[word.lower()[:-1]]
    return int(match["dotted"] or match["plain"] or match["quoted"])


def _year(match: re.Match[str]) -> int:
    if match["plain_year"]:
        short = int(match["plain_year"])
        return short + (2000 if short < 50 else 1900)
    printed = match["dotted_year"] or match["quoted_year"] or match["month_year"]
    return int(printed[:2] + printed[-2:])


def _start(text: str, match: re.Match[str]) -> int:
    start = match.start()
    opening = _OPENING.search(text, max(0, start - 7), start)
    return opening.start() if opening else start
