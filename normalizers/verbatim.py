r"""Raw source text to verbatim text, every character traceable to its place.

The rule for *verbatim* (registry contract, version 1): a run of white space becomes one space; a word, URL or
e-mail broken over lines is joined; markup of the dump goes (cell ends, ``**``, the angle brackets of a URL, a leading
bullet); soft hyphens and footnote marks go, a non-breaking hyphen is a hyphen; a trailing ``; . : ,`` goes.
Nothing else is corrected.

>>> verbatim("- сайт  <https://mtsr.nso.ru/\npage/8039>;")
'сайт https://mtsr.nso.ru/page/8039'
>>> verbatim("информационно-\n\nтелекоммуникационной сети", frozenset({"информационно-телекоммуникационной"}))
'информационно-телекоммуникационной сети'
>>> verbatim("взаимо-\nдействия с клиентом.")
'взаимодействия с клиентом'
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

BULLETS = "-–—−•·▪◦●○■□‣⁃*\u2022\uf0b7\uf02d"
_TRAILING = ";.:, \t\n\r\xa0"
_LEADING_BULLET = re.compile(rf"[{re.escape(BULLETS)}]\s+")
_LETTER = "A-Za-zА-Яа-яЁё"
_NOISE = re.compile(
    r"""
      (?P<url>(?<=[/_=?&%\#~-])[ ]+(?=[a-z0-9])
            |(?:(?<=//)|(?<=[/_=?&%\#.:@~-])|(?<=[A-Za-z0-9]))\s*\n\s*(?=[@A-Za-z0-9/?&=._~-]))
    | (?P<hyphen>(?<=[A-Za-zА-Яа-яЁё])[-‐‑]\s+(?=[а-яёa-z]))
    | (?P<digits>(?<=\d)[-‐‑]\s+(?=\d))
    | (?P<markup>\*\*|<\d{1,2}>|<\*+>|<(?=https?:|www\.|mailto:|[\w.+-]+@)
               |(?<=[\w/=\#&?%~-])>|[ \t]*\|+(?=\s*$|\s*\n|\|))
    | (?P<soft>\u00ad\s*\n\s*|[\u00ad\u200b\u200c\u200d\u2060\ufeff])
    | (?P<footnote>(?<=[A-Za-zА-Яа-яЁё.,;:!?)»"])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)
    | (?P<nbhyphen>\u2011)
    | (?P<space>[ ]?[\t\n\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]\s*|[ ]{2,}\s*)
    """,
    re.VERBOSE,
)
_QUICK = re.compile(
    r"[\t\n\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200d\u2011\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad|<>"
    r"\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|\*\*|  |[A-Za-zА-Яа-яЁё0-9]- |[/_=?&%#~-] [a-z0-9]"
)
_URL_TAIL = re.compile(r"(?:https?://|www\.|[\w.+-]+@)[!-;=?-~]*$|(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*$")
_OPEN_URL = re.compile(r"(?:https?://|www\.)[!-;=?-~]*[/_=?&%#~-]$")
_URL_HEAD = re.compile(r"(?!https?:|www\.|\d+[.)](?:\s|$))[!-;=?-~]*")
_WORD_TAIL = re.compile(rf"[{_LETTER}]+(?:-[{_LETTER}]+)*$")
_WORD_HEAD = re.compile(rf"[{_LETTER}]+(?:-[{_LETTER}]+)*")
_JOINT = re.compile(r"-(?<=[а-яё]-)(?=[а-яё])")
_LEFT_HALF = re.compile(r"[а-яё]+(?:-[а-яё]+)*$")
_RIGHT_HALF = re.compile(r"(?:-[а-яё]+)+")
_SUSPENDED = frozenset({"и", "или", "либо", "а", "но"})


class Span(NamedTuple):
    """Half-open range of characters in the text that a reader produced."""

    start: int
    end: int


class Quote(NamedTuple):
    """A verbatim value with its evidence: where in the reader's text it stands."""

    text: str
    spans: tuple[Span, ...]


def hyphenated_words(text: str) -> frozenset[str]:
    """The words that the text itself writes with a hyphen, lower-cased.

    >>> sorted(hyphenated_words("Видео-конференц-связь и офлайн-точки"))
    ['видео-конференц-связь', 'офлайн-точки']
    """
    if "-" not in text:
        return frozenset()
    lowered = text.lower()
    found = set()
    for joint in _JOINT.finditer(lowered):
        left = _LEFT_HALF.search(lowered, max(0, joint.start() - 40), joint.start())
        right = _RIGHT_HALF.match(lowered, joint.start())
        if left and right:
            found.add(left[0] + right[0])
    return frozenset(found)


class TextView:
    """Cleaned text of one block with an offset map back to the source.

    ``text`` is what rules read; :meth:`quote` cuts a verbatim value out of it together with its source spans.
    """

    __slots__ = ("_hard", "_shown", "_source", "text")

    def __init__(self, text: str, shown: Sequence[int], source: Sequence[int], hard: frozenset[int]) -> None:
        self.text = text
        self._shown = shown
        self._source = source
        self._hard = hard

    def source_of(self, position: int) -> int:
        """Source offset of the character at ``position`` of the cleaned text."""
        piece = bisect_right(self._shown, position) - 1
        return self._source[piece] + position - self._shown[piece]

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
        for piece in range(first + 1, last + 1):
            if piece in self._hard:
                previous = piece - 1
                length = self._shown[piece] - self._shown[previous]
                yield Span(begin, self._source[previous] + length)
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
    bullet = _LEADING_BULLET.match(text, start, end)
    if bullet:
        start = bullet.end()
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end


def make_view(text: str, spans: Sequence[Span], hyphenated: frozenset[str] = frozenset()) -> TextView:
    """Clean the spans of ``text``, joined by a space where they do not touch, into one view."""
    if len(spans) == 1:
        start, end = spans[0]
        raw = text[start:end]
        if not _QUICK.search(raw):
            return TextView(raw, (0,), (start,), frozenset())
        return _clean(raw, ((0, start),), hyphenated)
    parts: list[str] = []
    origins: list[tuple[int, int]] = []
    length = 0
    for start, end in spans:
        if parts:
            parts.append(" ")
            length += 1
        origins.append((length, start))
        parts.append(text[start:end])
        length += end - start
    return _clean("".join(parts), tuple(origins), hyphenated)


def verbatim(raw: str, hyphenated: frozenset[str] = frozenset()) -> str:
    """The verbatim value of raw text (spans cut from the source and joined with a space)."""
    view = make_view(raw, (Span(0, len(raw)),), hyphenated)
    start, end = trimmed(view.text, 0, len(view.text))
    return view.text[start:end]


def _clean(raw: str, origins: tuple[tuple[int, int], ...], hyphenated: frozenset[str]) -> TextView:
    """Apply every rule of ``_NOISE`` once; ``origins`` maps offsets of ``raw`` to the source."""
    pieces: list[str] = []
    shown: list[int] = []
    source: list[int] = []
    hard: set[int] = set()
    starts = [offset for offset, _ in origins]
    length = 0

    def emit(begin: int, finish: int) -> None:
        nonlocal length
        while begin < finish:
            part = bisect_right(starts, begin) - 1
            stop = min(finish, starts[part + 1]) if part + 1 < len(starts) else finish
            if begin == starts[part] and part:
                hard.add(len(shown))
            shown.append(length)
            source.append(origins[part][1] + begin - starts[part])
            pieces.append(raw[begin:stop])
            length += stop - begin
            begin = stop

    position = 0
    for event in _NOISE.finditer(raw):
        replacement = _replacement(event, raw, hyphenated)
        if replacement is None:
            continue
        emit(position, event.start())
        if replacement == " " and (not pieces or pieces[-1].endswith(" ")):
            replacement = ""
        if replacement:
            shown.append(length)
            source.append(_origin(origins, starts, event.start()))
            pieces.append(replacement)
            length += len(replacement)
        position = event.end()
    emit(position, len(raw))
    if not shown:
        return TextView("", (0,), (origins[0][1],), frozenset())
    return TextView("".join(pieces), shown, source, _hard_pieces(shown, source, hard, origins))


def _origin(origins: tuple[tuple[int, int], ...], starts: list[int], offset: int) -> int:
    part = bisect_right(starts, offset) - 1
    return origins[part][1] + offset - starts[part]


def _hard_pieces(
    shown: list[int], source: list[int], hard: set[int], origins: tuple[tuple[int, int], ...]
) -> frozenset[int]:
    """Pieces that begin a new source span: the first one at or after each start of an origin but the first."""
    if len(origins) == 1:
        return frozenset()
    begins = [start for _, start in origins[1:]]
    found = set(hard)
    for begin in begins:
        after = [piece for piece, offset in enumerate(source) if offset >= begin]
        if after:
            found.add(min(after, key=lambda piece: (source[piece], piece)))
    return frozenset(found)


def _replacement(event: re.Match[str], raw: str, hyphenated: frozenset[str]) -> str | None:
    """What an event becomes; ``None`` keeps it as it stands."""
    return _RULES[str(event.lastgroup)](event, raw, hyphenated)


def _broken_url(event: re.Match[str], raw: str, _: frozenset[str]) -> str | None:
    if "\n" not in event[0]:
        return "" if _OPEN_URL.search(raw, max(0, event.start() - 300), event.start()) else None
    before = _URL_TAIL.search(raw, max(0, event.start() - 300), event.start())
    after = _URL_HEAD.match(raw, event.end())
    if before is None or after is None or not after[0]:
        return " "
    left, right = before[0], after[0]
    is_url = left.startswith(("http://", "https://", "www."))
    is_email = "@" in left
    if is_url or is_email:
        continues = any(letter.isalpha() for letter in right) or left[-1] in "/-_=?&%"
        return "" if continues and "@" not in right else " "
    return "" if right.startswith("@") and left.isascii() else " "


def _broken_word(event: re.Match[str], raw: str, hyphenated: frozenset[str]) -> str | None:
    left = _WORD_TAIL.search(raw, max(0, event.start() - 60), event.start())
    right = _WORD_HEAD.match(raw, event.end())
    if left is None or right is None or right[0] in _SUSPENDED:
        return None if event[0] in ("- ", "-") else event[0][0] + " "
    compound = f"{left[0]}-{right[0]}".lower()
    if compound in hyphenated:
        return "-"
    if "\n" in event[0]:
        return "" if _one_word(left[0], right[0]) else "-"
    return "" if _torn(left[0], right[0]) else None


def _one_word(left: str, right: str) -> bool:
    """Whether two halves make a word of the language; unknown either way, a line-end hyphen is a break."""
    from normalizers.morphology import is_known_word

    if is_known_word(left + right):
        return True
    return not (left.lower().endswith(("о", "е")) and is_known_word(right))


def _torn(left: str, right: str) -> bool:
    """Whether "государст- венных" is a torn word: the whole is known, or a half is no word at all."""
    from normalizers.morphology import is_known_word

    return is_known_word(left + right) or not is_known_word(right) or not is_known_word(left)


_Rule = Callable[[re.Match[str], str, frozenset[str]], str | None]
_RULES: dict[str, _Rule] = {
    "url": _broken_url,
    "hyphen": _broken_word,
    "digits": lambda *_: "-",
    "markup": lambda *_: "",
    "soft": lambda *_: "",
    "footnote": lambda *_: "",
    "nbhyphen": lambda *_: "-",
    "space": lambda *_: " ",
}
