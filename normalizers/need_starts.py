"""How a need begins: with a noun of action in the nominative, or with an infinitive.

Source: registry contract, version 1, section "Needs"; nouns: ``need_starts.toml``.

>>> starts_need("- получение информации"), starts_need("Личный прием"), starts_need("возможность подать жалобу")
(True, False, True)
>>> starts_need("регистрация не требуется"), starts_need("обеспечение равных возможностей для граждан")
(False, False)
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from normalizers.language import word_readings

_DATA = Path(__file__).with_name("need_starts.toml")
MARKER = re.compile(r"\s*(?:\d{1,2}\)\s*(?=[^\W\d_])|\d{1,2}[.)]\s+|\d{1,2}\.(?=[А-ЯЁа-яё])|[а-я]\)\s*)")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_NEED = re.compile(r"\bравны\w+ возможност|\w не \w", re.IGNORECASE)
_RECEIVED = re.compile(
    r"\W*при[её]м\s+(?:\w+(?:ого|ых|их|ой)\s+)?(?:документ|заявлени|заявок|обращени[йя]|жалоб|запрос|сообщени)",
    re.IGNORECASE,
)
"""«прием письменного обращения» is a need, «прием граждан» a place."""
_AMBIGUOUS = frozenset({"прием", "отзыв", "участие", "доступ", "контроль", "обмен"})
_ADJECTIVE_ENDS = ("ое", "ее", "ая", "яя", "ый", "ий")
_INFINITIVE_ENDS = ("ть", "ться", "ти", "тись", "чь")


@cache
def need_nouns() -> frozenset[str]:
    """Nouns that may head a need, in the nominative."""
    with _DATA.open("rb") as file:
        return frozenset(tomllib.load(file)["nouns"])


def is_infinitive(word: str) -> bool:
    """Whether a word in small letters is an infinitive."""
    return word.endswith(_INFINITIVE_ENDS) and any(f.pos == "INFN" for f in word_readings(word))


def is_modifier(word: str) -> bool:
    """Whether a word is an adjective that can only be nominative here, and no noun of the clause before."""
    found = word_readings(word) if word.endswith(_ADJECTIVE_ENDS) else ()
    nominative = any(form.pos in ("ADJF", "PRTF") and form.case == "nomn" for form in found)
    return nominative and not any(form.pos == "NOUN" and form.case == "gent" for form in found)


def _is_predicate(word: str) -> bool:
    """Whether a word is a finite verb or a short participle: "запись ведется", "прием организован"."""
    found = word_readings(word)
    return bool(found) and all(form.pos in ("VERB", "PRTS") for form in found)


@cache
def _plain_nouns() -> frozenset[str]:
    return need_nouns() - _AMBIGUOUS


@cache
def _qualified_nouns() -> frozenset[str]:
    return need_nouns() - {"прием", "отзыв", "доступ"}


@lru_cache(4096)
def starts_need(text: str) -> bool:
    """Whether a text begins as a need does."""
    marker = MARKER.match(text)
    head = text[marker.end() if marker else 0 :][:120].split(",")[0]
    words = [word.lower() for word in WORD.findall(head)[:6]]
    if not words or _NO_NEED.search(head) or any(_is_predicate(word) for word in words):
        return False
    if words[0] in _plain_nouns() or is_infinitive(words[0]) or _RECEIVED.match(head):
        return True
    return len(words) > 1 and is_modifier(words[0]) and words[1] in _qualified_nouns()
