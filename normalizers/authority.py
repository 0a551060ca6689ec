"""The name of an authority in the nominative, as the registry wants it.

Rule (registry contract, version 1): nominative, first letter capital, words otherwise as the order's body writes them;
only the head noun and the adjectives that agree with it change.

>>> nominative_authority("департамента архитектуры и градостроительства Магаданской области")
'Департамент архитектуры и градостроительства Магаданской области'
>>> nominative_authority("Государственной жилищной инспекцией Липецкой области")
'Государственная жилищная инспекция Липецкой области'
>>> nominative_authority("МИНИСТЕРСТВО ЭНЕРГЕТИКИ СВЕРДЛОВСКОЙ ОБЛАСТИ", "министром энергетики Свердловской области")
'Министерство энергетики Свердловской области'
"""

import re

from normalizers.authority_heads import AUTHORITY_HEAD_RE, AUTHORITY_HEADS, head_of
from normalizers.errors import Reason, ReestrError
from normalizers.inflection import copy_case, nominative_adjective, nominative_noun
from normalizers.letter_case import sentence_case

__all__ = ["AUTHORITY_HEADS", "AUTHORITY_HEAD_RE", "nominative_authority"]

_HERE_AND_AFTER = re.compile(r"\s*\((?:далее|именуем).*", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_AROUND = " \t*_|.,;:-–—"
_LONGEST = 1000


def nominative_authority(text: str, body: str = "") -> str:
    """The name as a heading or a sentence gives it, in any case form, turned to the nominative.

    ``body`` is mixed-case text of the same order: it decides the letter case of an all-capitals name.

    >>> nominative_authority("администрации города Березники")
    'Администрация города Березники'
    """
    phrase = " ".join(_HERE_AND_AFTER.sub("", text[:_LONGEST]).replace("\u00ad", "").split()).strip(_AROUND)
    if not _WORD.search(phrase):
        raise ReestrError(Reason.BAD_VALUE, f"not the name of an authority: {text[:40]!r}")
    head = AUTHORITY_HEAD_RE.match(phrase)
    if (head[0] if head else phrase).isupper():
        phrase = sentence_case(phrase, body)
        head = AUTHORITY_HEAD_RE.match(phrase)
    name = _known_head(phrase, head) if head else _unknown_head(phrase)
    return name[:1].upper() + name[1:]


def _known_head(phrase: str, match: re.Match[str]) -> str:
    noun = match[0].split()[-1]
    start, head = match.end() - len(noun), head_of(noun)
    if head is None:
        return phrase
    return _agree(phrase[:start], head.gender) + copy_case(noun, head.nominative) + phrase[match.end() :]


def _unknown_head(phrase: str) -> str:
    """The first noun of the phrase is the head: "Роспотребнадзора"."""
    for word in _WORD.finditer(phrase):
        noun = nominative_noun(word[0])
        if noun:
            return _agree(phrase[: word.start()], noun[1]) + noun[0] + phrase[word.end() :]
    return phrase


def _agree(adjectives: str, gender: str) -> str:
    return _WORD.sub(lambda word: nominative_adjective(word[0], gender), adjectives)
