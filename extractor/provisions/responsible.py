"""Duties of units and positions, and who has them: one provision for each clause that lays a duty.

A passive without an agent gives none; "контроль оставляю за собой" is the signatory's.
"""

import re
from collections.abc import Iterator

from extractor.provisions.agent_words import BEGINNINGS, head_forms
from extractor.provisions.agents import Sentence
from extractor.provisions.duties import RULES, Duty, may_be_done_by
from extractor.provisions.found import FoundProvision, Passage, Unit
from extractor.provisions.places import place_hint
from extractor.registry import ProvisionKind, Responsible
from normalizers.morphology import Form
from normalizers.verbatim import Quote
from parsers.structure import Clause

_SELF = re.compile(r"\bоставля(?:ю|ет|ем)\s+за\s+собой\b", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_PLURAL = frozenset({"ют", "ут", "ят", "ат"})
_FINITE = _PLURAL | {"ет", "ит", "ёт"}
_OWN_PLURAL = re.compile(r"\b(?:руководству|забот|обязу|отчитыва|знаком|обраща|убежда)\w*тся\b")
_SUBJECTS = {"nomn", "ablt"}
_GOVERNING = frozenset("в во на с со к ко по через за о об от для из у при без между над под перед".split())
_BRACKET = re.compile(r"\([^()]*\)")
_INFINITIVE = frozenset({"ть", "ти", "чь"})
_ROLE = re.compile(r"тветственн(?:ым|ой)|полномоченн(?:ым|ой)|координатор|оператор|куратор|исполнител|Ответственн|Координатор|Куратор")


def find_responsible(unit: Unit) -> Iterator[FoundProvision]:
    """At most one for the clause: everybody on whom its sentences lay a duty."""
    if "собо" in unit.beginnings and _SELF.search(unit.own):
        yield from _signatory(unit)
        return
    if not _names_somebody(unit):
        return
    found = [(passage, who) for passage in unit.passages if (who := _who(unit, passage))]
    if found:
        yield _provision(unit, found)


def _names_somebody(unit: Unit) -> bool:
    if not unit.beginnings.isdisjoint(BEGINNINGS):
        return True
    return unit.clause.opens_list and _items_may_name(unit.clause)


def _items_may_name(clause: Clause) -> bool:
    words = (_WORD.findall(child.own[:80])[:4] for child in clause.children)
    return any(_fits(head_forms(word), _SUBJECTS) for four in words for word in four)


def _who(unit: Unit, passage: Passage) -> list[Quote]:
    opens = passage.text.rstrip().endswith(":")
    if not _may_lay(passage.text) and not (opens and (_may_head_list(passage.text) or _items_may_name(unit.clause))):
        return []
    sentence = Sentence(passage.text)
    duty = Duty(sentence, unit.clause, unit.in_order)
    agents = next((agents for rule in RULES if (agents := rule(duty))), [])
    quotes = [passage.quote(agent.start, agent.end) for agent in agents]
    return quotes or (_of_items(unit.clause) if opens and may_be_done_by(sentence) else [])


def _may_lay(text: str) -> bool:
    """A cheap look: somebody in a case for which the sentence has a predicate, behind no preposition."""
    words = _WORD.findall(_BRACKET.sub(" ", text) if "(" in text else text)
    cases = _cases(text, {word[-2:] for word in words})
    previous = ""
    for word in words:
        forms = head_forms(word)
        if forms and _fits(forms, cases if previous not in _GOVERNING else cases & {"accs"}):
            return True
        previous = word.lower()
    return False


def _may_head_list(text: str) -> bool:
    """As in "Структурные подразделения:", "Отделу кадров:": somebody stands at the head."""
    words = _WORD.findall(text)
    return any(form.case in ("nomn", "datv") for word in words[:5] for form in head_forms(word)) or _fits_any(words, {"nomn", "datv"})


def _fits_any(words: list[str], cases: set[str]) -> bool:
    return any(_fits(head_forms(word), cases) for word in words)


def _cases(text: str, tails: set[str]) -> set[str]:
    """Cases that the predicates of a sentence leave to agents; "plural" where a verb is plural."""
    cases: set[str] = set()
    if not tails.isdisjoint(_FINITE) or "ся" in tails or "долж" in text or "обязан" in text or "тветственн" in text:
        cases |= {"nomn"}
    if not tails.isdisjoint(_PLURAL) or "должны" in text or "обязаны" in text or "тся" in text and _OWN_PLURAL.search(text):
        cases |= {"plural"}
    if "ся" in tails or " быть " in text:
        cases |= {"ablt"}
    if not tails.isdisjoint(_INFINITIVE) or "поруча" in text or "надлеж" in text:
        cases |= {"datv"}
    if "озл" in text:
        cases |= {"accs"}
    if _ROLE.search(text):
        cases |= {"accs", "nomn"}
    return cases


def _fits(forms: tuple[Form, ...], cases: set[str]) -> bool:
    """Whether a head has a reading in one of the cases; a plural that may be a genitive ("министерства") needs its verb."""
    genitive = any(form.case == "gent" for form in forms)
    return any(
        form.case in cases and not (genitive and form.case == "nomn" and form.number == "plur" and "plural" not in cases) for form in forms
    )


def _of_items(clause: Clause) -> list[Quote]:
    return [quote for child in clause.children for quote in _first_agent(child)]


def _first_agent(clause: Clause) -> list[Quote]:
    """Who an item begins with: "министр – первый вторник месяца"."""
    sentence = Sentence(clause.own)
    for case in ("nomn", "ablt"):
        agent = next((agent for agent in sentence.agents(case) if agent.first == 0), None)
        if agent:
            return [clause.view.quote(clause.start + agent.start, clause.start + agent.end)]
    return []


def _provision(unit: Unit, found: list[tuple[Passage, list[Quote]]]) -> FoundProvision:
    who = list({quote.text: quote for _, quotes in found for quote in quotes}.values())
    passage = found[0][0]
    text = passage.quote() if len(found) == 1 else unit.clause.view.quote(unit.clause.start, unit.clause.end)
    return _made(unit, text, who, place_hint(unit, passage, ProvisionKind.RESPONSIBLE))


def _made(unit: Unit, text: Quote, who: list[Quote], hint: str | None) -> FoundProvision:
    value = Responsible(who=[quote.text for quote in who])
    quotes = tuple((f"/value/who/{index}", quote) for index, quote in enumerate(who))
    return FoundProvision(ProvisionKind.RESPONSIBLE, unit.clause, text, value, hint, quotes=quotes)


def _signatory(unit: Unit) -> Iterator[FoundProvision]:
    """As in "Контроль за исполнением настоящего приказа оставляю за собой"."""
    passage = next((passage for passage in unit.passages if _SELF.search(passage.text)), unit.passages[0])
    position = unit.signatory.position if unit.signatory else None
    yield _made(unit, passage.quote(), [position] if position else [], None)
