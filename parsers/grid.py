"""A table read by meaning: columns with roles, sections, rows whose merged cells are filled from above."""

import re
from dataclasses import dataclass, field

from normalizers.verbatim import Quote, Span
from parsers.document import Cell, Table

_DITTO = re.compile(r"то\s+же(?:\s+самое)?|аналогично|[-–—]?\s?(?:\"|''|″|//|»|«)\s?[-–—]?", re.IGNORECASE)


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, or a lone dash.

    >>> is_blank(" - "), is_blank("нет")
    (True, False)
    """
    return not text.strip(" -–—−\xa0")


def is_ditto(text: str) -> bool:
    """Whether a cell says that it repeats the one above.

    >>> is_ditto("То же"), is_ditto('-"-'), is_ditto("то же, по записи")
    (True, True, False)
    """
    return bool(_DITTO.fullmatch(text.strip()))


@dataclass(slots=True)
class GridRow:
    """A body row: a cell for every column (``None`` where empty), the cells it prints itself, its section."""

    cells: list[Cell | None]
    printed: tuple[Cell, ...]
    section: Quote | None
    inferred: bool = False

    @property
    def spans(self) -> list[Span]:
        """Where the row's own cells stand."""
        return [span for cell in self.printed for span in cell.spans]


@dataclass(slots=True)
class Grid:
    """A table with its columns understood: one role a column, ``None`` where the header says nothing known."""

    table: Table
    headers: list[str]
    roles: list[str | None]
    rows: list[GridRow] = field(default_factory=list)
    sections: list[Quote] = field(default_factory=list)
    blank_rows: int = 0
    doubtful: list[GridRow] = field(default_factory=list)

    def column(self, role: str) -> int | None:
        """The column of a role."""
        return self.roles.index(role) if role in self.roles else None

    def cell(self, row: GridRow, role: str) -> Cell | None:
        """The cell of a role in a row, ``None`` where the column or its text is missing."""
        column = self.column(role)
        cell = row.cells[column] if column is not None else None
        return cell if cell is not None and not is_blank(cell.text) else None

    def cells_of(self, row: GridRow, role: str) -> list[Cell]:
        """All non-empty cells of a role that several columns may have."""
        found = (row.cells[column] for column, each in enumerate(self.roles) if each == role)
        return [cell for cell in found if cell is not None and not is_blank(cell.text)]

    def take_offices(self) -> None:
        """Read the column of offices as that of places, where the table has no other."""
        if not self.lists_touchpoints:
            self.roles = ["touchpoint" if role == "office" else role for role in self.roles]

    @property
    def lists_touchpoints(self) -> bool:
        """Whether the table is one of touchpoints."""
        return "touchpoint" in self.roles
