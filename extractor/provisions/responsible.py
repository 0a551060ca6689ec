"""Duties of units and positions, and who has them: one provision for each clause that lays a duty.

A passive without an agent gives none; "контроль оставляю за собой" is the signatory's.
"""

import re
from collections.abc import Iterator

from extractor.provisions.agent_words import STEMS, head_forms
from extractor.provisions.agents import Sentence
from extractor.provisions.duties import RULES, Duty, may_be_done_by
from extractor.provisions.found import FoundProvision, Passage, Unit, holds
from extractor.provisions.places import place_hint
from extractor.registry import ProvisionKind, Responsible
from normalizers.verbatim import Quote
from parsers.structure import Clause

_SELF = re.compile(r"\bоставля(?:ю|ет|ем)\s+за\s+собой\b", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_FINITE = frozenset({"ет", "ит", "ёт", "ют", "ут", "ят", "ат"})
_INFINITIVE = frozenset({"ть", "ти", "чь"})
_LAYING = ("возл", "назнач", "определ", "закреп", "утверд")


def find_responsible(unit: Unit) -> Iterator[FoundProvision]:
    """At most one for the clause: everybody on whom its sentences lay a duty."""
    if "за собой" in unit.lower and _SELF.search(unit.own):
        yield from _signatory(unit)
        return
    if not _names_somebody(unit.clause, unit.lower):
        return
    found = [(passage, who) for passage in unit.passages if (who := _who(unit, passage))]
    if found:
        yield _provision(unit, found)


def _names_somebody(clause: Clause, lower: str) -> bool:
    if holds(lower, STEMS):
        return True
    return lower.rstrip().endswith(":") and any(holds(child.own[:40].lower(), STEMS) for child in clause.children)


def _who(unit: Unit, passage: Passage) -> list[Quote]:
    opens = passage.text.rstrip().endswith(":")
    if not _may_lay(passage.text, opens):
        return []
    sentence = Sentence(passage.text)
    duty = Duty(sentence, unit.clause, unit.in_order)
    agents = next((agents for rule in RULES if (agents := rule(duty))), [])
    quotes = [passage.quote(agent.start, agent.end) for agent in agents]
    return quotes or (_of_items(unit.clause) if opens and may_be_done_by(sentence) else [])


def _may_lay(text: str, opens: bool) -> bool:
    """A cheap look: somebody in a case for which the sentence has a predicate, or a list that may name them."""
    words = _WORD.findall(text)
    tails = {word[-2:] for word in words}
    cases = set()
    if tails & _FINITE or "ся" in tails or holds(text, ("долж", "обязан", "тветственн")) or opens:
        cases |= {"nomn"}
    if "ся" in tails or " быть " in text:
        cases |= {"ablt"}
    if tails & _INFINITIVE or "ся" in tails or opens:
        cases |= {"datv"}
    if holds(text.lower(), _LAYING):
        cases |= {"accs", "nomn"}
    return opens or any(form.case in cases for word in words for form in head_forms(word))


def _of_items(clause: Clause) -> list[Quote]:
    return [quote for child in clause.children for quote in _first_agent(child)]


def _first_agent(clause: Clause) -> list[Quote]:
    """Who an item begins with: "министр – первый вторник месяца"."""
    if not holds(clause.own[:60].lower(), STEMS):
        return []
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
