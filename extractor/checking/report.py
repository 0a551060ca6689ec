"""Differences as lines, scores as a table."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from extractor.checking.aligning import name_of
from extractor.checking.comparing import Comparison, Difference
from extractor.checking.order import Checked
from extractor.checking.scores import Score, total
from extractor.terminal.colours import Paint
from extractor.terminal.plain import plain, short

if TYPE_CHECKING:
    from rich.table import Table

_WIDTH = 160
_STYLES = {"gained": "green", "lost": "red", "changed": "yellow"}


def difference_lines(checked: Checked, paint: Paint, in_full: bool = False) -> Iterator[str]:
    """A line for each difference: ``file:line: change pointer: expected -> found``; ``in_full`` cuts nothing short."""
    for each in checked.comparison.differences:
        yield f"{checked.places.of(each)}: {change_text(each, paint, in_full)}"


def change_text(difference: Difference, paint: Paint, in_full: bool = False) -> str:
    """A difference without its place: ``change pointer: expected -> found``."""
    pointer = "/" + "/".join(map(str, difference.path))
    change = paint(difference.change, _STYLES[difference.change])
    return f"{change} {pointer}: {_values(difference, _whole if in_full else _shown)}"


def change_table(comparisons: Iterable[Comparison]) -> "Table":
    """How often each field was gained, lost and changed; all of them in the last row."""
    from rich.table import Table

    counts: dict[str, Counter[str]] = {}
    for comparison in comparisons:
        for each in comparison.differences:
            counts.setdefault(each.field, Counter())[each.change] += 1
    table = Table("field", box=None, pad_edge=False)
    for column in _STYLES:
        table.add_column(column, justify="right")
    everything = sum(counts.values(), Counter[str]())
    for field, count in {**dict(sorted(counts.items())), "all": everything}.items():
        table.add_row(field, *(str(count[column]) for column in _STYLES))
    return table


def _values(difference: Difference, shown: Callable[[Any, str], str]) -> str:
    kind = str(next(step for step in reversed(difference.path) if isinstance(step, str)))
    sides = {"lost": (difference.expected,), "gained": (difference.found,)}
    values = sides.get(difference.change, (difference.expected, difference.found))
    return " -> ".join(shown(value, kind) for value in values)


def _shown(value: Any, kind: str) -> str:
    """A value in short; an item by what names it."""
    if isinstance(value, str):
        return f"«{short(value, _WIDTH)}»"
    named = name_of(kind, value) if isinstance(value, dict) else ""
    return f"«{short(named, _WIDTH)}»" if named else short(_whole(value, kind), _WIDTH)


def _whole(value: Any, kind: str) -> str:
    return plain(json.dumps(value, ensure_ascii=False))


def add_scores(comparisons: Iterable[Comparison]) -> dict[str, Score]:
    """The scores of several orders, field by field."""
    scores: dict[str, Score] = {}
    for comparison in comparisons:
        for field, score in comparison.scores.items():
            scores.setdefault(field, Score()).add(score)
    return scores


def score_table(scores: Mapping[str, Score]) -> "Table":
    """The table of fields that have a value on either side, and all of them in the last row."""
    from rich.table import Table

    table = Table("field", box=None, pad_edge=False)
    for column in ("golden", "found", "precision", "recall", "F1"):
        table.add_column(column, justify="right")
    rows = {field: score for field, score in scores.items() if score.expected or score.found}
    for field, score in {**rows, "all": total(rows)}.items():
        ratios = (_ratio(score.precision), _ratio(score.recall), _ratio(score.f1))
        table.add_row(field, str(score.expected), str(score.found), *ratios, style="" if _is_whole(score) else "yellow")
    return table


def _is_whole(score: Score) -> bool:
    return score.same == score.expected == score.found


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"
