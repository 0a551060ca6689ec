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

from normalizers.morphology import has_reading, readings

_GAP = r"(?:\s*\([^()]{1,60}\))?[^,.;:()]{0,60}?"
_AFTER = re.compile(
    rf"{_GAP}(?:,?\s+(?:начиная|считая)|\b)\s*(?:(?:со?|от)\s+(?=(?:дня|дат[ыа]|момента|времени|числа)\b)|после\s+(?=\S))", re.IGNORECASE
)
_NEXT = re.compile(r",?\s+следующ\w{2,3}\s+(?:за|после)\s+", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:(?:со?|от)\s+(?=(?:дня|дат[ыа]|момента)\b)|после\s+)", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<quoted>«[^«»]{1,200}»|\"[^\"]{1,200}\"|„[^“”]{1,200}[“”])|(?P<bracket>\([^()]{1,120}\))|(?P<word>[\w-]+(?:\.(?=\w)[\w-]+)*)|(?P<sign>\S)"
)
_FOLLOWING = re.compile(r",\s+следующ\w{2,3}\s+за\s+", re.IGNORECASE)
# "поступления в Министерство", "включения в Перечень", "размещения на сайте" against "подписания на сайте разместить"
_MOVEMENT = re.compile(
    r"поступлени|обращени|размещени|регистраци|включени|внесени|вступлени|опубликовани|направлени|передач|подач|представлени|получени"
    r"|изменени|отправ|публикаци|при[её]м|зачислени|решени|постановк",
    re.IGNORECASE,
)
_PLACE_CASES = ("accs", "loct")
_CASES = {
    **{"в": _PLACE_CASES, "во": _PLACE_CASES, "на": _PLACE_CASES, "о": ("loct",), "об": ("loct",), "от": ("gent",)},
    **{"по": ("datv",), "с": ("ablt",), "к": ("datv",), "из": ("gent",), "при": ("loct",)},
}
_JOINERS = frozenset({"и", "или", "либо"})
_NAMING = frozenset({"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"})
_STOPPING = frozenset({"VERB", "INFN", "GRND", "PRTS", "ADVB", "PRED"})


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
    if after:
        return _phrase(text, after.end(), "gent")
    return _event_before(text, start)


def _event_before(text: str, start: int) -> Event | None:
    """As in "со дня регистрации в течение 30 дней": the phrase must reach the words that lead the term."""
    for found in _BEFORE.finditer(text, max(0, start - 160), start):
        event = _phrase(text, found.end(), "gent")
        if event and re.fullmatch(r",?\s*(?:в\s+течени[еи]|не\s+позднее|в\s+срок|в)?\s*(?:не\s+более)?\s*", text[event.end : start]):
            return event
    return None


def _phrase(text: str, start: int, case: str) -> Event | None:
    following = _FOLLOWING.search(text, start, start + 40)
    if following:  # "со дня, следующего за днем регистрации"
        inner = _phrase(text, following.end(), "ablt")
        return Event(start, inner.end) if inner else None
    end = _noun_phrase_end(text, start, (case,))
    return Event(start, end) if end > start else None


def _noun_phrase_end(text: str, start: int, cases: tuple[str, ...]) -> int:
    """Where the noun phrase ends that begins at ``start`` in one of the cases; genitives and phrases of its nouns go with it."""
    end, joined, named = start, False, ""
    for token in _TOKEN.finditer(text, start, start + 300):
        word = token[0]
        lower = word.lower()
        if token["quoted"] or (token["bracket"] and not lower.startswith("(далее")):
            end = token.end()
        elif token["word"] is None:
            break
        elif lower in _JOINERS:
            joined = True
        elif lower in _CASES:
            if not _goes_with(named, lower, text, end):
                break
            cases = _CASES[lower]
        elif _continues(word, cases, joined):
            end, joined, named = token.end(), False, word
            cases = (*cases, "gent") if "gent" not in cases else cases
        else:
            break
    return end


def _goes_with(noun: str, preposition: str, text: str, end: int) -> bool:
    if preposition in ("в", "во", "на", "при", "по"):
        return bool(_MOVEMENT.match(noun) or _MOVEMENT.search(text, max(0, end - 60), end) and not _MEANS.match(text, end))
    return bool(noun)


_MEANS = re.compile(r"\s+(?:в\s+(?:течени|срок|письменн|электронн|соответств|порядк|адрес)|на\s+(?:основани|адрес)|по\s+(?:адрес|почт|форм|результат|электрон))", re.I)


def _continues(word: str, cases: tuple[str, ...], joined: bool) -> bool:
    if word.isdecimal() or word.isupper() or word in ("N", "№"):
        return not joined
    forms = readings(word)
    if forms[0].pos in _STOPPING and not (joined is False and forms[0].pos == "PRTS"):
        return False
    if forms[0].pos == "PRTS":
        return False
    return any(form.pos in _NAMING and form.case in cases for form in forms) or (word[0].isupper() and has_reading(word, "NOUN", "gent"))
