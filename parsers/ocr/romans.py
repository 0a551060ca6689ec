"""Roman numbers of headings, which are read as Russian letters: "П. Общие положения" is "II. Общие положения"."""

import re
from collections.abc import Sequence

from parsers.ocr.tesseract import Seen

_LOOKS = {"Г": "I", "Т": "I", "1": "I", "|": "I", "І": "I", "l": "I", "П": "II", "Ш": "III", "У": "V", "Х": "X"}
_READ = re.compile(r"(?!\d+\.)([ГТПШУХ1|ІlIVX]{1,5})\.")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_CAPITAL = re.compile(r"[А-ЯЁ][а-яё]{2,}|[А-ЯЁ]{3,}")


def mend_romans(words: Sequence[Seen]) -> list[Seen]:
    """The words of a cell or of the page's text, a number of a heading at the beginning of a line in Roman figures.

    >>> def mended(text): return " ".join(w.text for w in mend_romans([Seen(t, *[0] * 7) for t in text.split()]))
    >>> mended("ГУ. Порядок получения обратной связи"), mended("П. Петров"), mended("Ш. Г. Ахметов")
    ('IV. Порядок получения обратной связи', 'П. Петров', 'Ш. Г. Ахметов')
    """
    found = list(words)
    for index, word in enumerate(words):
        first = not index or words[index - 1].line != word.line
        read = _READ.fullmatch(word.text) if first else None
        if read and _is_heading([after.text for after in words[index + 1 : index + 3] if after.line == word.line]):
            roman = "".join(_LOOKS.get(letter, letter) for letter in read[1])
            found[index] = word._replace(text=f"{roman}.") if _ROMAN.fullmatch(roman) else word
    return found


def _is_heading(words: Sequence[str]) -> bool:
    """Whether a heading follows, not the name of a person or a town: a capital word and one in small letters."""
    return len(words) > 1 and bool(_CAPITAL.fullmatch(words[0])) and (words[1].islower() or words[0].isupper())
