"""The head of a definition: "клиент (внешний клиент) – физическое лицо …".

Source: registry contract, version 1, "Definition". A dash also stands in opening hours, addresses, contacts, lists of
needs and of duties; the words before and after it tell, with the word lists of ``terms.toml``.

>>> text = "клиент (далее – заявитель) – гражданин или организация"
>>> term = find_term(text)
>>> text[term.start : term.end], text[term.body :]
('клиент', 'гражданин или организация')
>>> lines = ("График: вторник – четверг: 14:00 – 18:00", "Телефон – 8 (8692) 55-74-69", "При отказе – ответ клиенту")
>>> [find_term(line) for line in lines]
[None, None, None]
"""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from normalizers.channels import is_channel_only
from normalizers.morphology import lemma, readings
from normalizers.need_split import starts_need
from normalizers.touchpoint_types import types_of

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("terms.toml").read_text(encoding="utf-8"))
_NOT_FIRST, _POINTING, _ABOUT_TERMS, _STATED = (
    frozenset(_WORDS[key]) for key in ("not_first", "pointing", "about_terms", "stated")
)

_DASH = re.compile(r"[\s\xa0][-–—−]{1,2}(?:[\s\xa0]+|(?<=[–—])(?=\S))|(?<=[^\s\d])[–—][\s\xa0]+")
_ABBREVIATION = re.compile(r"[\s\xa0]*\(\s*(?:далее|именуем)[^()]*\)[\s\xa0]*\Z", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+(?:-[A-Za-zА-Яа-яЁё]+)*")
_MARKS = re.compile(r"[;:!?<>|{}=@/]|\.\s|\.\Z|\d{3}")
_WEEKDAY = re.compile(
    r"(?:с\s+)?(?:понедельник|вторник|сред[аыу]\b|четверг|пятниц|суббот|воскресень|пн|вт|ср|чт|пт|сб|вс|ежедневн|выходн|будн)",
    re.IGNORECASE,
)
_NO_MEANING = re.compile(
    r"\W*(?:\d|_{2}|https?:|www\.|[\w.+-]+@|(?:г|ул|д|пр|тел|каб)\.|(?:\+7|8)\s?\(|да\W|нет\W)"
    r"|[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.",
)
_PREDICATES = ("VERB", "INFN", "PRTS", "GRND", "ADJS")
_NAMES = ("NOUN", "ADJF", "PRTF", "NPRO", "NUMR")
_PAIRS = {"«": "»", '"': '"', "“": "”", "„": "“"}
_LONGEST, _MOST_WORDS, _SCAN = 220, 16, 260


class Term(NamedTuple):
    """A term from ``start`` to ``end``, and where its meaning begins."""

    start: int
    end: int
    body: int


def find_term(text: str, start: int = 0, end: int | None = None, in_glossary: bool = False) -> Term | None:
    """The term that begins at ``start`` and has a dash before ``end``.

    In a chapter of definitions (``in_glossary``) a line with a dash need only look like a term; elsewhere what follows
    must be a noun phrase too, and say no opening hour, contact, duty or need.

    >>> find_term("Рабочее время – с 8.00 до 17.00"), find_term("Рабочее время – с 8.00 до 17.00", in_glossary=True)
    (None, Term(start=0, end=13, body=16))
    """
    end = len(text) if end is None else end
    dash = _dash(text, start, end)
    if dash is None:
        return None
    first, last = _trimmed(text, start, dash.start())
    if not _is_term(text[first:last], in_glossary) or _NO_MEANING.match(text, dash.end(), end) or dash.end() >= end:
        return None
    if not in_glossary and not _is_meaning(text[first:last], text[dash.end() : min(end, dash.end() + _SCAN)]):
        return None
    return Term(first, last, dash.end())


def _dash(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first dash outside brackets."""
    for dash in _DASH.finditer(text, start, min(end, start + _SCAN)):
        if text.count("(", start, dash.start()) <= text.count(")", start, dash.start()):
            return dash
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The term without blanks, a "(далее – …)" at its end and marks around the whole of it."""
    abbreviation = _ABBREVIATION.search(text, start, end)
    end = abbreviation.start() if abbreviation else end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    closing = _PAIRS.get(text[start : start + 1])
    if closing and end - start > 2 and text.find(closing, start + 1, end) == end - 1:
        return start + 1, end - 1
    return start, end


def _is_term(term: str, in_glossary: bool) -> bool:
    """A noun phrase in the nominative, no sentence."""
    bare = _BRACKETS.sub(" ", term)
    words = _WORD.findall(bare)
    if not words or len(term) > _LONGEST or len(words) > _MOST_WORDS or _MARKS.search(bare) or _WEEKDAY.match(term):
        return False
    if term.count("«") != term.count("»") or term.count('"') % 2:
        return False
    first = words[0].lower()
    if first in _NOT_FIRST or lemma(first) in _POINTING or not _ABOUT_TERMS.isdisjoint(map(lemma, words)):
        return False
    if bare.rstrip().endswith(",") or any(_is_predicate(word) for word in words):
        return False
    if not _is_nominative(first) or not any(_is_name(word) for word in words):
        return False
    return in_glossary or not any(lemma(word) in _STATED for word in words[:2])


def _is_meaning(term: str, body: str) -> bool:
    """A noun phrase in the nominative that is no channel, opening hour or need."""
    words = _WORD.findall(body)
    if len(words) < 2 or words[0].lower() in _NOT_FIRST or _WEEKDAY.match(body) or not _is_nominative(words[0].lower()):
        return False
    if is_channel_only(body.rstrip(" .;,")):
        return False
    return not (starts_need(body) and types_of(term).codes)


def _is_predicate(word: str) -> bool:
    forms = readings(word.lower())
    return forms[0].pos in _PREDICATES and not any(form.pos in ("NOUN", "ADJF", "PRTF") for form in forms)


def _is_nominative(word: str) -> bool:
    """Whether the word can be in the nominative; a word without cases can stand before one."""
    forms = readings(word)
    return any(form.case == "nomn" or form.pos not in (*_NAMES, *_PREDICATES, "PREP", "CONJ") for form in forms)


def _is_name(word: str) -> bool:
    forms = readings(word.lower())
    return word.isupper() or any(form.case == "nomn" for form in forms) or not forms[0].pos
