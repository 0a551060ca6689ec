"""Rows of a table's header on two pages compared: a recogniser reads "N" once as "№", "клиентом" as "клиентам"."""

from rapidfuzz.fuzz import ratio

# column, colspan, rowspan and text of the cells of a row
HeadRow = list[tuple[int, int, int, str]]
_SHORT = 3
_ALIKE = 85.0


def recognised_as_same(row: HeadRow, other: HeadRow) -> bool:
    """Whether two recognised rows print the same cells: words nearly equal, numbers equal.

    >>> recognised_as_same([(0, 1, 1, "N"), (1, 1, 1, "Точка")], [(0, 1, 1, "№"), (1, 1, 1, "Точка.")])
    True
    >>> recognised_as_same([(0, 1, 1, "1"), (1, 1, 1, "Прием")], [(0, 1, 1, "2"), (1, 1, 1, "Прием")])
    False
    """
    if [cell[:3] for cell in row] != [cell[:3] for cell in other]:
        return False
    return all(_alike(cell[3], twin[3]) for cell, twin in zip(row, other, strict=True)) and _is_telling(row, other)


def _alike(text: str, other: str) -> bool:
    if text == other:
        return True
    if text.isdigit() or other.isdigit() or not text or not other:
        return False
    return max(len(text), len(other)) <= _SHORT or ratio(text.lower(), other.lower()) >= _ALIKE


def _is_telling(row: HeadRow, other: HeadRow) -> bool:
    """Whether there is more to go by than a sign or two."""
    return row == other or max(len(cell[3]) for cell in row) > _SHORT
