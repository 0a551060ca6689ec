"""The words of a schedule to hours and breaks of single days.

The words come in two orders: days before hours ("вторник: 14:00 - 18:00") and hours before days ("с 9 до 18 по
будням"). A group of days stays open until the next days follow its hours.

>>> from normalizers.schedule_events import schedule_events
>>> day_slots(schedule_events("сб: 9:00-14:00"))
[DaySlot(day=5, opens=540, closes=840, breaks=[])]
"""

from dataclasses import dataclass, field

from normalizers.schedule_events import MIDNIGHT, Event, Kind

_WEEK, _WORKING, _WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)
_LONGEST_BREAK = 3 * 60
_TIMES = (Kind.HOURS, Kind.UNTIL)
_DAYS = (Kind.DAYS, Kind.WORK, Kind.ALL)


@dataclass(slots=True)
class DaySlot:
    """The hours of one day of the week; ``day`` is ``None`` where the text names none."""

    day: int | None
    opens: int
    closes: int
    breaks: list[tuple[int, int]]


@dataclass(slots=True)
class _Group:
    """The days that some hours apply to."""

    named: list[int] = field(default_factory=list)
    excluded: set[int] = field(default_factory=set)
    kinds: set[Kind] = field(default_factory=set)

    def days(self) -> tuple[int, ...]:
        general = _WORKING if Kind.WORK in self.kinds else _WEEK if Kind.ALL in self.kinds else ()
        return tuple(day for day in sorted(set(self.named or general)) if day not in self.excluded)

    def is_open(self) -> bool:
        return bool(self.named or self.kinds)


@dataclass(slots=True)
class _Hours:
    """Hours as the text gives them; ``exception`` for "в пятницу – до 17.00", which changes hours named before."""

    group: _Group
    opens: int
    closes: int
    exception: bool = False
    whole: bool = False
    breaks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Break:
    """A break with its own days, or for the hours named before it."""

    days: tuple[int, ...]
    hours: list[_Hours]
    begin: int
    end: int
