"""Headings: a short noun phrase that stands over text, with a number or without."""

import re

from normalizers.morphology import readings
from parsers.markers import Kind, Marker

_MAX_WORDS = 22
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[а-яё]+)*")
_PREDICATES = ("VERB", "PRTS", "ADJS", "PRED")
_SHORT = 80
_SENTENCE = re.compile(r"[А-ЯЁ«\"].{20,}[.:]$", re.DOTALL)
_CHANNEL = re.compile(r"\W*(?:цифров|офф?лайн|онлайн|очн|дистанционн)\w*[\s-]+точк", re.IGNORECASE)


def is_heading(text: str) -> bool:
    """Whether the words behind a number are a heading: short, capital first, no predicate, no colon.

    >>> is_heading("Офлайн-точки"), is_heading("Мессенджер."), is_heading("Общие положения")
    (True, True, True)
    >>> is_heading("Прием граждан осуществляется по очереди."), is_heading("Инструменты взаимодействия:")
    (False, False)
    >>> is_heading("Разместить настоящий приказ на сайте.")
    False
    """
    text = text.strip()
    if not text or (not text[0].isupper() and text[0] not in '"«(') or text.endswith((":", ";", ",")):
        return False
    body = text.rstrip(".")
    if ". " in body.replace("г. ", "г.") or ":" in body or " – " in body or " - " in body:
        return False
    words = _WORD.findall(body)
    if not 0 < len(words) <= _MAX_WORDS:
        return False
    if len(words) > 6 and text.endswith("."):
        return False
    return readings(words[0].lower())[0].pos != "INFN" and not any(_is_predicate(word) for word in words)


def _is_predicate(word: str) -> bool:
    forms = readings(word.lower())
    return forms[0].pos in _PREDICATES and not any(form.pos == "NOUN" for form in forms)


def is_unnumbered_heading(text: str, following: Marker | None, body: str = "") -> bool:
    """Whether a paragraph without a number is a heading: it stands over a numbered unit or a whole sentence.

    ``following`` is the marker of the next paragraph, ``body`` its words.

    >>> is_unnumbered_heading("Общие положения", Marker(Kind.INTEGER, "1.", "1", 3))
    True
    >>> is_unnumbered_heading("Общие положения", Marker(Kind.NONE, "", "", 0), "Точки делятся на цифровые и офлайн.")
    True
    """
    if following is None or text.rstrip().endswith(".") or _CHANNEL.match(text) or not is_heading(text):
        return False
    if following.kind in (Kind.INTEGER, Kind.DECIMAL):
        return True
    return following.kind is Kind.NONE and len(text) <= _SHORT and bool(_SENTENCE.match(body.strip()))
