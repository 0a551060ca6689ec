"""How often a thing is done: "ежемесячно", "не реже одного раза в квартал", "ежеквартальный мониторинг".

An adjective counts before a noun for regular work in a direct case ("ежемесячная выплата" and "на основе ежемесячного
анализа" are none); a sentence with a due day of the same period has its frequency there.

>>> find_frequencies_in("Сбор информации осуществляется постоянно, анализ проводится не реже двух раз в год")
['half_year']
>>> find_frequencies_in("получение ежемесячной выплаты по итогам ежегодного конкурса")
[]
"""

import re
from collections.abc import Iterator
from typing import Literal

from extractor.provisions.calendar_days import find_due_days
from extractor.provisions.found import FoundProvision, Unit, beginnings, four_letters
from extractor.provisions.places import place_hint
from extractor.registry import Frequency, ProvisionKind
from normalizers.morphology import lemma
from normalizers.numerals import numeral_to_int

Every = Literal["day", "week", "month", "quarter", "half_year", "year"]
_CUES = four_letters("ежедневно еженедельно ежемесячно ежеквартально ежегодно раз раза каждый поквартально помесячно")
_STEMS: dict[str, Every] = {"дневн": "day", "недельн": "week", "месячн": "month", "квартальн": "quarter", "годн": "year"}
_ADVERB = re.compile(r"\bеже(?P<stem>дневн|недельн|месячн|квартальн|годн)о\b", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\bеже(?P<stem>дневн|недельн|месячн|квартальн|годн)(?P<ending>ый|ая|ое|ую|ые|ого|ой|ых)\s+(?P<noun>(?:[а-яё-]+\s+){0,2}?[а-яё-]+)\b", re.I)
_TIMES = re.compile(
    r"\b(?P<limit>не\s+чаще\s+|не\s+более\s+|до\s+)?(?:чем\s+)?(?:(?P<count>\d{1,3}|[а-яё]+(?:их|[её]х|ин|ого|а|ва|ри|ыре))(?:-?го|-?х)?\s+(?:\([^()]{1,20}\)\s+)?)?"
    r"раза?\s+(?:в|за)\s+(?:(?P<periods>\d{1,2}|[а-яё]+)\s+)?(?P<unit>день|сутки|недел[юи]|месяц(?:а|ев)?|квартала?|полугоди[еия]|полгода|год[а]?|лет)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\bкажд(?:ый|ую|ое|ые|ого)\s+(?:(?P<periods>\d{1,2}|[а-яё]+)\s+)?(?P<unit>день|недел[юи]|месяц(?:а|ев)?|квартала?|полугоди[ея]|полгода|год[а]?)\b",
    re.IGNORECASE,
)
_BY_PERIOD = re.compile(r"\b(?P<stem>поквартально|помесячно)\b", re.IGNORECASE)
_WORK = frozenset(
    "мониторинг анализ отчет отчёт доклад проверка сбор опрос оценка актуализация обновление контроль обзор совещание сверка пересмотр обобщение "
    "учет анкетирование аудит исследование обучение рейтинг публикация информирование инструктаж ревизия отчетность тестирование размещение "
    "рассылка свод сводка справка встреча заседание обход приём прием".split()
)
_WORK_OF = frozenset("проведение подготовка осуществление обновление формирование организация обеспечение составление проводить".split())
_LENGTHS = {"день": 1, "сутки": 1, "недел": 7, "месяц": 30, "кварт": 90, "полуг": 180, "полго": 180, "год": 360, "года": 360, "лет": 360}
_PERIODS: dict[int, Every] = {1: "day", 7: "week", 30: "month", 90: "quarter", 180: "half_year", 360: "year"}
_SCHEDULE = re.compile(r"\d{1,2}[.:-]\d\d|круглосуточно|\d\s+(?:до|часов)", re.IGNORECASE)


def find_frequencies(unit: Unit) -> Iterator[FoundProvision]:
    """One for each period that the clause's sentences name."""
    if unit.beginnings.isdisjoint(_CUES):
        return
    for passage in unit.passages:
        for every in find_frequencies_in(passage.text):
            hint = place_hint(unit, passage, ProvisionKind.FREQUENCY)
            yield FoundProvision(ProvisionKind.FREQUENCY, unit.clause, passage.quote(), Frequency(every=every), hint)


def find_frequencies_in(text: str) -> list[Every]:
    """The periods of a sentence, each once, in order."""
    if beginnings(text).isdisjoint(_CUES):
        return []
    found = [*_adverbs(text), *_adjectives(text), *_counts(text)]
    due = {day.every for day in find_due_days(text)} if found else set()
    return list(dict.fromkeys(every for _, every in sorted(found) if every not in due))


def _adverbs(text: str) -> Iterator[tuple[int, Every]]:
    for match in _ADVERB.finditer(text):
        every = _STEMS[match["stem"].lower()]
        if every != "day" or not _SCHEDULE.search(text):  # "ежедневно с 9.00 до 18.00" is a schedule
            yield match.start(), every
    for match in _BY_PERIOD.finditer(text):
        yield match.start(), "quarter" if match["stem"].lower().startswith("покв") else "month"


def _adjectives(text: str) -> Iterator[tuple[int, Every]]:
    for match in _ADJECTIVE.finditer(text):
        if not any(lemma(word) in _WORK for word in match["noun"].split()):
            continue
        direct = match["ending"].lower() in ("ый", "ая", "ое", "ую", "ые")
        before = text[: match.start()].split()
        if direct or (before and lemma(before[-1].strip("(,")) in _WORK_OF):
            yield match.start(), _STEMS[match["stem"].lower()]


def _counts(text: str) -> Iterator[tuple[int, Every]]:
    for match in _TIMES.finditer(text):
        if not match["limit"]:
            every = _period(match["unit"], match["periods"], match["count"])
            if every:
                yield match.start(), every
    for match in _EACH.finditer(text):
        every = _period(match["unit"], match["periods"], None)
        if every and not _SCHEDULE.search(text):
            yield match.start(), every


def _period(unit: str, periods: str | None, count: str | None) -> Every | None:
    """The nearest named period: two times a year are half-yearly, once in three months is quarterly."""
    lower = unit.lower()
    length = _LENGTHS.get(lower) or _LENGTHS.get(lower[:5], 0)
    many = (numeral_to_int(periods) or 0) if periods else 1
    times = (numeral_to_int(count) or 1) if count else 1
    return _PERIODS.get(length * many // times) if length * many % times == 0 else None
