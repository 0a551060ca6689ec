"""Provisions to public items, tied to the touchpoints that their words name."""

from collections.abc import Sequence

from extractor.codes import ProvisionKind
from extractor.items.sources import Locator, spans_of
from extractor.places.draft import PlaceDraft
from extractor.places.tying import Ties
from extractor.provisions.found import FoundProvision
from extractor.provisions.schedules import openings
from extractor.registry import Provision, Touchpoint
from normalizers.verbatim import Quote


def provisions_to_items(
    found: Sequence[FoundProvision],
    places: Sequence[PlaceDraft],
    touchpoints: Sequence[Touchpoint],
    locator: Locator,
) -> list[Provision]:
    """Public provisions in document order."""
    made: list[Provision] = []
    if found:
        ties = Ties(places, [touchpoint.id for touchpoint in touchpoints])
        made = [_provision(each, ties.tie(each), locator) for each in found]
    for place, touchpoint in zip(places, touchpoints, strict=True):
        hours = _opening_hours(place.hours, place.clause, touchpoint.id, locator) if place.hours else None
        made += [hours] if hours else []
    return sorted(made, key=_in_document)


def _in_document(provision: Provision) -> int:
    return provision.source.start


def _opening_hours(cell: Quote, clause: str | None, touchpoint: str, locator: Locator) -> Provision | None:
    """What a table tells of the hours of its own place, in a column of hours or in the notes."""
    value = openings(cell.text)
    if not any(each.days or each.closes != "24:00" for each in value):  # "доступно круглосуточно" is no reception
        return None
    return Provision(
        source=locator.of(cell.spans),
        spans=spans_of({"/text": cell}),
        kind=ProvisionKind.SCHEDULE,
        clause=clause,
        text=cell.text,
        value=value,
        touchpoint=touchpoint,
    )


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
