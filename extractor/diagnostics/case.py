"""What the rules of diagnostics look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extractor.items.sources import Locator
from extractor.places.draft import PlaceDraft
from extractor.places.finding import HeldTable
from extractor.registry import Coverage, Order, Touchpoint
from parsers.structure import Structure


@dataclass(frozen=True, slots=True)
class Case:
    """One extraction, drafts beside the public items made of them."""

    structure: Structure
    order: Order
    tables: Sequence[HeldTable]
    places: Sequence[PlaceDraft]
    touchpoints: Sequence[Touchpoint]
    coverage: Coverage
    locator: Locator


class Finding(NamedTuple):
    """A diagnostic before it becomes public."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    place: tuple[int, int] | None = None
    item: str | None = None
