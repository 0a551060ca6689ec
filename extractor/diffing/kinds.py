"""What items of each list are matched by, and how alike two of them must be."""

from collections.abc import Callable
from typing import NamedTuple

from extractor.diffing.changes import Item

Say = Callable[[Item], str]


class Kind(NamedTuple):
    """A list of items. ``exact``: keys tried one after the other; items that agree in one are the same item.

    ``weights``: what the likeness of the others is made of; ``group``: what must be equal for two to be alike at all.
    """

    name: str
    label: str
    title: str
    exact: tuple[tuple[str, ...], ...]
    weights: tuple[tuple[str, float], ...]
    least: float
    group: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()


TOUCHPOINTS = Kind(
    "touchpoints",
    "touchpoint",
    "name",
    (
        ("id",),
        ("annex", "name", "section", "process", "needs", "features"),
        ("name", "section", "process", "needs"),
        ("name", "process", "needs"),
    ),
    (("name", 0.55), ("needs", 0.2), ("process", 0.12), ("section", 0.08), ("number", 0.05)),
    0.6,
    nested=("needs",),
)
NEEDS = Kind("needs", "need", "text", (("text",),), (("text", 1.0),), 0.6)
DEFINITIONS = Kind(
    "definitions", "definition", "term", (("term", "text"), ("term",)), (("term", 0.6), ("text", 0.4)), 0.65
)
PROVISIONS = Kind(
    "provisions",
    "provision",
    "text",
    (("kind", "clause", "text"), ("kind", "text")),
    (("text", 0.85), ("clause", 0.15)),
    0.6,
    group=("kind",),
)
REFERENCES = Kind(
    "references",
    "reference",
    "text",
    (("kind", "number", "date", "text"),),
    (("text", 1.0),),
    0.6,
    group=("kind", "number", "date"),
)
CLAUSES = Kind(
    "clauses",
    "clause",
    "text",
    (("marker", "heading", "text"), ("heading", "text")),
    (("text", 0.65), ("heading", 0.1), ("marker", 0.25)),
    0.6,
    nested=("children",),
)
ANNEXES = Kind(
    "annexes",
    "annex",
    "title",
    (("title",),),
    (("title", 0.7), ("kind", 0.1), ("number", 0.2)),
    0.5,
    nested=("clauses",),
)

NESTED = {"needs": NEEDS, "children": CLAUSES, "clauses": CLAUSES}
"""The kind of the items that a field of an item lists."""

TOP = (ANNEXES, TOUCHPOINTS, DEFINITIONS, PROVISIONS, REFERENCES)
"""The lists of a registry; the first two give the ids by which the others refer to them."""
