"""Markers that number the units of an order: chapters, clauses, items, bullets.

``marker_of`` reads the start of a paragraph; ``RULES`` at the foot is the ordered list of what it may see.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from normalizers.verbatim import BULLETS


class Kind(Enum):
    """What a marker numbers."""

    CHAPTER = "chapter"
    DECIMAL = "decimal"
    INTEGER = "integer"
    ITEM = "item"
    LETTER = "letter"
    BULLET = "bullet"
    NONE = "none"


class Marker(NamedTuple):
    """A marker: as printed, its label without closing punctuation, and where the text behind it begins."""

    kind: Kind
    printed: str
    label: str
    end: int


_BULLET = re.compile(rf"([{re.escape(BULLETS)}])\s*(?=\S)")
_SECTION = re.compile(r"((?:Раздел|РАЗДЕЛ|Глава|ГЛАВА|Часть|ЧАСТЬ)\s+(?:[IVXLХІ]+|\d{1,3}))([.:]?)(?:\s+|$)")
_ROMAN = re.compile(r"([IVXLХІ]{1,7})([.)])(?:\s+|(?=[А-ЯЁ]))")
_ROMAN_BARE = re.compile(r"([IVXLХІ]{1,7})\s+(?=[А-ЯЁ])")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5})(?:([.)])\s*|\s+)(?=\S)(?!\d{2,4}\b)")
_DATE = re.compile(r"\d{1,2}\.\d{2}\.\d{2,4}\b")
_INTEGER = re.compile(r"(\d{1,3})\s?(\.)\s*(?=[^\d\s])")
_ITEM = re.compile(r"(\d{1,3})(\))\s*(?=\S)")
_LETTER = re.compile(r"([а-яёa-z])(\))\s*(?=\S)")
_NOTHING = Marker(Kind.NONE, "", "", 0)


def _section(text: str) -> Marker | None:
    """«Раздел II. Порядок», "Глава 1"."""
    found = _SECTION.match(text)
    return Marker(Kind.CHAPTER, found[1] + found[2], found[1], found.end()) if found else None


def _roman(text: str) -> Marker | None:
    """«III. Система», "I Общие положения"."""
    found = _ROMAN.match(text) or _ROMAN_BARE.match(text)
    if not found:
        return None
    sign = found[2] if found.re is _ROMAN else ""
    return Marker(Kind.CHAPTER, found[1] + sign, found[1], found.end())


def _decimal(text: str) -> Marker | None:
    """«1.4.3. К точкам», "2.1 Перечень", but no date."""
    found = _DECIMAL.match(text)
    if not found or _DATE.match(text):
        return None
    return Marker(Kind.DECIMAL, found[1] + (found[2] or ""), found[1], found.end())


def _integer(text: str) -> Marker | None:
    """«5. Лица», "1.Утвердить"."""
    found = _INTEGER.match(text)
    return Marker(Kind.INTEGER, found[1] + found[2], found[1], found.end()) if found else None


def _item(text: str) -> Marker | None:
    """«1) положение»."""
    found = _ITEM.match(text)
    return Marker(Kind.ITEM, found[1] + found[2], found[1], found.end()) if found else None


def _letter(text: str) -> Marker | None:
    """«а) заявление»."""
    found = _LETTER.match(text)
    return Marker(Kind.LETTER, found[1] + found[2], found[1], found.end()) if found else None


def _bullet(text: str) -> Marker | None:
    """«- запись», but "- 1) запись" is an item behind a decoration."""
    found = _BULLET.match(text)
    if not found or (found[1] in "-−" and re.match(r"-\d", text)):
        return None
    inner = _item(text[found.end() :])
    if inner:
        return inner._replace(end=inner.end + found.end())
    return Marker(Kind.BULLET, found[1], "-", found.end())


RULES: tuple[Callable[[str], Marker | None], ...] = (_section, _roman, _decimal, _item, _integer, _letter, _bullet)


def marker_of(text: str) -> Marker:
    """The marker that opens a paragraph; kind ``NONE`` without one.

    >>> heads = ("2.6. Для", "1) письмо", "- 3) планы", "III. Система", "30.01.2024 N 7", "– сайт")
    >>> [marker_of(head).label for head in heads]
    ['2.6', '1', '3', 'III', '', '-']
    """
    head = text[:40]
    if not head or not (head[0].isdigit() or head[0] in BULLETS or head[0] in "IVXLХІРГЧ" or head[1:2] == ")"):
        return _NOTHING
    for rule in RULES:
        found = rule(head)
        if found:
            return found
    return _NOTHING
