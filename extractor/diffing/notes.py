"""What two registries say of themselves, where it differs: diagnostics by their code, coverage."""

from collections import Counter
from collections.abc import Iterator

from extractor.diffing.changes import Item


def notes(old: Item, new: Item) -> list[str]:
    """A line for each of both that differs; places do not count, they move with every line.

    >>> coverage = {"characters": {"total": 90, "assigned": 80}}
    >>> one = {"diagnostics": [{"code": "no_types", "severity": "warning"}], "coverage": coverage}
    >>> two = {"diagnostics": [], "coverage": {"characters": {"total": 90, "assigned": 90}}}
    >>> notes(one, two)
    ['diagnostics: 1 -> 0 warning no_types', 'coverage: 10 -> 0 characters unassigned']
    >>> notes(one, one)
    []
    """
    return [*_diagnostics(old, new), *_coverage(old, new)]


def _diagnostics(old: Item, new: Item) -> Iterator[str]:
    before, after = (
        Counter(f"{each['severity']} {each['code']}" for each in side["diagnostics"]) for side in (old, new)
    )
    differing = [f"{before[key]} -> {after[key]} {key}" for key in sorted(before | after) if before[key] != after[key]]
    if differing:
        yield f"diagnostics: {', '.join(differing)}"


def _coverage(old: Item, new: Item) -> Iterator[str]:
    before, after = (_unassigned(side["coverage"]["characters"]) for side in (old, new))
    if before != after:
        yield f"coverage: {before} -> {after} characters unassigned"


def _unassigned(characters: dict[str, int]) -> int:
    return characters["total"] - characters["assigned"]
