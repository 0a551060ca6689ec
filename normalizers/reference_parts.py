"""Parts of a mention of a document: dates with "от", numbers with their sign, quoted titles, each with its place.

>>> parts = Parts("приказом от 12.02.2024 г. № 48-П «Об утверждении Порядка»")
>>> parts.date_from(9), parts.number_from(9)
(DatePart(start=9, end=25, iso='2024-02-12', named=True), NumberPart(start=26, end=32, value_start=28))
>>> parts.title_at(32)
Quoted(start=34, end=56, outer_end=57)
"""

import re
from bisect import bisect_left
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
_TITLE = re.compile(r"[А-ЯЁA-Z0-9]|обо?\s|о\s")
_NOTE = re.compile(r"\s{0,3}\((?:ред|в ред|далее|с изм|с послед|в послед|с учетом)[^()]{0,120}\)")
_SPACE = re.compile(r"\s{0,4}")


class DatePart(NamedTuple):
    """A date, its "от" included if it has one."""

    start: int
    end: int
    iso: str
    named: bool


class NumberPart(NamedTuple):
    """A number, its sign included if it has one."""

    start: int
    end: int
    value_start: int


class Parts:
    """All parts of one text, each kind found once and looked up by place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = small_letters(text)

    @cached_property
    def marks(self) -> QuoteMarks:
        """The quotation marks of the text."""
        return QuoteMarks(self.text)

    @cached_property
    def dates(self) -> list[DatePart]:
        """All dates in order."""
        return [self._date(found.start, found.end, found.iso) for found in find_dates(self.text)]

    @cached_property
    def numbers(self) -> list[NumberPart]:
        """All numbers in order, those of federal laws without a sign too.

        >>> [part[1] for part in Parts("приказ № 5, обращения по 59-ФЗ").numbers]
        [10, 30]
        """
        found: dict[int, NumberPart] = {}
        number = find_number(self.text)
        while number:
            sign = _SIGN.search(self.small, max(0, number.start - 24), number.start)
            found[number.start] = NumberPart(sign.start() if sign else number.start, number.end, number.start)
            number = find_number(self.text, number.end)
        for match in _FEDERAL.finditer(self.small) if "фз" in self.small else ():
            signed = found.get(match.start())
            found[match.start()] = NumberPart(signed.start if signed else match.start(), match.end(), match.start())
        return sorted(found.values())

    def date_from(self, position: int) -> DatePart | None:
        """The first date at or after ``position``."""
        index = bisect_left(self.dates, (position,))
        return self.dates[index] if index < len(self.dates) else None

    def number_from(self, position: int) -> NumberPart | None:
        """The first number at or after ``position``."""
        index = bisect_left(self.numbers, (position,))
        return self.numbers[index] if index < len(self.numbers) else None

    def title_at(self, position: int) -> Quoted | None:
        """The quoted title right after ``position``; a note in brackets may stand between.

        >>> Parts("№ 5 (в ред. от 01.01.2024) «О кадрах»").title_at(3).start
        28
        """
        note = _NOTE.match(self.small, position)
        space = _SPACE.match(self.text, note.end() if note else position)
        return self.title_opening(space.end() if space else position)

    def title_opening(self, position: int) -> Quoted | None:
        """The title whose opening mark stands there: with a capital, or the "о" of «о порядке»."""
        quoted = self.marks.quoted(position) if self.marks.opens_at(position) else None
        return quoted if quoted and _TITLE.match(self.text, quoted.start, quoted.end) else None

    def _date(self, start: int, end: int, iso: str) -> DatePart:
        word = _FROM.search(self.small, max(0, start - 8), start)
        return DatePart(word.start() if word else start, end, iso, bool(word))
