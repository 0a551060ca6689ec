"""What the text layer of a page is worth: usable, or a page for a recogniser.

A layer may be missing (a scan), without a map to Unicode (Cyrillic read as Latin: "пол" as "noJI", or as "Ïðèêàç"), or
recognised by others with Latin letters inside Russian words ("Mинистepcтво") or as no words ("Мииистерстпо").
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from parsers.pdf.layer import PageLayer

_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:ru|рф|com|org|gov|su|net|html?|php|pdf)\b|[/_=]", re.IGNORECASE)
_MIXED = re.compile(r"[A-Za-z][а-яё]|[а-яё][A-Za-z]|[А-ЯЁ][A-Za-z]{2}|[A-Z][А-ЯЁ]{2}|[А-ЯЁ]{2}[A-Z]")
_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff]")
_ROMAN = re.compile(r"[IVXLCDMivx]+[.)]?$")
_FEW = 20
_MOSTLY = 0.5
_UNMAPPED_SHARE = 0.1
_MIXED_SHARE = 0.04
_MIXED_LEAST = 3
_PICTURE = 0.3
_OUTLINES = 200
_SCAN = 0.6
_RUSSIAN = re.compile(r"[А-Яа-яЁё]{4,}")
_KNOWN = 0.75


class Verdict(StrEnum):
    """What a page's text layer is worth."""

    USABLE = "usable"
    NONE = "none"
    BAD_CYRILLIC = "bad_cyrillic"
    MIXED_ALPHABETS = "mixed_alphabets"
    MISREAD = "misread"


def layer_verdict(layer: PageLayer) -> Verdict:
    """The verdict on a page. A blank sheet is usable: there is nothing to recognise on it."""
    texts = [word.text for word in layer.words]
    whole = " ".join(texts)
    letters = len(_LETTER.findall(whole))
    if letters < _FEW and (layer.pictures > _PICTURE or layer.drawings > _OUTLINES):
        return Verdict.NONE
    if _unmapped(whole):
        return Verdict.BAD_CYRILLIC
    verdict = words_verdict(texts) if len(_LATIN.findall(whole)) >= _MIXED_LEAST else Verdict.USABLE
    if verdict is Verdict.USABLE and layer.pictures > _SCAN and _is_misread(texts):
        return Verdict.MISREAD
    return verdict


def is_layered_scan(layer: PageLayer) -> bool:
    """Whether a page is a picture with words behind it: the rules of its tables are drawn in the picture alone."""
    return layer.pictures > _SCAN and not layer.rules and len(layer.words) >= _FEW


def _is_misread(texts: Sequence[str]) -> bool:
    """Whether too many Russian words of a scan's text layer are no words."""
    from normalizers.morphology import is_known_word

    words = [part.lower() for text in texts for part in _RUSSIAN.findall(text)]
    known = sum(is_known_word(word) for word in words)
    return len(words) >= _FEW and known < _KNOWN * len(words)


def words_verdict(words: Sequence[str]) -> Verdict:
    """The verdict on the words of a page of a Russian order; addresses and Roman numbers are Latin by right.

    >>> words_verdict(["Приказ", "министерства", "труда", "https://mtsr.nso.ru/page/8039"])
    <Verdict.USABLE: 'usable'>
    >>> words_verdict(["npuKa3", "MuHucTepcTBa", "o", "pa6oTe", "c", "o6paIIIeHuяMu", "noJIb3oBaTeJIeii"])
    <Verdict.BAD_CYRILLIC: 'bad_cyrillic'>
    >>> words_verdict(["Mинистерcтво", "тpуда", "и", "cоциального", "развития", "Новосибирской", "области"])
    <Verdict.MIXED_ALPHABETS: 'mixed_alphabets'>
    """
    own = [word for word in words if not (_LATIN.search(word) and (_ADDRESS.search(word) or _ROMAN.fullmatch(word)))]
    whole = " ".join(own)
    cyrillic, latin = len(_CYRILLIC.findall(whole)), len(_LATIN.findall(whole))
    if latin > _FEW and latin > _MOSTLY * (latin + cyrillic):
        return Verdict.BAD_CYRILLIC
    parts = whole.replace("-", " ").split()
    mixed = sum(_CYRILLIC.search(part) is not None and _MIXED.search(part) is not None for part in parts)
    if mixed >= _MIXED_LEAST and mixed > _MIXED_SHARE * len(parts):
        return Verdict.MIXED_ALPHABETS
    return Verdict.USABLE


def _unmapped(whole: str) -> bool:
    """Whether characters without a meaning are more than a bullet here and there."""
    count = len(_UNMAPPED.findall(whole))
    return count > _FEW and count > _UNMAPPED_SHARE * len(whole)
