"""The subject of the Russian Federation that a text names.

Official sources: names from article 65 of the Constitution, codes from the State Address Registry (ГАР/ФИАС); the table
and the words by which texts name a subject are data, ``regions.toml``.

>>> region_of("ДЕПАРТАМЕНТ АРХИТЕКТУРЫ И ГРАДОСТРОИТЕЛЬСТВА МАГАДАНСКОЙ ОБЛАСТИ")
Region(code='49', name='Магаданская область')
>>> region_of("приказом Депсоцразвития Ханты-Мансийского автономного округа – Югры").code
'86'
>>> region_of("управление образования") is None
True
>>> region_of_city("Администрация г. Екатеринбурга").name
'Свердловская область'
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, product
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).with_name("regions.toml")
_FOLDS = str.maketrans("ё‐‑‒–—−", "е------")
_SHORTHAND = {"*": "[а-я]{0,3}", " ": r"\s+", "-": r"\s*-\s*"}
_TOWN_MARKS = ("г", "гор", "город", "города", "городе", "городу", "городом")
_WORD = re.compile(r"[а-я]+(?:-[а-я]+)*")
# "Казанской городской Думы", "Челябинского муниципального района"
_ADJECTIVE = re.compile(r"([а-я-]{3,})ск(?:ий|ая|ое|ого|ой|ому|им|ом)")
_NOUN_ENDINGS = ("ск", "", "ь", "а")
_MUNICIPAL = ("городск", "муниципальн")


@dataclass(frozen=True, slots=True)
class Region:
    """A subject of the Federation: two-digit code and constitutional name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class FoundRegion:
    """A subject of the Federation that the text names, and where."""

    start: int
    end: int
    region: Region


def region_of(text: str) -> Region | None:
    """The first subject that the text names, in any case form and letter case.

    >>> region_of("Министерство труда Московской области").code
    '50'
    """
    return next((found.region for found in find_regions(text)), None)


def find_regions(text: str) -> Iterator[FoundRegion]:
    """Every subject that the text names, in order.

    >>> [found.region.code for found in find_regions("Архангельской и Вологодской областей, ХМАО - Югры")]
    ['29', '35', '86']
    """
    pattern, regions = _matcher()
    for match in pattern.finditer(_fold(text)):
        yield FoundRegion(*match.span(), regions[(match.lastindex or 1) - 1])


def region_of_city(text: str) -> Region | None:
    """The subject of the first larger town that the text names: for an authority that names no subject itself.

    >>> region_of_city("Мэрия города Новосибирска").code
    '54'
    """
    found = next(find_cities(text), None)
    return found.region if found else None


def find_cities(text: str) -> Iterator[FoundRegion]:
    """Every larger town that the text names, in order, and its subject.

    >>> [found.region.code for found in find_cities("Нижний Тагил, Владимир Иванов, г. Владимир")]
    ['66', '33']
    """
    words = list(_WORD.finditer(_fold(text)))
    names = ["", *(word[0] for word in words), ""]
    end = 0
    for index, word in enumerate(words):
        region, length = _town(*names[index : index + 3])
        if region and word.start() >= end:
            end = words[index + length - 1].end()
            yield FoundRegion(word.start(), end, region)


def all_regions() -> tuple[Region, ...]:
    """The 89 subjects in the order of their codes."""
    return tuple(Region(entry["code"], entry["name"]) for entry in _table()["region"])


def _town(before: str, word: str, following: str) -> tuple[Region | None, int]:
    """The subject of the town whose name starts with the word, and of how many words the name is."""
    towns = _towns()
    names = [(f"{word} {following}", 2), (word, 1)]
    if before in _TOWN_MARKS:
        names += [(f"г. {name}", length) for name, length in names]
    if following.startswith(_MUNICIPAL) and (adjective := _ADJECTIVE.fullmatch(word)):
        names += [(adjective[1] + ending, 1) for ending in _NOUN_ENDINGS]
    return next(((towns[name], length) for name, length in names if name in towns), (None, 0))


def _fold(text: str) -> str:
    """Small letters, ё as е, every dash a hyphen; offsets stay."""
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).translate(_FOLDS)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _matcher() -> tuple[re.Pattern[str], tuple[Region, ...]]:
    """One expression with a group for each pattern, sorted under first letters, and the subject of each group."""
    rows = [(_expression(pattern), region) for entry, region in _entries() for pattern in entry["patterns"]]
    rows.sort(key=lambda row: row[0][0])
    branches = [
        letter + "(?:" + "|".join(f"({source[1:]})" for source, _ in row) + ")"
        for letter, row in groupby(rows, key=lambda row: row[0][0])
    ]
    source = r"(?<![\w-])(?:" + "|".join(branches) + r")(?!-?[а-я])"
    return re.compile(source), tuple(region for _, region in rows)


def _expression(pattern: str) -> str:
    meanings = _meanings()
    return re.sub(r"[* -]|\{[а-я ]+\}", lambda short: meanings[short[0]], pattern)


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    """What the signs and the names in braces of a pattern stand for."""
    return _SHORTHAND | {f"{{{name}}}": source for name, source in _table()["parts"].items()}


@lru_cache(maxsize=1)
def _towns() -> dict[str, Region]:
    """Case forms of the towns to their subjects; forms that count only after "город" start with "г. "."""
    return {form: region for entry, region in _entries() for city in entry["cities"] for form in _town_forms(city)}


def _town_forms(city: str) -> Iterator[str]:
    mark, name = ("г. ", city[3:]) if city.startswith("г. ") else ("", city)
    pieces = [_word_forms(piece) for piece in re.split(r"([ -])", _fold(name))]
    return (mark + "".join(forms) for forms in product(*pieces))


def _word_forms(word: str) -> list[str]:
    """The word in its cases; "на" of "Ростов-на-Дону" and the blanks between words stay."""
    if len(word) < 3:
        return [word]
    last, forms = next((last, forms) for last, forms in _table()["towns"].items() if word.endswith(last))
    return [word[: len(word) - len(last)] + form for form in forms]


def _entries() -> Iterator[tuple[dict[str, Any], Region]]:
    return zip(_table()["region"], all_regions(), strict=True)
