"""Touchpoints of lists: one for each item under "Цифровые точки", "К точкам взаимодействия относятся" and the like."""

import re
from collections.abc import Sequence

from extractor.places.channels import ordered, undeclared_channels
from extractor.places.contacts import add_contacts, read_contacts
from extractor.places.draft import Basis, ContactDraft, NeedDraft, PlaceDraft
from extractor.places.listing import announced_items, list_items, titled_items
from extractor.places.purposes import place_types, purposes
from extractor.places.setting import Setting, clients_for, context_for
from normalizers.channels import channels_of, is_channel_only
from normalizers.clients import clients_of
from normalizers.language import analyse
from normalizers.need_categories import categories_of
from normalizers.need_split import split_needs, starts_need
from normalizers.touchpoint_types import type_hits, types_of, weak_hits
from normalizers.verbatim import Quote
from parsers.markers import Kind
from parsers.structure import Clause, Part

_MEANS = frozenset({"phone", "email", "website"})
_NAMED_BEFORE = re.compile(r".{8,},\s*$", re.DOTALL)
_NEEDS_BEHIND = re.compile(r"\s*(?:[:–—-])\s+")


def part_to_lists(part: Part, setting: Setting) -> tuple[list[PlaceDraft], set[str]]:
    """Places of every list of a part, and the ids of the clauses that those lists take up."""
    places: list[PlaceDraft] = []
    taken: set[str] = set()
    for clause in part.walk():
        if clause.id in taken or not clause.children or any(child.tables for child in clause.children):
            continue
        items = list_items(clause) or announced_items(clause, part)
        if not items:
            continue
        made = list_to_places(clause, items, setting)
        if made:
            places.extend(made)
            taken.add(clause.id)
            taken.update(below.id for item in items for below in item.walk())
    if not places:
        titled = titled_items(part)
        for item in titled:
            places.extend(list_to_places(None, [item], setting))
            taken.update(below.id for below in item.walk())
    return places, taken


def list_to_places(opener: Clause | None, items: Sequence[Clause], setting: Setting) -> list[PlaceDraft]:
    """One place for each item; the name is the whole item, the section the introducing line."""
    section = _section(opener)
    places = []
    for item in items:
        place = item_to_place(opener, item, section, setting)
        if place is not None:
            places.append(place)
    return places


def _section(opener: Clause | None) -> Quote | None:
    if opener is None:
        return None
    return opener.heading or opener.view.quote(opener.start, opener.end)


def item_to_place(opener: Clause | None, item: Clause, section: Quote | None, setting: Setting) -> PlaceDraft | None:
    """The place that one item names."""
    end = _name_end(item)
    name = item.view.quote(item.start, end)
    if not name.text or is_channel_only(name.text):
        return None
    found = place_types(name.text)
    heading_types = types_of(section.text).codes if section else ()
    told = heading_types or setting.title_types
    types = told if told and _tells_means(name.text, found.codes) else found.codes or told
    channels, basis = _channels(section, types, setting)
    place = PlaceDraft(
        annex=setting.annex,
        origin="list",
        name=name,
        types=types,
        spans=list(name.spans),
        clause=opener.id if opener else item.id,
        section=section,
        number=_number(item),
        channels=channels,
        basis=basis,
        needs=_needs(item, end),
        contacts=_item_contacts(item),
        contradicted=found.contradicted,
        weak=found.weak,
        group=opener.id if opener else item.parent.id if item.parent else "",
    )
    place.context = context_for(section, setting)
    place.clients = clients_of(name.text) or clients_for(section, setting)
    return place


def _tells_means(name: str, codes: Sequence[str]) -> bool:
    """Whether the item's only place word is a means behind another name: "отдел помощи: ул. Мира, д. 5, тел. …"."""
    if not codes or not _MEANS.issuperset(codes):
        return False
    analysis = analyse(name)
    hits = type_hits(analysis) or weak_hits(analysis)
    return bool(hits) and bool(_NAMED_BEFORE.match(name[: hits[0].start]))


def _item_contacts(item: Clause) -> ContactDraft:
    """Contacts of the item and of the lines below it that tell its address or telephone, not what clients do."""
    found = read_contacts(item.view, item.start, item.end)
    for child in item.children:
        if not starts_need(child.own):
            add_contacts(found, read_contacts(child.view, child.start, child.end))
    return found


def _channels(section: Quote | None, types: Sequence[str], setting: Setting) -> tuple[tuple[str, ...], Basis]:
    said = channels_of(section.text) if section else ()
    if said:
        return ordered(said), "declared"
    return undeclared_channels(types, setting)


def _number(item: Clause) -> Quote | None:
    """The item's number; bullets have none."""
    if item.kind not in (Kind.ITEM, Kind.INTEGER, Kind.LETTER, Kind.DECIMAL):
        return None
    start = item.view.text.find(item.label)
    return item.view.quote(start, start + len(item.label)) if start >= 0 else None


def _name_end(item: Clause) -> int:
    """The name is the whole item; what follows a colon or dash as needs is not part of it."""
    if item.opens_list:
        return item.end
    for match in _NEEDS_BEHIND.finditer(item.view.text, item.start, item.end):
        if starts_need(item.view.text[match.end() : item.end]):
            return match.start()
    return item.end


def _needs(item: Clause, end: int) -> list[NeedDraft]:
    """Purposes in the item, needs behind its colon, and the items below it."""
    ranges = [(item.start + a, item.start + b) for a, b in purposes(item.own)] if end == item.end else []
    quotes = [item.view.quote(a, b) for a, b in ranges]
    if end < item.end:
        offset = next(m.end() for m in _NEEDS_BEHIND.finditer(item.view.text, end, item.end))
        quotes += [
            item.view.quote(offset + n.start, offset + n.end) for n in split_needs(item.view.text[offset : item.end])
        ]
    for child in item.children:
        if starts_need(child.own):
            quotes += [child.view.quote(child.start + n.start, child.start + n.end) for n in split_needs(child.own)]
    return [NeedDraft(quote, categories_of(quote.text)) for quote in quotes]
