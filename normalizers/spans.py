"""Places in a text: spans, quotes with their evidence, and cleaned views that know where each character came from."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

BULLETS = "-–—−•·▪◦●○■□‣⁃*\u2022\uf0b7\uf02d"
_BULLET_SIGNS = frozenset(BULLETS)
_TRAILING = ";.:, \t\n\r\xa0"
_LEADING_BULLET = re.compile(rf"[{re.escape(BULLETS)}]\s+")


class Span(NamedTuple):
    """Half-open range of characters in the text that a reader produced."""

    start: int
    end: int


class Quote(NamedTuple):
    """A verbatim value with its evidence: where in the reader's text it stands."""

    text: str
    spans: tuple[Span, ...]


class TextView:
    """Cleaned text of one block with an offset map back to the source.

    ``text`` is what rules read; :meth:`quote` cuts a verbatim value out of it together with its source spans.
    """

    __slots__ = ("_hard", "_shown", "_source", "text")

    def __init__(self, text: str, shown: Sequence[int], source: Sequence[int], hard: Mapping[int, int]) -> None:
        self.text = text
        self._shown = shown
        self._source = source
        self._hard = hard

    def shown_at(self, offset: int) -> int:
        """Offset in the cleaned text of the first character that stands at ``offset`` of the source or after it."""
        piece = bisect_right(self._source, offset) - 1
        if piece < 0:
            return 0
        end = self._shown[piece + 1] if piece + 1 < len(self._shown) else len(self.text)
        return min(self._shown[piece] + offset - self._source[piece], end)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Source spans of the cleaned range; a new span only where foreign text stands between."""
        first = bisect_right(self._shown, start) - 1
        last = bisect_right(self._shown, end - 1) - 1
        begin = self._source[first] + start - self._shown[first]
        finish = self._source[last] + end - self._shown[last]
        if not self._hard:
            return (Span(begin, finish),)
        return tuple(self._split(first, last, begin, finish))

    def _split(self, first: int, last: int, begin: int, finish: int) -> Iterable[Span]:
        """Spans over several stretches; one keeps what cleaning dropped at its end (the hyphen of a torn word)."""
        for piece in range(first + 1, last + 1):
            if piece in self._hard:
                yield Span(begin, self._hard[piece])
                begin = self._source[piece]
        yield Span(begin, finish)

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """The verbatim value of a range: edges trimmed of space, leading bullet and trailing punctuation."""
        end = len(self.text) if end is None else end
        start, end = trimmed(self.text, start, end)
        if start >= end:
            return Quote("", ())
        return Quote(self.text[start:end], self.spans(start, end))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without outer white space, a leading bullet and trailing ``; . : ,``.

    >>> trimmed("- ответ;", 0, 8)
    (2, 7)
    """
    while start < end and text[start].isspace():
        start += 1
    bullet = _LEADING_BULLET.match(text, start, end) if text[start : start + 1] in _BULLET_SIGNS else None
    if bullet:
        start = bullet.end()
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end
