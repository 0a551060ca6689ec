"""Office hours: a sentence with days and hours, a list of days under one heading, a small table of days.

Sentences that go on with breaks or days off ("Перерыв с 12.30 до 13.15.") belong to the schedule before them.
"""

import re
from collections.abc import Iterator

from extractor.codes import ProvisionKind
from extractor.provisions.found import FoundProvision, Passage, Unit
from extractor.provisions.items import item_quote
from extractor.provisions.places import place_hint
from extractor.registry import Opening
from normalizers.schedules import find_hours, parse_schedule
from normalizers.verbatim import Quote
from parsers.document import Table
from parsers.structure import Clause

_DAY = r"(?:понедельник|вторник|сред[аыу]\b|четверг|пятниц|суббот|воскресень|(?:пн|вт|ср|чт|пт|сб|вс)\b\.?)"
_REST = r"(?:технический\s+|обеденный\s+)?перерыв|обед|без\s+(?:обеда|перерыва)|выходн|нерабоч|не\s?при[её]мн"
_GOES_ON = re.compile(rf"(?:во?\s+)?(?:{_DAY}|{_REST}|(?:пред)?праздничн)", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"[\W\d]{{0,6}}(?:(?:во?|по|с)\s+)?(?:{_DAY}|{_REST}|(?:пред)?праздничн|ежедневно\s|будни)", re.IGNORECASE
)
_HEADING = re.compile(r"график|режим|час[ыа]\b|время|расписани|при[её]м", re.IGNORECASE)
_OF_HOURS = re.compile(r"график|режим|час[ыа]\b|время|расписани", re.IGNORECASE)
_FORBIDDEN = re.compile(r"\bне\s+допуска|\bзапрещ", re.IGNORECASE)
_AROUND_THE_CLOCK = re.compile(
    r"круглосуточно\b|круглосуточном\s+режиме|24\s?/\s?7|режим[^.]{0,40}круглосуточн", re.IGNORECASE
)
_FIGURE = re.compile(r"\d")


def find_schedules(unit: Unit) -> Iterator[FoundProvision]:
    """Schedules of the clause: its sentences, the list that it opens, its table."""
    clause = unit.clause
    if _may_tell_hours(unit) and not (clause.parent and _is_day(clause) and opens_schedule(clause.parent)):
        yield from _of_sentences(unit)
    if (clause.children and opens_schedule(clause)) or (clause.tables and _HEADING.search(unit.own)):
        yield from _of_list(unit)


def _may_tell_hours(unit: Unit) -> bool:
    figures = "круг" in unit.beginnings or any(word[0] in "0123456789" for word in unit.beginnings)
    return figures and find_hours(unit.own)


def _of_sentences(unit: Unit) -> Iterator[FoundProvision]:
    passages = unit.passages
    index = 0
    while index < len(passages):
        passage, last = passages[index], index
        value = openings(passage.text)
        if value:
            while last + 1 < len(passages) and _GOES_ON.match(passages[last + 1].text):
                last += 1
            end = passages[last].start + len(passages[last].text)
            if last > index:
                value = openings(unit.clause.view.text[passage.start : end])
            yield _schedule(unit, passage, end, value)
        index = last + 1


def _schedule(unit: Unit, first: Passage, end: int, value: list[Opening]) -> FoundProvision:
    text, hint = unit.clause.view.quote(first.start, end), place_hint(unit, first, ProvisionKind.SCHEDULE)
    return FoundProvision(ProvisionKind.SCHEDULE, unit.clause, text, value, hint)


def openings(text: str) -> list[Opening]:
    """The openings of one schedule as the registry has them.

    >>> [(opening.days, opening.opens) for opening in openings("пт. 9:00-16:00")]
    [(['fri'], '09:00')]
    """
    if not find_hours(text) or _FORBIDDEN.search(text) or not (_FIGURE.search(text) or _AROUND_THE_CLOCK.search(text)):
        return []
    found = parse_schedule(text)
    if any(not item.days and item.closes == "24:00" for item in found) and not _AROUND_THE_CLOCK.search(text):
        return []
    return [
        Opening(days=list(item.days), opens=item.opens, closes=item.closes, breaks=list(item.breaks))  # type: ignore[arg-type]
        for item in found
    ]


def opens_schedule(clause: Clause) -> bool:
    """Whether a clause introduces a list of days: "График приема:" with "понедельник – 9.00-12.00;" below."""
    if not clause.opens_list and not (clause.heading and _HEADING.search(clause.heading.text)):
        return False
    days = sum(_is_day(child) for child in clause.children)
    return days > 0 and (2 * days > len(clause.children) or bool(_OF_HOURS.search(clause.own)))


def _is_day(clause: Clause) -> bool:
    return bool(_DAY_FIRST.match(clause.own))


def _of_list(unit: Unit) -> Iterator[FoundProvision]:
    clause = unit.clause
    pieces = [item_quote(child).text for child in clause.children if _is_day(child)]
    pieces += [line for table in clause.tables for line in _table_lines(table)]
    value = openings("; ".join(pieces))
    if value:
        hint = place_hint(unit, unit.passages[-1], ProvisionKind.SCHEDULE) if unit.passages else None
        yield FoundProvision(ProvisionKind.SCHEDULE, clause, _introduction(clause), value, hint)


def _introduction(clause: Clause) -> Quote:
    return clause.text if clause.text.text else clause.heading or clause.text


def _table_lines(table: Table) -> list[str]:
    """Rows that begin with a day, as "понедельник: 9.00-18.00"; no other table is a schedule."""
    lines = []
    for row in table.rows:
        cells = [cell.text for cell in row.cells if cell.text]
        if cells and _DAY_FIRST.match(cells[0]):
            lines.append(": ".join(cells))
    return lines if len(lines) * 2 > len(table.rows) else []
