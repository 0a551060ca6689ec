"""Touchpoints of lists: one for each item under "Цифровые точки", "К точкам взаимодействия относятся" and the like."""

import re
from collections.abc import Sequence

from extractor.places.channels import ordered, undeclared_channels
from extractor.places.contacts import add_contacts, read_contacts
from extractor.places.draft import Basis, ContactDraft, NeedDraft, PlaceDraft
from extractor.places.purposes import place_types, purposes
from extractor.places.setting import Setting, clients_for, context_for
from normalizers.channels import channels_of, is_channel_only
from normalizers.clients import clients_of
from normalizers.need_categories import categories_of
from normalizers.need_split import split_needs, starts_need
from normalizers.touchpoint_types import types_of
from normalizers.verbatim import Quote
from parsers.markers import Kind
from parsers.structure import Clause, Part

_POINTS = re.compile(r"\bточ(?:ка|ки|кам|ками|ек|ках)\b\s*(?:взаимодействия|контакта|касания|доступа)?", re.IGNORECASE)
_CHANNEL_POINTS = re.compile(
    r"(?:цифров|офф?лайн|онлайн|дистанционн|очн|физическ|электронн)\w*(?:\s*\([^()]*\))?[\s-]+"
    r"(?:точ(?:ка|ки|кам|ками|ек)|канал\w*)\b",
    re.IGNORECASE,
)
_ARE = re.compile(
    r"\b(?:относятся|являются|следующ\w+|включают|включает|составляют|предусмотрены|определены"
    r"|установлены|организованы|перечень|выступают|использу\w+)\b",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"\b(?:мест[ао]?|каналы?|способ\w*|инструмент\w*)\s+(?:личного\s+при[её]ма|при[её]ма"
    r"|взаимодействия|обращения|контакта|связи)",
    re.IGNORECASE,
)
_LISTS_OTHER = re.compile(
    r"\b(?:принцип|задач|цел[ьи]|потребност|требовани|показател|случа[яй]|основани|термин"
    r"|понят|указыва|анализ|подразделя|делятся|сведени|документ|критери|изменени)\w*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^\W*(?:единый\s+|сводный\s+)?перечень\b", re.IGNORECASE)
_NEEDS_BEHIND = re.compile(r"\s*(?:[:–—-])\s+")


def part_to_lists(part: Part, setting: Setting) -> tuple[list[PlaceDraft], set[str]]:
    """Places of every list of a part, and the ids of the clauses that those lists take up."""
    places: list[PlaceDraft] = []
    taken: set[str] = set()
    for clause in part.walk():
        if clause.id in taken or not clause.children or any(child.tables for child in clause.children):
            continue
        items = list_items(clause)
        if not items:
            continue
        made = list_to_places(clause, items, setting)
        if made:
            places.extend(made)
            taken.add(clause.id)
            taken.update(below.id for item in items for below in item.walk())
    if not places:
        titled = _titled_items(part)
        for item in titled:
            places.extend(list_to_places(None, [item], setting))
            taken.update(below.id for below in item.walk())
    return places, taken


def list_items(clause: Clause) -> list[Clause]:
    """The items of a list of places that a clause opens; empty where it opens none."""
    intro = clause.heading.text if clause.heading else clause.own.strip()
    if clause.kind is Kind.CHAPTER or (clause.heading is None and not intro.endswith(":")):
        return []
    items = [child for child in clause.children if child.heading is None]
    if not items or len(intro) > 300:
        return []
    marked = [item for item in items if item.kind is not Kind.NONE]
    if clause.heading is not None:
        items = marked if len(marked) == len(items) else []
    if not items or not _opens_places(intro, clause.heading is not None):
        return []
    named = [item for item in items if _names_place(item) or _gives_address(intro, item)]
    enough = 1 if _CHANNEL_POINTS.match(intro.strip()) else max(1, (len(items) + 1) // 2)
    return items if len(named) >= enough and not _are_requirements(items) else []


def _opens_places(intro: str, heading: bool) -> bool:
    """Whether an introducing line (or a heading) announces places."""
    if _CHANNEL_POINTS.search(intro) and (len(intro) < 90 or _ARE.search(intro)):
        return not _LISTS_OTHER.search(intro)
    begins = _PLACES.match(intro.strip()) or _POINTS.match(intro.strip())
    opens = not heading and begins and len(intro) < 120
    if not opens and not ((_POINTS.search(intro) or _PLACES.search(intro)) and _ARE.search(intro)):
        return False
    return not _LISTS_OTHER.search(intro)


def _names_place(item: Clause) -> bool:
    text = item.own
    if is_channel_only(text) or starts_need(text):
        return False
    found = types_of(text)
    return bool(found.codes) and (not found.weak or len(text) < 60)


def _gives_address(intro: str, item: Clause) -> bool:
    """ "Места личного приема граждан:" over addresses: the heading names the type."""
    return bool(types_of(intro).codes) and bool(read_contacts(item.view, item.start, item.end).addresses)


def _are_requirements(items: Sequence[Clause]) -> bool:
    """A list that sets requirements for places adds a source only: its items open lists of rules."""
    opened = [item for item in items if item.opens_list and item.children]
    return any(not any(starts_need(child.own) for child in item.children) for item in opened)


def is_list_of_places(title: str) -> bool:
    """Whether a title says that below it stands a list of places.

    >>> is_list_of_places("Перечень мест личного приема граждан"), is_list_of_places("Перечень документов")
    (True, False)
    """
    return bool(_TITLE.match(title) and (_POINTS.search(title) or _PLACES.search(title)))


def _titled_items(part: Part) -> list[Clause]:
    """Numbered items of an annex whose title says that it is a list of places, with no table in it."""
    title = part.title.text if part.title else ""
    if not is_list_of_places(title):
        return []
    if part.loose_tables or any(clause.tables for clause in part.walk()):
        return []
    top = [c for c in part.clauses if c.heading is None and c.kind in (Kind.INTEGER, Kind.ITEM, Kind.BULLET, Kind.NONE)]
    return [
        c
        for c in top
        if len(c.own) < 300
        and (_names_place(c) or (_PLACES.search(title) and read_contacts(c.view, c.start, c.end).addresses))
    ]


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
    types = found.codes or heading_types or setting.title_types
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
