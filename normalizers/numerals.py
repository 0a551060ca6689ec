"""Russian numerals, in figures or words, to integers.

Rule: the cardinal numerals 1 to 999 in every case and gender (``numerals.toml``), hundreds before tens before units;
figures may carry their grammatical ending ("10-ти"). Fractions ("полтора") are none.

>>> numeral_to_int("двадцати пяти"), numeral_to_int("10-ти"), numeral_to_int("сорока")
(25, 10, 40)
>>> numeral_to_int("полутора") is None
True
>>> compound_to_int("двадцатипяти")
25
"""

import re
import tomllib
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_name("numerals.toml").read_text("utf-8"))
_FIGURE = re.compile(r"(\d{1,6})(?:\s?[-‐‑–]?\s?(?:ти|и|х|ех|ёх|ми|мя|го|м|ю))?", re.IGNORECASE)
_HYPHEN = re.compile(r"[\s‐‑-]+")
# what may follow a part of a numeral: the parts of smaller rank
_RANKS = {"hundreds": 3, "tens": 2, "teens": 1, "units": 1}
_FORMS: dict[str, tuple[int, int]] = {
    form: (_RANKS[rank], int(value)) for rank, rows in _TABLE.items() for value, forms in rows.items() for form in forms
}


def numeral_to_int(text: str) -> int | None:
    """The value of one whole numeral, or ``None`` where the text is no numeral.

    >>> numeral_to_int("сто двадцать"), numeral_to_int("двадцать сто")
    (120, None)
    """
    text = text.strip()
    figure = _FIGURE.fullmatch(text)
    if figure:
        return int(figure[1])
    return _sum(_HYPHEN.split(_fold(text)[:100]))


def compound_to_int(stem: str) -> int | None:
    """The value of a numeral written together, as adjectives have it ("двадцатипяти" of "двадцатипятидневный").

    >>> compound_to_int("семи"), compound_to_int("десяти"), compound_to_int("много")
    (7, 10, None)
    """
    rest = _fold(stem)[:60]
    parts = []
    while rest:
        size = next((size for size in range(len(rest), 0, -1) if rest[:size] in _FORMS), 0)
        if not size:
            return None
        parts.append(rest[:size])
        rest = rest[size:]
    return _sum(parts)


def _fold(text: str) -> str:
    return text.lower().replace("ё", "е")


def _sum(words: list[str]) -> int | None:
    total, last_rank = 0, 4
    for word in words:
        rank, value = _FORMS.get(word, (4, 0))
        if rank >= last_rank:
            return None
        total, last_rank = total + value, rank
    return total or None
