"""Places to public touchpoints."""

from collections.abc import Mapping, Sequence

from extractor.codes import Accessibility, Channel, Client, Context, NeedCategory, TouchpointType
from extractor.items.sources import Locator, spans_of, text_of
from extractor.places.draft import NeedDraft, PlaceDraft
from extractor.places.identity import PlaceWords, place_ids
from extractor.registry import Contacts, Need, Touchpoint
from normalizers.verbatim import Quote


def places_to_touchpoints(
    places: Sequence[PlaceDraft], titles: Mapping[str, str], locator: Locator
) -> list[Touchpoint]:
    """Public touchpoints in document order; ``titles`` are those of the annexes, by id."""
    ids = place_ids([_words(place, titles.get(place.annex, "")) for place in places])
    return [_touchpoint(place, place_id, locator) for place, place_id in zip(places, ids, strict=True)]


def _words(place: PlaceDraft, annex_title: str) -> PlaceWords:
    section, process, notes = (quote.text if quote else "" for quote in (place.section, place.process, place.features))
    needs = tuple(need.quote.text for need in place.needs)
    return PlaceWords(annex_title, section, process, place.name.text, notes, tuple(place.channels), needs)


def _touchpoint(place: PlaceDraft, place_id: str, locator: Locator) -> Touchpoint:
    return Touchpoint(
        source=locator.of(place.spans),
        spans=spans_of(_quotes(place)),
        id=place_id,
        annex=place.annex,
        clause=place.clause,
        origin=place.origin,
        section=text_of(place.section),
        context=Context(place.context) if place.context else None,
        clients=[Client(code) for code in place.clients],
        number=text_of(place.number),
        process=text_of(place.process),
        name=place.name.text,
        types=_types(place),
        channels=[Channel(code) for code in place.channels],
        channel_basis=place.basis,
        needs=[_need(need, locator) for need in place.needs],
        features=text_of(place.features),
        accessibility=[Accessibility(code) for code in place.accessibility],
        contacts=_contacts(place),
        also=[locator.source(span.start, span.end) for span in place.also],
    )


def _types(place: PlaceDraft) -> list[TouchpointType]:
    """Types by the place's words; a place that names neither type nor channel is ``other``."""
    if not place.types and not place.channels:
        return [TouchpointType.OTHER]
    return [TouchpointType(code) for code in place.types]


def _quotes(place: PlaceDraft) -> dict[str, Quote | None]:
    quotes: dict[str, Quote | None] = {
        "/section": place.section,
        "/number": place.number,
        "/process": place.process,
        "/name": place.name,
        "/features": place.features,
    }
    contacts = place.contacts
    for kind, values in (("urls", contacts.urls), ("emails", contacts.emails), ("addresses", contacts.addresses)):
        quotes.update({f"/contacts/{kind}/{index}": quote for index, quote in enumerate(values)})
    quotes.update({f"/contacts/phones/{index}": quote for index, (_, quote) in enumerate(contacts.phones)})
    return quotes


def _need(need: NeedDraft, locator: Locator) -> Need:
    return Need(
        source=locator.of(need.quote.spans),
        spans=spans_of({"/text": need.quote}),
        text=need.quote.text,
        categories=[NeedCategory(code) for code in need.categories],
    )


def _contacts(place: PlaceDraft) -> Contacts:
    contacts = place.contacts
    return Contacts(
        urls=[quote.text for quote in contacts.urls],
        emails=[quote.text for quote in contacts.emails],
        phones=[value for value, _ in contacts.phones],
        addresses=[quote.text for quote in contacts.addresses],
    )
