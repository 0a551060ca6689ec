"""The event from which a term runs: "в течение 3 рабочих дней со дня регистрации обращения".

The event is a noun phrase in the genitive without its preposition; it ends before the verb, a comma, or a phrase that
rather belongs to the verb.

>>> text = "в течение 7 дней со дня его регистрации пересылается в соответствующий орган"
>>> start, end = find_event(text, 10, 16)
>>> text[start:end]
'дня его регистрации'
"""

import re
from typing import NamedTuple

from normalizers.morphology import readings

_AFTER = re.compile(
    r"""(?:\s*\([^()]{1,60}\))? [^,.;:()]{0,60}? (?:,?\s+(?:начиная|считая)|\b) \s*
        (?:(?:со?|от)\s+(?=(?:дня|дат[ыа]|момента|времени|числа)\b) | после\s+(?=\S))""",
    re.IGNORECASE | re.VERBOSE,
)
_NEXT = re.compile(r",?\s+следующ\w{2,3}\s+(?:за|после)\s+", re.IGNORECASE)
_NEXT_TO = re.compile(r"\w+,\s+следующ\w{2,3}\s+за\s+", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:(?:со?|от)\s+(?=(?:дня|дат[ыа]|момента)\b)|после\s+)", re.IGNORECASE)
_LEAD = re.compile(r",?\s*(?:в\s+течени[еи]|не\s+позднее|в\s+срок|в)?\s*(?:не\s+более)?\s*", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<quoted>«[^«»]{1,200}»|\"[^\"]{1,200}\"|„[^“”]{1,200}[“”])|(?P<bracket>\([^()]{1,120}\))"
    r"|(?P<word>[\w-]+(?:\.(?=\w)[\w-]+)*)|(?P<sign>\S)"
)
# "поступления в Министерство", "включения в Перечень", "размещения на сайте" against "подписания на сайте разместить"
_MOVEMENT = re.compile(
    r"поступлени|обращени|размещени|регистраци|включени|внесени|вступлени|опубликовани|направлени|передач|подач"
    r"|представлени|получени|изменени|отправ|публикаци|при[её]м|зачислени|решени|постановк",
    re.IGNORECASE,
)
_OF_VERB = re.compile(
    r"\s+(?:в\s+(?:течени|срок|письменн|электронн|соответств|порядк|адрес)|на\s+(?:основани|адрес)"
    r"|по\s+(?:адрес|почт|форм|результат|электрон))",
    re.IGNORECASE,
)
_PLACING = ("accs", "loct")
_CASES: dict[str, tuple[str, ...]] = {
    **{"в": _PLACING, "во": _PLACING, "на": _PLACING, "о": ("loct",), "об": ("loct",), "от": ("gent",)},
    **{"для": ("gent",), "по": ("datv",), "с": ("ablt",), "к": ("datv",), "из": ("gent",), "при": ("loct",)},
}
_OF_PLACE = frozenset({"в", "во", "на", "при", "по"})
_JOINERS = frozenset({"и", "или", "либо"})
_NAMING = frozenset({"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"})
_STOPPING = frozenset({"VERB", "INFN", "GRND", "PRTS", "ADVB", "PRED"})
_LONGEST = 300


class Event(NamedTuple):
    """The range of an event in the sentence."""

    start: int
    end: int


def find_event(text: str, start: int, end: int) -> Event | None:
    """The event for the term that stands at ``text[start:end]``, behind it or right before it."""
    following = _NEXT.match(text, end)
    if following:
        return _phrase(text, following.end(), "ablt")
    after = _AFTER.match(text, end)
    return _phrase(text, after.end(), "gent") if after else _event_before(text, start)


def _event_before(text: str, start: int) -> Event | None:
    """As in "со дня регистрации в течение 30 дней": the phrase must reach the words that lead the term."""
    for found in _BEFORE.finditer(text, max(0, start - _LONGEST), start):
        event = _phrase(text, found.end(), "gent")
        if event and _LEAD.fullmatch(text, event.end, start):
            return event
    return None


def _phrase(text: str, start: int, case: str) -> Event | None:
    following = _NEXT_TO.match(text, start)
    if following:  # "со дня, следующего за днем регистрации"
        inner = _phrase(text, following.end(), "ablt")
        return Event(start, inner.end) if inner else None
    end = _noun_phrase_end(text, start, (case,))
    return Event(start, end) if end > start else None


def _noun_phrase_end(text: str, start: int, cases: tuple[str, ...]) -> int:
    """Where the noun phrase ends that begins at ``start``; genitives and phrases of its nouns go with it."""
    end, joined = start, False
    for token in _TOKEN.finditer(text, start, start + _LONGEST):
        lower = token[0].lower()
        if token["quoted"] or (token["bracket"] and not lower.startswith("(далее")):
            end = token.end()
        elif lower in _JOINERS:
            joined = True
        elif lower in _CASES:
            if not _goes_with_noun(text, start, end, lower):
                break
            cases = _CASES[lower]
        elif token["word"] and _continues(token["word"], cases, joined):
            end, joined, cases = token.end(), False, _next_cases(token["word"], cases)
        else:
            break
    return end


def _next_cases(word: str, cases: tuple[str, ...]) -> tuple[str, ...]:
    """Behind a noun only a genitive goes on; behind its adjective the noun is still to come."""
    noun = any(form.pos in ("NOUN", "NPRO") and form.case in cases for form in readings(word))
    return ("gent",) if noun else (*cases, "gent")


def _goes_with_noun(text: str, start: int, end: int, preposition: str) -> bool:
    if preposition not in _OF_PLACE:
        return end > start
    return bool(_MOVEMENT.search(text, start, end)) and not _OF_VERB.match(text, end)


def _continues(word: str, cases: tuple[str, ...], joined: bool) -> bool:
    if word.isdecimal() or word.isupper() or word == "№":
        return not joined
    forms = readings(word)
    if forms[0].pos in _STOPPING:
        return False
    return any(form.pos in _NAMING and form.case in cases for form in forms)
