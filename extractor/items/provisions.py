"""Provisions to public items, tied to the touchpoints that their words name."""

from collections.abc import Sequence

from extractor.items.sources import Locator, spans_of
from extractor.places.draft import PlaceDraft
from extractor.places.tying import Ties
from extractor.provisions.found import FoundProvision
from extractor.registry import Provision, Touchpoint


def provisions_to_items(
    found: Sequence[FoundProvision],
    places: Sequence[PlaceDraft],
    touchpoints: Sequence[Touchpoint],
    locator: Locator,
) -> list[Provision]:
    """Public provisions in document order."""
    if not found:
        return []
    ties = Ties(places, [touchpoint.id for touchpoint in touchpoints])
    return [_provision(each, ties.tie(each), locator) for each in found]


def _provision(each: FoundProvision, touchpoint: str | None, locator: Locator) -> Provision:
    return Provision(
        source=locator.of(each.text.spans),
        spans=spans_of({"/text": each.text, **dict(each.quotes)}),
        kind=each.kind,
        clause=each.clause.id,
        text=each.text.text,
        value=each.value,
        touchpoint=touchpoint,
    )
