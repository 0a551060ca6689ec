"""Postal addresses as chains of elements: index, region, settlement, street, house, room.

A chain grows from a street or settlement with a house: forward to the last part of the building, floor or room,
backward to the index, region or settlement that stands first. A settlement without its mark ("Магадан, ул. Горького,
6") counts after an index or region, or where the dictionary knows the word as a place.

>>> [(item.kind, item.text) for item in find_chains("630007, г. Омск, Красный проспект, 18")[0].elements]
[('index', '630007'), ('settlement', 'г. Омск'), ('street', 'Красный проспект'), ('house', '18')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from normalizers.address_patterns import (
    BARE_SETTLEMENT,
    BEFORE,
    HOUSE,
    HOUSE_FIGURE,
    INDEX_HOUSE,
    MARK,
    NAME_BEFORE,
    PLAIN_HOUSE,
    PLAIN_STREET,
    QUARTER_BEFORE,
    SETTLEMENT_HOUSE,
    STREET,
    TAIL,
)

_LOOK_BACK = 110
_LONGEST_STREET = 120
_MOST_BEFORE, _MOST_AFTER = 8, 8
_EDGES = " \t\r\n\u00a0,"


@dataclass(frozen=True, slots=True)
class Element:
    """One element of an address: its kind and its printed text."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Chain:
    """An address: its elements in order."""

    elements: tuple[Element, ...]

    @property
    def start(self) -> int:
        """Where the first element starts."""
        return self.elements[0].start

    @property
    def end(self) -> int:
        """Where the last element ends."""
        return self.elements[-1].end


def find_chains(text: str) -> list[Chain]:
    """Every address of the text in order."""
    found: list[Chain] = []
    end = 0
    for mark in _marks(text):
        if mark.start() < end:
            continue
        core = _core(text, mark, end)
        if core:
            found.append(Chain((*_before(text, core[0].start, end), *core, *_after(text, core[-1].end))))
            end = found[-1].end
    return found


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Marks that stand near enough before a figure that can be a house."""
    done = 0
    for figure in HOUSE_FIGURE.finditer(text):
        start = max(done, figure.start() - _LONGEST_STREET)
        if start < figure.start():
            yield from MARK.finditer(text, start, figure.start())
            done = figure.start()


def _core(text: str, mark: re.Match[str], begin: int) -> list[Element]:
    """Street and house, or settlement and house, around the mark; empty where there are none."""
    if mark["settlement"] or mark["index"]:
        return _settlement_core(text, mark) if mark["settlement"] else _index_core(text, mark)
    if mark[0].lower() == "пр." and text[max(0, mark.start() - 2) : mark.start()] in ("и ", "и\u00a0"):
        return []
    after = (STREET.match(text, mark.end()) if mark["street"] else None) or PLAIN_STREET.match(text, mark.end())
    if after:
        return _elements(text, ("street", mark.start(), after.start("house")), ("house", *after.span("house")))
    house = HOUSE.match(text, mark.end()) if mark["street"] else PLAIN_HOUSE.match(text, mark.end())
    start = _name_before(text, mark, begin) if house else None
    if house is None or start is None:
        return []
    return _elements(text, ("street", start, house.start("house")), ("house", *house.span("house")))


def _name_before(text: str, mark: re.Match[str], begin: int) -> int | None:
    """Where the name of a street before its mark starts."""
    lowest = max(begin, mark.start() - _LOOK_BACK)
    names = [*NAME_BEFORE]
    if PLAIN_HOUSE.match(text, mark.end()):
        names.append(QUARTER_BEFORE)
    for name in names:
        before = name.search(text, lowest, mark.start())
        if before:
            return before.start()
    return None


def _index_core(text: str, mark: re.Match[str]) -> list[Element]:
    match = INDEX_HOUSE.match(text, mark.start())
    if match is None:
        return []
    named = [(kind, *match.span(kind)) for kind in ("settlement", "street", "house")]
    return _elements(text, ("index", *mark.span()), *named)


def _settlement_core(text: str, mark: re.Match[str]) -> list[Element]:
    match = SETTLEMENT_HOUSE.match(text, mark.start())
    if match is None:
        return []
    if match["house"]:
        settlement = ("settlement", mark.start(), match.start("house"))
        return _elements(text, settlement, ("house", *match.span("house")))
    settlement, street = ("settlement", mark.start(), match.start("street")), ("street", *match.span("street"))
    return _elements(text, settlement, street, ("house", *match.span("street_house")))


def _after(text: str, position: int) -> list[Element]:
    found: list[Element] = []
    while len(found) < _MOST_AFTER:
        match = TAIL.match(text, position)
        if match is None:
            break
        kind = str(match.lastgroup)
        found += _elements(text, ("room" if kind == "bracketed" else kind, *match.span(kind)))
        position = match.end(kind)
    return found


def _before(text: str, position: int, begin: int) -> list[Element]:
    found: list[Element] = []
    while len(found) < _MOST_BEFORE:
        lowest = max(begin, position - _LOOK_BACK)
        match = BEFORE.search(text, lowest, position)
        kind = str(match.lastgroup) if match else "settlement"
        start = match.start() if match else _bare_settlement(text, lowest, position)
        if start is None:
            break
        found = _elements(text, (kind, start, position)) + found
        position = start
    while found and found[0].kind == "country":
        found = found[1:]
    return found


def _bare_settlement(text: str, lowest: int, position: int) -> int | None:
    """Where a settlement without a mark starts: "630007, Новосибирск, ", "адрес: Магадан, "."""
    match = BARE_SETTLEMENT.search(text, lowest, position)
    if match is None:
        return None
    before = BEFORE.search(text, max(lowest, match.start() - _LOOK_BACK), match.start())
    if before and before.lastgroup in ("index", "region", "district", "country"):
        return match.start()
    return _known_place(match)


def _known_place(match: re.Match[str]) -> int | None:
    words = match[0].split()
    if not _is_place(words[-1]):
        return None
    whole = len(words) == 2 and words[0].lower().endswith(("ий", "ый", "ой", "ая", "ое", "ые", "ие"))
    return match.start() if whole or len(words) == 1 else match.end() - len(words[-1])


def _is_place(word: str) -> bool:
    from normalizers.morphology import analyzer

    return any("Geox" in reading.tag for reading in analyzer().parse(word.lower()))


def _elements(text: str, *spans: tuple[str, int, int]) -> list[Element]:
    found = []
    for kind, start, end in spans:
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        found.append(Element(kind, start, end, text[start:end]))
    return found
