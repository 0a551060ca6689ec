"""The words of a schedule to hours and breaks of single days.

The words come in two orders: days before hours ("вторник: 14:00 - 18:00") and hours before days ("с 9 до 18 по
будням"). A group of days stays open until the next days follow its hours.

>>> from normalizers.schedule_events import schedule_events
>>> read_hours(schedule_events("вт, сб: 9:00-14:00")).hours[0].group.days()
(1, 5)
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from normalizers.schedule_events import Event, Kind
from normalizers.schedule_order import DAY_WORDS, TIME_WORDS, closed_by_next, hours_come_first

_WEEK, _WORKING, _WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)
_LONGEST_BREAK = 3 * 60
_LONGER_PAUSE = 90  # behind a break, longer hours of other days are hours: "…, перерыв …, пятница: с 10.00 до 13.00"


@dataclass(slots=True, eq=False)
class Group:
    """The days that some hours apply to."""

    named: list[int] = field(default_factory=list)
    excluded: set[int] = field(default_factory=set)
    kinds: set[Kind] = field(default_factory=set)

    def days(self) -> tuple[int, ...]:
        """Days named one by one, else what "будни" or "ежедневно" stand for."""
        general = _WORKING if Kind.WORK in self.kinds else _WEEK if Kind.ALL in self.kinds else ()
        return tuple(day for day in sorted(set(self.named or general)) if day not in self.excluded)


@dataclass(slots=True, eq=False)
class Hours:
    """Hours of a group; ``base`` are the hours they change ("в пятницу – до 17.00")."""

    group: Group
    opens: int
    closes: int
    base: "Hours | None" = None
    breaks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Break:
    """A break of its own days or, without them, of the hours named before it (of all hours where none were)."""

    days: tuple[int, ...]
    hours: list[Hours]
    begin: int
    end: int


@dataclass(slots=True, eq=False)
class Reading:
    """What a schedule says: hours, breaks and days off."""

    hours: list[Hours] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)


def read_hours(events: list[Event]) -> Reading:
    """Read the words of a schedule in order."""
    reader = _Reader(events)
    for position, event in enumerate(events):
        reader.read(position, event)
    return reader.reading


class _Reader:
    """State while the words are read: the open group of days, and whether breaks, days off or exceptions follow."""

    def __init__(self, events: list[Event]) -> None:
        self.reading = Reading()
        self._events = events
        self._hours_first = hours_come_first(events)
        self._off_before = closed_by_next(events)
        self._group = Group()
        self._used = False  # whether hours have been given to the group
        self._mode: Kind = Kind.HOURS
        self._break_days: tuple[int, ...] = ()
        self._break_hours: list[Hours] = []
        self._break_given = False
        self._off: Event | None = None
        self._rules: dict[Kind, Callable[[int, Event], None]] = {
            Kind.DAYS: self._days,
            Kind.WORK: self._days,
            Kind.ALL: self._days,
            Kind.HOURS: self._hours,
            Kind.UNTIL: self._until,
            Kind.BREAK: self._break,
            Kind.OFF: self._days_off,
            Kind.HOLIDAY: self._holiday,
            Kind.EXCEPT: self._except,
            Kind.STOP: self._stop,
        }

    def read(self, position: int, event: Event) -> None:
        """Take in one word."""
        rule = self._rules.get(event.kind)
        if rule:
            rule(position, event)

    def _days(self, position: int, event: Event) -> None:
        if position in self._off_before or self._mode is Kind.OFF:
            self.reading.closed.update(event.days)
            self._off = event
        elif self._mode is Kind.EXCEPT:
            self._exclude(event.days)
        elif self._mode is Kind.BREAK and (not self._break_given or self._is_break_next(position)):
            self._break_days = self._break_days * (not self._break_given) + event.days
            self._break_given = False
        else:
            self._add(event)

    def _exclude(self, days: tuple[int, ...]) -> None:
        """Take days out of the open group and, where hours were given, of all groups before it."""
        self._group.excluded.update(days)
        if self._used:
            for hours in self.reading.hours:
                hours.group.excluded.update(days)

    def _add(self, event: Event) -> None:
        self._mode = Kind.HOURS
        follows = self._hours_first or (event.enclosed and not self._group.days())
        if self._used and not follows:
            self._open_group()
        self._group.named += event.days
        if event.kind is not Kind.DAYS:
            self._group.kinds.add(event.kind)

    def _open_group(self) -> None:
        self._group, self._used = Group(), False

    def _hours(self, _: int, event: Event) -> None:
        if self._mode is Kind.BREAK and event.closes - event.opens <= _LONGEST_BREAK:
            self._break_given = True
            if event.opens < event.closes:
                self.reading.breaks.append(Break(self._break_days, self._break_hours, event.opens, event.closes))
            return
        if self._mode is Kind.BREAK and self._break_days and not self._break_given and not self._group.days():
            self._take_break_days()
        if self._mode is Kind.OFF and (self._used or not self._group.days()):  # "в выходные дни с 10 до 15"
            self._open_group()
            self._group.named += self._off.last_day if self._off else _WEEKEND
            self.reading.closed.difference_update(self._group.named)
        self._mode = Kind.HOURS
        if not self._is_holiday():
            self._give(event)

    def _take_break_days(self) -> None:
        """Give the days to hours: "Перерыв | Понедельник | 08:00-20:00" only heads a column of breaks."""
        if self._used:
            self._open_group()
        self._group.named += self._break_days

    def _give(self, event: Event) -> None:
        last = self.reading.hours[-1] if self.reading.hours else None
        if self._hours_first and last and self._used and self._group.days():
            self._open_group()
        if self._used and last and last.group is self._group and last.opens < last.closes <= event.opens < event.closes:
            last.breaks += [(last.closes, event.opens)] * (event.opens > last.closes)
            last.closes = event.closes
            return
        if self._used and last and last.group is self._group and last.opens < event.opens < event.closes < last.closes:
            last.breaks.append((event.opens, event.closes))  # a table: "понедельник 09:00 - 18:00 13:00 - 14:00"
            return
        self.reading.hours.append(Hours(self._group, event.opens, event.closes))
        self._used = True

    def _until(self, position: int, event: Event) -> None:
        following = self._events[position + 1] if position + 1 < len(self._events) else None
        if self._used and following and following.enclosed and following.kind in DAY_WORDS:  # "до 17:00 (пт)"
            self._open_group()
            base = self.reading.hours[-1]
        elif self._used or not self._group.days() or self._mode is Kind.BREAK:
            return
        else:
            days = set(self._group.days())
            bases = [hours for hours in self.reading.hours if not hours.group.days() or days & set(hours.group.days())]
            if not bases:
                return
            base = bases[-1]
        self._mode = Kind.HOURS
        self.reading.hours.append(Hours(self._group, base.opens, event.closes, base, list(base.breaks)))
        self._used = True

    def _break(self, _: int, __: Event) -> None:
        if self._mode is Kind.BREAK and not self._break_given:
            return
        own = not self._used and bool(self._group.named)  # "в пятницу обед 12:00-12:30"
        self._break_days = self._group.days() if own else ()
        with_breaks = {id(hours) for given in self.reading.breaks for hours in given.hours}
        free = [hours for hours in self.reading.hours if id(hours) not in with_breaks]
        self._break_hours = free or list(self.reading.hours)
        self._mode, self._break_given = Kind.BREAK, False

    def _days_off(self, position: int, _: Event) -> None:
        if self._mode is Kind.EXCEPT:
            self._exclude(_WEEKEND)
        elif position - 1 not in self._off_before:
            self._mode, self._off = Kind.OFF, None

    def _holiday(self, _: int, __: Event) -> None:
        if self._mode is Kind.HOURS and (self._used or not self._group.days()):
            self._open_group()
            self._group.kinds.add(Kind.HOLIDAY)

    def _is_holiday(self) -> bool:
        return Kind.HOLIDAY in self._group.kinds and not self._group.days()

    def _except(self, _: int, __: Event) -> None:
        self._mode = Kind.EXCEPT

    def _stop(self, _: int, __: Event) -> None:
        waiting = (self._mode is Kind.OFF and self._off is None) or (self._mode is Kind.BREAK and not self._break_given)
        if not waiting:
            self._mode = Kind.HOURS

    def _is_break_next(self, position: int) -> bool:
        following = next(
            (event for event in self._events[position + 1 : position + 3] if event.kind in TIME_WORDS), None
        )
        return bool(following and following.kind is Kind.HOURS and following.closes - following.opens <= _LONGER_PAUSE)
