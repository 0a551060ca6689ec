r"""Raw source text to verbatim text, every character traceable to its place.

The rule for *verbatim* (registry contract, version 1): a run of white space becomes one space; a word, URL or
e-mail broken over lines is joined; markup of the dump goes (cell ends, ``**``, the angle brackets of a URL, a leading
bullet); soft hyphens and footnote marks go, a non-breaking hyphen is a hyphen; a trailing ``; . : ,`` goes.
Nothing else is corrected.

>>> verbatim("- сайт  <https://mtsr.nso.ru/\npage/8039>;")
'сайт https://mtsr.nso.ru/page/8039'
>>> verbatim("портал https://\nwww.gosuslugi.ru; сайт https://\nминэко04.рф")
'портал https://www.gosuslugi.ru; сайт https://минэко04.рф'
>>> verbatim("информационно-\n\nтелекоммуникационной сети", frozenset({"информационно-телекоммуникационной"}))
'информационно-телекоммуникационной сети'
>>> verbatim("взаимо-\nдействия с клиентом.")
'взаимодействия с клиентом'
>>> verbatim("почта rek@ example.ru, сайт https:// www.example. gov.ru и www.a.ru. www.b.ru")
'почта rek@example.ru, сайт https://www.example.gov.ru и www.a.ru. www.b.ru'
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from normalizers.broken_words import hyphenated_words, is_one_word, is_torn
from normalizers.folding import has_any
from normalizers.spans import BULLETS, Quote, Span, TextView, trimmed

__all__ = ["BULLETS", "Quote", "Span", "TextView", "hyphenated_words", "make_view", "trimmed", "verbatim"]

_LETTER = "A-Za-zА-Яа-яЁё"
_NOISE = re.compile(
    r"""(?=[\s‐‑*<>|\u00ad\u200b-\u200d\u2060\ufeff\u00b9\u00b2\u00b3\u2070\u2074-\u2079-])
    (?![ ](?<![/_=?&%\#~.@-][ ])[^\s|])(?:
      (?P<url>(?<=[/_=?&%\#~.@-])[ ]+(?=[a-z0-9])
            |(?:(?<=//)|(?<=[/_=?&%\#.:@~-])|(?<=[A-Za-z0-9]))\s*\n\s*(?=[@A-Za-z0-9/?&=._~-])
            |(?<=://)\s*\n\s*(?=\w))
    | (?P<hyphen>(?<=[A-Za-zА-Яа-яЁё])[-‐‑]\s+(?=[а-яёa-z]))
    | (?P<digits>(?<=\d)[-‐‑]\s+(?=\d))
    | (?P<markup>\*\*|<\d{1,2}>|<\*+>|<(?=https?:|www\.|mailto:|[\w.+-]+@)
               |(?<=[\w/=\#&?%~-])>|[ \t]*\|+(?=\s*$|\s*\n|\|))
    | (?P<soft>\u00ad\s*\n\s*|[\u00ad\u200b\u200c\u200d\u2060\ufeff])
    | (?P<footnote>(?<=[A-Za-zА-Яа-яЁё.,;:!?)»"])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)
    | (?P<nbhyphen>\u2011)
    | (?P<space>[ ]?[\t\n\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]\s*|[ ]{2,}\s*)
    )""",
    re.VERBOSE,
)
_QUICK = re.compile(
    r"[\t\n\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200d\u2011\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad|<>"
    r"\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|\*\*|  |[A-Za-zА-Яа-яЁё0-9]- |[/_=?&%#~.@-] [a-z0-9]"
)
# Printable signs that stand in what the expression above seeks; what is not printable is sought by it alone.
_QUICK_SIGNS = (
    *("- ", "|", "<", ">", "**", "  ", "/ ", "_ ", "= ", "? ", "& ", "% ", "# ", "~ ", "@ ", "\u2011"),
    *("http", "www."),
    *("\u00b9", "\u00b2", "\u00b3", "\u2070", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"),
)
_URL_TAIL = re.compile(r"(?:https?://|www\.|[\w.+-]+@)[!-;=?-~]*$|(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*$")
_OPEN_URL = re.compile(r"(?:https?:(?=//)|www(?=\.))[!-;=?-~]*[/_=?&%#~.-]$|[\w.+-]@$")
_GOES_ON = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*[./]")
_URL_HEAD = re.compile(r"(?!https?:|www\.|\d+[.)](?:\s|$))[!-;=?-~]*")
_WORD_TAIL = re.compile(rf"[{_LETTER}]+(?:-[{_LETTER}]+)*$")
_WORD_HEAD = re.compile(rf"[{_LETTER}]+(?:-[{_LETTER}]+)*")
_SUSPENDED = frozenset({"и", "или", "либо", "а", "но"})


def make_view(text: str, spans: Sequence[Span], hyphenated: frozenset[str] = frozenset()) -> TextView:
    """Clean the spans of ``text``, joined by a space where they do not touch, into one view."""
    if len(spans) == 1:
        start, end = spans[0]
        raw = text[start:end]
        if raw.isprintable() and not has_any(raw, _QUICK_SIGNS):
            return TextView(raw, (0,), (start,), {})
        if not _QUICK.search(raw):
            return TextView(raw, (0,), (start,), {})
        return _clean(raw, ((0, start),), (end,), hyphenated)
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
    return _clean("".join(parts), tuple(origins), [end for _, end in spans], hyphenated)


def verbatim(raw: str, hyphenated: frozenset[str] = frozenset()) -> str:
    """The verbatim value of raw text (spans cut from the source and joined with a space)."""
    view = make_view(raw, (Span(0, len(raw)),), hyphenated)
    start, end = trimmed(view.text, 0, len(view.text))
    return view.text[start:end]


class _Cleaner:
    """Pieces of a cleaned text as they are made, each with its offsets and its stretch of the source."""

    def __init__(self, raw: str, origins: tuple[tuple[int, int], ...], ends: Sequence[int]) -> None:
        self.raw = raw
        self.origins = origins
        self.starts = [offset for offset, _ in origins]
        self.ends = ends
        self.pieces: list[str] = []
        self.shown: list[int] = []
        self.source: list[int] = []
        self.parts: list[int] = []
        self.length = 0

    def add(self, text: str, offset: int, part: int) -> None:
        """A piece that stands for the raw text at ``offset`` of stretch ``part``."""
        start, begin = self.origins[part]
        self.shown.append(self.length)
        self.source.append(min(begin + offset - start, self.ends[part]))
        self.parts.append(part)
        self.pieces.append(text)
        self.length += len(text)

    def keep(self, begin: int, finish: int) -> None:
        """Raw text as it stands, cut where a stretch of the source begins."""
        while begin < finish:
            part = bisect_right(self.starts, begin) - 1
            stop = min(finish, self.starts[part + 1]) if part + 1 < len(self.starts) else finish
            self.add(self.raw[begin:stop], begin, part)
            begin = stop

    def replace(self, text: str, offset: int) -> None:
        """What an event became; a space behind a space is dropped."""
        if text == " " and (not self.pieces or self.pieces[-1].endswith(" ")):
            return
        if text:
            self.add(text, offset, bisect_right(self.starts, offset) - 1)

    def view(self) -> TextView:
        """The cleaned view; ``hard`` maps the first piece of each later stretch to the end of the one before."""
        if not self.shown:
            return TextView("", (0,), (self.origins[0][1],), {})
        hard = {
            piece: self.ends[self.parts[piece - 1]]
            for piece in range(1, len(self.parts))
            if self.parts[piece] != self.parts[piece - 1]
        }
        return TextView("".join(self.pieces), self.shown, self.source, hard)


def _clean(raw: str, origins: tuple[tuple[int, int], ...], ends: Sequence[int], hyphenated: frozenset[str]) -> TextView:
    """Apply every rule of ``_NOISE`` once; ``origins`` maps offsets of ``raw`` to the source."""
    cleaner = _Cleaner(raw, origins, ends)
    position = 0
    for event in _NOISE.finditer(raw):
        replacement = _replacement(event, raw, hyphenated)
        if replacement is None:
            continue
        cleaner.keep(position, event.start())
        cleaner.replace(replacement, event.start())
        position = event.end()
    cleaner.keep(position, len(raw))
    return cleaner.view()


def _replacement(event: re.Match[str], raw: str, hyphenated: frozenset[str]) -> str | None:
    """What an event becomes; ``None`` keeps it as it stands."""
    return _RULES[str(event.lastgroup)](event, raw, hyphenated)


def _broken_url(event: re.Match[str], raw: str, _: frozenset[str]) -> str | None:
    if "\n" not in event[0]:
        is_open = _OPEN_URL.search(raw, max(0, event.start() - 300), event.start())
        kept = None if event[0] == " " else " "
        return "" if is_open and _may_go_on(event, raw) else kept
    if raw.endswith("://", 0, event.start()):
        return ""
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


def _may_go_on(event: re.Match[str], raw: str) -> bool:
    """Behind a dot or an "@", only what looks like the rest of a host goes on with an address."""
    if raw[event.start() - 1] not in ".@":
        return True
    return bool(_URL_HEAD.match(raw, event.end()) and _GOES_ON.match(raw, event.end()))


def _broken_word(event: re.Match[str], raw: str, hyphenated: frozenset[str]) -> str | None:
    left = _WORD_TAIL.search(raw, max(0, event.start() - 60), event.start())
    right = _WORD_HEAD.match(raw, event.end())
    if left is None or right is None or right[0] in _SUSPENDED:
        return None if event[0] in ("- ", "-") else event[0][0] + " "
    compound = f"{left[0]}-{right[0]}".lower()
    if compound in hyphenated:
        return "-"
    if "\n" in event[0]:
        return "" if is_one_word(left[0], right[0]) else "-"
    return "" if is_torn(left[0], right[0]) else None


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
