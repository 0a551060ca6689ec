"""The needs of one cell or item: where one ends and the next begins.

Source: registry contract, version 1, section "Needs": one need for each bullet, numbered item, ``;``-piece or line;
such a piece is split further where a new action noun in the nominative starts after a comma or after no separator.

>>> [text for text, _, _ in split_needs("- получение информации; - подача обращения, жалобы.")]
['получение информации', 'подача обращения, жалобы']
>>> [text for text, _, _ in split_needs("предоставление документов получение информации, в том числе о ходе")]
['предоставление документов', 'получение информации, в том числе о ходе']
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalizers.language import word_readings
from normalizers.need_segments import bracket_ranges
from normalizers.need_starts import MARKER, WORD, is_infinitive, is_modifier, need_nouns, starts_need
from normalizers.verbatim import trimmed

_DASHES = "-–—−•·▪◦●"
_BULLET_START = re.compile(rf"\s*[{_DASHES}]\s*(?=[^\W\d_])|\s*[{_DASHES}]\s")
_INNER_BULLET = re.compile(rf"\s[{_DASHES}]\s+(?=[^\W\d_]|\d)")
_AFTER_STOP = re.compile(rf"(?<=[;,.:])\s*[{_DASHES}]\s*(?=[^\W\d_])")
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\s;.]))(?:\d{1,2}\)\s*|\d{1,2}\.\s+|[а-я]\)\s+)(?=[^\W\d_])")
_OPEN_END = re.compile(r"(?:,|\b(?:и|или|в|на|с|по|для|от|к|о|об|из|за|при|не|до))$")
_CLOSING = frozenset({"", ".", ")", ").", '"', "»", '")', "»)", "-", "–", "—"})
_PLAIN_LINK = re.compile(
    r"(?:и|или|либо|а|но|в|на|с|по|для|от|к|о|об|из|за|при|не|до|под|через|без|у|над"
    r"|про|со|во|ко|также|посредством|путем|после|перед|между|том)"
)
_GOVERNORS = frozenset({"на", "за", "в", "про", "через"})
_OF_INFINITIVE = frozenset({"возможность", "право", "необходимость", "способ", "желание", "возможности"})
_ALWAYS_NEW = frozenset({"получение", "подача"})


class Need(NamedTuple):
    """The text of a need and where it stands in the text that was split."""

    text: str
    start: int
    end: int


class Piece(NamedTuple):
    """A stretch of the cell with its words; ``bracketed`` are the ranges of the whole cell that stand in brackets."""

    text: str
    start: int
    end: int
    words: tuple[re.Match[str], ...]
    bracketed: Sequence[tuple[int, int]]

    def between(self, index: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[index - 1].end() : self.words[index].start()].strip()

    def word(self, index: int) -> str:
        """A word in small letters."""
        return self.words[index][0].lower()


def split_needs(text: str, breaks: Sequence[int] = ()) -> list[Need]:
    """Needs of a cell in order; ``breaks`` are offsets at which a new line of the cell begins."""
    needs = []
    bracketed = bracket_ranges(text) if "(" in text else []
    for start, end in _pieces(text, [at for at in breaks if 0 < at < len(text)], bracketed):
        piece = Piece(text, start, end, tuple(WORD.finditer(text, start, end)), bracketed)
        for begin, finish in _actions(piece):
            begin, finish = _without_marker(text, begin, finish)
            if begin < finish:
                needs.append(Need(text[begin:finish], begin, finish))
    return needs


def _without_marker(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without its bullet or number."""
    start, end = trimmed(text, start, end)
    for rule in (_BULLET_START, MARKER):
        marker = rule.match(text, start, end)
        start = marker.end() if marker else start
    start, end = trimmed(text, start, end)
    return (start, end) if text[start:end].strip(_DASHES) else (end, end)


def _inside(bracketed: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset stands inside brackets."""
    at = bisect_right(bracketed, (offset, offset)) - 1
    return at >= 0 and bracketed[at][0] < offset < bracketed[at][1]


def _pieces(text: str, breaks: Sequence[int], bracketed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut at bullets, numbers, semicolons and lines, never inside brackets."""
    cuts = {match.end() for match in re.finditer(";", text)}
    cuts.update(match.start() for match in _AFTER_STOP.finditer(text))
    if _BULLET_START.match(text) or any(_BULLET_START.match(text, at) for at in breaks):
        cuts.update(match.start() for match in _INNER_BULLET.finditer(text))
    if MARKER.match(text):
        cuts.update(match.start() for match in _NUMBERED.finditer(text))
    cuts.update(_lines(text, breaks))
    previous = 0
    for cut in sorted(cuts):
        if cut > previous and not _inside(bracketed, cut):
            yield previous, cut
            previous = cut
    yield previous, len(text)


def _lines(text: str, breaks: Sequence[int]) -> Iterator[int]:
    """Lines that begin an item: a wrapped line goes on with the one before."""
    marked = any(_is_marked(text, at) for at in breaks)
    for at in breaks:
        if _is_marked(text, at) or not (marked and text[at : at + 1].islower()):
            before = text[max(0, at - 40) : at].rstrip()
            if not _OPEN_END.search(before) and not _goes_on(text, at):
                yield at


def _is_marked(text: str, at: int) -> bool:
    return bool(_BULLET_START.match(text, at) or MARKER.match(text, at))


def _goes_on(text: str, at: int) -> bool:
    """Whether a line cannot begin an item: a bracket, a preposition, a word with no nominative ("обращений")."""
    if text.startswith("(", at):
        return True
    word = WORD.match(text, at)
    if word is None or not word[0].islower():
        return False
    if _PLAIN_LINK.fullmatch(word[0]):
        return True
    found = word_readings(word[0])
    return bool(found) and all(form.pos in ("NOUN", "ADJF", "PRTF") and form.case != "nomn" for form in found)


def _actions(piece: Piece) -> Iterator[tuple[int, int]]:
    """Cut a piece before every new action."""
    previous = piece.start
    if len(piece.words) > 2:
        limit = piece.text.find("в том числе", piece.start, piece.end)
        by_verbs = is_infinitive(piece.word(0))
        for index in range(1, len(piece.words)):
            offset = piece.words[index].start()
            if 0 <= limit < offset:
                break
            if not _begins_action(piece.word(index), by_verbs) or _inside(piece.bracketed, offset):
                continue
            first = _with_modifiers(piece, index)
            if _may_begin(piece, first, index):
                yield previous, piece.words[first].start()
                previous = piece.words[first].start()
    yield previous, piece.end


def _begins_action(word: str, by_verbs: bool) -> bool:
    return word in need_nouns() or (by_verbs and is_infinitive(word))


def _with_modifiers(piece: Piece, index: int) -> int:
    """Step back over adjectives in the nominative that belong to the noun: "…, личное вручение"."""
    while index > 1 and not piece.between(index) and is_modifier(piece.word(index - 1)):
        index -= 1
    return index


def _may_begin(piece: Piece, first: int, index: int) -> bool:
    """After a comma, or straight after a word that cannot govern the noun."""
    between = piece.between(first)
    if between.endswith(","):
        return between[:-1] in _CLOSING and not _second_of_objects(piece, first, piece.word(index))
    before = piece.word(first - 1)
    if between not in _CLOSING or _PLAIN_LINK.fullmatch(before):
        return False
    if between:
        return True
    if before in _OF_INFINITIVE and is_infinitive(piece.word(index)):
        return False
    likeliest = word_readings(before)[:1]
    return not any(
        form.pos in ("PREP", "CONJ", "PRCL", "INFN", "VERB", "PRTS")
        or (form.pos in ("ADJF", "PRTF") and form.case != "gent")
        for form in likeliest
    )


def _second_of_objects(piece: Piece, first: int, noun: str) -> bool:
    """«запись на получение, предоставление»: a preposition that governs the first noun governs the second."""
    if noun in _ALWAYS_NEW or not noun.endswith("ие") or first < 2:
        return False
    return piece.word(first - 1) in need_nouns() and piece.word(first - 2) in _GOVERNORS


__all__ = ["Need", "need_nouns", "split_needs", "starts_need"]
