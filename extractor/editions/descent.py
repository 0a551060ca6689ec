"""From which editions the ids of a registry come, as a digest: told from the index alone, no registry is opened.

A registry's ids follow from its own words and from the registries, as they were extracted, that speak for the editions
before it. Where the digest is the one that was noted when its ids were carried, they stand.
"""

import hashlib
from collections.abc import Mapping

from extractor.building.state import OWN_IDS, Entry
from extractor.editions.grouping import Order


def wanted_descents(order: Order, entries: Mapping[str, Entry]) -> dict[str, str]:
    """The digest that each source of an order should have; the sources of its first edition keep their own ids."""
    wanted: dict[str, str] = {}
    before = OWN_IDS
    for place, edition in enumerate(order.editions):
        head, *others = (line["file"] for line in edition.lines)
        after = _after(before, entries[head].descent.extracted)
        wanted[head] = before
        wanted.update(dict.fromkeys(others, after if place else OWN_IDS))
        before = after
    return wanted


def _after(before: str, extracted: str) -> str:
    return hashlib.sha256(f"{before}\0{extracted}".encode()).hexdigest()[:32]
