"""Cyrillic of old fonts that call their letters by Latin-1 names ("Ïðèêàç ¹ 5"): each stands for one byte of cp1251.

Nothing is guessed: the letters are decoded as the encoding they were set in, and kept only if they make Russian words.
"""

import re
from dataclasses import replace

from parsers.pdf.layer import PageLayer, Word

_UPPER_HALF = re.compile("[\u00c0-\u00ff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 5
_LEAST_KNOWN = 0.7
_SAMPLE = 60


def _table() -> dict[int, str]:
    table = {}
    for byte in range(0x80, 0x100):
        raw = bytes([byte])
        target = raw.decode("cp1251", "replace")
        for encoding in ("latin-1", "cp1252"):
            source = raw.decode(encoding, "replace")
            if "\ufffd" not in (source, target) and (encoding == "cp1252" or byte >= 0xA0):
                table[ord(source)] = target
    return table


_TO_CYRILLIC = _table()


def mend(text: str) -> str:
    """The letters as cp1251 has them.

    >>> mend("Ïðèêàç ¹ 5")
    'Приказ № 5'
    """
    return text.translate(_TO_CYRILLIC)


def mended_layer(layer: PageLayer) -> PageLayer | None:
    """The layer with its words decoded; ``None`` if that does not make Russian of them."""
    words = [_mended(word) for word in layer.words]
    changed = [after.text for before, after in zip(layer.words, words, strict=True) if after is not before]
    return replace(layer, words=words) if len(changed) >= _LEAST_WORDS and _is_russian(changed) else None


def _mended(word: Word) -> Word:
    text = word.text
    needs = _UPPER_HALF.search(text) or "\u00b9" in text or "\u00b8" in text
    return word._replace(text=mend(text)) if needs else word


def _is_russian(texts: list[str]) -> bool:
    from normalizers.morphology import is_known_word

    found = [part for text in texts for part in _LETTERS.findall(text) if len(part) > 3][:_SAMPLE]
    known = sum(is_known_word(part.lower()) for part in found)
    return bool(found) and known >= _LEAST_KNOWN * len(found)
