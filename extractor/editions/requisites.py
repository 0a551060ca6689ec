"""Whether two sources with one id are one order: two authorities of a region may both sign a number 17 on one day."""

from collections.abc import Mapping
from typing import Any

from extractor.places.identity import fold

_ALIKE = 75.0
_SHORTEST = 3


def is_one_order(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two lines of the index, of one id, are of one order; a requisite that a source lacks parts nothing.

    >>> health = {"kind": "order", "authority": "Министерство здравоохранения Магаданской области"}
    >>> is_one_order(health, {"kind": "order", "authority": "Министерство образования Магаданской области"})
    False
    >>> is_one_order(health, {"kind": "other", "authority": "Министерство здравоохранения Магаданской обл."})
    True
    """
    kinds = {one["kind"], other["kind"]} - {"other"}
    return len(kinds) < 2 and _may_be_one(one["authority"], other["authority"])


def _may_be_one(one: str | None, other: str | None) -> bool:
    """Whether all words of one name stand in the other, or one is too short a form to tell («Минтруд»)."""
    words, others = _words(one), _words(other)
    if not words or not others or _is_abbreviated(words) or _is_abbreviated(others):
        return True
    return _covers(words, others) or _covers(others, words)


def _words(name: str | None) -> list[str]:
    return [word for word in fold(name or "").split() if len(word) >= _SHORTEST]


def _is_abbreviated(words: list[str]) -> bool:
    return words[0].startswith("мин") and not words[0].startswith("министерств")


def _covers(words: list[str], others: list[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    return all(any(one.startswith(word) or ratio(word, one) >= _ALIKE for one in others) for word in words)
