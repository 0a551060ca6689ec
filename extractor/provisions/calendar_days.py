"""Days of the calendar by which a thing is due: "ежегодно, до 1 февраля", "не позднее 25 числа месяца".

A day that comes round each year is an ISO 8601 month and day ("--02-01"), one that comes round each month or quarter
a day of the month ("---25", as XML Schema's gDay); a full date comes once and has neither.

>>> [(due.by, due.every) for due in find_due_days("ежегодно, в срок до 1 февраля, и до 25 числа каждого месяца")]
[('--02-01', 'year'), ('---25', 'month')]
>>> [due.by for due in find_due_days("инициативы до 2030 года, с 1 января по 31 декабря, до 31 декабря 2024 года")]
[None]
"""

import re
from typing import Literal, NamedTuple

from normalizers.numerals import numeral_to_int

Every = Literal["month", "quarter", "year"]
_MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAD = r"\b(?:в\s+срок\s+(?:до|не\s+позднее|по)|не\s+поз(?:днее|же)|до|к)\s+"
_MONTH = r"(?P<month>(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яю]|(?:март|август)[ау]|ма[яю])\b"
_DAY = rf"(?P<day>\d{{1,2}})(?:-?(?:го|му))?\s+{_MONTH}(?P<once>\s+(?:19|20)\d\d)?"
_DAY_OF_YEAR = re.compile(_LEAD + _DAY, re.IGNORECASE)
_MORE = re.compile(rf"\s*(?:,|и)\s+(?:до\s+)?{_DAY}", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(
    rf"{_LEAD}(?P<day>\d{{1,2}}|[а-яё]{{5,14}})(?:-?(?:го|му))?(?:\s*\([^()]{{1,30}}\))?\s+(?:числа|числу)\b",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(rf"{_LEAD}\d{{2}}\.\d{{2}}\.(?:19|20)\d\d", re.IGNORECASE)
_ORDINALS = ("перв", "втор", "трет", "четв", "пято", "шест", "седь", "вось", "девя", "деся")
_PERIOD = re.compile(r"\bс\s+\d{1,2}(?:-?го)?\s+(?:\w{3,9}\s+)?(?:\d{4}\s+)?(?:года\s+)?$|период\w*\s+$", re.IGNORECASE)
_QUARTER = re.compile(r"\bквартал|\bежеквартальн", re.IGNORECASE)
_AFTER_THE_YEAR = re.compile(r"\bотч[её]тным\s+годом\b", re.IGNORECASE)
_LOOK_AROUND = 90


class DueDay(NamedTuple):
    """A day by which a thing is due; without ``by`` it comes once."""

    start: int
    end: int
    by: str | None
    every: Every | None


def find_due_days(text: str) -> list[DueDay]:
    """Every due day of the sentence, in order."""
    found: list[DueDay] = []
    for match in _DAY_OF_YEAR.finditer(text):
        if not found or match.end() > found[-1].end:
            found += _days_of_year(text, match)
    found += [day for match in _DAY_OF_MONTH.finditer(text) if (day := _day_of_month(text, match))]
    dates = (match for match in _FULL_DATE.finditer(text) if not _ends_period(text, match))
    found += [DueDay(match.start(), match.end(), None, None) for match in dates]
    return sorted(found, key=lambda due: due.start)


def _ends_period(text: str, match: re.Match[str]) -> bool:
    return bool(_PERIOD.search(text, max(0, match.start() - 40), match.start()))


def _days_of_year(text: str, match: re.Match[str]) -> list[DueDay]:
    """As in "до 15 января", "до 1 июня и 1 декабря"."""
    if _ends_period(text, match):
        return []
    matches = [match]
    while (more := _MORE.match(text, matches[-1].end())) is not None:
        matches.append(more)
    return [day for each in matches if (day := _day_of_year(each))]


def _day_of_year(match: re.Match[str]) -> DueDay | None:
    month, day = _MONTHS.index(match["month"][:-1].lower()) + 1, int(match["day"])
    if not 1 <= day <= _LENGTHS[month - 1]:
        return None
    if match["once"]:
        return DueDay(match.start(), match.end(), None, None)
    return DueDay(match.start(), match.end(), f"--{month:02}-{day:02}", "year")


def _day_of_month(text: str, match: re.Match[str]) -> DueDay | None:
    """As in "не позднее 25 числа месяца, следующего за отчетным", "до 10 числа …, следующего за кварталом"."""
    day = _number(match["day"].lower())
    if day is None or not 1 <= day <= max(_LENGTHS):
        return None
    following = text[match.end() : match.end() + _LOOK_AROUND]
    if _AFTER_THE_YEAR.search(following):
        return DueDay(match.start(), match.end(), f"--01-{day:02}", "year")
    quarterly = _QUARTER.search(following) or _QUARTER.search(text, max(0, match.start() - _LOOK_AROUND), match.start())
    return DueDay(match.start(), match.end(), f"---{day:02}", "quarter" if quarterly else "month")


def _number(word: str) -> int | None:
    if word[:4] in _ORDINALS and word.endswith(("ого", "его")):
        return _ORDINALS.index(word[:4]) + 1
    return numeral_to_int(word)
