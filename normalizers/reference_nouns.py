"""Nouns that open a mention of another document ("приказом", "Федерального закона", "стандартами"), in any case form.

Source: registry contract, version 1, "Reference"; the nouns are data, ``reference_nouns.toml``.

>>> [(noun.kind, noun.start, noun.end) for noun in find_nouns("указанным приказом и стандартами")]
[('order', 10, 18), ('standard', 21, 32)]
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Endings of the nouns and adjectives of the table.
_ENDING = (
    r"(?:[аяуюыиеоьй]|[ое]м|[оеи]й|[ое]ю|[ое]в|а[мх]|я[мх]|[ая]ми|[ыи]й|[ая]я|[оеы]е|и[еяюи]|[ое]го|[ое]му|[ыи][мх]|[ыи]ми"
    r"|[уюьи]ю|ие[мй]|ия[мх]|иями)?(?![а-яё])"
)
_TABLE = Path(__file__).with_name("reference_nouns.toml")
_LONGEST_ADJECTIVES = 90
_HYPHENS = ("-", "–", "‑")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the text with its adjectives: the kind of document, how its mention reads, and where it stands."""

    kind: str
    reads: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    reads: str
    adjectives: re.Pattern[str] | None
    needs_adjective: bool


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _row(data: dict[str, Any]) -> _Row:
    stems = data.get("adjectives")
    adjectives = re.compile(rf"(?<![а-яё-])(?:{_any(stems)}{_ENDING}\s+){{1,3}}\Z") if stems else None
    return _Row(data["kind"], data["reads"], adjectives, data.get("needs_adjective", False))


_ROWS = {
    stem: _row(data) for data in tomllib.loads(_TABLE.read_text(encoding="utf-8"))["noun"] for stem in data["stems"]
}
_STEM = re.compile("|".join(sorted(_ROWS, key=len, reverse=True)))
_END = re.compile(_ENDING)


def find_nouns(text: str) -> Iterator[Noun]:
    """Every noun of the table in order.

    >>> list(find_nouns("указано в законодательстве: программное обеспечение, проекты приказов"))
    [Noun(kind='order', reads='act', start=61, end=69)]
    """
    small = small_letters(text)
    for match in _STEM.finditer(small):
        before = small[match.start() - 1 : match.start()] if match.start() else ""
        noun = None if before.isalnum() or before in _HYPHENS else _noun(small, match)
        if noun:
            yield noun


def _noun(small: str, match: re.Match[str]) -> Noun | None:
    row, start = _ROWS[match[0]], match.start()
    ending = _END.match(small, match.end())
    if ending is None:
        return None
    if row.adjectives:
        before = row.adjectives.search(small, max(0, start - _LONGEST_ADJECTIVES), start)
        if before:
            start = before.start()
        elif row.needs_adjective:
            return None
    return Noun(row.kind, row.reads, start, ending.end())


def small_letters(text: str) -> str:
    """The text in small letters, every offset kept.

    >>> len(small_letters("İ приказ")) == len("İ приказ")
    True
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
