"""The words between the noun of an act and its first part: an authority, a title without quotation marks, nothing.

Source: ГОСТ Р 7.0.97-2016, 5.12: a reference gives the kind of the act, its author, date, number and title.

>>> parts = Parts("приказом Минтруда России (далее – приказ) от 12.02.2024 № 5")
>>> first = anchor(parts, 8, "order")
>>> parts.text[first:], head(parts, 8, first)
('от 12.02.2024 № 5', Head(authority=(9, 24), title=None))
>>> parts = Parts("законом о персональных данных от 27.07.2006 № 152-ФЗ")
>>> parts.text[slice(*head(parts, 7, 30).title)]
'о персональных данных'
"""

import re
from typing import NamedTuple

from normalizers.reference_authorities import LONGEST, is_authority
from normalizers.reference_draft import Range, number_after
from normalizers.reference_parts import Parts

_EDGES = " \t\n\xa0,"
_ABOUT = re.compile(r"(?<=\s)(?:обо?|о)\s")
_OCCASION = re.compile(r"\s+по\s+(?:итогам|результатам)\s")
_ABBREVIATION = re.compile(r"\s*\(\s*далее[^()]*\)\s*\Z")
_UNQUOTED = re.compile(r"[^.;:!?«»\"()]{3,300}")
_ACT = re.compile(r"(?<![а-яё])(?:закон|указ|постановлени|распоряжени|приказ)[а-яё]{0,3}(?![а-яё])")
_PAPER = re.compile(r"[^;:!?]{0,250}(?<!\sдо)(?<!\sс)(?<!\sпо)(?<!\sна)(?<!\sза)\s{1,3}")


class Head(NamedTuple):
    """What the words name."""

    authority: Range | None = None
    title: Range | None = None


def anchor(parts: Parts, start: int, kind: str) -> int:
    """Where the first date with "от", or number, stands at or after ``start``; beyond the text if there is none."""
    places = [len(parts.text) + LONGEST]
    date = parts.date_from(start)
    if date and (date.named or number_after(parts, date)):
        places.append(date.start)
    number = parts.number_from(start)
    if number and (kind == "law" or number.start < number.value_start):
        places.append(number.start)
    return min(places)


def head(parts: Parts, start: int, stop: int) -> Head | None:
    """What the words of the range name; ``None`` if they are no part of a mention."""
    if stop - start > LONGEST:
        return None
    start, stop = stripped(parts, start, stop)
    occasion = _OCCASION.search(parts.small, start, stop)
    stop = occasion.start() if occasion else stop
    if start == stop:
        return Head()
    if is_authority(parts.text[start:stop]):
        return Head(authority=(start, stop))
    return _with_title(parts, start, stop) if _is_dated(parts, stop) else None


def is_paper_head(small: str) -> bool:
    """Whether the words can stand between "протокола" and its date: "заседания проектного комитета"."""
    return bool(_PAPER.fullmatch(small)) and ". " not in small and not _ACT.search(small)


def stripped(parts: Parts, start: int, stop: int) -> Range:
    """The range without blanks, commas and a "(далее - …)" at its end."""
    abbreviation = _ABBREVIATION.search(parts.small, start, stop)
    stop = abbreviation.start() if abbreviation else stop
    text = parts.text[start:stop].rstrip(_EDGES)
    return start + len(text) - len(text.lstrip(_EDGES)), start + len(text)


def _with_title(parts: Parts, start: int, stop: int) -> Head | None:
    """ "Федеральным законом о персональных данных от …"."""
    about = _ABOUT.search(parts.small, start, stop)
    if about is None or _ACT.search(parts.small, start, stop) or not _UNQUOTED.fullmatch(parts.text, start, stop):
        return None
    before = stripped(parts, start, about.start())
    if before[0] == before[1]:
        return Head(title=(about.start(), stop))
    return Head(before, (about.start(), stop)) if is_authority(parts.text[slice(*before)]) else None


def _is_dated(parts: Parts, stop: int) -> bool:
    date = parts.date_from(stop)
    return date is not None and date.named and not parts.text[stop : date.start].strip(_EDGES)
