"""Two lists of items side by side: which of one is which of the other, order kept.

Items are likened by what names them; the pairs with the greatest likeness in all are taken, so that one new row is one
new row and does not shift those below it.
"""

from collections.abc import Callable, Sequence
from typing import Any

Item = dict[str, Any]
Pairing = tuple[int | None, int | None]

NAMES: dict[str, tuple[str, ...]] = {
    "annexes": ("id", "title"),
    "clauses": ("id",),
    "touchpoints": ("name", "section", "process", "number"),
    "needs": ("text",),
    "definitions": ("term",),
    "provisions": ("kind", "clause", "text"),
    "references": ("text",),
    "diagnostics": ("code", "item"),
}
"""Of each list, the fields that name its items."""

EXACT = frozenset({"clauses", "diagnostics"})
"""Lists in which an item of another name is another item."""

_ALIKE = 0.6


def name_of(kind: str, item: Item) -> str:
    """What names an item of a list.

    >>> name_of("needs", {"text": "запись на прием", "categories": []})
    'запись на прием'
    """
    return " ".join(str(item[key]) for key in NAMES.get(kind, ()) if item.get(key) is not None)


def align(kind: str, expected: Sequence[Item], found: Sequence[Item]) -> list[Pairing]:
    """Pairs of indices in order; ``None`` on the side that lacks the item.

    >>> align("needs", [{"text": "жалоба"}, {"text": "запись"}], [{"text": "запись"}])
    [(0, None), (1, 0)]
    """
    head = _same_start(expected, found)
    tail = _same_start(expected[head:][::-1], found[head:][::-1])
    middle = _middle(kind, expected[head : len(expected) - tail], found[head : len(found) - tail])
    return [
        *((index, index) for index in range(head)),
        *((_shifted(one, head), _shifted(other, head)) for one, other in middle),
        *((len(expected) - back, len(found) - back) for back in range(tail, 0, -1)),
    ]


def _shifted(index: int | None, by: int) -> int | None:
    return None if index is None else index + by


def _same_start(expected: Sequence[Item], found: Sequence[Item]) -> int:
    for index, (one, other) in enumerate(zip(expected, found, strict=False)):
        if one != other:
            return index
    return min(len(expected), len(found))


def _middle(kind: str, expected: Sequence[Item], found: Sequence[Item]) -> list[Pairing]:
    """The best alignment of what differs: dynamic programme over (item, item)."""
    alike = _likeness(kind, [name_of(kind, item) for item in expected], [name_of(kind, item) for item in found])
    best = [[0.0] * (len(found) + 1) for _ in range(len(expected) + 1)]
    for row in range(len(expected) - 1, -1, -1):
        line, below = best[row], best[row + 1]
        for column in range(len(found) - 1, -1, -1):
            line[column] = max(below[column], line[column + 1], below[column + 1] + alike(row, column))
    return _traced(best)


def _likeness(kind: str, expected: Sequence[str], found: Sequence[str]) -> Callable[[int, int], float]:
    from rapidfuzz.fuzz import ratio

    def alike(row: int, column: int) -> float:
        if expected[row] == found[column]:
            return 1.0
        score = 0.0 if kind in EXACT else ratio(expected[row], found[column]) / 100
        return score if score >= _ALIKE else 0.0

    return alike


def _traced(best: Sequence[Sequence[float]]) -> list[Pairing]:
    """The way back through the sums: an item left out where that costs nothing, else a pair."""
    pairs: list[Pairing] = []
    row = column = 0
    while row < len(best) - 1 or column < len(best[0]) - 1:
        if row < len(best) - 1 and best[row][column] == best[row + 1][column]:
            pairs.append((row, None))
            row += 1
        elif column < len(best[0]) - 1 and best[row][column] == best[row][column + 1]:
            pairs.append((None, column))
            column += 1
        else:
            pairs.append((row, column))
            row, column = row + 1, column + 1
    return pairs
