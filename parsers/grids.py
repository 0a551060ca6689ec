"""Tables to grids: header rows, column numbers, section rows, merged cells recovered.

Stages: ``table_to_header`` (how many rows are header, one text a column), roles by :mod:`parsers.columns`, then every
body row is a section, a repeated header or cells that are given columns (:mod:`parsers.placing`).
"""

import re
from collections.abc import Sequence

from normalizers.column_roles import role_scores
from normalizers.contexts import context_of
from normalizers.verbatim import Quote
from parsers.boilerplate import line_to_mark
from parsers.cell_looks import Looks, is_row_number, looks_of
from parsers.columns import columns_to_roles
from parsers.document import Cell, Row, Table
from parsers.grid import Grid, GridRow
from parsers.placing import place_cells

_SAMPLE = 12
_ELLIPSIS = re.compile(r"[.…\s_-]*")
_SECTION_NUMBER = re.compile(r"(?:[IVX]{1,5}\.?|\d{1,2}\.?|Раздел\s+[\dIVX]+\.?)\s+(?=\S)")


def table_to_grid(table: Table) -> Grid | None:
    """Read a table by meaning; ``None`` where it has no body or fewer than two columns."""
    if table.width < 2 or len(table.rows) < 2:
        return None
    size, headers, roles = _best_header(table)
    if size == 0:
        return None
    grid = Grid(table, headers, roles)
    body = table.rows[size:]
    header_texts = {_folded(row) for row in table.rows[:size]}
    section: Quote | None = None
    previous: GridRow | None = None
    for index, row in enumerate(body):
        if _folded(row) in header_texts or _is_column_numbers(row, table.width) or _is_note(row):
            previous = None if _folded(row) in header_texts else previous
            continue
        if _is_blank(row):
            grid.blank_rows += 1
            continue
        if is_section(row, table, grid, body[index + 1] if index + 1 < len(body) else None, previous):
            section = _section_quote(row)
            grid.sections.append(section)
            previous = None
            continue
        previous = place_cells(grid, row, previous, section)
        grid.rows.append(previous)
    return grid


# -- header ---------------------------------------------------------------------------------------------------


def _best_header(table: Table) -> tuple[int, list[str], list[str | None]]:
    """Header size, header texts and roles with the greatest weight."""
    best: tuple[float, int, list[str], list[str | None]] = (0.0, 0, [], [])
    for size in range(1, _header_size(table) + 1):
        body = table.rows[size : size + _SAMPLE]
        for headers in _header_texts(table.rows[:size], table):
            roles, weight = columns_to_roles(headers, _samples(body, table))
            if weight > best[0]:
                best = (weight, size, headers, roles)
    if best[1] and best[1] < len(table.rows) and _is_column_numbers(table.rows[best[1]], table.width):
        return best[1] + 1, best[2], best[3]
    return best[1:]


def _header_size(table: Table) -> int:
    """How many rows may be header: those before the first row that is numbered, or speaks of no column."""
    size = 0
    for row in table.rows[:4]:
        cells = [cell for cell in row.cells if cell.text.strip()]
        if not cells or is_row_number(cells[0].text) or _is_column_numbers(row, table.width):
            break
        if size and table.merges_known and _hangs_below(row, table.rows[size - 1]):
            size += 1
            continue
        named = sum(bool(role_scores(cell.text)) for cell in cells)
        if len(cells) == 1 and table.width > 2 and size and not table.merges_known:
            break
        if named * 2 < len(cells) or any("need" in looks_of(cell.text) for cell in cells if size):
            break
        size += 1
    return size


def _hangs_below(row: Row, above: Row) -> bool:
    """Whether every cell of a row stands under a header cell that is merged over several columns."""
    groups = [(cell.column or 0, (cell.column or 0) + cell.colspan) for cell in above.cells if cell.colspan > 1]
    columns = [cell.column for cell in row.cells]
    return bool(columns) and all(
        column is not None and any(start <= column < end for start, end in groups) for column in columns
    )


def _header_texts(rows: Sequence[Row], table: Table) -> list[list[str]]:
    """One text a column; where a second row hangs under an unknown group of the first, every way to hang it."""
    if table.merges_known or any(cell.column is not None for row in rows for cell in row.cells):
        return [_known_header(rows, table.width)]
    first = [cell.text for cell in rows[0].cells]
    if len(rows) == 1 or len(first) >= table.width:
        return [_padded(first, table.width)]
    below = [cell.text for cell in rows[1].cells]
    if len(first) - 1 + len(below) != table.width:
        return [_padded(first, table.width)]
    return [
        [*first[:group], *(f"{text} ({first[group]})" for text in below), *first[group + 1 :]]
        for group in range(len(first))
    ]


def _known_header(rows: Sequence[Row], width: int) -> list[str]:
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for position, cell in enumerate(row.cells):
            start = cell.column if cell.column is not None else position
            for column in range(start, min(width, start + cell.colspan)):
                if cell.text.strip():
                    texts[column].insert(0, cell.text)
    return [_innermost(parts) for parts in texts]


def _innermost(parts: Sequence[str]) -> str:
    """The lowest header first, the group above it in brackets."""
    return parts[0] + "".join(f" ({part})" for part in parts[1:]) if parts else ""


def _padded(texts: Sequence[str], width: int) -> list[str]:
    return [*texts, *[""] * (width - len(texts))][:width]


def _samples(rows: Sequence[Row], table: Table) -> list[list[Looks]]:
    """Looks of the cells of each column in rows whose columns are certain."""
    samples: list[list[Looks]] = [[] for _ in range(table.width)]
    for row in rows:
        full = len(row.cells) == table.width
        for position, cell in enumerate(row.cells):
            column = cell.column if cell.column is not None else position if full else None
            if column is not None and column < table.width and cell.text.strip() and cell.colspan == 1:
                samples[column].append(looks_of(cell.text))
    return samples


# -- kinds of rows --------------------------------------------------------------------------------------------


def _folded(row: Row) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()).casefold() for cell in row.cells)


def _is_column_numbers(row: Row, width: int) -> bool:
    """A row 1 2 3 … N."""
    texts = [cell.text.strip().rstrip(".)") for cell in row.cells]
    return len(texts) == width and texts == [str(number) for number in range(1, width + 1)]


def _is_blank(row: Row) -> bool:
    """A row of a form: nothing but a number or an ellipsis."""
    filled = [cell.text for cell in row.cells if not _ELLIPSIS.fullmatch(cell.text)]
    return all(is_row_number(text) for text in filled) and len(filled) <= 1


def _is_note(row: Row) -> bool:
    """A full-width editor's note: «(п. 5 введен Приказом …)»."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    return len(filled) == 1 and line_to_mark(filled[0].text.strip()) in ("edition_note", "editor_note")


def is_section(row: Row, table: Table, grid: Grid, following: Row | None, previous: GridRow | None) -> bool:
    """Whether a row with one text is a section, not the lone continuation of merged cells.

    In a table of known columns a section begins in the first column; where the dump lost the columns, meaning tells.
    """
    filled = [(position, cell) for position, cell in enumerate(row.cells) if cell.text.strip()]
    if len(filled) == 2 and is_row_number(filled[0][1].text) and filled[0][0] == 0:
        return _spans_rest(row, table, filled[1]) and _weigh(filled[1][1].text, grid, following, previous) > 0
    if len(filled) != 1:
        return False
    position, cell = filled[0]
    column = cell.column if cell.column is not None else position
    if table.merges_known:
        is_own = sum(each.colspan for each in row.cells) >= table.width
        return column == 0 and (cell.colspan >= table.width - 1 or (is_own and not is_row_number(cell.text)))
    if len(row.cells) == table.width:
        return position == 0 and not is_row_number(cell.text)
    return _weigh(cell.text, grid, following, previous) > 0


def _spans_rest(row: Row, table: Table, filled: tuple[int, Cell]) -> bool:
    """A number and a title over the rest of the grid."""
    position, cell = filled
    if table.merges_known:
        return cell.colspan >= table.width - 2 and table.width > 2
    return position == 1 and row.padding >= table.width - 2 and table.width > 3


def _weigh(text: str, grid: Grid, following: Row | None, previous: GridRow | None) -> float:
    """Signs of a section against signs of a continuation."""
    looks = looks_of(text)
    weight = 0.0
    weight += 2.0 * (context_of(text) is not None)
    weight += 1.0 if "capital" in looks else -1.5
    weight += 3.0 * (previous is None)
    weight += 1.0 * bool(_SECTION_NUMBER.match(text))
    weight += _numbering(following)
    weight -= 2.0 * ("need" in looks and "capital" not in looks)
    weight -= 2.0 * ("channel_only" in looks or "features" in looks)
    weight -= 1.5 * ("place" in looks and context_of(text) is None)
    weight -= 0.5 * ("need" in looks)
    return weight


def _numbering(following: Row | None) -> float:
    """Rows below that begin to count anew speak for a section; rows that count on, or none, against it."""
    if following is None or not following.cells:
        return -2.0
    text = following.cells[0].text.strip()
    if not is_row_number(text):
        return -0.5
    if re.fullmatch(r"(?:\d+\.)?1[.)]?", text):
        return 2.0
    return 0.5


def _section_quote(row: Row) -> Quote:
    filled = [cell for cell in row.cells if cell.text.strip()]
    return filled[-1].view.quote()
