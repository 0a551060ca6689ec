"""Terms within which a thing is due: a duration and the event it runs from, or a day of the calendar.

"No figure, no provision": "в установленный срок" and "в день обращения" give none. A term that runs back from its
event ("за 3 дня до приема") has no ``after``; a day that comes once ("до 20 августа 2024 года") has no value.
"""

import re
from collections.abc import Iterator

from extractor.codes import ProvisionKind
from extractor.provisions.calendar_days import find_due_days
from extractor.provisions.events import find_event
from extractor.provisions.found import FoundProvision, Passage, Unit
from extractor.provisions.places import place_hint
from extractor.provisions.terms import is_deadline, runs_back
from extractor.provisions.vocabulary import beginnings, four_letters
from extractor.registry import Duration, YearlyDate
from normalizers.durations import FoundDuration, find_durations
from normalizers.verbatim import Quote

_UNITS = four_letters(
    "дней дня день дневный сут суток сутки недели месяц мес год года году лет летний час часа часов часу минут мин",
    "числа срок января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    *(str(year) for year in range(2000, 2100)),
)
_CUES = four_letters(
    "превышать составляет занимает течение срок позднее позже более менее истечении",
    "числа хранится даты дня момента после до за через спустя к",
)
_IN_FORCE = re.compile(
    r"\bвступ(?:а|и)(?:ет|ют|ит|ят|вш|ющ)\w*\s+в\s+силу\b|\bсрок\w*\s+действия\b|\bутрачива\w+\s+силу\b", re.IGNORECASE
)
_CALENDAR = re.compile(r"\bкал(?:енд|\.)", re.IGNORECASE)
# "в срок до 1 марта ознакомить сотрудников" in the order's own text comes once
_RECURS = re.compile(r"\bежегодн|\bкажд|\bтекущего\s+года|\bследующ|\bотч[её]тн|\bгода\b", re.IGNORECASE)
_DUE = re.compile(r"срок|позднее|позже", re.IGNORECASE)

_Value = Duration | YearlyDate | None
_Found = tuple[int, _Value, tuple[tuple[str, Quote], ...]]


def find_deadlines(unit: Unit) -> Iterator[FoundProvision]:
    """One for each term and due day of the clause's sentences."""
    if not _may_be_due(unit.beginnings):
        return
    single = len(unit.passages) == 1
    for passage in unit.passages:
        if (single or _may_be_due(beginnings(passage.text))) and not _IN_FORCE.search(passage.text):
            yield from _of_passage(unit, passage)


def _may_be_due(words: set[str]) -> bool:
    return not (words.isdisjoint(_UNITS) or words.isdisjoint(_CUES))


def _of_passage(unit: Unit, passage: Passage) -> Iterator[FoundProvision]:
    found = [*_durations(passage), *_days(unit, passage)]
    if not found:
        return
    text, hint = passage.quote(), place_hint(unit, passage, ProvisionKind.DEADLINE)
    for _, value, quotes in sorted(found, key=lambda each: each[0]):
        yield FoundProvision(ProvisionKind.DEADLINE, unit.clause, text, value, hint, quotes=quotes)


def _durations(passage: Passage) -> Iterator[_Found]:
    for found in find_durations(passage.text):
        if is_deadline(passage.text, found):
            yield _of_duration(passage, found)


def _of_duration(passage: Passage, found: FoundDuration) -> _Found:
    text = passage.text
    event = None if runs_back(text, found) else find_event(text, found.start, found.end)
    quote = passage.quote(event.start, event.end) if event else None
    unsaid = found.days == "calendar" and not _CALENDAR.search(text, found.start, found.end)
    days = None if unsaid else found.days
    value = Duration(duration=found.iso, days=days, after=quote.text if quote else None)
    return found.start, value, (("/value/after", quote),) if quote else ()


def _days(unit: Unit, passage: Passage) -> Iterator[_Found]:
    text = passage.text
    for due in find_due_days(text):
        recurs = due.every != "year" or not unit.in_order or _RECURS.search(text)
        if due.by and due.every and recurs:
            yield due.start, YearlyDate(by=due.by, every=due.every), ()
        elif unit.in_order or _DUE.search(text, due.start, due.end):
            yield due.start, None, ()
