"""All touchpoints of an order in document order: tables, lists, clauses, definitions, then merging and addresses."""

import re
from collections.abc import Iterator, Sequence

from extractor.places.address_book import book_of
from extractor.places.clauses import enumerated_to_place, part_to_clause_places
from extractor.places.draft import PlaceDraft
from extractor.places.listing import is_list_of_places
from extractor.places.lists import part_to_lists
from extractor.places.merging import merge_places
from extractor.places.points import Enumerated, part_to_points
from extractor.places.setting import Setting
from extractor.places.tables import grid_to_places
from normalizers.verbatim import Quote
from parsers.document import Table
from parsers.grid import Grid
from parsers.grids import table_to_grid
from parsers.structure import Clause, Part, Structure

_AMENDS = re.compile(r"(?:в\s+следующей\s+редакции|следующего\s+содержания|изложить|дополнить\s+строк)", re.IGNORECASE)
_AMENDING_TITLE = re.compile(r"^[«\"]?О\s+внесении\s+изменени", re.IGNORECASE)


class HeldTable:
    """A table of a part, the clause that holds it and its grid."""

    def __init__(self, part: Part, clause: Clause | None, table: Table) -> None:
        self.part = part
        self.clause = clause
        self.table = table
        self.grid: Grid | None = table_to_grid(table)
        if self.grid is not None and self._announces_places():
            self.grid.take_offices()

    def _announces_places(self) -> bool:
        """«Перечень мест приема граждан» over a table of offices with addresses and hours."""
        caption = caption_of(self.clause)
        titles = [self.part.title.text if self.part.title else "", caption.text if caption else ""]
        return any(is_list_of_places(title) for title in titles)


def structure_to_tables(structure: Structure) -> list[HeldTable]:
    """Every table of the order with its grid, in document order; those that an amending clause quotes are left out."""
    if is_amending(structure):
        return []
    parts = [*([structure.order] if structure.order else []), *structure.annexes]
    return [held for part in parts for held in _part_tables(part) if not _is_quoted(held)]


def is_amending(structure: Structure) -> bool:
    """Whether the order does nothing but amend others."""
    title = structure.requisites.title
    return bool(title and _AMENDING_TITLE.match(title.text)) and not structure.annexes


def _part_tables(part: Part) -> Iterator[HeldTable]:
    for table in part.loose_tables:
        yield HeldTable(part, None, table)
    for clause in part.walk():
        for table in clause.tables:
            yield HeldTable(part, clause, table)


def _is_quoted(held: HeldTable) -> bool:
    first = held.table.rows[0].cells[0].text if held.table.rows and held.table.rows[0].cells else ""
    return held.clause is not None and bool(_AMENDS.search(held.clause.own)) and first.startswith(("«", '"'))


def find_places(structure: Structure, tables: Sequence[HeldTable]) -> list[PlaceDraft]:
    """Touchpoints of the order.

    Postconditions: document order; no table row is merged with a list or a clause; every place has a name.
    """
    if is_amending(structure):
        return []
    parts = list(structure.annexes) or ([structure.order] if structure.order else [])
    points = {part.id: part_to_points(part) for part in parts}
    defined = _defined_channels([point for found in points.values() for point in found])
    places: list[PlaceDraft] = []
    for part in parts:
        setting = Setting(part.id, part.title.text if part.title else "", defined)
        places.extend(_part_places(part, setting, points[part.id], tables))
    everything = [*([structure.order] if structure.order else []), *structure.annexes]
    book = book_of([*places, *_pointed(points)], everything)
    for place in places:
        book.complete(place)
    return places


def _pointed(points: dict[str, list[Enumerated]]) -> list[PlaceDraft]:
    return [enumerated_to_place(point, Setting(part, "")) for part, found in points.items() for point in found]


def _part_places(
    part: Part, setting: Setting, points: Sequence[Enumerated], tables: Sequence[HeldTable]
) -> list[PlaceDraft]:
    if part.form:
        return []
    in_tables = [
        place
        for held in tables
        if held.part is part and held.grid is not None and held.grid.lists_touchpoints
        for place in grid_to_places(
            held.grid, setting, held.clause.id if held.clause else None, caption_of(held.clause)
        )
    ]
    in_lists, taken = part_to_lists(part, setting)
    in_clauses = part_to_clause_places(part, setting, taken)
    single = [enumerated_to_place(point, setting) for point in points if point.single]
    several = [enumerated_to_place(point, setting) for point in points if not point.single]
    merged = merge_places([*in_lists, *in_clauses, *single], several)
    return sorted([*in_tables, *merged], key=lambda place: place.start)


def caption_of(clause: Clause | None) -> Quote | None:
    """The text over a table: of the clause that holds it, if that text announces it."""
    if clause is None:
        return None
    if clause.heading is not None:
        return clause.heading
    return clause.text if clause.opens_list or len(clause.own) < 200 else None


def _defined_channels(points: Sequence[Enumerated]) -> dict[str, tuple[str, ...]]:
    """Type to channels, as the order's definitions of digital and offline points enumerate them."""
    defined: dict[str, tuple[str, ...]] = {}
    for point in points:
        if point.channels:
            for code in point.reading.types(point.phrase):
                defined.setdefault(code, point.channels)
    return defined
