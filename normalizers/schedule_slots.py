"""Hours and breaks of groups of days to the hours of single days.

Hours for single days take these days out of the wider hours named before them; a break joins the hours it lies in;
hours without days take the days that a list of days off leaves.

>>> from normalizers.schedule_days import read_hours
>>> from normalizers.schedule_events import schedule_events
>>> day_slots(read_hours(schedule_events("сб: 9:00-14:00, перерыв 12:00-12:30")))
[DaySlot(day=5, opens=540, closes=840, breaks=((720, 750),))]
"""

from dataclasses import dataclass, replace

from normalizers.schedule_days import Hours, Reading


@dataclass(frozen=True, slots=True)
class DaySlot:
    """The hours of one day of the week, 0 for Monday; ``day`` is ``None`` where the text names none."""

    day: int | None
    opens: int
    closes: int
    breaks: tuple[tuple[int, int], ...]


def day_slots(reading: Reading) -> list[DaySlot]:
    """The hours of every day in the order the text names them."""
    slots: list[tuple[DaySlot, Hours]] = []
    for hours in reading.hours:
        days = _days(hours, reading)
        slots = [(slot, other) for slot, other in slots if not _replaces(hours, days, slot, other)]
        for day in days:
            slots = _placed(slots, DaySlot(day, hours.opens, hours.closes, tuple(hours.breaks)), hours)
    return [_with_breaks(slot, hours, reading) for slot, hours in slots]


def _days(hours: Hours, reading: Reading) -> tuple[int | None, ...]:
    days = hours.group.days()
    if hours.group.named:
        return days
    if hours.group.kinds:
        return tuple(day for day in days if day not in reading.closed)
    if not reading.closed:
        return (None,)
    others = {day for other in reading.hours for day in other.group.days()}
    return tuple(day for day in range(7) if day not in reading.closed and day not in others)


def _replaces(hours: Hours, days: tuple[int | None, ...], slot: DaySlot, other: Hours) -> bool:
    """Whether hours for fewer days stand instead of the wider ones: "ежедневно с 9 до 18, в пятницу с 9 до 17"."""
    if slot.day is None or slot.day not in days:
        return False
    overlap = hours.opens < slot.closes and slot.opens < hours.closes
    return hours.base is not None or (overlap and len(other.group.days()) > len(days))


def _placed(slots: list[tuple[DaySlot, Hours]], slot: DaySlot, hours: Hours) -> list[tuple[DaySlot, Hours]]:
    """Add a slot; a later span of a day already there continues it after a break."""
    for position, (other, given) in enumerate(slots):
        if other.day == slot.day and other.opens < other.closes <= slot.opens < slot.closes:
            pause = ((other.closes, slot.opens),) if other.closes < slot.opens else ()
            breaks = (*other.breaks, *pause, *slot.breaks)
            return [
                *slots[:position],
                (replace(other, closes=slot.closes, breaks=breaks), given),
                *slots[position + 1 :],
            ]
    return [*slots, (slot, hours)]


def _with_breaks(slot: DaySlot, hours: Hours, reading: Reading) -> DaySlot:
    breaks = {*slot.breaks}
    for given in reading.breaks:
        applies = (
            slot.day in given.days
            if given.days
            else not given.hours or hours in given.hours or hours.base in given.hours
        )
        if applies and slot.opens < given.begin and given.end < slot.closes:
            breaks.add((given.begin, given.end))
    return replace(slot, breaks=tuple(sorted(breaks)))
