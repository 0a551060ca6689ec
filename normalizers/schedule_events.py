"""The words of a schedule: days of the week, hours, breaks and days off, in order.

Source of the forms: the ways in which orders print office hours ("понедельник – четверг: с 9.00 часов до 18.00 часов",
"пн.-чт. 8:30-17:15, обед 12:30-13:15", "09-00 до 18-00", "с 9 до 18 часов"). A dash between days is a range; a slash,
a comma and "и" make a list. Figures without minutes or in the form of clause numbers ("2.10-2.15") are hours only where
the text speaks of days, breaks or reception.

>>> [(event.kind.value, event.days, event.opens) for event in schedule_events("вторник / четверг: 14:00 - 18:00")]
[('days', (1, 3), 0), ('hours', (), 840)]
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice


class Kind(StrEnum):
    """What a word of a schedule does."""

    DAYS = "days"
    WORK = "work"
    ALL = "all"
    OFF = "off"
    HOLIDAY = "holiday"
    EXCEPT = "except"
    BREAK = "break"
    NO_BREAK = "no_break"
    HOURS = "hours"
    UNTIL = "until"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Event:
    """One word of a schedule; ``days`` count from Monday, 0; ``opens`` and ``closes`` are minutes of the day."""

    kind: Kind
    start: int
    end: int
    days: tuple[int, ...] = ()
    last_day: tuple[int, ...] = ()
    opens: int = 0
    closes: int = 0
    enclosed: bool = False


_DAY_OF = {"по": 0, "пн": 0, "вт": 1, "ср": 2, "че": 3, "чт": 3, "пя": 4, "пт": 4, "су": 5, "сб": 5, "во": 6, "вс": 6}
_DASH = r"[-‐‑‒–—−]"
_UNIT = r"(?:час(?:ов|ам|а|у)?|ч)(?!\w)\.?"
MIDNIGHT = 24 * 60


def _time(tag: str) -> str:
    return rf"""(?P<h{tag}>[01]?\d|2[0-4])(?:(?P<s{tag}>[ ]?[.:][ ]?|{_DASH}|[ \u00a0]|)(?P<m{tag}>[0-5]\d))?(?!\d)
        (?P<u{tag}>\s{{0,2}}{_UNIT}(?:\s{{0,2}}(?P<w{tag}>[0-5]?\d)\s{{0,2}}мин(?:ут[аы]?)?(?!\w)\.?)?)?"""


_EVENT = re.compile(
    rf"""(?<!\w)(?:
      (?P<nonstop>без\s(?:перерыв\w{{1,2}}\s(?:на\sобед\s)?и\s)?выходных(?:\sдней)?
        (?:\sи\s(?:без\s)?перерыв\w{{1,2}}(?:\sна\sобед)?)?)
    | (?P<no_break>без\s(?:\w{{1,20}}\s)?(?:перерыв\w{{1,2}}|обеда)(?:\sна\sобед)?)
    | (?P<break>(?:обеденн\w{{2,3}}\s|техн\w{{4,15}}\s)?перерыв\w{{0,2}}
        (?:\s(?:на|для)\s\w{{1,20}}(?:\sи\s\w{{1,20}})?)?|обед[ау]?)
    | (?P<except>кроме|за\sисключением|исключая)
    | (?P<round>круглосуточн\w{{1,3}}|24\s?/\s?7)
    | (?P<all>ежедневн\w{{1,2}}|каждый\sдень|7\sдней\sв\sнеделю)
    | (?P<holiday>(?:пред|нерабоч\w{{2,3}}\s)?праздничн\w{{2,3}}(?:\sдн\w{{1,3}}|\sдень)?)
    | (?P<off>(?:вых|выходн\w{{2,3}})(?!\w)\.?(?:\sдн\w{{1,3}}|\sдень)?|не\s?при[её]мн\w{{2,3}}\sд(?:ень|ни|ня)
        |нерабоч\w{{2,3}}\sд(?:ень|ни|ня)|не\sработа\w{{1,4}}|при[её]ма\sнет|нет\sпри[её]ма|санитарн\w{{2,3}}\sд(?:ень|ни))
    | (?P<work>будн\w{{1,3}}(?:\sдн\w{{1,3}})?|рабочи[ем]\sдн(?:и|ям))
    | (?P<day>понедельник\w{{0,2}}|вторник\w{{0,2}}|сред(?:а|у|ы|е|ам)|четверг\w{{0,2}}|пятниц\w{{1,2}}|суббот\w{{1,2}}
        |воскресень\w{{1,2}}|(?:пн|вт|ср|чт|пт|сб|вс|пон|втор|четв?|пят|суб|воскр)(?!\w)\.?)
    | (?P<hours>(?<!\d)(?<!\d[.,:/-])(?<!№)(?<!№\s)(?:(?:с|со|от)\s{{1,2}})?{_time("1")}
        (?:\s{{0,2}},?\s{{0,2}}(?P<to>до|по)\s{{1,2}}|\s{{0,2}}(?:{_DASH}{{1,2}}|÷|…)\s{{0,2}}){_time("2")}(?!(?:{_DASH}|[.:/])?\d))
    | (?P<until>до\s{{1,2}}{_time("3")}(?!(?:{_DASH}|[.:/])?\d))
    )(?!\w)
    | (?P<stop>;|\n|\.(?=\s+[А-ЯЁ]))""",
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = {
    "nonstop": Kind.ALL,
    "no_break": Kind.NO_BREAK,
    "break": Kind.BREAK,
    "except": Kind.EXCEPT,
    "round": Kind.HOURS,
    "all": Kind.ALL,
    "holiday": Kind.HOLIDAY,
    "off": Kind.OFF,
    "work": Kind.WORK,
    "stop": Kind.STOP,
}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹º°", "012345678900")  # "с 9⁰⁰ до 18⁰⁰"
_DASHED = frozenset("-‐‑‒–—−")
_MOST = 300  # words of one schedule; a longer text is none
_NEAR = 20  # characters between "пн-пт" and "9-18"
_BARE_AFTER = (Kind.DAYS, Kind.BREAK, Kind.WORK, Kind.ALL, Kind.HOURS)
_OPENED = re.compile(r"\(\s?(?:(?:во?|по|с)\s{1,2})?$", re.IGNORECASE)
_CLOSED = re.compile(r"\s?\)")
_RANGE = re.compile(rf"\s{{0,3}}(?:{_DASH}{{1,2}}|по|до)\s{{0,3}}", re.IGNORECASE)
_LIST = re.compile(
    r"""[\s,/&+]{0,4}(?:(?:и|а\sтакже|по|во?|кажд\w{2}|\d-?\w{1,2}|(?:перв|втор|трет|четв[её]рт|последн)\w{2,3})\s{1,2}){0,4}""",
    re.VERBOSE | re.IGNORECASE,
)
_CUE = re.compile(r"график|режим|час[ыа]\s|врем|при[её]м|обслужив|работ|круглосуточн", re.IGNORECASE)
_REFERENCE = re.compile(r"(?:пункт|пп?\.|стать|ст\.|раздел|част|глав|приложени)\w{0,5}\s{0,2}$", re.IGNORECASE)
_QUANTITY = re.compile(
    r"\s{0,2}(?:рабоч|дн|день|календ|мин|лет|год|месяц|недел|руб|%|процент|челов|сут|кв|этаж|каб|шт|[а-я]{3,8}я\s\d{4})",
    re.IGNORECASE,
)
_LONGEST_BREAK = 180


def schedule_events(text: str) -> list[Event]:
    """The words of a schedule in order; neighbouring days of a list or range are one event."""
    text = text.translate(_SUPERSCRIPTS)
    matches = list(islice(_EVENT.finditer(text), _MOST))
    spoken = any(match[name] for match in matches for name in ("day", "work", "all", "break", "off"))
    cue = spoken or bool(_CUE.search(text))
    events: list[Event] = []
    for match in matches:
        event = _to_event(text, match, cue, events)
        if event is None:
            continue
        if event.kind is Kind.DAYS and events and events[-1].kind is Kind.DAYS:
            joined = _joined(text, events[-1], event)
            if joined:
                events[-1] = joined
                continue
        events.append(event)
    return [replace(event, enclosed=_is_enclosed(text, event)) for event in events]


def _to_event(text: str, match: re.Match[str], cue: bool, events: list[Event]) -> Event | None:
    if match["day"]:
        day = (_DAY_OF[match["day"][:2].lower()],)
        return Event(Kind.DAYS, match.start(), match.end(), day, day)
    if match["hours"] or match["until"]:
        return _to_hours(text, match, cue, events)
    kind = next(name for name, group in match.groupdict().items() if group and name in _KINDS)
    closes = MIDNIGHT if kind == "round" else 0
    return Event(_KINDS[kind], match.start(), match.end(), closes=closes)


def _to_hours(text: str, match: re.Match[str], cue: bool, events: list[Event]) -> Event | None:
    """Hours, unless the figures are rather clauses, dates or quantities."""
    if _REFERENCE.search(text, max(0, match.start() - 20), match.start()):
        return None
    if match["until"]:
        told = match["u3"] or (match["s3"] or "").strip() or _is_near(match, events, (Kind.DAYS,))
        if not told or not cue or _QUANTITY.match(text, match.end()):
            return None
        return Event(Kind.UNTIL, match.start(), match.end(), closes=_minutes(match, "3"))
    opens, closes = _minutes(match, "1"), _minutes(match, "2") or MIDNIGHT
    if opens == closes or not _is_time_of_day(text, match, cue, events):
        return None
    return Event(Kind.HOURS, match.start(), match.end(), opens=opens, closes=closes)


def _is_time_of_day(text: str, match: re.Match[str], cue: bool, events: list[Event]) -> bool:
    separators = [match[name].strip() for name in ("s1", "s2") if match[name] is not None]
    if match["u1"] or match["u2"] or ":" in separators:
        return True
    if _QUANTITY.match(text, match.end()) or not cue:
        return False
    if "." in separators or _DASHED & set(separators):
        return True
    near = _is_near(match, events, _BARE_AFTER)
    if "" in separators:  # superscripts flattened: "с 900 до 1800", "с 9 00 до 18 00"
        return len(separators) == 2 and (near or match["to"] is not None)
    return near


def _is_near(match: re.Match[str], events: list[Event], kinds: tuple[Kind, ...]) -> bool:
    """Whether bare figures follow a word that makes them hours: "пн-пт 9-18"."""
    return bool(events) and events[-1].kind in kinds and match.start() - events[-1].end < _NEAR


def _minutes(match: re.Match[str], tag: str) -> int:
    return int(match[f"h{tag}"]) * 60 + int(match[f"m{tag}"] or match[f"w{tag}"] or 0)


def _joined(text: str, first: Event, second: Event) -> Event | None:
    """Two neighbouring mentions of days as one list or range, unless other words part them."""
    day = second.days[0]
    if _RANGE.fullmatch(text, first.end, second.start):
        length = (day - first.last_day[-1]) % 7
        added = tuple((first.last_day[-1] + step) % 7 for step in range(1, length + 1))
        return replace(first, end=second.end, days=first.days + added, last_day=first.last_day + added)
    if _LIST.fullmatch(text, first.end, second.start):
        return replace(first, end=second.end, days=(*first.days, day), last_day=(day,))
    return None


def _is_enclosed(text: str, event: Event) -> bool:
    """Whether the words stand alone in brackets: "(пн-чт)"."""
    opened = _OPENED.search(text, max(0, event.start - 8), event.start)
    return bool(opened and _CLOSED.match(text, event.end))
