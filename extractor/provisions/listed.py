"""Provisions that are items of a list: one for each item, its value empty.

A list is the children of a clause that ends in a colon (or of a heading), or the pieces between semicolons of one
paragraph.
"""

from extractor.codes import ProvisionKind
from extractor.provisions.found import FoundProvision, Unit
from extractor.provisions.introductions import kind_of_list, may_introduce
from extractor.provisions.items import inline_items, item_quote, list_items
from normalizers.morphology import readings
from normalizers.sentences import split_sentences
from parsers.markers import Kind
from parsers.structure import Clause

_OF_THINGS = frozenset({ProvisionKind.UPDATE_GROUND, ProvisionKind.REQUIRED_CONTENT, ProvisionKind.INDICATOR})
_VERB_ENDINGS = ("ет", "ит", "ют", "ут", "ят", "ат", "ся", "ть", "ти")
_MARKED = (Kind.ITEM, Kind.LETTER, Kind.BULLET)


def listed_in(unit: Unit) -> list[FoundProvision]:
    """Provisions that are items of the list the clause opens, in a list of its own or in the same paragraph."""
    if not may_introduce(unit.beginnings):
        return []
    clause = unit.clause
    if clause.children and (clause.opens_list or clause.heading):
        return _from_children(clause)
    return _from_paragraph(clause) if ":" in unit.own and ";" in unit.own else []


def _from_children(clause: Clause) -> list[FoundProvision]:
    items = list_items(clause)
    if clause.heading and not clause.opens_list:
        items = [item for item in items if item.kind in _MARKED]
    kind = kind_of_list(_introduction(clause)) if items else None
    if kind is None or (kind in _OF_THINGS and _is_action(items[0])):
        return []
    return [FoundProvision(kind, item, item_quote(item), line=clause.id) for item in items]


def _introduction(clause: Clause) -> str:
    """The sentence that ends in the colon."""
    text = clause.view.text
    start, end = split_sentences(text, clause.start, clause.end)[-1]
    return text[start:end]


def _is_action(item: Clause) -> bool:
    """An item that tells what somebody does ("вносит изменения") is no ground and no content."""
    first = item.own.split(maxsplit=1)[:1]
    return bool(first) and first[0].endswith(_VERB_ENDINGS) and readings(first[0])[0].pos in ("VERB", "INFN")


def _from_paragraph(clause: Clause) -> list[FoundProvision]:
    """As in "Основаниями для отказа являются: 1) неполнота сведений; 2) отсутствие подписи."."""
    text = clause.view.text
    for start, end in split_sentences(text, clause.start, clause.end):
        colon = text.find(":", start, end)
        if colon < 0 or ";" not in text[colon:end]:
            continue
        kind = kind_of_list(text[start : colon + 1])
        if kind is not None:
            quotes = inline_items(clause, colon + 1, end)
            return [FoundProvision(kind, clause, quote, line=clause.id) for quote in quotes]
    return []
