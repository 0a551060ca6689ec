"""The needs of one cell or item: where one ends and the next begins.

Source: registry contract, version 1, section "Needs": one need for each bullet, numbered item, ``;``-piece or line;
such a piece is split further where a new action noun in the nominative starts after a comma or after no separator.

>>> [text for text, _, _ in split_needs("- получение информации; - подача обращения, жалобы.")]
['получение информации', 'подача обращения, жалобы']
>>> [text for text, _, _ in split_needs("предоставление документов получение информации, в том числе о ходе их рассмотрения")]
['предоставление документов', 'получение информации, в том числе о ходе их рассмотрения']
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from normalizers.morphology import has_reading, readings
from normalizers.verbatim import trimmed

_DATA = Path(__file__).with_name("need_starts.toml")
_BULLET_START = re.compile(r"\s*[-–—•·▪]\s")
_INNER_BULLET = re.compile(r"\s[-–—•·▪]\s+(?=[^\W\d_]|\d)")
_AFTER_STOP = re.compile(r"(?<=[;,.:])\s*[-–—•·▪]\s*(?=[^\W\d_])")
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\s;.]))\d{1,2}[.)]\s+(?=[^\W\d_])")
_MARKER = re.compile(r"\s*(?:\d{1,2}[.)]|[а-я]\))\s+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPEN_END = re.compile(r"(?:,|:|\b(?:и|или|в|на|с|по|для|от|к|о|об|из|за|при|не|до))$")
_PLAIN_LINKS = frozenset(
    "и или либо а но в на с по для от к о об из за при не до под через без у над про со во ко также посредством путем "
    "после перед между том".split()
)


class Need(NamedTuple):
    """The text of a need and where it stands in the text that was split."""

    text: str
    start: int
    end: int


@cache
def _starts() -> frozenset[str]:
    with _DATA.open("rb") as file:
        return frozenset(tomllib.load(file)["nouns"])


def split_needs(text: str, breaks: Sequence[int] = ()) -> list[Need]:
    """Needs of a cell in order; ``breaks`` are offsets at which a new line of the cell begins."""
    needs = []
    for start, end in _pieces(text, breaks):
        for begin, finish in _actions(text, start, end):
            begin, finish = _without_marker(text, begin, finish)
            if begin < finish:
                needs.append(Need(text[begin:finish], begin, finish))
    return needs


def _without_marker(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = trimmed(text, start, end)
    marker = _MARKER.match(text, start, end)
    return trimmed(text, marker.end(), end) if marker else (start, end)


def _pieces(text: str, breaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut at bullets, numbers, semicolons and lines, never inside brackets."""
    depth = _depths(text)
    cuts = {match.end() for match in re.finditer(";", text)}
    cuts.update(match.start() for match in _AFTER_STOP.finditer(text))
    if _BULLET_START.match(text) or any(_BULLET_START.match(text, at) for at in breaks):
        cuts.update(match.start() for match in _INNER_BULLET.finditer(text))
    if _MARKER.match(text):
        cuts.update(match.start() for match in _NUMBERED.finditer(text))
    cuts.update(at for at in breaks if not _OPEN_END.search(text[:at].rstrip()))
    previous = 0
    for cut in sorted(cuts):
        if depth.get(cut, 0) == 0 and cut > previous:
            yield previous, cut
            previous = cut
    yield previous, len(text)


def _depths(text: str) -> dict[int, int]:
    """Offsets that stand inside brackets which are closed later; an unclosed bracket holds nothing."""
    if "(" not in text:
        return {}
    inside: dict[int, int] = {}
    stack: list[int] = []
    for index, sign in enumerate(text):
        if sign == "(":
            stack.append(index)
        elif sign == ")" and stack:
            opened = stack.pop()
            if not stack:
                inside.update((at, 1) for at in range(opened + 1, index + 1))
    return inside


def _actions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a piece before every new action."""
    words = list(_WORD.finditer(text, start, end))
    if len(words) < 3:
        yield start, end
        return
    depth = _depths(text)
    limit = text.find("в том числе", start, end)
    previous = start
    by_verbs = has_reading(words[0][0], "INFN")
    for index in range(1, len(words)):
        word = words[index]
        if (0 <= limit < word.start()) or depth.get(word.start(), 0):
            continue
        if not _begins_action(word[0], by_verbs):
            continue
        first = _with_modifiers(words, index)
        if first > 0 and _may_begin(text, words, first, word[0]):
            yield previous, words[first].start()
            previous = words[first].start()
    yield previous, end


def _begins_action(word: str, by_verbs: bool) -> bool:
    lowered = word.lower()
    return lowered in _starts() or (by_verbs and lowered.endswith(("ть", "ться", "ти", "чь")) and has_reading(lowered, "INFN"))


def _with_modifiers(words: Sequence[re.Match[str]], index: int) -> int:
    """Step back over adjectives in the nominative that belong to the noun: "…, личное вручение"."""
    while index > 1 and _is_modifier(words[index - 1][0], words[index][0]):
        index -= 1
    return index


def _is_modifier(word: str, noun: str) -> bool:
    return word.lower().endswith(("ое", "ее", "ая", "яя", "ый", "ий")) and any(
        form.pos in ("ADJF", "PRTF") and form.case == "nomn" for form in readings(word)
    ) and not has_reading(word, "NOUN", "gent") and bool(noun)


def _may_begin(text: str, words: Sequence[re.Match[str]], first: int, noun: str) -> bool:
    """After a comma, or straight after a word that cannot govern the noun."""
    between = text[words[first - 1].end() : words[first].start()]
    before = words[first - 1][0].lower()
    if "," in between:
        return between.strip() == "," and not _second_of_objects(text, words, first, noun)
    if between.strip():
        return between.strip() in {".", ")", ").", '"', "»", ")»"} and before not in _PLAIN_LINKS
    if before in _PLAIN_LINKS or readings(before)[0].pos in ("PREP", "CONJ", "PRCL"):
        return False
    return not any(form.pos in ("ADJF", "PRTF", "INFN", "VERB") and form.case != "gent" for form in readings(before)[:1])


def _second_of_objects(text: str, words: Sequence[re.Match[str]], first: int, noun: str) -> bool:
    """"запись на получение, предоставление": a preposition that governs the first noun governs the second."""
    for index in range(first - 1, 0, -1):
        if "," in text[words[index].end() : words[index + 1].start()] and index + 1 != first:
            return False
        if words[index][0].lower() in _starts():
            return words[index - 1][0].lower() in {"на", "за", "в", "про", "через"} and noun.lower().endswith("ие")
    return False


def starts_need(text: str) -> bool:
    """Whether a text begins as a need does: a noun of action in the nominative, or an infinitive.

    >>> starts_need("- получение информации"), starts_need("Личный прием"), starts_need("возможность подать жалобу")
    (True, False, True)
    """
    marker = _MARKER.match(text)
    words = _WORD.findall(text[marker.end() if marker else 0 :][:120])[:2]
    if not words:
        return False
    first = words[0].lower()
    if first in _starts() - {"прием", "отзыв", "участие", "доступ", "контроль", "обмен"}:
        return True
    return len(words) > 1 and _is_modifier(words[0], words[1]) and words[1].lower() in _starts() - {"прием", "отзыв"}


def need_nouns() -> frozenset[str]:
    """Nouns that may head a need, in the nominative."""
    return _starts()
