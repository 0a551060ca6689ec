"""Head nouns of the names of authorities ("департамент", "министерство", "Минцифры"), in any case form.

Source: the kinds of bodies in federal law of 21.12.2021 N 414-ФЗ and in the laws of the subjects on their systems of
executive power; the nouns and their declensions are data, ``authority.toml``.

>>> AUTHORITY_HEAD_RE.match("Государственной жилищной инспекции Липецкой области")["head"]
'инспекции'
>>> AUTHORITY_HEAD_RE.search("приказом министерства труда").group()
'министерства'
>>> AUTHORITY_HEAD_RE.search("правила направления") is None
True
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("authority.toml").read_text(encoding="utf-8"))
_SHORT = _TABLE["short"]


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun: its nominative, and its gender as pymorphy tags it."""

    nominative: str
    gender: str


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_SHORT_HEAD = (
    rf"{_any(_SHORT['prefixes'])}[а-яё]{{0,12}}?"
    rf"(?:{_any(_SHORT['whole'])}|{_any(_SHORT['clipped'])}{_any(_SHORT['clipped_endings'])})"
)
_HEAD = "(?:" + "|".join([_any(row["stems"]) + _any(row["endings"]) for row in _TABLE["head"]] + [_SHORT_HEAD]) + ")"
_ADJECTIVE = (
    r"(?:[а-яё]{1,24}-){0,2}[а-яё]{1,24}?"
    r"(?:[ое]го|[ое]му|[ыио]м|ем|[ыио]й|ей|ая|яя|ую|юю|[ое]ю|[ое]е)(?![а-яё-])"
)
_ADJECTIVES = rf"(?:{_ADJECTIVE}(?:\s{{0,3}},\s{{0,3}}|\s{{1,6}})(?:и\s{{1,6}})?){{0,4}}?"

AUTHORITY_HEADS = rf"(?i:(?<![а-яё-]){_ADJECTIVES}{_HEAD}(?![а-яё-]))"
"""Source of an expression for a head noun with the adjectives before it, to be put into longer expressions."""

AUTHORITY_HEAD_RE = re.compile(rf"(?i:(?<![а-яё-]){_ADJECTIVES}(?P<head>{_HEAD})(?![а-яё-]))")
"""The same, compiled; the group ``head`` holds the noun itself."""


def head_of(noun: str) -> Head | None:
    """The head noun that stands in this form.

    >>> head_of("Управлением")
    Head(nominative='управление', gender='neut')
    >>> [head_of(short).nominative for short in ("Минтруда", "Минцифры", "Минстроя")]
    ['минтруд', 'минцифры', 'минстрой']
    >>> head_of("порядка") is None
    True
    """
    form = noun.lower()
    return _forms().get(form) or _short(form)


@lru_cache(maxsize=1)
def _forms() -> dict[str, Head]:
    return {
        stem + ending: Head(stem + row["endings"][0], row["gender"])
        for row in _TABLE["head"]
        for stem in row["stems"]
        for ending in row["endings"]
    }


def _short(form: str) -> Head | None:
    if not re.fullmatch(_SHORT_HEAD, form):
        return None
    if form.endswith(tuple(_SHORT["whole"])):
        return Head(form, "neut")
    stem = re.sub(_any(_SHORT["clipped_endings"]) + r"\Z", "", form)
    return Head(stem, "masc")
