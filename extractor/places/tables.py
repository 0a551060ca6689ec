"""Touchpoints of a table: one for each maximal run of rows that share section, process, touchpoint and features."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractor.places.channels import declared_channels
from extractor.places.contacts import add_contacts, read_contacts
from extractor.places.draft import ContactDraft, NeedDraft, PlaceDraft
from extractor.places.purposes import place_types
from extractor.places.setting import Setting, clients_for, context_for
from normalizers.accessibility import accessibility_of
from normalizers.clients import clients_of
from normalizers.need_categories import categories_of
from normalizers.need_split import split_needs
from normalizers.schedules import find_hours
from normalizers.verbatim import Quote, Span
from parsers.document import Cell
from parsers.grid import Grid, GridRow

_KEY_ROLES = ("process", "touchpoint", "channel", "features")


def grid_to_places(grid: Grid, setting: Setting, clause: str | None, caption: Quote | None) -> list[PlaceDraft]:
    """Places of one grid in document order; ``caption`` is the text over the table where it has no section rows."""
    places = []
    for _, rows in groupby(grid.rows, key=lambda row: _key(grid, row)):
        place = rows_to_place(grid, list(rows), setting, clause, caption)
        if place is not None:
            places.append(place)
    return places


def _key(grid: Grid, row: GridRow) -> tuple[object, ...]:
    section = row.section.spans if row.section else ()
    return (section, *(_folded(grid.cell(row, role)) for role in _KEY_ROLES))


def _folded(cell: Cell | None) -> str:
    return " ".join(cell.text.split()).casefold() if cell else ""


def rows_to_place(
    grid: Grid, rows: Sequence[GridRow], setting: Setting, clause: str | None, caption: Quote | None
) -> PlaceDraft | None:
    """The place that a run of rows describes; ``None`` where they name none."""
    first = rows[0]
    name = grid.cell(first, "touchpoint")
    if name is None:
        return None
    section = first.section or caption
    channel_cell, notes_cell = grid.cell(first, "channel"), grid.cell(first, "features")
    features = notes_cell if grid.column("features") is not None else channel_cell
    found = place_types(name.text)
    types = found.codes or setting.title_types
    channels, basis = declared_channels(
        [cell for cell in (channel_cell, notes_cell, name) if cell], types, section, setting
    )
    place = PlaceDraft(
        annex=setting.annex,
        origin="table",
        name=name.view.quote(),
        types=types,
        spans=_own_spans(rows),
        clause=clause,
        section=section,
        process=_quote(grid.cell(first, "process")),
        number=_number(grid.cell(first, "number")),
        channels=channels,
        basis=basis,
        needs=list(_needs(grid, rows)),
        features=_quote(features),
        contacts=_contacts(grid, rows, name, features),
        contradicted=found.contradicted,
        weak=found.weak,
        view=name.view,
        hours=_hours(grid, first),
    )
    place.accessibility = accessibility_of(" ".join(c.text for c in (channel_cell, notes_cell) if c))
    place.context = context_for(section, setting)
    place.clients = _clients(grid, rows, name, notes_cell) or clients_for(section, setting)
    return place


def _clients(grid: Grid, rows: Sequence[GridRow], name: Cell, notes: Cell | None) -> tuple[str, ...]:
    """Whom the rows' own words name: a column of clients, one row or another, else the name, else the notes."""
    said = {code for row in rows for cell in grid.cells_of(row, "clients") for code in clients_of(cell.text)}
    if not said:
        return clients_of(name.text) or (clients_of(notes.text) if notes else ())
    return tuple(code for code in ("external", "internal") if code in said)


def _own_spans(rows: Sequence[GridRow]) -> list[Span]:
    return [span for row in rows for span in row.spans]


def _quote(cell: Cell | None) -> Quote | None:
    if cell is None:
        return None
    quote = cell.view.quote()
    return quote if quote.text else None


def _number(cell: Cell | None) -> Quote | None:
    """«1.» without its closing dot or bracket."""
    if cell is None:
        return None
    text = cell.view.text.strip().rstrip(".)")
    start = cell.view.text.index(text) if text else 0
    return cell.view.quote(start, start + len(text)) if text else None


def _hours(grid: Grid, row: GridRow) -> Quote | None:
    """The cell that tells when the place is open: "График приема", or the notes."""
    cells = [cell for role in ("deadline", "features") for cell in grid.cells_of(row, role)]
    return next((cell.view.quote() for cell in cells if find_hours(cell.text)), None)


def _needs(grid: Grid, rows: Sequence[GridRow]) -> Iterator[NeedDraft]:
    """Needs of the rows' cells; a cell merged over several rows counts once."""
    seen: set[int] = set()
    for row in rows:
        for cell in grid.cells_of(row, "needs"):
            if id(cell) in seen:
                continue
            seen.add(id(cell))
            for need in split_needs(cell.view.text, cell.breaks):
                yield NeedDraft(cell.view.quote(need.start, need.end), categories_of(need.text))


def _contacts(grid: Grid, rows: Sequence[GridRow], name: Cell, features: Cell | None) -> ContactDraft:
    """Contacts of the name and of the contact columns; of the notes only where the others give none."""
    found = read_contacts(name.view)
    cells = {id(cell): cell for row in rows for cell in grid.cells_of(row, "contacts")}
    for cell in cells.values():
        add_contacts(found, read_contacts(cell.view))
    if found.is_empty() and features is not None:
        found = read_contacts(features.view)
    return found
