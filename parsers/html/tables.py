"""The grid of an HTML table: cells fall into the columns that cells from above leave free."""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from parsers.draft import GridCell
from parsers.limits import Limits, within

_MOST_COLUMNS = 1000
_MOST_ROWS = 65_534
_NO_BORDER = re.compile(r"border[\w-]*\s*:\s*(?:0(?![.\d])\w*|none|hidden)", re.IGNORECASE)
_BORDER = re.compile(r"border[\w-]*\s*:", re.IGNORECASE)
_FEW_ROWS, _FEW_CELLS = 2, 4


@dataclass(slots=True)
class HtmlGrid:
    """Rows read so far, and for each column how many rows a cell from above still covers."""

    limits: Limits
    start: int
    ruled: bool
    rows: list[list[GridCell]] = field(default_factory=list)
    width: int = 0
    cells: int = 0
    _covered: dict[int, int] = field(default_factory=dict)

    def open_row(self) -> None:
        """Begin a row."""
        if self.rows:
            self._covered = {column: left - 1 for column, left in self._covered.items() if left > 1}
        self.rows.append([])

    def add(self, element: Any, lines: list[str]) -> None:
        """Put a cell into the first free column."""
        if not self.rows:
            self.open_row()
        row = self.rows[-1]
        column = row[-1].column + row[-1].colspan if row else 0
        while column in self._covered:
            column += 1
        colspan = span_of(element, "colspan", _MOST_COLUMNS) or 1
        rowspan = span_of(element, "rowspan", _MOST_ROWS) or _MOST_ROWS
        row.append(GridCell(column, colspan, lines, rowspan))
        if rowspan > 1:
            self._covered.update((column + offset, rowspan) for offset in range(colspan))
        self.width = max(self.width, column + colspan)
        self.cells += 1
        within("table cells", self.cells, self.limits.table_cells)
        within("table columns", self.width, _MOST_COLUMNS)

    def closed(self) -> list[list[GridCell]]:
        """All rows; no cell reaches below the last. A row at the head that prints nothing only sets widths."""
        ruler = (i for i, row in enumerate(self.rows) if any(cell.spans or cell.rowspan > 1 for cell in row))
        self.rows = self.rows[next(ruler, 0) :]
        for index, row in enumerate(self.rows):
            for cell in row:
                cell.rowspan = min(cell.rowspan, len(self.rows) - index)
        return self.rows


def span_of(element: Any, name: str, most: int) -> int:
    """A span as browsers read it: no number is 1, nought is nought (to the end), more than ``most`` is cut.

    >>> [span_of({"rowspan": text}, "rowspan", 9) for text in ("2", "", "x", "0", "99")]
    [2, 1, 1, 0, 9]
    """
    found = re.match(r"\s*(\d{1,6})", element.get(name) or "")
    return min(int(found[1]), most) if found else 1


def is_ruled(table: Any) -> bool:
    """Whether a table shows rules: by its border, by that of a cell, or by a class that a style sheet may know."""
    border = (table.get("border") or "0").strip()
    if border != "0" or _shows_border(table):
        return True
    cells = list(table.iter("td", "th"))
    hidden = any(_NO_BORDER.search(cell.get("style") or "") for cell in cells)
    return any(map(_shows_border, cells)) or (table.get("class") is not None and not hidden)


def _shows_border(element: Any) -> bool:
    """Whether a style draws a border on some side.

    >>> [_shows_border({"style": s}) for s in ("border: none", "border-top: 0; border-left: 1px solid", "padding: 0")]
    [False, True, False]
    """
    return bool(_BORDER.search(_NO_BORDER.sub("", element.get("style") or "")))


def is_frame(table: Any) -> bool:
    """Whether a table only holds the page together: one cell in all that speaks, or a few around another table."""
    cells = [cell for cell in table.iter("td", "th") if _own(cell, table)]
    if len(cells) <= 1 or next(islice(filter(_speaks, cells), 1, None), None) is None:
        return True
    if table.find(".//table") is None:
        return False
    rows = sum(_own(row, table) for row in table.iter("tr"))
    return len(cells) <= _FEW_CELLS or rows <= _FEW_ROWS


def _speaks(cell: Any) -> bool:
    return any(text.strip() for text in cell.itertext())


def _own(element: Any, table: Any) -> bool:
    return next(element.iterancestors("table"), None) is table
