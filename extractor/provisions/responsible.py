"""Duties of units and positions, and who has them: one provision for each clause that lays a duty.

A passive without an agent gives none; "контроль оставляю за собой" is the signatory's.
"""

import re
from collections.abc import Iterator

from extractor.codes import ProvisionKind
from extractor.definitions import introduces_terms
from extractor.provisions.agent_words import BEGINNINGS
from extractor.provisions.agents import Sentence
from extractor.provisions.duties import RULES, Duty, case_of_items
from extractor.provisions.found import FoundProvision, Passage, Unit
from extractor.provisions.looks import items_may_name, may_head_list, may_lay
from extractor.provisions.places import place_hint
from extractor.registry import Responsible
from normalizers.verbatim import Quote
from parsers.structure import Clause

_SELF = re.compile(r"\bоставля(?:ю|ет|ем)\s+за\s+собой\b", re.IGNORECASE)
_LONGEST = 5000  # no sentence is longer


def find_responsible(unit: Unit) -> Iterator[FoundProvision]:
    """At most one for the clause: everybody on whom its sentences lay a duty; a definition lays none."""
    parent = unit.clause.parent
    if parent is not None and introduces_terms(parent):
        return
    if "собо" in unit.beginnings and _SELF.search(unit.own):
        yield from _signatory(unit)
    elif not unit.beginnings.isdisjoint(BEGINNINGS) or (unit.clause.opens_list and items_may_name(unit.clause)):
        found = [(passage, who) for passage in unit.passages if (who := _who(unit, passage))]
        if found:
            yield _provision(unit, found)


def _who(unit: Unit, passage: Passage) -> list[Quote]:
    opens = passage.text.rstrip().endswith(":")
    if len(passage.text) > _LONGEST:
        return []
    if not may_lay(passage.text) and not (opens and (may_head_list(passage.text) or items_may_name(unit.clause))):
        return []
    duty = Duty(Sentence(passage.text), unit.clause, unit.in_order)
    agents = next((agents for rule in RULES if (agents := rule(duty))), [])
    if agents:
        return [passage.quote(agent.start, agent.end) for agent in agents]
    case = case_of_items(duty)
    return [quote for child in unit.clause.children for quote in _first_agent(child, case)] if case else []


def _first_agent(clause: Clause, case: str) -> list[Quote]:
    """Who an item begins with: "министр – первый вторник месяца"."""
    first = next((agent for agent in Sentence(clause.own).agents(case) if agent.first == 0), None)
    return [clause.view.quote(clause.start + first.start, clause.start + first.end)] if first else []


def _provision(unit: Unit, found: list[tuple[Passage, list[Quote]]]) -> FoundProvision:
    who = list({quote.text: quote for _, quotes in found for quote in quotes}.values())
    passage = found[0][0]
    text = passage.quote() if len(found) == 1 else unit.clause.view.quote(unit.clause.start, unit.clause.end)
    return _made(unit, text, who, place_hint(unit, passage, ProvisionKind.RESPONSIBLE))


def _signatory(unit: Unit) -> Iterator[FoundProvision]:
    """As in "Контроль за исполнением настоящего приказа оставляю за собой"."""
    passage = next((passage for passage in unit.passages if _SELF.search(passage.text)), unit.passages[0])
    position = unit.signatory.position if unit.signatory else None
    yield _made(unit, passage.quote(), [position] if position else [], None)


def _made(unit: Unit, text: Quote, who: list[Quote], hint: str | None) -> FoundProvision:
    value = Responsible(who=[quote.text for quote in who])
    quotes = tuple((f"/value/who/{index}", quote) for index, quote in enumerate(who))
    return FoundProvision(ProvisionKind.RESPONSIBLE, unit.clause, text, value, hint, quotes=quotes)
