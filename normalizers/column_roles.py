"""What a column of a registry table holds, told by the words of its header.

Data: ``columns.toml``; the same words may hint at several roles, the first and longest hint weighs most.

>>> best_role("Удовлетворяемые потребности клиента"), best_role("Точки контакта с клиентом"), best_role("№ п/п")
('needs', 'touchpoint', 'number')
>>> best_role("Доля обращений") is None, best_role("Примичание")
(True, 'features')
"""

import re
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from normalizers.language import analyse
from normalizers.taxonomy import Taxonomy, load_entries

_DATA = Path(__file__).with_name("columns.toml")
_LONG_ENOUGH = 6
_ALIKE = 88
_WEIGHT_OF_TYPO = 1.5
_SIGN = re.compile(r"№|\bNo\b")


@cache
def taxonomy() -> Taxonomy:
    """The matcher over all roles."""
    return Taxonomy(load_entries(_DATA))


def role_scores(header: str) -> dict[str, float]:
    """How strongly a header hints at each role: more words weigh more, later hints less."""
    analysis = analyse(_SIGN.sub("N", header))
    scores: dict[str, float] = {}
    for place, hit in enumerate(taxonomy().hits(analysis)):
        weight = 2.0 + 0.5 * (hit.last - hit.first) - 0.8 * place - 0.15 * min(hit.first, 6)
        scores[hit.code] = max(scores.get(hit.code, 0.0), weight)
    return scores or _mistyped(header)


@cache
def _titles() -> dict[str, str]:
    """Titles of one word, in small letters, with their roles."""
    words = [(title.lower(), entry.code) for entry in taxonomy().entries for title in entry.examples]
    return {title: code for title, code in words if title.isalpha() and len(title) >= _LONG_ENOUGH}


def _mistyped(header: str) -> dict[str, float]:
    """The role of a title of one word with a wrong letter: «Примичание»."""
    word = header.strip(" .:").lower()
    if not word.isalpha() or len(word) < _LONG_ENOUGH:
        return {}
    found = process.extractOne(word, _titles().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return {_titles()[found[0]]: _WEIGHT_OF_TYPO} if found else {}


def best_role(header: str) -> str | None:
    """The likeliest role of a header alone."""
    scores = role_scores(header)
    return max(scores, key=lambda role: scores[role]) if scores else None
