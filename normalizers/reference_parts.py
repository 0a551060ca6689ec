"""Parts of a mention of a document: dates with "от", numbers with their sign, quoted titles, each with its place.

>>> parts = Parts("приказом от 12.02.2024 г. № 48-П «Об утверждении Порядка»")
>>> parts.date_from(9), parts.number_from(9)
(DatePart(start=9, end=25, iso='2024-02-12', named=True), NumberPart(start=26, end=32, value_start=28))
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from normalizers.act_numbers import find_number
from normalizers.dates import find_dates
from normalizers.quoted import Quoted, QuoteMarks
from normalizers.reference_nouns import small_letters

_FROM = re.compile(r"(?<![а-яё])от\s{0,5}\Z")
_SIGN = re.compile(r"(?:№{1,2}|в„–|n[º°]|n(?:[oо]\.?)?)[\s_]{0,20}\Z")
# "Федерального закона от 02.05.2006 59-ФЗ": the sign left out
_FEDERAL = re.compile(r"(?<![\w.,/-])\d{1,3}\s?[-–‑]\s?ф?к?з(?![а-яё])")
FEDERAL_NUMBER = re.compile(r"\d{1,3}\s?[-–‑]\s?ф?к?з")
"""The whole number of a federal law, small letters."""

_TITLE_START = re.compile(r"[А-ЯЁA-Z0-9]|обо?\s|о\s")
_BRACKET = re.compile(r"\s{0,3}\((?:ред|в ред|далее|с изм|с послед|в послед|с учетом)[^()]{0,120}\)")
_SPACE = re.compile(r"\s{0,4}")


class DatePart(NamedTuple):
    """A date with the "от" before it, if it is there."""

    start: int
    end: int
    iso: str
    named: bool


class NumberPart(NamedTuple):
    """A number with the sign before it."""

    start: int
    end: int
    value_start: int


@dataclass(frozen=True)
class Parts:
    """All parts of one text, each kind found once and looked up by place."""

    text: str

    @cached_property
    def small(self) -> str:
        """The text in small letters."""
        return small_letters(self.text)

    @cached_property
    def marks(self) -> QuoteMarks:
        """The quotation marks of the text."""
        return QuoteMarks(self.text)

    @cached_property
    def _dates(self) -> list[DatePart]:
        return [self._date(found.start, found.end, found.iso) for found in find_dates(self.text)]

    def _date(self, start: int, end: int, iso: str) -> DatePart:
        word = _FROM.search(self.small, max(0, start - 8), start)
        return DatePart(word.start() if word else start, end, iso, bool(word))

    @cached_property
    def numbers(self) -> list[NumberPart]:
        """All numbers in order, those of federal laws without a sign too."""
        found = list(self._signed())
        if "фз" in self.small or "фкз" in self.small:
            taken = {part.value_start for part in found}
            bare = (match.span() for match in _FEDERAL.finditer(self.small))
            found += [NumberPart(start, end, start) for start, end in bare if start not in taken]
            found.sort()
        return found

    def _signed(self) -> Iterator[NumberPart]:
        number = find_number(self.text)
        while number:
            sign = _SIGN.search(self.small, max(0, number.start - 24), number.start)
            yield NumberPart(sign.start() if sign else number.start, number.end, number.start)
            number = find_number(self.text, number.end)

    def date_from(self, position: int) -> DatePart | None:
        """The first date at or after ``position``."""
        return _first(self._dates, position)

    def number_from(self, position: int) -> NumberPart | None:
        """The first number at or after ``position``."""
        return _first(self.numbers, position)

    def title_at(self, position: int) -> Quoted | None:
        """The quoted title right after ``position``; an edition note in brackets may stand between."""
        note = _BRACKET.match(self.small, position)
        space = _SPACE.match(self.text, note.end() if note else position)
        return self.title_opening(space.end() if space else position)

    def title_opening(self, position: int) -> Quoted | None:
        """The title whose opening mark stands at ``position``: a capital first, or the "о" of "о порядке"."""
        if not self.marks.opens_at(position):
            return None
        quoted = self.marks.quoted(position)
        return quoted if quoted and _TITLE_START.match(self.text.lstrip("«„\"“ "), 0) is not None and self._is_title(quoted) else None

    def _is_title(self, quoted: Quoted) -> bool:
        return bool(_TITLE_START.match(self.text, quoted.start, quoted.end))


def _first[Part: (DatePart, NumberPart)](parts: list[Part], position: int) -> Part | None:
    raise NotImplementedError
