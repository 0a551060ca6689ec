"""A need as a chain of actions, each with the objects that follow it.

Source: registry contract, version 1, section "Needs"; words: ``need_words.toml``. What stands in brackets does not
count.

>>> [(s.action, [hit.code for hit in s.objects]) for s in text_to_segments("подача обращения, получение ответа")]
[('act.submit', ['obj.appeal']), ('act.receive', ['obj.result'])]
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from normalizers.language import Analysis, analyse, word_readings
from normalizers.taxonomy import Entry, Hit, Taxonomy, load_entries

_DATA = Path(__file__).with_name("need_words.toml")
_BRACKET = re.compile(r"[()]")
_JOINTS = frozenset({",", ";", "и", "или", "либо", "/", "также"})
_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR", "NPRO", "PREP", "ADVB", "PRCL"})
_REACH = 5


class Segment(NamedTuple):
    """An action with the objects that follow it; ``action`` is "" where a need begins with an object.

    ``direct`` are the first object and those coordinate with it: "подача заявления о … услуги и документов".
    ``led`` tells that a noun or a verb of no class goes before: "устранение неисправностей оргтехники".
    """

    action: str
    word: str
    objects: tuple[Hit, ...]
    direct: tuple[Hit, ...]
    text: str
    led: bool

    def has(self, *codes: str) -> bool:
        """Whether any object is of one of these classes."""
        return any(hit.code in codes for hit in self.objects)

    def first(self) -> str:
        """The class of the first object."""
        return self.objects[0].code if self.objects else ""


@cache
def entries() -> tuple[Entry, ...]:
    """The classes of words as the data file has them."""
    return load_entries(_DATA)


@cache
def taxonomy() -> Taxonomy:
    """The matcher over all classes."""
    return Taxonomy(entries())


def without_brackets(text: str) -> str:
    """The text with bracketed parts blanked, length kept; a bracket without its pair stays.

    >>> without_brackets("проверка (акта (копии)) лица")
    'проверка                лица'
    """
    return _blanked(text, bracket_ranges(text)) if "(" in text else text


def bracket_ranges(text: str) -> list[tuple[int, int]]:
    """Outermost pairs of brackets; a bracket without its pair holds nothing.

    >>> bracket_ranges("а (б (в)) г) (д")
    [(2, 9)]
    """
    opened: list[int] = []
    ranges: list[tuple[int, int]] = []
    for sign in _BRACKET.finditer(text):
        if sign[0] == "(":
            opened.append(sign.start())
        elif opened:
            start = opened.pop()
            while ranges and ranges[-1][0] > start:
                ranges.pop()
            ranges.append((start, sign.end()))
    return ranges


def _blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    pieces, position = [], 0
    for start, end in ranges:
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def text_to_segments(text: str) -> list[Segment]:
    """Cut a need into actions with their objects; a noun that depends on an action starts none of its own."""
    analysis = analyse(without_brackets(text))
    hits = [hit for hit in taxonomy().hits(analysis) if hit.code != "skip"]
    if not hits:
        return []
    heads = [index for index, hit in enumerate(hits) if _is_head(index, hits, analysis)]
    if not heads or heads[0] > 0:
        heads.insert(0, 0)
    stops = [*heads[1:], len(hits)]
    return [_segment(hits, start, stop, analysis) for start, stop in zip(heads, stops, strict=True)]


def _segment(hits: Sequence[Hit], start: int, stop: int, analysis: Analysis) -> Segment:
    head = hits[start]
    action = head.code if head.code.startswith("act.") else ""
    objects = tuple(hits[start + 1 : stop] if action else hits[start:stop])
    end = hits[stop].start if stop < len(hits) else len(analysis.text)
    direct = objects[:1] + tuple(hit for hit in objects[1:] if _is_coordinate(objects[0], hit, analysis))
    led = start == 0 and not action and _is_led(head, analysis)
    return Segment(action, analysis.lemma(head.first), objects, direct, analysis.text[head.start : end], led)


def _is_head(index: int, hits: Sequence[Hit], analysis: Analysis) -> bool:
    """Whether a hit starts an action: the first one, or a coordinate one ("…, направление ответа")."""
    hit = hits[index]
    if not hit.code.startswith("act."):
        return False
    return index == 0 or (_is_joined(hit, analysis, frozenset({"ADJF", "PRTF"})) and _same_form(hits[0], hit, analysis))


def _is_joined(hit: Hit, analysis: Analysis, modifiers: frozenset[str]) -> bool:
    """Whether a comma or a conjunction goes before the words, with nothing but modifiers between."""
    for index in range(hit.first - 1, max(-1, hit.first - 1 - _REACH), -1):
        word = analysis.words[index].lower()
        if word in _JOINTS:
            return True
        found = word_readings(word)
        if not found or found[0].pos not in modifiers:
            return False
    return False


def _is_coordinate(first: Hit, hit: Hit, analysis: Analysis) -> bool:
    """Whether an object goes on the row that the first one opens: joined to it and in the same case."""
    if not _is_joined(hit, analysis, _MODIFIERS):
        return False
    cases, others = _cases(first, analysis), _cases(hit, analysis)
    return not cases or not others or bool(cases & others)


def _cases(hit: Hit, analysis: Analysis) -> set[str]:
    return {form.case for form in word_readings(analysis.words[hit.first]) if form.case}


def _same_form(head: Hit, hit: Hit, analysis: Analysis) -> bool:
    """Coordinate actions stand in one form: both dictionary forms, or both not."""
    return _is_base(head, analysis) == _is_base(hit, analysis)


def _is_base(hit: Hit, analysis: Analysis) -> bool:
    """Nominative or infinitive."""
    return any(form.case == "nomn" or form.pos == "INFN" for form in word_readings(analysis.words[hit.first]))


def _is_led(head: Hit, analysis: Analysis) -> bool:
    """Whether a noun or a verb of no class goes before the first word of a class."""
    for index in range(head.first):
        found = word_readings(analysis.words[index])
        if found and found[0].pos in ("NOUN", "VERB", "INFN"):
            return True
    return False
