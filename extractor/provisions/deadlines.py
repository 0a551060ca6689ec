"""Terms within which a thing is due: a duration and the event it runs from, or a day of the calendar.

"No figure, no provision": "в установленный срок" and "в день обращения" give none. A term that runs back from its event
("за 3 дня до приема") has no ``after``.
"""

import re
from collections.abc import Iterator

from extractor.provisions.calendar_days import find_due_days
from extractor.provisions.events import Event, find_event
from extractor.provisions.found import FoundProvision, Passage, Unit, beginnings, four_letters
from extractor.provisions.measures import is_limit
from extractor.provisions.places import place_hint
from extractor.registry import Duration, ProvisionKind, YearlyDate
from normalizers.durations import FoundDuration, find_durations
from normalizers.verbatim import Quote

_UNITS = four_letters(
    "дней дня день дневный сут суток сутки недели месяц мес год года году лет летний час часа часов часу минут мин числа срок "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря 2023 2024 2025 2026 2027 2028"
)
_CUES = four_letters("течение срок сроки позднее позже более менее истечении числа хранится даты дня момента после до за через спустя к")
_LEAD = re.compile(
    r"""(?:\bв\s+течени[еи](?:\s+\w+){0,2} | \bне\s+поз(?:днее|же)(?:\s+чем)?(?:\s+(?:через|за|в|на))? | \bпо\s+истечении | \bспустя
        | \bв\s+срок,?(?:\s+(?:до|не\s+более(?:\s+чем)?|не\s+позднее|не\s+превышающ\w+|свыше|продолжительностью))?
        | \bне\s+(?:более|менее)\s+чем\s+(?:через|за) | \bне\s+более(?:\s+чем)?\s+в\s+течени[еи] | \bпоследующи[хе])\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_TERM = re.compile(r"\bсрок(?:и|а|ов|ом|ам|ами|у)?\b", re.IGNORECASE)
_TERM_LEAD = re.compile(
    r"""(?:[–—:-] | \bсоставля\w+ | \bне\s+(?:долж\w+|мо(?:же|гу)т)\s+(?:быть\s+)?(?:превышать|более|больше|составлять\s+более) | \bне\s+превыша\w+
        | \bне\s+более(?:\s+чем)? | \bне\s+менее | \bне\s+свыше | \bдо | \bустан\w+ | \bрав\w+ | \bв | \bпродолжительностью | \bмаксимум | \bсроком(?:\s+на)?
        | \bсрока?)\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_RUNS_FROM = re.compile(
    r",?\s+(?:(?:со?|от)\s+(?:дня|дат[ыа]|момента|времени)\b|после\s|следующ\w{2,3}\s+за\s)|\s*\([^()]{1,40}\)\s+(?:со?|после)\s", re.IGNORECASE
)
_AHEAD = re.compile(r"\s+до\s", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:за|через)\s+$", re.IGNORECASE)
_EXTENSION = re.compile(r"\bпродл\w+\b", re.IGNORECASE)
_NOT_EARLIER = re.compile(r"\bне\s+ранее(?:\s+чем)?(?:\s+(?:через|за))?\s+$", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?:рабочего\s+|календарного\s+)?дня", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\b(?:не\s+поз(?:днее|же)|до(?:\s+конца)?)\s+следующего\s+$", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:рассматрива|предоставля|направля|исполня|готов|регистриру|хран)\w+\s+(?:до\s+|не\s+менее\s+|не\s+более\s+)?$", re.IGNORECASE)
_IN_FORCE = re.compile(r"\bвступа\w+\s+в\s+силу\b|\bвступлени[яе]\s+в\s+силу\b|\bсрок\w*\s+действия\b|\bутрачива\w+\s+силу\b", re.IGNORECASE)
_CALENDAR = re.compile(r"\bкал(?:енд|\.)", re.IGNORECASE)
# "в срок до 1 марта ознакомить сотрудников" in the order's own text comes once
_RECURS = re.compile(r"\bежегодн|\bкажд|\bтекущего\s+года|\bследующ|\bотч[её]тн|\bгода\b", re.IGNORECASE)
_ONE_OFF_LEAD = re.compile(r"срок|позднее|позже", re.IGNORECASE)


def find_deadlines(unit: Unit) -> Iterator[FoundProvision]:
    """One for each term and due day of the clause's sentences."""
    if not _may_be_due(unit.beginnings):
        return
    for passage in unit.passages:
        single = len(unit.passages) == 1
        if (single or _may_be_due(beginnings(passage.text))) and not _IN_FORCE.search(passage.text):
            for _, value, quotes in sorted(_values(unit, passage), key=lambda found: found[0]):
                hint = place_hint(unit, passage, ProvisionKind.DEADLINE)
                yield FoundProvision(ProvisionKind.DEADLINE, unit.clause, passage.quote(), value, hint, quotes=quotes)


def _may_be_due(words: set[str]) -> bool:
    return not (words.isdisjoint(_UNITS) or words.isdisjoint(_CUES))


_Found = tuple[int, Duration | YearlyDate | None, tuple[tuple[str, Quote], ...]]


def _values(unit: Unit, passage: Passage) -> Iterator[_Found]:
    text = passage.text
    for found in find_durations(text):
        if is_deadline(text, found):
            yield _of_duration(passage, found)
    for due in find_due_days(text):
        if due.by and due.every and (due.every != "year" or not unit.in_order or _RECURS.search(text)):
            yield due.start, YearlyDate(by=due.by, every=due.every), ()
        elif unit.in_order or _ONE_OFF_LEAD.search(text, due.start, due.end):
            yield due.start, None, ()


def is_deadline(text: str, found: FoundDuration) -> bool:
    """Whether a duration is the term of an action, and no limit, age, period or bare "в течение дня".

    >>> text = "Обращение рассматривается в течение 30 дней, стаж 3 года"
    >>> [is_deadline(text, found) for found in find_durations(text)]
    [True, False]
    """
    before = text[max(0, found.start - 60) : found.start]
    if is_limit(text, found.start, found.end, found.iso) or _EXTENSION.search(before) or _NOT_EARLIER.search(before):
        return False
    runs = bool(_RUNS_FROM.match(text, found.end))
    if _BARE_DAY.fullmatch(text, found.start, found.end):
        return runs or bool(_NEXT_DAY.search(before))
    if runs or (_UP_TO.search(before) and "T" not in found.iso) or _LEAD.search(before) or (_BEHIND.search(before) and _AHEAD.match(text, found.end)):
        return True
    if text[: found.end].lower().endswith(("срок", "сроки")):  # "в месячный срок"
        return bool(re.search(r"\b[вВ]о?\s+$", before))
    return bool(_TERM.search(text, 0, found.start) and _TERM_LEAD.search(before))


def _of_duration(passage: Passage, found: FoundDuration) -> _Found:
    text = passage.text
    ahead = _BEHIND.search(text[max(0, found.start - 8) : found.start]) and _AHEAD.match(text, found.end)
    event: Event | None = None if ahead else find_event(text, found.start, found.end)
    days = found.days
    if days == "calendar" and not _CALENDAR.search(text, found.start, found.end):
        days = None
    quote = passage.quote(event.start, event.end) if event else None
    value = Duration(duration=found.iso, days=days, after=quote.text if quote else None)
    return found.start, value, (("/value/after", quote),) if quote else ()


