"""Durations of Russian legal acts to ISO 8601 durations.

Sources: ISO 8601-1:2019, 5.5.2 (P3D, P2W, PT24H); articles 190 to 194 of the Civil Code (terms count in calendar days
unless an act says working days). A found span is the numeral, its twin in brackets, "рабочих" and the unit, without the
preposition. Times of the clock ("с 9 часов"), years of the calendar ("2024 года"), ages ("старше 18 лет") and
repetitions ("раз в 3 месяца") are no durations. The next day ("следующего рабочего дня") is one day, of a range
("3-5 дней") the upper bound counts.

>>> find_durations("в течение 3 (трех) рабочих дней")
[FoundDuration(start=10, end=31, iso='P3D', days='working')]
>>> [(found.iso, found.days) for found in find_durations("в семидневный срок, не позднее двух недель, 24 часа")]
[('P7D', 'calendar'), ('P2W', None), ('PT24H', None)]
>>> find_durations("27 июля 2010 года с 9.00 часов до 18 часов")
[]
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from normalizers.duration_context import (
    Count,
    Lead,
    count_of,
    is_after_hours,
    is_age,
    is_clock,
    is_event,
    is_repetition,
    lead_of,
)
from normalizers.numerals import compound_to_int

Days = Literal["calendar", "working"]
_FIRST_YEAR = 1000  # "2024 года"


@dataclass(frozen=True, slots=True)
class FoundDuration:
    """A duration of the text; ``days`` tells how its days are counted, ``None`` for other units."""

    start: int
    end: int
    iso: str
    days: Days | None


_ISO = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "hour": "PT{}H", "minute": "PT{}M"}
# starts with the first letter of a unit, so that the scan skips to such letters
_UNIT = re.compile(
    r"""[дДсСнНмМлЛгГчЧпП](?<![^\W\d_].)(?:
      (?P<day>(?<=д)(?:н(?:ей|ями|ям|ях|я|и|ю|[её]м|\.)|ень)|(?<=с)ут(?:ок|ки|кам|ками|ках))
    | (?P<week>(?<=н)едел(?:ь|и|я|ю|ям|ями|ях|е|ей))
    | (?P<month>(?<=м)ес(?:яц(?:а|ев|у|ы|ам|ами|ах|ем)?|\.))
    | (?P<year>(?<=л)ет|(?<=г)од(?:а|у|ом|ы|ов|ам|ами)?)
    | (?P<hour>(?<=ч)(?:ас(?:а|ов|у|ом|ы|ам|ами|ах)?|\.))
    | (?P<minute>(?<=м)ин(?:ут(?:ы|а|у|ой|е|ам|ами|ах)?|\.))
    | (?P<half_year>(?<=п)олу?года)
    | (?P<half_hour>(?<=п)олу?часа)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_TERM = re.compile(r"[сС](?<!\w.)(?i:рок(?:ами|ах|ов|ом|и|а|е|у)?)(?!\w)")
_ADJECTIVE = re.compile(
    r"""(?P<unit>суточн|дневн|недельн|месячн|годичн|годов|летн|часов|минутн)(?:ый|ого|ом|ому|ым|ой|ий|его|ем|ему|им)
    \s{1,3}(?:(?P<working>рабоч\w{2,3}\s{1,3})|календарн\w{2,3}\s{1,3})?$""",
    re.VERBOSE | re.IGNORECASE,
)
_ADJECTIVE_UNITS = {
    **{"суточн": "day", "дневн": "day", "недельн": "week", "месячн": "month", "часов": "hour", "минутн": "minute"},
    **{"годичн": "year", "годов": "year", "летн": "year"},
}
_STEM = re.compile(
    r"(?:(?<![\w.,])(?P<figure>\d{1,3})\s?[-‐‑–]?\s?(?:(?:ти|и|х|[её]х)\s?[-‐‑–]?\s?)?|(?P<stem>[а-яё]{3,30}))$",
    re.IGNORECASE,
)
_WITHIN = ("в течение", "в течении")
_NOT_LATER = ("не позднее", "не позднее чем", "не позднее чем через", "не позднее чем за")
_NO_LONGER = (*_NOT_LATER, "не более", "не более чем", "не дольше", "в срок до", "спустя", "через")
_NEXT = ("следующего", "следующий", "следующему", "следующим")
_SINGULAR = re.compile(r"дня|сут(?:ок|ки)|недел[июя]|месяца?|года?|часа?|минут[ыу]", re.IGNORECASE)
_AT_HOUR = re.compile(r"(?<=не позднее )\d{1,2}[.:]\d\d(?=\s+(?:рабочего|следующего|календарного|дня)\b)")
_ONE_DAY = re.compile(r"д(?:ня|ень|н[её]м|ню)", re.IGNORECASE)
_FOLLOWING = re.compile(r",?\s+следующего", re.IGNORECASE)
_MINUTES = re.compile(r"\s*(?:и\s+)?(\d{1,2})\s*мин(?:ут[аы]?|\.)(?!\w)", re.IGNORECASE)


def find_durations(text: str) -> list[FoundDuration]:
    """Every duration of the text, in order."""
    text = _AT_HOUR.sub(lambda hour: " " * len(hour[0]), text)
    items = [_of_unit(text, match) for match in _UNIT.finditer(text)]
    items += [_of_term(text, match) for match in _TERM.finditer(text)]
    found: list[FoundDuration] = []
    for item in sorted(filter(None, items), key=lambda item: item.start):
        if not found or item.start >= found[-1].end:
            found.append(item)
    return found


def _of_term(text: str, match: re.Match[str]) -> FoundDuration | None:
    """As in "в семидневный срок", "5-дневный срок", "в месячный срок"."""
    adjective = _ADJECTIVE.search(text, max(0, match.start() - 30), match.start())
    if adjective is None:
        return None
    unit = _ADJECTIVE_UNITS[adjective["unit"].lower()]
    before = _STEM.search(text, max(0, adjective.start() - 40), adjective.start())
    if before is None:
        count: int | None = 0 if adjective["unit"].lower() == "дневн" else 1
    else:
        count = int(before["figure"]) if before["figure"] else compound_to_int(before["stem"])
    if not count:  # "ежедневный", "повседневный"
        return None
    start = before.start() if before else adjective.start()
    return _made(start, match.end(), unit, count, bool(adjective["working"]))


def _of_unit(text: str, match: re.Match[str]) -> FoundDuration | None:
    lead = lead_of(text, match.start())
    for rule in RULES:
        found = rule(text, match, lead)
        if found:
            return found
    return None


def _half(_: str, match: re.Match[str], __: Lead) -> FoundDuration | None:
    """As in "в течение полугода", "полчаса"."""
    if match.lastgroup == "half_year":
        return _made(match.start(), match.end(), "month", 6)
    return _made(match.start(), match.end(), "minute", 30) if match.lastgroup == "half_hour" else None


def _counted(text: str, match: re.Match[str], lead: Lead) -> FoundDuration | None:
    """As in "3 (трех) рабочих дней", "двух недель", "1 часа 30 минут"."""
    unit = str(match.lastgroup)
    count = count_of(lead) if unit in _ISO else None
    if count is None or not count.value or _is_other(text, match, count):
        return None
    minutes = _MINUTES.match(text, match.end()) if unit == "hour" else None
    if minutes and int(minutes[1]):
        return FoundDuration(count.start, minutes.end(), f"PT{count.value}H{int(minutes[1])}M", None)
    return _made(count.start, match.end(), unit, count.value, lead.working)


def _next_day(text: str, match: re.Match[str], lead: Lead) -> FoundDuration | None:
    """As in "не позднее следующего рабочего дня", "не позднее рабочего дня, следующего за днем …"."""
    if match.lastgroup != "day" or not _ONE_DAY.fullmatch(match[0]):
        return None
    after = lead.mode and lead.preceded_by(*_NOT_LATER) and _FOLLOWING.match(text, match.end())
    return _one(match, lead) if after or lead.preceded_by(*_NEXT) else None


def _within(text: str, match: re.Match[str], lead: Lead) -> FoundDuration | None:
    """As in "в течение месяца", "в течение рабочего дня", "за неделю до"; "не позднее дня поступления" is none."""
    if not _SINGULAR.fullmatch(match[0]):
        return None
    bounded = match[0].lower() != "дня" and lead.preceded_by(*_NO_LONGER)
    ahead = lead.preceded_by("за") and is_event(text, match.end())
    return _one(match, lead) if bounded or ahead or lead.preceded_by(*_WITHIN) else None


def _one(match: re.Match[str], lead: Lead) -> FoundDuration:
    start = lead.mode.start() if lead.mode else match.start()
    return _made(start, match.end(), str(match.lastgroup), 1, lead.working)


def _made(start: int, end: int, unit: str, count: int, working: bool = False) -> FoundDuration:
    days: Days | None = "calendar" if unit == "day" else None
    return FoundDuration(start, end, _ISO[unit].format(count), "working" if working else days)


def _is_other(text: str, unit: re.Match[str], count: Count) -> bool:
    """A time of the clock, a year of the calendar, an age or a repetition."""
    before = lead_of(text, count.start)
    if is_repetition(text, before, unit.end()):
        return True
    if unit.lastgroup == "minute":
        return is_after_hours(before)
    if unit.lastgroup == "hour":
        return is_clock(text, count, before, unit.end())
    if unit.lastgroup == "year":
        aged = unit[0].lower() == "лет" and is_age(text, count.start, before, unit.end())
        return aged or count.value >= _FIRST_YEAR
    return False


RULES: tuple[Callable[[str, re.Match[str], Lead], FoundDuration | None], ...] = (_half, _counted, _next_day, _within)
