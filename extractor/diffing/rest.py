"""What no change of meaning tells: places in the source, ids made anew, diagnostics, coverage."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from extractor.diffing.applying import apply_changes
from extractor.diffing.changes import Diff, Item

_WHOLE = frozenset({"source", "spans", "also", "diagnostics", "coverage", "value"})


def find_rest(old: Item, new: Item, found: Diff) -> list[Item]:
    """What is to be set in ``old``, its changes applied, so that it equals ``new``."""
    return [{"path": path, "value": value} for path, value in _differing(apply_changes(old, found), new, "")]


def _differing(one: Any, other: Any, path: str) -> Iterator[tuple[str, Any]]:
    if one == other:
        return
    key = path.rpartition("/")[2]
    if key not in _WHOLE and isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for inner in other:
            yield from _differing(one[inner], other[inner], f"{path}/{inner}")
    elif key not in _WHOLE and _are_items(one) and _are_items(other) and len(one) == len(other):
        for index, pair in enumerate(zip(one, other, strict=True)):
            yield from _differing(*pair, f"{path}/{index}")
    else:
        yield path, deepcopy(other)


def _are_items(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
