"""Head nouns of the names of authorities ("департамент", "министерство", "Минцифры"), in any case form.

Source: the kinds of bodies in federal law of 21.12.2021 N 414-ФЗ and in the laws of the subjects on their systems of
executive power; the nouns and their declensions are data, ``authority.toml``.

>>> AUTHORITY_HEAD_RE.match("Государственной жилищной инспекции Липецкой области")[0]
'Государственной жилищной инспекции'
>>> AUTHORITY_HEAD_RE.match("приказом министерства труда") is None
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


_CLIPPED_ENDINGS = "(?:ом|[ауейюя]|ем)?"
_SHORT_HEAD = (
    rf"{_any(_SHORT['prefixes'])}[а-яё]{{0,12}}?"
    rf"(?:{_any(_SHORT['whole'])}|{_any(_SHORT['clipped'])}{_CLIPPED_ENDINGS})"
)
# Endings of the adjectives that agree with a head noun of this gender and case.
_OBLIQUE = {"gent": "[ое]го", "datv": "[ое]му", "accs": "[ое]го", "ablt": "[ыи]м", "loct": "[ое]м"}
_AGREEMENT = {
    "masc": {"nomn": "[ыио]й"} | _OBLIQUE,
    "neut": {"nomn": "[ое]е"} | _OBLIQUE,
    "femn": {"nomn": "(?:ая|яя)", "accs": "(?:ую|юю)"} | dict.fromkeys(("gent", "datv", "ablt", "loct"), "[ое][йю]"),
}


def _heads_by_agreement() -> dict[str, list[str]]:
    """Expressions for the head nouns, under the endings of the adjectives that may stand before them."""
    sorted_heads: dict[str, list[str]] = {}
    for row in _TABLE["head"]:
        for case, endings in row["endings"].items():
            nouns = _any(row["stems"]) + _any(endings)
            sorted_heads.setdefault(_AGREEMENT[row["gender"]][case], []).append(nouns)
    return sorted_heads


def _with_adjectives(ending: str, heads: list[str]) -> str:
    """ "Главного управления", "Государственной жилищной инспекции", "контрольного и ревизионного управления"."""
    adjective = rf"(?:[а-яё]{{1,24}}-){{0,2}}[а-яё]{{1,24}}?{ending}(?![а-яё-])"
    return rf"(?:{adjective}(?:\s{{0,3}},\s{{0,3}}|\s{{1,6}})(?:и\s{{1,6}})?){{1,4}}?(?:{'|'.join(heads)})"


_BRANCHES = [_with_adjectives(ending, heads) for ending, heads in _heads_by_agreement().items()]
_NOUNS = [noun for heads in _heads_by_agreement().values() for noun in heads]

AUTHORITY_HEADS = rf"(?i:(?<![а-яё-])(?:{'|'.join([*_BRANCHES, *_NOUNS, _SHORT_HEAD])})(?![а-яё-]))"
"""Source of an expression for a head noun and the adjectives that agree with it, to be put after "приказом"."""

AUTHORITY_HEAD_RE = re.compile(AUTHORITY_HEADS)
"""The same, compiled, to be matched where a name may begin; a search through a whole document is slow."""


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
        stem + ending: Head(stem + row["endings"]["nomn"][0], row["gender"])
        for row in _TABLE["head"]
        for stem in row["stems"]
        for endings in row["endings"].values()
        for ending in endings
    }


def _short(form: str) -> Head | None:
    if not re.fullmatch(_SHORT_HEAD, form):
        return None
    if form.endswith(tuple(_SHORT["whole"])):
        return Head(form, "neut")
    stem = re.sub(f"{_CLIPPED_ENDINGS}$", "", form)
    return Head(stem + ("й" if stem.endswith("стро") else ""), "masc")
