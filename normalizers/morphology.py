"""Word forms of Russian: lemma, part of speech, case, dictionary membership.

Source: the OpenCorpora dictionary, through pymorphy3. Every question is asked about one word and answered from a
cache, so a document costs its different words only.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

_CACHE = 1 << 16
_ALPHABET = re.compile(r"[A-Za-zА-Яа-яЁё0-9_.+'‑-]+")


class Form(NamedTuple):
    """One reading of a word: lemma, part of speech, case, number and gender by OpenCorpora's names."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: str


@cache
def analyzer() -> Any:
    """The one analyser of the process (about 20 MB, 80 ms), loaded at the first question only.

    Told where its dictionary is, it does not search every installed package for one.
    """
    from pymorphy3 import MorphAnalyzer
    from pymorphy3_dicts_ru import get_path

    return MorphAnalyzer(get_path(), lang="ru")


@lru_cache(_CACHE)
def readings(word: str) -> tuple[Form, ...]:
    """All readings of a word, likeliest first.

    >>> readings("обращения")[0].lemma, readings("\U00017000")[0].pos
    ('обращение', '')

    A word of signs that the dictionary's alphabet lacks has one empty reading.
    """
    if not _ALPHABET.fullmatch(word):
        return (Form(word.lower(), "", "", "", ""),)
    return tuple(
        Form(
            p.normal_form, str(p.tag.POS or ""), str(p.tag.case or ""), str(p.tag.number or ""), str(p.tag.gender or "")
        )
        for p in analyzer().parse(word.lower())
    )


def lemma(word: str) -> str:
    """The dictionary form of a word.

    >>> lemma("жалобы"), lemma("официальном")
    ('жалоба', 'официальный')
    """
    return readings(word)[0].lemma


@lru_cache(_CACHE)
def has_reading(word: str, pos: str, case: str = "") -> bool:
    """Whether the word can be of this part of speech (and case).

    >>> has_reading("подача", "NOUN", "nomn"), has_reading("подачи", "NOUN", "ablt")
    (True, False)
    """
    return any(form.pos == pos and (not case or form.case == case) for form in readings(word))


@lru_cache(_CACHE)
def is_known_word(word: str) -> bool:
    """Whether the dictionary holds the word.

    >>> is_known_word("взаимодействие"), is_known_word("взаимо-действие")
    (True, False)
    """
    return bool(analyzer().word_is_known(word.lower()))
