"""What a trace is made of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extractor.registry import Annex, Order, Touchpoint


class Step(NamedTuple):
    """A value, what it is the value of (a pointer into the registry, or a name), the rule that read it, and where."""

    start: int
    end: int
    item: str
    value: str
    rule: str


def quoted_steps(
    pointer: str, item: Annex | Order | Touchpoint, rules: Mapping[str, str], other: str
) -> Iterator[Step]:
    """A step for each verbatim value of an item; ``rules`` gives the rule of a field, ``other`` that of the rest."""
    data = item.model_dump(mode="json", warnings=False)
    for within, spans in item.spans.items():
        if spans:
            field = within.split("/")[1]
            value = str(_value(data, within.split("/")[1:]))
            yield Step(spans[0][0], spans[-1][1], pointer + within, value, rules.get(field, other))


def _value(data: Any, path: Sequence[str]) -> Any:
    for step in path:
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data
