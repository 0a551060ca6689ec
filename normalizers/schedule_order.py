"""The order of words in a schedule: what days and hours belong to when the word that tells comes later.

>>> from normalizers.schedule_events import schedule_events
>>> [hours_come_first(schedule_events(text)) for text in ("с 9 до 18 часов по вторникам", "вт 9:00-18:00")]
[True, False]
>>> closed_by_next(schedule_events("пн-пт 9:00-18:00, сб, вс – выходные дни"))
{2}
"""

from normalizers.schedule_events import Event, Kind

TIME_WORDS = (Kind.HOURS, Kind.UNTIL)
DAY_WORDS = (Kind.DAYS, Kind.WORK, Kind.ALL)


def hours_come_first(events: list[Event]) -> bool:
    """Whether hours come before their days: "с 9 до 18 по будням"."""
    closed = closed_by_next(events)
    words = [
        event
        for position, event in enumerate(events)
        if event.kind in (*DAY_WORDS, *TIME_WORDS) and position not in closed
        if position == 0 or events[position - 1].kind not in (Kind.BREAK, Kind.EXCEPT, Kind.OFF)
    ]
    return len(words) > 1 and words[0].kind in TIME_WORDS and words[-1].kind in DAY_WORDS


def closed_by_next(events: list[Event]) -> set[int]:
    """Positions of days that the words after them close: "суббота, воскресенье – выходные дни"."""
    closed: set[int] = set()
    for position, event in enumerate(events):
        if event.kind is not Kind.OFF or _names_its_days(events, position):
            continue
        before = position - 1
        while before >= 0 and events[before].kind in (Kind.HOLIDAY, Kind.DAYS):
            if events[before].kind is Kind.DAYS:
                closed.add(before)
            before -= 1
        if before >= 0 and events[before].kind is Kind.EXCEPT:
            closed.difference_update(range(before, position))
    return closed


def _names_its_days(events: list[Event], position: int) -> bool:
    """Whether the days off come after the word: "выходные дни: суббота, воскресенье"."""
    following = [event.kind for event in events[position + 1 : position + 3]]
    return following[:1] == [Kind.DAYS] and (len(following) == 1 or following[1] not in TIME_WORDS)
