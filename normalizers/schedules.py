"""Office hours to openings: days, first and last hour, breaks; closed days by absence.

Source: the registry contract, value of a schedule ({days, opens, closes, breaks}). A break without own days belongs to
all the days named before it that have none yet; hours for single days ("в пятницу – до 17.00") take these days out of
the hours named before; days with the same hours and breaks are one opening. Two spans of one day ("9.00-13.00,
14.00-18.00") are one opening with a break. Days that the text leaves open are an empty tuple.

>>> parse_schedule("ежедневно по будням с 9.00 часов до 18.00 часов (в пятницу – до 17.00 часов)")
[Opening(days=('mon', 'tue', 'wed', 'thu'), opens='09:00', closes='18:00', breaks=()), \
Opening(days=('fri',), opens='09:00', closes='17:00', breaks=())]
>>> parse_schedule("вторник / четверг: 14:00 - 18:00, перерыв 16:00-16:15")
[Opening(days=('tue', 'thu'), opens='14:00', closes='18:00', breaks=(('16:00', '16:15'),))]
>>> parse_schedule("Время разговора не должно превышать 10 минут.")
[]
"""

import re
from dataclasses import dataclass

from normalizers.schedule_days import read_hours
from normalizers.schedule_events import schedule_events
from normalizers.schedule_slots import DaySlot, day_slots

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOUR = r"""\d{1,2}(?:[⁰-⁹¹²³º°]{2}|\s?[.:]\s?\d\d|[-‐‑–]\d\d|\s?\d\d)?\s{0,2}(?:час\w{0,3}\.?|ч\.?)?
    (?:\s{0,2}\d\d\s{0,2}мин\w{0,3}\.?)?"""
_HINT = re.compile(
    rf"{_HOUR}\s{{0,2}},?\s{{0,2}}(?:до|по|[-‐‑‒–—−÷…]{{1,2}})\s{{0,2}}{_HOUR}(?!\d)|круглосуточ|24\s?/\s?7",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Days of the week with the same hours; ``days`` is empty where the text names none."""

    days: tuple[str, ...]
    opens: str
    closes: str
    breaks: tuple[tuple[str, str], ...]


def find_hours(text: str) -> bool:
    """Whether the text may hold a schedule: a cheap look before :func:`parse_schedule`.

    >>> find_hours("прием с 9 до 18 часов"), find_hours("в течение 30 дней")
    (True, False)
    """
    return _HINT.search(text) is not None


def parse_schedule(text: str) -> list[Opening]:
    """The openings of one schedule in the order the text names them."""
    if not find_hours(text):
        return []
    grouped: dict[tuple[int, int, tuple[tuple[int, int], ...]], set[int]] = {}
    for slot in day_slots(read_hours(schedule_events(text))):
        grouped.setdefault((slot.opens, slot.closes, slot.breaks), set()).update(_named(slot))
    return [
        Opening(
            tuple(DAYS[day] for day in sorted(days)),
            _clock(opens),
            _clock(closes),
            tuple((_clock(begin), _clock(end)) for begin, end in breaks),
        )
        for (opens, closes, breaks), days in grouped.items()
    ]


def _named(slot: DaySlot) -> tuple[int, ...]:
    return () if slot.day is None else (slot.day,)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
