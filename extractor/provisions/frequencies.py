"""How often a thing is done: "ежемесячно", "не реже одного раза в квартал", "ежеквартальный мониторинг".

An adjective counts before a noun for regular work in a direct case ("ежемесячная выплата" and "на основе ежемесячного
анализа" are none); a sentence with a due day of the same period has its frequency there.

>>> periods("Сбор информации осуществляется постоянно, анализ проводится не реже двух раз в год")
['half_year']
>>> periods("получение ежемесячной выплаты по итогам ежегодного конкурса")
[]
"""

import re
from collections.abc import Iterator
from typing import Literal

from extractor.codes import ProvisionKind
from extractor.provisions.calendar_days import find_due_days
from extractor.provisions.found import FoundProvision, Unit
from extractor.provisions.main_clauses import is_infinitive, is_predicate
from extractor.provisions.places import place_hint
from extractor.provisions.vocabulary import beginnings, four_letters, word_set
from extractor.registry import Frequency
from normalizers.morphology import lemma
from normalizers.numerals import numeral_to_int

Every = Literal["day", "week", "month", "quarter", "half_year", "year"]
_CUES = four_letters("ежедневно еженедельно ежемесячно ежеквартально ежегодно раз раза каждый поквартально помесячно")
_STEMS: dict[str, Every] = {
    **{"дневн": "day", "недельн": "week", "месячн": "month", "квартальн": "quarter", "годн": "year"},
}
_ADVERB = re.compile(r"\b(?:еже|по)(?P<stem>дневн|недельн|месячн|квартальн|годн)о\b", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"\bеже(?P<stem>дневн|недельн|месячн|квартальн|годн)(?P<ending>ый|ая|ое|ую|ые|ого|ой|ых)\s+"
    r"(?P<noun>(?:[а-яё-]+\s+){0,2}?[а-яё-]+)\b",
    re.IGNORECASE,
)
_UNIT = r"(?P<unit>день|сутки|недел[юия]|месяц(?:а|ев)?|квартала?|полугоди[еия]|полгода|года?|лет)\b"
_TIMES = re.compile(
    r"\b(?P<limit>не\s+(?:чаще|более)\s+|до\s+)?(?:чем\s+)?"
    r"(?:(?P<count>\d{1,3}|[а-яё]{3,12})(?:-?го|-?х)?\s+(?:\([^()]{1,20}\)\s+)?)?"
    rf"раза?\s+(?:в|за)\s+(?:(?P<periods>\d{{1,2}}|[а-яё]{{3,12}})\s+)?{_UNIT}",
    re.IGNORECASE,
)
_EACH = re.compile(rf"\bкажд(?:ый|ую|ое|ые|ого)\s+(?:(?P<periods>\d{{1,2}}|[а-яё]{{3,12}})\s+)?{_UNIT}", re.IGNORECASE)
_WORD = re.compile(r"[а-яё]{3,}")
_WORK = word_set(
    "мониторинг анализ отчет отчёт доклад проверка сбор опрос оценка актуализация обновление контроль обзор совещание",
    "сверка пересмотр обобщение учет анкетирование аудит исследование обучение рейтинг публикация информирование",
    "инструктаж ревизия отчетность тестирование размещение рассылка свод сводка справка встреча заседание обход",
    "приём прием",
)
_WORK_OF = word_set(
    "проведение подготовка осуществление обновление формирование организация обеспечение составление проводить"
)
_LENGTHS = {"день": 1, "сутки": 1, "недел": 7, "месяц": 30, "кварт": 90, "полуг": 180, "полго": 180, "год": 360}
_PERIODS: dict[int, Every] = {1: "day", 7: "week", 30: "month", 90: "quarter", 180: "half_year", 360: "year"}
_HOURS = re.compile(r"\d{1,2}[.:-]\d\d|круглосуточно|\d\s+(?:до|часов)", re.IGNORECASE)


def find_frequencies(unit: Unit) -> Iterator[FoundProvision]:
    """One for each period that the clause's sentences name."""
    if unit.beginnings.isdisjoint(_CUES):
        return
    for passage in unit.passages:
        found = periods(passage.text)
        if found:
            text, hint = passage.quote(), place_hint(unit, passage, ProvisionKind.FREQUENCY)
            for every in found:
                yield FoundProvision(ProvisionKind.FREQUENCY, unit.clause, text, Frequency(every=every), hint)


def periods(text: str) -> list[Every]:
    """The periods of a sentence, each once, in order."""
    if beginnings(text).isdisjoint(_CUES):
        return []
    found = sorted([*_adverbs(text), *_adjectives(text), *_counts(text)])
    told = _told_by_days(text) if found else frozenset[Every]()
    return list(dict.fromkeys(every for _, every in found if every not in told))


def _told_by_days(text: str) -> frozenset[Every]:
    """Periods that due days tell: "до 1 июня и до 1 декабря" are both yearly and half-yearly."""
    days = [day.every for day in find_due_days(text) if day.every]
    many: dict[int, Every] = {2: "half_year", 4: "quarter"}
    often = many.get(days.count("year"))
    return frozenset([*days, often] if often else days)


def _adverbs(text: str) -> Iterator[tuple[int, Every]]:
    """As in "ежемесячно", "поквартально"; "ежедневно с 9.00 до 18.00" is a schedule."""
    hours = _HOURS.search(text)
    for match in _ADVERB.finditer(text):
        every = _STEMS[match["stem"].lower()]
        if every != "day" or not hours:
            yield match.start(), every


def _adjectives(text: str) -> Iterator[tuple[int, Every]]:
    if not _says_something(text):
        return
    for match in _ADJECTIVE.finditer(text):
        if not any(lemma(word) in _WORK for word in match["noun"].split()):
            continue
        before = text[max(0, match.start() - 40) : match.start()].split()
        if match["ending"].lower() in ("ый", "ая", "ое", "ую", "ые") or (before and lemma(before[-1]) in _WORK_OF):
            yield match.start(), _STEMS[match["stem"].lower()]


def _says_something(text: str) -> bool:
    """Whether there is a verb: "ежегодные доклады о надзоре" in a list is a thing, no rule."""
    return any(is_predicate(word) or is_infinitive(word) for word in _WORD.findall(text.lower()))


def _counts(text: str) -> Iterator[tuple[int, Every]]:
    """As in "один раз в квартал", "2 раза в год", "каждые 6 месяцев"; "не чаще раза в год" is a limit."""
    for match in _TIMES.finditer(text):
        every = None if match["limit"] else _period(match, match["count"])
        if every:
            yield match.start(), every
    each = () if _HOURS.search(text) else _EACH.finditer(text)
    yield from ((match.start(), every) for match in each if (every := _period(match, None)))


def _period(match: re.Match[str], count: str | None) -> Every | None:
    """The period by name: two times a year are half-yearly, once in three months is quarterly."""
    unit = match["unit"].lower()
    length = _LENGTHS.get(unit) or _LENGTHS.get(unit[:5]) or _LENGTHS["год"]
    many = (numeral_to_int(match["periods"]) or 0) if match["periods"] else 1
    times = (numeral_to_int(count) or 1) if count else 1
    return _PERIODS.get(length * many // times) if length * many % times == 0 else None
