"""Prepositions read as figures: "06 осуществлении" is "об осуществлении", which grammar tells from "06 часов"."""

from collections.abc import Sequence

from parsers.ocr.tesseract import Seen

_PREPOSITIONS = {"06": "об", "0б": "об", "о6": "об", "0": "о", "O": "о", "OO": "об", "ОО": "об", "06о": "обо"}
_LONGEST = 4
_CLOSING = '.,;:)»"'


def mend_prepositions(words: Sequence[Seen]) -> list[Seen]:
    """The words of a cell, figures before a noun in the prepositional case as "о" and "об".

    >>> def mended(text): return " ".join(w.text for w in mend_prepositions([Seen(t, *[0] * 7) for t in text.split()]))
    >>> mended("информация 06 основных направлениях"), mended("через 06 рабочих дней"), mended("в 06 часов")
    ('информация об основных направлениях', 'через 06 рабочих дней', 'в 06 часов')
    """
    found = list(words)
    for index, word in enumerate(words):
        letters = _PREPOSITIONS.get(word.text)
        if letters and _rules_prepositional(words[index + 1 : index + 1 + _LONGEST]):
            found[index] = word._replace(text=letters)
    return found


def _rules_prepositional(words: Sequence[Seen]) -> bool:
    """Whether words up to the first noun can all stand in the prepositional case."""
    from normalizers.morphology import readings

    for word in words:
        forms = readings(word.text.strip(_CLOSING))
        if not any(form.case == "loct" for form in forms):
            return False
        if forms[0].pos == "NOUN":
            return True
    return False
