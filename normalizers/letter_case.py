"""An all-capitals heading in the letter case of a sentence.

Rule: the capitals of the Russian rules of spelling of 1956, §§ 92-109: the first word and proper names. The body of the
same document decides first, where it writes the same words in mixed case. The names that matter without it are data,
``letter_case.toml``.

>>> sentence_case("МИНИСТЕРСТВО ТРУДА И СОЦИАЛЬНОГО РАЗВИТИЯ НОВОСИБИРСКОЙ ОБЛАСТИ")
'Министерство труда и социального развития Новосибирской области'
>>> sentence_case("АППАРАТ СОВЕТА ПО НАУКЕ", "в аппарате Совета по науке")
'Аппарат Совета по науке'
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from normalizers.inflection import copy_case
from normalizers.morphology import analyzer
from normalizers.regions import FoundRegion, find_cities, find_regions

_TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("letter_case.toml").read_text(encoding="utf-8"))
_PROPER = [phrase.split() for phrase in _TABLE["proper"]]
_WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+(?:[-‑–][А-Яа-яЁёA-Za-z]+)*")
_NOUN_ENDING = "(?:[аеиоуюяь]|ом|ем|ой|ей|ью|ов|ах|ях|ам|ям|ами|ями)?"
_TERRITORY = re.compile(f"(?:{'|'.join(_TABLE['territories'])}){_NOUN_ENDING}")
_NAMED = re.compile(f"(?:{'|'.join(_TABLE['named_nouns'])}){_NOUN_ENDING}")
_ADJECTIVE = re.compile(r"[а-яё-]{2,}(?:[ое]го|[ое]му|[ыи]м|[ое]м|[ыио]й|ей|ая|яя|ую|юю|[ое]ю|[ое]е)")
_SMALL_PARTS = ("на", "де", "ла")
_CONTEXTS = 50


@dataclass(frozen=True)
class _Heading:
    """A heading cut into small-letter words, and the body that may show their letter case."""

    text: str
    body: str

    @cached_property
    def found(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text))

    @cached_property
    def words(self) -> list[str]:
        return [match[0].lower() for match in self.found]

    @cached_property
    def lowered_body(self) -> str:
        lowered = self.body.lower()
        return lowered if len(lowered) == len(self.body) else ""

    @cached_property
    def in_regions(self) -> frozenset[int]:
        return self._covered(find_regions(self.text))

    @cached_property
    def in_cities(self) -> frozenset[int]:
        return self._covered(find_cities(self.text))

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""

    def _covered(self, places: Iterable[FoundRegion]) -> frozenset[int]:
        spans = [(place.start, place.end) for place in places]
        return frozenset(
            index
            for index, match in enumerate(self.found)
            if any(start <= match.start() and match.end() <= end for start, end in spans)
        )


def sentence_case(text: str, body: str = "") -> str:
    """The text with its all-capitals words as a sentence writes them; other words stay as they are.

    >>> sentence_case("АДМИНИСТРАЦИЯ ГОРОДА РОСТОВА-НА-ДОНУ")
    'Администрация города Ростова-на-Дону'
    """
    heading = _Heading(text, body)
    pieces, end = [], 0
    for index, match in enumerate(heading.found):
        word = _cased(heading, index) if match[0].isupper() else match[0]
        pieces += [text[end : match.start()], word if index else word[:1].upper() + word[1:]]
        end = match.end()
    return "".join(pieces) + text[end:]


def _cased(heading: _Heading, index: int) -> str:
    answers = (rule(heading, index) for rule in RULES)
    return next((answer for answer in answers if answer is not None), heading.words[index])


def _as_in_body(heading: _Heading, index: int) -> str | None:
    """The body writes the word after the same word, in any case form, and not in capitals throughout."""
    if not index or not heading.lowered_body:
        return None
    before, word = heading.words[index - 1], heading.words[index]
    pair = re.compile(rf"{_stem(before)}(?P<gap>[^а-яёa-z0-9]{{1,5}})(?P<word>{_stem(word)})(?![а-яё])")
    for seen in islice(pair.finditer(heading.lowered_body), _CONTEXTS):
        start = seen.start()
        if not heading.body[start : seen.start("gap")].isupper() and not heading.body[start - 1 : start].isalpha():
            return copy_case(heading.body[seen.start("word") : seen.end()], word)
    return None


def _abbreviation(heading: _Heading, index: int) -> str | None:
    """ "ЖКХ" has no vowels, "ТЭК" is in the table, "II" is no Russian."""
    capitals = heading.words[index].upper()
    voiceless = len(capitals) > 1 and not re.search("[АЕЁИОУЫЭЮЯ]", capitals)
    return capitals if voiceless or capitals.isascii() or capitals in _TABLE["abbreviations"] else None


def _in_region(heading: _Heading, index: int) -> str | None:
    """ "Ханты-Мансийского автономного округа - Югры"."""
    if index not in heading.in_regions:
        return None
    word = heading.words[index]
    return word if re.fullmatch(f"(?:{'|'.join(_TABLE['small_in_regions'])})", word) else _name(word)


def _proper(heading: _Heading, index: int) -> str | None:
    """ "Российской Федерации", "Кабинета Министров"."""
    for phrase in _PROPER:
        for place, pattern in enumerate(phrase):
            if all(_fits(heading.word(index - place + offset), part) for offset, part in enumerate(phrase)):
                return _name(heading.words[index]) if pattern[0].isupper() else heading.words[index]
    return None


def _in_city(heading: _Heading, index: int) -> str | None:
    """ "Нижнего Тагила", "Набережных Челнов"."""
    return _name(heading.words[index]) if index in heading.in_cities else None


def _after_settlement(heading: _Heading, index: int) -> str | None:
    """ "города Кириши", "городского округа Щелково"."""
    word, before, far = heading.words[index], heading.word(index - 1).replace("ё", "е"), heading.word(index - 2)
    named = _NAMED.fullmatch(before) and far.startswith(tuple(_TABLE["named_territories"]))
    if not (named or before in _TABLE["before_names"]) or len(word) < 3:
        return None
    plain = word in _TABLE["before_names"] or word.startswith(tuple(_TABLE["kinds"]))
    return None if plain else _name(word)


def _before_territory(heading: _Heading, index: int) -> str | None:
    """ "Сысертского городского округа", "Центрального района"."""
    kinds = tuple(_TABLE["kinds"])
    following = index + 1
    while heading.word(following).startswith(kinds):
        following += 1
    word = heading.words[index]
    named = _TERRITORY.fullmatch(heading.word(following)) and _ADJECTIVE.fullmatch(word) and not word.startswith(kinds)
    return _name(word) if named else None


def _quoted(heading: _Heading, index: int) -> str | None:
    """ "МКУ «ЦЕНТР РАЗВИТИЯ»"."""
    start = heading.found[index].start()
    return heading.words[index].capitalize() if heading.text[start - 1 : start] in ("«", '"', "“", "„") else None


def _in_dictionary(heading: _Heading, index: int) -> str | None:
    """A word the dictionary knows as a place, a person or an abbreviation."""
    word = heading.words[index]
    grammemes = analyzer().parse(word)[0].tag.grammemes if len(word) > 2 else frozenset()
    if "Abbr" in grammemes:
        return word.upper()
    return _name(word) if grammemes & {"Geox", "Name", "Surn", "Patr"} else None


RULES: list[Callable[[_Heading, int], str | None]] = [
    _as_in_body,
    _abbreviation,
    _in_region,
    _proper,
    _in_city,
    _after_settlement,
    _before_territory,
    _quoted,
    _in_dictionary,
]


def _stem(word: str) -> str:
    """An expression for the word in any case form."""
    kept = len(word) - (3 if len(word) > 5 else 1 if len(word) > 2 else 0)
    return re.escape(word[:kept]) + (f"[а-яё]{{0,{len(word) - kept + 2}}}" if kept < len(word) else "")


def _fits(word: str, pattern: str) -> bool:
    lowered = pattern.lower()
    if not lowered.endswith("*"):
        return word == lowered
    return word.startswith(lowered[:-1]) and len(word) - len(lowered) < 3


def _name(word: str) -> str:
    """Each part with a capital but the short ones inside: "Ростова-на-Дону"."""
    return re.sub("[а-яё]+", lambda part: part[0] if part[0] in _SMALL_PARTS else part[0].capitalize(), word)
