"""What the recogniser saw to words of the page: even sizes, one alphabet in a word, specks left out."""

import re
from collections.abc import Sequence

from parsers.ocr.sizes import sizes_of_type
from parsers.ocr.tesseract import Seen
from parsers.pdf.layer import Word

_BODY = 0.92
_ASCENT, _DESCENT = 0.75, 0.22
_SPECK = 0.45
_NO_SPACE = 0.1
_CLOSING = '.,;:)»"'
_DASHES = ("-", "–", "—")
_HYPHEN, _EM_DASH = 0.4, 0.75
_LATIN_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXaceopxyk", "АВСЕНКМОРТХасеорхук")
_ALIKE = re.compile(r"[ABCEHKMOPTXaceopxyk]+")
_CYRILLIC = re.compile(r"[А-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
_ADDRESS = re.compile(r"://|www\.|@|[/_=]|\w\.\w")
_NUMBER_SIGNS = {"М": "N", "M": "N", "№о": "№", "Ме": "№", "Мо": "№", "Хе": "№", "Хо": "№", "Ne": "№", "No": "№"}
_NUMBERED = re.compile(r"\d+(?:[-/.]?\w+)*")
_ACT_NUMBER = re.compile(r"\d+[-/][ABCEHKMOPTX]{1,2}[.,;]?")
_TALL_END = re.compile(r"[а-яё]{2,}[А-ЯЁ]")
_WORDY = re.compile(r"\w")


def seen_to_words(seen: Sequence[Seen], scale: float) -> tuple[list[Word], float]:
    """Words in points, and how sure the recogniser is of them as a whole, by their length."""
    kept = [word for index, word in enumerate(seen) if word.text and not _is_speck(seen, index)]
    sizes = sizes_of_type(kept)
    words = [_word(word, size, scale) for word, size in zip(kept, sizes, strict=True)]
    words = [
        word._replace(lead="") if index and _is_rest(kept[index - 1], kept[index], sizes[index]) else word
        for index, word in enumerate(words)
    ]
    weight = sum(len(word.text) for word in kept)
    sure = sum(word.confidence * len(word.text) for word in kept) / weight if weight else 0.0
    return words, round(sure, 4)


def _is_rest(before: Seen, word: Seen, size: float) -> bool:
    """Whether no white space parts two words that are one in the dictionary ("ст" and "роительный")."""
    from normalizers.morphology import is_known_word

    if (word.region, word.line) != (before.region, before.line) or not word.x1 - before.x1 > 0:
        return False
    touch = word.x0 - before.x1 < _NO_SPACE * size and before.text.isalpha() and word.text[:1].isalpha()
    return touch and is_known_word((before.text + word.text).rstrip(_CLOSING).lower())


def _is_speck(seen: Sequence[Seen], index: int) -> bool:
    """Dirt is read as stray signs; a dash between two words of a line is none."""
    word = seen[index]
    if _WORDY.search(word.text) or word.confidence >= _SPECK:
        return False
    beside = [other.line for other in seen[max(0, index - 1) : index + 2] if other.region == word.region]
    return word.text not in _DASHES or beside != [word.line] * 3


def number_signs(words: Sequence[Seen]) -> list[Seen]:
    """Words in which a sign of number before a number is one again ("от 30.01.2024 М 7-О", "приказ Ме 89").

    >>> [word.text for word in number_signs([Seen(text, 0, 0, 0, 0, 0, 0, 1) for text in ("Ме", "89", "М", "Ме", "и")])]
    ['№', '89', 'М', 'Ме', 'и']
    """
    found = list(words)
    for index, word in enumerate(words[:-1]):
        sign = _NUMBER_SIGNS.get(word.text)
        if sign and _NUMBERED.match(words[index + 1].text):
            found[index] = word._replace(text=sign)
    return found


def _word(word: Seen, size: float, scale: float) -> Word:
    size = size / _BODY * scale
    base = word.base * scale
    text = _dash((word.x1 - word.x0) * scale / size) if word.text in _DASHES else one_alphabet(word.text)
    return Word(text, word.x0 * scale, word.x1 * scale, base - _ASCENT * size, base + _DESCENT * size, base, size, " ")


def _dash(ems: float) -> str:
    """A dash by its length, which a recogniser does not tell.

    >>> _dash(0.3), _dash(0.5), _dash(1.0)
    ('-', '–', '—')
    """
    return "-" if ems < _HYPHEN else "–" if ems < _EM_DASH else "—"


def one_alphabet(text: str) -> str:
    """A Russian word without Latin letters that look like Russian ones; addresses and Latin words stay.

    >>> one_alphabet("Mинистерcтво"), one_alphabet("49gov.ru"), one_alphabet("SMS"), one_alphabet("Web-сайт")
    ('Министерство', '49gov.ru', 'SMS', 'Web-сайт')
    >>> one_alphabet("длЯ"), one_alphabet("кВ"), one_alphabet("7-O") == "7-О"
    ('для', 'кВ', True)
    """
    if _TALL_END.fullmatch(text):
        return text.lower()
    if _ACT_NUMBER.fullmatch(text):
        return text.translate(_LATIN_TO_CYRILLIC)
    if not _LATIN.search(text) or _ADDRESS.search(text):
        return text
    return "-".join(_one_alphabet(part) for part in text.split("-"))


def _one_alphabet(part: str) -> str:
    if not _CYRILLIC.search(part):
        return part
    whole = _ALIKE.sub(lambda found: found[0].translate(_LATIN_TO_CYRILLIC), part)
    return part if _LATIN.search(whole) else whole
