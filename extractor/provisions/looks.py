"""Cheap looks before a sentence is taken apart: may it lay a duty on somebody?

Only words are compared here, no phrase is built; a look may say yes in vain, never no to a duty.

>>> may_lay("Перечень ведется отделом кадров"), may_lay("Ссылка размещается на сайте министерства")
(True, False)
"""

import re

from extractor.provisions.agent_words import head_forms
from extractor.provisions.vocabulary import word_set
from normalizers.morphology import Form
from parsers.structure import Clause

_WORD = re.compile(r"[\w-]+")
_BRACKET = re.compile(r"\([^()]*\)")
_PLURAL = frozenset({"ют", "ут", "ят", "ат"})
_FINITE = _PLURAL | {"ет", "ит", "ёт"}
_INFINITIVE = frozenset({"ть", "ти", "чь"})
_OWN_PLURAL = re.compile(r"\b(?:руководству|забот|обязу|отчитыва|знаком|обраща|убежда)\w*тся\b")
_ROLES = ("тветственн", "полномоченн", "оординатор", "ператор", "уратор", "сполнител")
_PREPOSITIONS = word_set("в во на с со к ко по через за о об от для из у при без между над под перед")
_HEAD_OF_LIST = 5
_HEAD_OF_ITEM = 4


def may_lay(text: str) -> bool:
    """Whether somebody stands in a case for which the sentence has a predicate, behind no preposition."""
    words = _WORD.findall(_BRACKET.sub(" ", text) if "(" in text else text)
    heads = [(index, forms) for index, word in enumerate(words) if (forms := head_forms(word))]
    if not heads:
        return False
    cases = _cases(text, {word[-2:] for word in words})
    behind = cases & {"accs"}
    for index, forms in heads:
        governed = index > 0 and words[index - 1].lower() in _PREPOSITIONS
        if _fits(forms, behind if governed else cases):
            return True
    return False


def may_head_list(text: str) -> bool:
    """As in "Структурные подразделения:", "Отделу кадров:": somebody stands before the colon."""
    words = _WORD.findall(text)
    first = any(form.case in ("nomn", "datv") for word in words[:_HEAD_OF_LIST] for form in head_forms(word))
    return first or any(_fits(head_forms(word), {"nomn", "datv"}) for word in words)


def items_may_name(clause: Clause) -> bool:
    """Whether an item of the clause's list may begin with somebody."""
    heads = (_WORD.findall(child.own[:80])[:_HEAD_OF_ITEM] for child in clause.children)
    return any(_fits(head_forms(word), {"nomn", "ablt"}) for words in heads for word in words)


def _cases(text: str, tails: set[str]) -> set[str]:
    """Cases that the predicates of a sentence leave to agents; "plural" where a verb is plural."""
    cases: set[str] = set()
    obliged = "долж" in text or "обязан" in text
    role = any(stem in text for stem in _ROLES)
    if obliged or role or not tails.isdisjoint(_FINITE) or "ся" in tails:
        cases.add("nomn")
    if obliged or not tails.isdisjoint(_PLURAL) or ("тся" in text and _OWN_PLURAL.search(text)):
        cases.add("plural")
    if "ся" in tails or " быть " in text:
        cases.add("ablt")
    if not tails.isdisjoint(_INFINITIVE) or "ться" in text or "поруча" in text or "надлеж" in text:
        cases.add("datv")
    if "озл" in text or role:
        cases.add("accs")
    return cases


def _fits(forms: tuple[Form, ...], cases: set[str]) -> bool:
    """Whether a head has a reading in one of the cases; a plural that may be a genitive needs a plural verb."""
    if not any(form.case in cases for form in forms):
        return False
    genitive = "plural" not in cases and any(form.case == "gent" for form in forms)
    return any(
        form.case in cases and not (genitive and form.case == "nomn" and form.number == "plur") for form in forms
    )
