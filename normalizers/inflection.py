"""Nominatives of Russian words in any case form.

Source: OpenCorpora, through pymorphy3.

>>> nominative_adjective("Государственной", "femn"), nominative_adjective("областного", "masc")
('Государственная', 'областной')
"""

from functools import lru_cache

from normalizers.morphology import analyzer

_NOMINATIVE_ENDINGS = {"masc": ("ый", "ий", "ой"), "femn": ("ая", "яя"), "neut": ("ое", "ее")}


@lru_cache(maxsize=4096)
def nominative_adjective(word: str, gender: str) -> str:
    """The adjective in the nominative singular of a gender; a word that is no adjective stays.

    >>> nominative_adjective("контрольно-счетной", "femn"), nominative_adjective("и", "femn")
    ('контрольно-счетная', 'и')
    """
    if word.lower().endswith(_NOMINATIVE_ENDINGS[gender]):
        return word
    wanted = {"nomn", "sing", gender}
    for reading in analyzer().parse(word):
        forms = [copy_case(word, form.word) for form in reading.lexeme if wanted <= form.tag.grammemes]
        if reading.tag.POS in ("ADJF", "PRTF") and forms:
            # "высшего": of "высочайший" and "высший" the one with the same stem
            return next((form for form in forms if word.startswith(form[:-2])), forms[0])
    return word


@lru_cache(maxsize=1024)
def nominative_noun(word: str) -> tuple[str, str] | None:
    """The noun in the nominative of its number and its gender, or None for another part of speech.

    >>> nominative_noun("Роспотребнадзора"), nominative_noun("архитектуры"), nominative_noun("утвердить")
    (('Роспотребнадзор', 'masc'), ('архитектура', 'femn'), None)
    """
    for reading in analyzer().parse(word):
        form = reading.inflect({"nomn"}) if reading.tag.POS == "NOUN" and reading.tag.gender else None
        if form:
            return copy_case(word, form.word), reading.tag.gender
    return None


def copy_case(source: str, form: str) -> str:
    """The form with the capitals of the source, and with е where the source writes no ё.

    >>> copy_case("Счетной", "счётная")
    'Счетная'
    """
    if "ё" not in source.lower():
        form = form.replace("ё", "е")
    capitals = [letter.isupper() for letter in source[: len(form)]]
    capitals += [len(source) > 1 and source.isupper()] * (len(form) - len(capitals))
    return "".join(letter.upper() if capital else letter for letter, capital in zip(form, capitals, strict=True))
