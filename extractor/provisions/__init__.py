"""Provisions: the rules of an order that stand around its touchpoints.

``find_provisions`` reads the tree of clauses once. A kind is one file; ``RULES`` is the ordered list of what is sought
in the sentences of a clause, ``introductions.RULES`` of what the items of a list may be. Text that amends another
order, blank forms and what is repealed give none.
"""

from collections.abc import Callable, Iterable

from extractor.provisions.deadlines import find_deadlines
from extractor.provisions.found import FoundProvision, Unit
from extractor.provisions.frequencies import find_frequencies
from extractor.provisions.items import is_void
from extractor.provisions.limits import find_limits
from extractor.provisions.listed import listed_in
from extractor.provisions.responsible import find_responsible
from extractor.provisions.schedules import find_schedules
from parsers.structure import Clause, Part, Signatory, Structure

RULES: tuple[Callable[[Unit], Iterable[FoundProvision]], ...] = (
    find_responsible,
    find_schedules,
    find_deadlines,
    find_limits,
    find_frequencies,
)
_OF_HEADINGS = (find_schedules,)
_AMENDING = ("изложить в следующей", "изложить в новой")


def find_provisions(structure: Structure) -> list[FoundProvision]:
    """Every provision of an order, in document order.

    Postconditions: ``text`` and ``quotes`` are found at their spans; an item that is a provision gives no other.
    """
    found: list[FoundProvision] = []
    for part in (structure.order, *structure.annexes):
        if part is not None and not part.form:
            signatory = part.signatory or structure.requisites.signatory
            for clause in part.clauses:
                _read(clause, part, signatory, found)
    return found


def _read(top: Clause, part: Part, signatory: Signatory | None, found: list[FoundProvision]) -> None:
    items: dict[str, list[FoundProvision]] = {}
    stack = [top]
    while stack:
        clause = stack.pop()
        if is_void(clause) or clause.id in items:
            found.extend(items.get(clause.id, ()))
            continue
        unit = Unit(clause, part, signatory)
        if _amends(unit):
            continue
        for provision in listed_in(unit):
            items.setdefault(provision.clause.id, []).append(provision)
        rules = RULES if clause.heading is None or unit.in_order else _OF_HEADINGS
        found.extend(provision for rule in rules for provision in rule(unit))
        found.extend(items.get(clause.id, ()))
        stack.extend(reversed(clause.children))


def _amends(unit: Unit) -> bool:
    """Whether the clause changes another order: "Внести в приказ … изменения", "изложить в следующей редакции"."""
    if unit.beginnings.isdisjoint(("внес", "изло", "след")):
        return False
    lower = unit.own.lower()
    if lower.lstrip().startswith("внести ") or any(words in lower for words in _AMENDING):
        return True
    return "следующего содержания" in lower and "дополнить" in lower


__all__ = ["RULES", "FoundProvision", "find_provisions"]
