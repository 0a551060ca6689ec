"""What stands before a unit of time: its numeral and "рабочих", or words that make it no duration.

Sources: articles 190 to 194 of the Civil Code for terms and "рабочий день"; the exceptions quote the phrases
that made them necessary. All looks back are bounded, so a text costs its units only.

>>> lead = lead_of("в течение 3 (трех) рабочих дней", 27)
>>> lead.working, count_of(lead)
(True, Count(start=10, value=3, low=0))
>>> lead.preceded_by("течение 3"), lead.preceded_by("чение 3")
(True, False)
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from normalizers.numerals import numeral_to_int

_LOOK_BACK = 90
_WORD = re.compile(r"\([^()]{1,40}\)|[^\s()]+")
_MODE = re.compile(r"(?P<working>рабоч\w{2,3}|раб\.)|календарн\w{2,3}|кал(?:енд)?\.", re.IGNORECASE)
_FULL = ("полных", "полного", "полный")
_FIGURE = re.compile(
    r"(?:\D*[:;,«\"])?(?P<low>\d{1,3}[-–—])?(?P<figure>\d{1,4}(?:[-‐‑–]?(?:ти|и|х|[её]х|ми|мя|го|м|ю))?)", re.IGNORECASE
)
_LONGEST_NUMERAL = 3
_DASHES = ("-", "–", "—")
_DAWN, _MIDNIGHT = 6, 24  # "в 2 часа", but "до 2 часов": an hour before dawn is rather a length of time
_TERM = re.compile(r"(?:сро[кч]\w*|длительност\w*|ожидани\w*|времени)\s+(?:\w+\s+){0,2}до\s+$", re.IGNORECASE)
_OPENING = re.compile(r"(?<!\w)с\s+[\d.:-]{1,5}\s*(?:час\w*|ч\.?)?\s*(?:\d\d\s*мин\w*\.?\s*)?до\s+$", re.IGNORECASE)
_AGED = re.compile(r"(?:возраст\w*(?:\s+\w+)?|достиг\w*|исполн\w*)\s+$", re.IGNORECASE)
_AGE = ("старше", "младше", "моложе", "от", "с", "до")
_JUBILEE = re.compile(r"\s+[А-ЯЁ]")  # "ул. 40 лет Победы"
_EVERY = ("каждые", "каждый", "каждую", "каждое", "каждого", "каждой")
_PER = re.compile(r"\s+в\s+(?:сутки|неделю|день|месяц|год)(?!\w)", re.IGNORECASE)  # "7 дней в неделю"
_EVENT = re.compile(r"\s+(?:с\s+(?:момент|дат)|со\s+(?:врем|дн)|после\s|до\s)", re.IGNORECASE)


class Count(NamedTuple):
    """A numeral before a unit: where it starts, its value, the lower bound of a range or 0."""

    start: int
    value: int
    low: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a unit, nearest last; "рабочих" or "календарных" next to it stands apart in ``mode``."""

    words: list[re.Match[str]]
    mode: re.Match[str] | None

    @property
    def working(self) -> bool:
        """Whether the unit is counted in working time."""
        return bool(self.mode and self.mode["working"])

    def preceded_by(self, *phrases: str) -> bool:
        """Whether the words end with one of the phrases, given in small letters."""
        tail = " ".join(word[0] for word in self.words[-4:]).lower()
        return any(tail.endswith(phrase) and (" " + tail).endswith(" " + phrase) for phrase in phrases)


def lead_of(text: str, position: int) -> Lead:
    """The words that stand before ``position``; a bracketed twin of the numeral is passed over."""
    words = list(_WORD.finditer(text, max(0, position - _LOOK_BACK), position))
    _drop_twin(words)
    mode = _MODE.fullmatch(text, *words[-1].span()) if words else None
    if mode:
        words.pop()
    if words and words[-1][0].lower() in _FULL:
        words.pop()
    _drop_twin(words)
    return Lead(words, mode)


def count_of(lead: Lead) -> Count | None:
    """The numeral that ends the words, in figures or words."""
    if not lead.words:
        return None
    figure = _FIGURE.fullmatch(lead.words[-1][0])
    return _figure(lead.words, figure) if figure else _numeral(lead.words)


def is_repetition(text: str, before: Lead, end: int) -> bool:
    """As in "раз в 3 месяца", "каждые 3 месяца", "7 дней в неделю"."""
    return before.preceded_by("раз в", "раза в", "раз за", *_EVERY) or bool(_PER.match(text, end))


def is_after_hours(before: Lead) -> bool:
    """As in "в 10 часов 15 минут"."""
    return bool(before.words) and before.words[-1][0].lower().startswith(("час", "ч."))


def is_clock(text: str, count: Count, before: Lead, end: int) -> bool:
    """As in "с 9 часов", "до 18 часов", "9-18 часов"; "до 48 часов" and "24 часов с момента" are lengths of time."""
    if before.preceded_by("с", "в", "к") or count.low >= _DAWN:
        return True
    if not before.preceded_by("до", "позднее", "ранее", "после"):
        return False
    begin = max(0, count.start - 50)
    if _OPENING.search(text, begin, count.start):
        return True
    if _TERM.search(text, begin, count.start) or is_event(text, end):
        return False
    return _DAWN <= count.value <= _MIDNIGHT


def is_age(text: str, start: int, before: Lead, end: int) -> bool:
    """As in "старше 18 лет", "в возрасте 14 лет"; "в срок до 5 лет" is a term."""
    begin = max(0, start - 50)
    if _JUBILEE.match(text, end) or _AGED.search(text, begin, start):
        return True
    return before.preceded_by(*_AGE) and not _TERM.search(text, begin, start)


def is_event(text: str, position: int) -> bool:
    """Whether the event follows from which a term runs: "с момента", "со дня", "после", "до"."""
    return bool(_EVENT.match(text, position))


def _drop_twin(words: list[re.Match[str]]) -> None:
    if len(words) > 1 and words[-1][0].startswith("("):
        words.pop()


def _figure(words: list[re.Match[str]], figure: re.Match[str]) -> Count | None:
    before = [word[0] for word in words[-3:-1]]
    start = words[-1].start() + figure.start("low" if figure["low"] else "figure")
    low = figure["low"] or ""
    if len(before) == 2 and before[1] in _DASHES and before[0].isdecimal():  # "3 - 5 дней"
        low, start = before[0], words[-3].start()
    if before and before[-1] == "№":
        return None
    digits = "".join(letter for letter in low if letter.isdecimal())
    return Count(start, numeral_to_int(figure["figure"]) or 0, int(digits or 0))


def _numeral(words: list[re.Match[str]]) -> Count | None:
    best = None
    for size in range(1, _LONGEST_NUMERAL + 1):
        part = words[-size:]
        value = numeral_to_int(" ".join(word[0] for word in part))
        if value is None:
            break
        best = Count(part[0].start(), value, 0)
    return best
