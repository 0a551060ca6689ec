"""Numbers that repeat or leave a gap, among clauses and among rows and items of touchpoints."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.diagnostics.case import Case, Finding
from normalizers.errors import ReestrError
from normalizers.romans import roman_to_int
from parsers.markers import Kind
from parsers.structure import Clause

_LAST = re.compile(r"(\d+)$")


def clause_numbers(case: Case) -> Iterator[Finding]:
    """A clause that repeats the number of a neighbour, or skips one."""
    parts = [*([case.structure.order] if case.structure.order else []), *case.structure.annexes]
    for part in parts:
        yield from _siblings([clause for clause in part.clauses if _is_chapter(clause)])
        yield from _siblings(
            [clause for clause in part.walk() if clause.kind is Kind.INTEGER and not _is_chapter(clause)]
        )
        for clause in part.walk():
            yield from _siblings([child for child in clause.children if child.kind is Kind.DECIMAL], _prefix(clause))
            yield from _siblings([child for child in clause.children if child.kind is Kind.ITEM])


def _is_chapter(clause: Clause) -> bool:
    """A chapter, or an arabic number over numbered clauses."""
    if clause.kind is Kind.CHAPTER:
        return True
    numbered = any(child.kind in (Kind.INTEGER, Kind.DECIMAL) for child in clause.children)
    return clause.kind is Kind.INTEGER and clause.heading is not None and numbered


def _prefix(clause: Clause) -> bool:
    return clause.kind in (Kind.INTEGER, Kind.DECIMAL)


def _siblings(clauses: Sequence[Clause], from_one: bool = False) -> Iterator[Finding]:
    previous = 0 if from_one and clauses else None
    seen: set[str] = set()
    for clause in clauses:
        number = _value(clause)
        place = (clause.span.start, clause.span.end)
        if clause.label in seen:
            yield Finding("duplicate_number", "warning", f"number {clause.marker} stands twice", place, clause.id)
        elif number is not None and previous is not None and number > previous + 1:
            yield Finding("numbering_gap", "info", f"{clause.marker} follows {previous or 'nothing'}", place, clause.id)
        seen.add(clause.label)
        previous = number if number is not None else previous
        if number == 1:
            seen = {clause.label}


def _value(clause: Clause) -> int | None:
    found = _LAST.search(clause.label)
    if found:
        return int(found[1])
    try:
        return roman_to_int(clause.label)
    except ReestrError:
        return None


def row_numbers(case: Case) -> Iterator[Finding]:
    """A number that two different rows of a section, or two items of a list, share."""
    seen: dict[tuple[object, ...], dict[str, int]] = defaultdict(dict)
    for index, (place, touchpoint) in enumerate(zip(case.places, case.touchpoints, strict=True)):
        told_by_clauses = place.origin == "list" and (touchpoint.number or "").isdigit()
        if not touchpoint.number or place.number is None or told_by_clauses:
            continue
        group = (place.annex, place.clause, place.section.spans if place.section else None, place.origin)
        known = seen[group].get(touchpoint.number)
        if known is not None and case.places[known].number is not None:
            other = case.places[known].number
            if other is not None and other.spans != place.number.spans:
                source = touchpoint.source
                message = f"number {touchpoint.number} stands twice in one section"
                yield Finding("duplicate_number", "warning", message, (source.start, source.end), touchpoint.id)
        seen[group][touchpoint.number] = index
