"""Requisites to the public order, and the slug that names it."""

import re

from extractor.codes import OrderKind
from extractor.items.clauses import clauses_to_items
from extractor.items.sources import Locator, spans_of, text_of
from extractor.registry import Authority, Order, Region, Signatory
from normalizers.authority import nominative_authority
from normalizers.regions import region_of, region_of_city
from normalizers.verbatim import Quote
from parsers import structure
from parsers.document import Document

_UNSAFE = re.compile(r"[^\w-]+")
_BODY = 20_000


def structure_to_order(document: Document, taken: structure.Structure, locator: Locator) -> Order:
    """The public order of a structure."""
    requisites = taken.requisites
    signatory = requisites.signatory
    quotes = {
        "/authority/text": requisites.authority,
        "/number": requisites.number,
        "/place": requisites.place,
        "/title": requisites.title,
        "/signatory/name": signatory.name if signatory else None,
        "/signatory/position": signatory.position if signatory else None,
    }
    span = requisites.span
    return Order(
        kind=OrderKind(requisites.kind),
        authority=_authority(requisites.authority, document),
        region=_region(requisites, taken, document),
        number=text_of(requisites.number),
        date=requisites.date,
        place=text_of(requisites.place),
        title=text_of(requisites.title),
        signatory=signatory_to_item(signatory),
        clauses=clauses_to_items(taken.order.clauses, locator) if taken.order else [],
        source=locator.source(span.start, span.end) if span else None,
        spans=spans_of(quotes),
    )


def signatory_to_item(signatory: structure.Signatory | None) -> Signatory | None:
    """The public signatory."""
    if signatory is None:
        return None
    return Signatory(name=signatory.name.text, position=text_of(signatory.position))


def _authority(quote: Quote | None, document: Document) -> Authority | None:
    if quote is None or not quote.text:
        return None
    body = document.text[:_BODY] if quote.text.isupper() else ""
    return Authority(name=nominative_authority(quote.text, body), text=quote.text)


def _region(requisites: structure.Requisites, taken: structure.Structure, document: Document) -> Region | None:
    """From the authority's name, the titles, the place, else the first subject or town that the text names."""
    titles = [annex.title for annex in taken.annexes] + [annex.stamp.text for annex in taken.annexes if annex.stamp]
    named = [requisites.authority, *titles, requisites.title]
    for quote in named:
        found = region_of(quote.text) if quote else None
        if found:
            return Region(code=found.code, name=found.name)
    for text in (
        *(quote.text for quote in (requisites.authority, requisites.place, *titles) if quote),
        document.text[:_BODY],
    ):
        found = region_of(text) if len(text) > 200 else None
        found = found or region_of_city(text)
        if found:
            return Region(code=found.code, name=found.name)
    return None


def order_id(order: Order, sha256: str) -> str:
    """The slug of an order: subject code, date, number; what is missing is said, and the digest keeps it unique.

    >>> from extractor.registry import Region
    >>> known = Order.model_construct(region=Region(code="49", name=""), date="2024-01-30", number="7-О")
    >>> order_id(known, "")
    '49-2024-01-30-7-о'
    """
    parts = [
        order.region.code if order.region else "00",
        order.date or "undated",
        _UNSAFE.sub("-", order.number.lower()).strip("-") if order.number else f"unnumbered-{sha256[:8]}",
    ]
    return "-".join(parts)
