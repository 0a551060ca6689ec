"""Words in quotation marks, with marks inside marks: «О плане («дорожной карте»)», "О программе "Развитие"".

Source: the rules of Russian spelling and punctuation (1956, edition of 2006), § 133: marks of one form that would stand
together are printed once, so a title may close with fewer marks than it opened.

>>> text = 'закон "О порядке рассмотрения обращений", план «О мерах («дорожная карта»)»'
>>> marks = QuoteMarks(text)
>>> [text[found.start : found.end] for found in (marks.quoted(6), marks.quoted(47))]
['О порядке рассмотрения обращений', 'О мерах («дорожная карта»)']
"""

import re
from bisect import bisect_left
from typing import NamedTuple

_MARK = re.compile('[«»„“”‟"]')
_ALWAYS = {"«": 1, "„": 1, "»": -1}
_AFTER_CLOSED = re.compile(r"\s*(?:[,;:.)\]|(]|\Z)")
_LONGEST = 1500


class Quoted(NamedTuple):
    """The range inside a pair of marks, and where the closing mark ends."""

    start: int
    end: int
    outer_end: int


class QuoteMarks:
    """The quotation marks of one text, each known to open or to close."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = [match.start() for match in _MARK.finditer(text)]
        self._steps = [_step(text, place) for place in self._places]
        self._openings = [place for place, step in zip(self._places, self._steps, strict=True) if step > 0]

    def next_opening(self, position: int) -> int | None:
        """Where the first opening mark at or after ``position`` stands."""
        index = bisect_left(self._openings, position)
        return self._openings[index] if index < len(self._openings) else None

    def opens_at(self, position: int) -> bool:
        """Whether an opening mark stands there."""
        return self.next_opening(position) == position

    def quoted(self, position: int) -> Quoted | None:
        """What stands in the marks that open at ``position``; ``None`` if they do not close.

        >>> text = "«О программе «Развитие», утвержденной"
        >>> text[slice(*QuoteMarks(text).quoted(0)[:2])]
        'О программе «Развитие»'
        """
        depth, shared = 0, 0
        for index in range(bisect_left(self._places, position), len(self._places)):
            place = self._places[index]
            if place - position > _LONGEST:
                break
            depth += self._steps[index]
            if not depth:
                return Quoted(position + 1, place, place + 1)
            if not shared and self._steps[index] < 0 and _AFTER_CLOSED.match(self._text, place + 1):
                shared = place + 1
        return Quoted(position + 1, shared, shared) if shared else None


def _step(text: str, place: int) -> int:
    """1 where the mark opens, -1 where it closes."""
    mark, after = text[place], text[place + 1 : place + 2]
    if mark in _ALWAYS:
        return _ALWAYS[mark]
    spaced = place == 0 or text[place - 1].isspace() or text[place - 1] in "([{«„|"
    return 1 if after.isalnum() or (spaced and after in '«"„“(' and after) else -1
