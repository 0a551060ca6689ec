"""A golden registry and a found one, field by field: what was gained, lost and changed.

An item that only one side has is one difference; for the scores each of its values counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from extractor.checking.aligning import align
from extractor.checking.scores import Score

Path = tuple[str | int, ...]
Change = Literal["gained", "lost", "changed"]

WHOLE = frozenset({"value"})
"""Fields whose value, whatever its shape, is compared as one."""


class Difference(NamedTuple):
    """A value that one side lacks or has otherwise; ``path`` leads to it, or to its gap, in the found registry."""

    change: Change
    path: Path
    expected: Any
    found: Any

    @property
    def field(self) -> str:
        """The field, without the places of items in their lists."""
        return field_of(self.path)


@dataclass(slots=True)
class Comparison:
    """All differences, and a score for each field."""

    differences: list[Difference] = field(default_factory=list)
    scores: dict[str, Score] = field(default_factory=dict)

    def count(self, path: Path, score: Score) -> None:
        """Add to the score of a field."""
        self.scores.setdefault(field_of(path), Score()).add(score)

    def differ(self, change: Change, path: Path, expected: Any, found: Any) -> None:
        """Note a difference."""
        self.differences.append(Difference(change, path, expected, found))


def field_of(path: Path) -> str:
    """The name of a field.

    >>> field_of(("touchpoints", 3, "needs", 0, "text"))
    'touchpoints.needs.text'
    """
    return ".".join(str(step) for step in path if isinstance(step, str))


def compare(expected: dict[str, Any], found: dict[str, Any]) -> Comparison:
    """Everything in which two registries in golden form differ.

    >>> compare({"id": "1", "types": ["mfc"]}, {"id": "1", "types": ["mfc", "phone"]}).differences
    [Difference(change='gained', path=('types', 1), expected=None, found='phone')]
    """
    comparison = Comparison()
    _compare(expected, found, (), comparison)
    return comparison


def _compare(expected: Any, found: Any, path: Path, into: Comparison) -> None:
    if path and path[-1] in WHOLE:
        _compare_values(expected, found, path, into)
    elif isinstance(expected, dict) or isinstance(found, dict):
        for key in dict.fromkeys((*(expected or {}), *(found or {}))):
            _compare((expected or {}).get(key), (found or {}).get(key), (*path, key), into)
    elif _are_items(expected) or _are_items(found):
        _compare_items(expected or [], found or [], path, into)
    elif isinstance(expected, list) or isinstance(found, list):
        _compare_lists(expected or [], found or [], path, into)
    else:
        _compare_values(expected, found, path, into)


def _are_items(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _compare_values(expected: Any, found: Any, path: Path, into: Comparison) -> None:
    is_same = expected == found
    into.count(path, Score(expected is not None, found is not None, is_same and found is not None))
    if not is_same:
        change: Change = "gained" if expected is None else "lost" if found is None else "changed"
        into.differ(change, path, expected, found)


def _compare_lists(expected: Sequence[Any], found: Sequence[Any], path: Path, into: Comparison) -> None:
    """Lists of plain values, whose order counts."""
    from difflib import SequenceMatcher

    into.count(path, Score(len(expected), len(found)))
    for tag, first, last, start, end in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if tag == "equal":
            into.count(path, Score(same=end - start))
            continue
        for value in expected[first:last]:
            into.differ("lost", (*path, start), value, None)
        for index in range(start, end):
            into.differ("gained", (*path, index), None, found[index])


def _compare_items(
    expected: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]], path: Path, into: Comparison
) -> None:
    place = 0
    for one, other in align(str(path[-1]), expected, found):
        place = place if other is None else other
        here = (*path, place)
        if one is not None and other is not None:
            _compare(expected[one], found[other], here, into)
        elif one is not None:
            _alone(expected[one], here, "lost", into)
        elif other is not None:
            _alone(found[other], here, "gained", into)


def _alone(item: dict[str, Any], path: Path, change: Change, into: Comparison) -> None:
    """An item that one side has: one difference, a count for each of its values."""
    into.differ(change, path, item if change == "lost" else None, item if change == "gained" else None)
    for below in _leaves(item, path):
        into.count(below, Score(expected=change == "lost", found=change == "gained"))


def _leaves(value: Any, path: Path) -> Iterator[Path]:
    """The path of every value within a value."""
    if isinstance(value, dict) and path[-1] not in WHOLE:
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and path[-1] not in WHOLE:
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*path, index))
    elif value is not None:
        yield path
