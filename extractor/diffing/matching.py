"""Which item of one list is which of the other: by what they say, wherever they stand.

First those that agree word for word, then the others, so that the likeness of all pairs together is the greatest
(the linear assignment problem); a renumbered table with a new row has one new row.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extractor.diffing.changes import Item
from extractor.diffing.kinds import TOUCHPOINTS, Kind
from extractor.places.identity import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

Ids = Mapping[str, str]
Pairs = dict[int, int]

_CERTAIN_NAME = 0.85
_SAME_NAME = 0.55
_SAME_NEEDS = 0.8
_NEAR = 0.01
_MOST_PAIRS = 4_000_000
"""Of lists longer than that (2000 on either side, none of them alike word for word) the rest is not matched."""


def match(kind: Kind, old: Sequence[Item], new: Sequence[Item], ids: Ids) -> Pairs:
    """New places by old ones; ``ids`` translates what old items refer to.

    >>> from extractor.diffing.kinds import NEEDS
    >>> match(NEEDS, [{"text": "жалоба"}, {"text": "запись на прием"}], [{"text": "запись на приём"}], {})
    {1: 0}
    """
    said = [_said(item, ids) for item in old], [_said(item, {}) for item in new]
    pairs: Pairs = {}
    for keys in kind.exact:
        _match_exactly(keys, said, pairs)
    left = [index for index in range(len(old)) if index not in pairs]
    free = sorted({*range(len(new))} - {*pairs.values()})
    if left and free and len(left) * len(free) <= _MOST_PAIRS:
        pairs.update(_match_alike(kind, [said[0][i] for i in left], [said[1][j] for j in free], left, free))
    return pairs


def _said(item: Item, ids: Ids) -> Item:
    """The folded texts of an item; ``id`` as it is."""
    texts = {key: fold(_text(value)) for key, value in item.items() if not isinstance(value, dict)}
    if item.get("clause"):
        texts["clause"] = fold(ids.get(item["clause"], item["clause"]))
    return {**texts, "id": item.get("id"), "marker": str(item.get("marker", "")).strip()}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return " ; ".join(str(each.get("text", "")) if isinstance(each, dict) else str(each) for each in value)
    return "" if value is None else str(value)


def _match_exactly(keys: Sequence[str], said: tuple[Sequence[Item], Sequence[Item]], pairs: Pairs) -> None:
    """Pair what agrees in all keys, in order; items that say nothing agree with nothing."""
    waiting: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for index, item in enumerate(said[1]):
        if index not in taken:
            waiting[tuple(item.get(key) for key in keys)].append(index)
    for index, item in enumerate(said[0]):
        key = tuple(item.get(name) for name in keys)
        if index not in pairs and any(key) and waiting.get(key):
            pairs[index] = waiting[key].pop(0)


def _match_alike(
    kind: Kind, old: Sequence[Item], new: Sequence[Item], left: Sequence[int], free: Sequence[int]
) -> Pairs:
    from scipy.optimize import linear_sum_assignment

    alike = _likeness(kind, old, new)
    rows, columns = linear_sum_assignment(alike + _nearness(left, free), maximize=True)
    return {
        left[row]: free[column] for row, column in zip(rows, columns, strict=True) if alike[row, column] >= kind.least
    }


def _likeness(kind: Kind, old: Sequence[Item], new: Sequence[Item]) -> "Matrix":
    """How alike each old item is to each new one, 0 where they cannot be the same."""
    import numpy as np
    from rapidfuzz.fuzz import ratio, token_sort_ratio

    parts = {key: _compared(ratio, old, new, key) for key, _ in kind.weights}
    if kind is TOUCHPOINTS:
        parts["name"] = np.maximum(parts["name"], 0.95 * _compared(token_sort_ratio, old, new, "name"))
    total: Matrix = np.zeros((len(old), len(new)), dtype=np.float32)
    for key, weight in kind.weights:
        total += np.float32(weight) * parts[key]
    allowed = _equal(old, new, kind.group)
    if kind is TOUCHPOINTS:
        allowed &= _may_be_one(old, new, parts["name"], parts["needs"])
    total[~allowed] = 0
    return total


def _may_be_one(old: Sequence[Item], new: Sequence[Item], names: "Matrix", needs: "Matrix") -> Any:
    """Places may be one where the names say so, or a like name and a common type, or the types and the needs."""
    import numpy as np

    kinds = [[set(item["types"].split()) for item in items] for items in (old, new)]
    common = np.array([[bool(one & other) or one == other for other in kinds[1]] for one in kinds[0]], dtype=np.bool_)
    same = _equal(old, new, ("types",))
    return (names >= _CERTAIN_NAME) | (common & (names >= _SAME_NAME)) | (same & (needs >= _SAME_NEEDS))


def _compared(scorer: Callable[..., float], old: Sequence[Item], new: Sequence[Item], key: str) -> "Matrix":
    import numpy as np
    from rapidfuzz.process import cdist

    texts = [[str(item.get(key) or "") for item in items] for items in (old, new)]
    scores: Matrix = np.asarray(cdist(*texts, scorer=scorer, dtype=np.float32), dtype=np.float32)
    return scores * np.float32(0.01)


def _equal(old: Sequence[Item], new: Sequence[Item], keys: Sequence[str]) -> Any:
    import numpy as np

    if not keys:
        return np.ones((len(old), len(new)), dtype=np.bool_)
    return np.array(
        [[all(one.get(key) == other.get(key) for key in keys) for other in new] for one in old], dtype=np.bool_
    )


def _nearness(left: Sequence[int], free: Sequence[int]) -> Any:
    """A grain of preference for items that stand at the same place, where all else is equal."""
    import numpy as np

    distance = np.abs(np.array(left)[:, None] - np.array(free)[None, :])
    return _NEAR / (1 + distance)
