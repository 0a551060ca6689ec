"""Mentions of other documents: laws, decrees, resolutions, directives, orders, programmes, standards.

Source: registry contract, version 1, "Reference"; ГОСТ Р 7.0.97-2016, 5.10 to 5.12 (date, number, reference). A mention
runs from the kind noun through the last of its parts; acts listed after one noun are one mention each.

>>> text = "с Федеральным законом от 02.05.2006 № 59-ФЗ «О порядке …», приказом Минтруда России от 5 мая 2023 г. № 7"
>>> for found in find_references(text):
...     print(found.kind, found.date, text[slice(*found.number)], found.authority and text[slice(*found.authority)])
law 2006-05-02 59-ФЗ None
order 2023-05-05 7 Минтруда России
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from normalizers.reference_chain import read_chain
from normalizers.reference_context import is_no_mention
from normalizers.reference_draft import Draft, FoundReference
from normalizers.reference_names import find_names, may_name
from normalizers.reference_nouns import find_nouns
from normalizers.reference_parts import Parts

__all__ = ["FoundReference", "find_references"]

_FEDERAL = re.compile(r"\d{1,3}\s?[-–‑]\s?ф?к?з")


def find_references(text: str) -> list[FoundReference]:
    """Every mention in order of place.

    >>> text = "соответствие стандартам «Государство для людей» и «Государство для бизнеса»"
    >>> [text[found.start : found.end] for found in find_references(text)]
    ['стандартам «Государство для людей»', '«Государство для бизнеса»']
    """
    signed, named = _has_sign(text), may_name(text)
    if not signed and not named:
        return []
    parts = Parts(text)
    found = list(_by_noun(parts)) if signed else []
    if named:
        found = sorted([*found, *_outside(found, _by_name(parts))], key=_place)
    if "фз" in parts.small:
        found = sorted([*found, *_outside(found, _by_number(parts))], key=_place)
    return found


def _has_sign(text: str) -> bool:
    """Whether the text holds a sign of a number, a quotation mark or a date: a cheap look before the search."""
    return (
        "№" in text
        or "«" in text
        or '"' in text
        or "N" in text
        or " от " in text
        or "„" in text
        or "“" in text
        or "ФЗ" in text
        or "фз" in text
        or " ОТ " in text
    )


def _place(item: FoundReference) -> tuple[int, int]:
    return item.start, item.end


def _by_noun(parts: Parts) -> Iterator[FoundReference]:
    acts_end = titles_end = 0
    for noun in find_nouns(parts.text):
        if noun.start < (titles_end if noun.reads == "titled" else acts_end):
            continue
        chain = read_chain(parts, noun)
        if chain and not is_no_mention(parts.text, noun.start):
            yield from chain
        if chain:
            acts_end = max(acts_end, chain[-1].end)
            titles_end = max([titles_end, *(item.title[1] for item in chain if item.title)])


def _by_name(parts: Parts) -> Iterator[FoundReference]:
    for name in find_names(parts.text):
        if is_no_mention(parts.text, name.start):
            continue
        draft = Draft(parts, name.start, name.end, name.kind)
        if name.number_start is None:
            draft.title = (name.start, name.end)
        else:
            draft.number = (name.number_start, name.end)
        yield draft.complete().found()


def _by_number(parts: Parts) -> Iterator[FoundReference]:
    """ "рассмотрение обращений по 59-ФЗ": the number alone names a federal law."""
    for part in parts.numbers:
        if _FEDERAL.fullmatch(parts.small, part.value_start, part.end) and not is_no_mention(parts.text, part.start):
            yield Draft(parts, part.start, part.end, "law", number=(part.value_start, part.end)).complete().found()


def _outside(found: list[FoundReference], others: Iterable[FoundReference]) -> list[FoundReference]:
    """The others that begin inside none of the found."""
    starts = [item.start for item in found]
    ends = list(accumulate((item.end for item in found), max, initial=0))
    return [other for other in others if other.end > other.start >= ends[bisect_right(starts, other.start)]]
