"""Greatest numbers: "не более двух переключений", "Время разговора не должно превышать 10 минут".

The unit stands behind the number, or is what the sentence counts ("Количество переводов звонка не должно превышать
двух"). Lower bounds ("не менее") are none, and terms of an action are deadlines.

>>> greatest_numbers("Количество переключений не должно превышать двух, файл – не более 5 Мб")
[(2, 'transfer'), (5, 'megabyte')]
>>> greatest_numbers("Ответ дается в срок не более 30 дней, не менее двух раз")
[]
"""

import re
from collections.abc import Iterator

from extractor.codes import ProvisionKind
from extractor.provisions.found import FoundProvision, Unit
from extractor.provisions.limit_units import unit_at, unit_counted
from extractor.provisions.measures import is_limit
from extractor.provisions.places import place_hint
from extractor.provisions.vocabulary import beginnings, four_letters
from extractor.registry import Limit
from normalizers.durations import FoundDuration, find_durations
from normalizers.numerals import numeral_to_int

_CUES = four_letters(
    "должно может могут превышает более свыше больше дольше чаще максимум ожидание переключений длительность",
    "продолжительность",
)
_NUMERALS = four_letters(
    "одного одной одну двух трех трёх четырех пяти шести семи восьми девяти десяти двенадцати пятнадцати двадцати",
    "тридцати сорока пятидесяти ста",
)
_DIGITS = "0123456789"
_MOST = re.compile(
    r"""(?: (?P<strict>
            \bне\s+(?:долж\w{1,3}|мо(?:же|гу)т)\s+
              (?:превышать|(?:(?:быть|составлять|длиться|занимать)\s+)?(?:более|больше|свыше|дольше))(?:\s+чем)?
          | \bне\s+превыша(?:ет|ют|ющ\w+)
          | \bне\s+(?:более|больше|свыше|дольше|чаще)(?:\s+чем)?(?:\s+(?P<extension>на|в))?
          | \bмаксимум | \bмаксимальн\w{2,3}\b[^.;:]{0,90}?(?:[–—:-]|составляет|равн\w+))
        | (?P<loose> \bдо | \bсоставля(?:ет|ют) | [–—-])
        )\s+(?=[\dА-Яа-яЁё])""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(
    r"(?P<figure>\d{1,6}(?:\s000)?)(?:-?(?:ти|х|и|го))?(?![\d.,:]\d)|(?P<word>[а-яё]+(?:\s[а-яё]+){0,2})", re.IGNORECASE
)
_TWIN = re.compile(r"\s*\([^()]{1,40}\)")
_TIMES = {"M": "minute", "H": "hour"}
_OF_TIME = frozenset({"minute", "hour", "day", "month"})
_SUBJECT = 200
_ISO = re.compile(r"PT(\d+)([HM])")


def find_limits(unit: Unit) -> Iterator[FoundProvision]:
    """One for each greatest number of the clause's sentences."""
    if not _may_limit(unit.beginnings):
        return
    single = len(unit.passages) == 1
    for passage in unit.passages:
        found = greatest_numbers(passage.text) if single or _may_limit(beginnings(passage.text)) else []
        if found:
            text, hint = passage.quote(), place_hint(unit, passage, ProvisionKind.LIMIT)
            for number, name in found:
                yield FoundProvision(ProvisionKind.LIMIT, unit.clause, text, Limit(max=number, unit=name), hint)


def _may_limit(words: set[str]) -> bool:
    if words.isdisjoint(_CUES):
        return False
    return not words.isdisjoint(_NUMERALS) or any(word[0] in _DIGITS for word in words)


def greatest_numbers(text: str) -> list[tuple[int, str]]:
    """Greatest numbers of a sentence with their units, each pair once, in order."""
    durations = find_durations(text)
    bounds = list(_MOST.finditer(text))
    found = [*_lengths_of_time(text, durations, bounds), *_counts(text, durations, bounds)]
    return list(dict.fromkeys((number, name) for _, number, name in sorted(found)))


_Bounds = list[re.Match[str]]


def _lengths_of_time(text: str, durations: list[FoundDuration], bounds: _Bounds) -> Iterator[tuple[int, int, str]]:
    """As in "не должно превышать 10 минут", "до 15 минут", "максимальное время ожидания – 15 минут"."""
    ends = {most.end() for most in bounds}
    for found in durations:
        length = _ISO.fullmatch(found.iso)
        if length and found.start in ends and is_limit(text, found.start, found.end, found.iso):
            yield found.start, int(length[1]), _TIMES[length[2]]


def _counts(text: str, durations: list[FoundDuration], bounds: _Bounds) -> Iterator[tuple[int, int, str]]:
    starts = {found.start for found in durations}
    for most in bounds:
        if most.end() in starts and not most["extension"]:
            continue
        counted = _count(text, most)
        if counted:
            yield most.end(), *counted


def _count(text: str, most: re.Match[str]) -> tuple[int, str] | None:
    number = _NUMBER.match(text, most.end())
    value, end = _number(number) if number else (0, 0)
    if not value:
        return None
    twin = _TWIN.match(text, end)
    unit = unit_at(text, twin.end() if twin else end)
    if unit is None and most["strict"]:
        unit = unit_counted(text[max(0, most.start() - _SUBJECT) : most.end()])
    if unit is None or (most["loose"] and unit != "transfer") or (unit in _OF_TIME and not most["extension"]):
        return None
    return value, unit


def _number(number: re.Match[str]) -> tuple[int, int]:
    """The value and where the numeral ends; of words, the longest run that is a numeral."""
    if number["figure"]:
        return int("".join(number["figure"].split())), number.end()
    pieces = number["word"].split()
    for size in range(len(pieces), 0, -1):
        value = numeral_to_int(" ".join(pieces[:size]))
        if value:
            return value, number.start() + len(" ".join(pieces[:size]))
    return 0, number.end()
