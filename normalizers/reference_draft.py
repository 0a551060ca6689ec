"""A mention in the making: the parts that stand at its end are taken one by one, in whatever order they come.

>>> parts = Parts("закона № 59-ФЗ от 02.05.2006 «О порядке рассмотрения обращений»")
>>> found = Draft(parts, 0, 6, "law").complete().found()
>>> found.date, parts.text[slice(*found.number)], parts.text[slice(*found.title)]
('2006-05-02', '59-ФЗ', 'О порядке рассмотрения обращений')
"""

import re
from dataclasses import dataclass

from normalizers.reference_parts import DatePart, NumberPart, Parts

Range = tuple[int, int]

_TO_DATE = re.compile(r"[\s,]{0,4}\(?\s{0,2}")
_TO_NUMBER = re.compile(r"[\s,_]{0,6}\(?\s{0,2}(?:г(?:ода|\.)?[\s,]{0,3})?(?:за\s{1,3}|под\s{1,3})?")


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A mention: its range, its kind, and the ranges of its parts within it.

    ``shared_authority`` is the authority of the act listed before it, which its own words leave out.
    """

    start: int
    end: int
    kind: str
    number: Range | None = None
    date: str | None = None
    title: Range | None = None
    authority: Range | None = None
    shared_authority: Range | None = None


@dataclass(slots=True)
class Draft:
    """A mention whose parts up to ``end`` are known."""

    parts: Parts
    start: int
    end: int
    kind: str
    number: Range | None = None
    date: str | None = None
    title: Range | None = None
    authority: Range | None = None
    shared_authority: Range | None = None

    def complete(self) -> "Draft":
        """Take every part that follows without a gap."""
        while self._take_date() or self._take_number() or self._take_title():
            pass
        if "(" in self.parts.text[self.start : self.end]:
            self._take_bracket()
        return self

    def found(self) -> FoundReference:
        """The finished mention."""
        return FoundReference(
            self.start,
            self.end,
            self.kind,
            self.number,
            self.date,
            self.title,
            self.authority,
            self.shared_authority,
        )

    def _take_date(self) -> bool:
        part = self.parts.date_from(self.end) if self.date is None else None
        if part is None or not _TO_DATE.fullmatch(self.parts.small, self.end, part.start):
            return False
        number = number_after(self.parts, part)
        if self.number and number and self.parts.text[self.end : part.start].strip():
            return False  # "№ 59-ФЗ, от 27.07.2010 № 210-ФЗ": the next act
        if not (part.named or number or self.number):
            return False
        self.date, self.end = part.iso, part.end
        return True

    def _take_number(self) -> bool:
        part = self.parts.number_from(self.end) if self.number is None else None
        if part is None or not _TO_NUMBER.fullmatch(self.parts.small, self.end, part.start):
            return False
        if part.start == part.value_start and self.kind != "law":
            return False
        self.number, self.end = (part.value_start, part.end), part.end
        return True

    def _take_title(self) -> bool:
        quoted = self.parts.title_at(self.end) if self.title is None else None
        if quoted is None:
            return False
        self.title, self.end = (quoted.start, quoted.end), quoted.outer_end
        return True

    def _take_bracket(self) -> None:
        """ "законом «О …» (№ 59-ФЗ от 02.05.2006)": the bracket that the parts opened."""
        text = self.parts.text[self.start : self.end]
        if text.count("(") == text.count(")") + 1 and self.parts.text.startswith(")", self.end):
            self.end += 1


def number_after(parts: Parts, date: DatePart) -> NumberPart | None:
    """The number that follows a date at once."""
    part = parts.number_from(date.end)
    return part if part and _TO_NUMBER.fullmatch(parts.small, date.end, part.start) else None
