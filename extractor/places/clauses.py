"""Touchpoints of clauses: every sentence that designates a place, read in document order."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extractor.places.channels import ordered, undeclared_channels
from extractor.places.contacts import add_contacts, read_contacts
from extractor.places.draft import Basis, ContactDraft, NeedDraft, PlaceDraft
from extractor.places.phrases import Phrase
from extractor.places.points import Enumerated, is_about_points
from extractor.places.purposes import purposes
from extractor.places.reading import SentenceReading
from extractor.places.rules import read_sentence
from extractor.places.rules.found import Found
from extractor.places.setting import Setting, clients_for, context_for
from normalizers.channels import channels_of
from normalizers.clients import clients_of
from normalizers.folding import has_any
from normalizers.need_categories import categories_of
from normalizers.need_split import split_needs, starts_need
from normalizers.sentences import split_sentences
from normalizers.verbatim import Quote
from parsers.structure import Clause, Part

_SKIPS_CHILDREN = re.compile(
    r"\b(?:указыва|не\s+рассматрива|не\s+подлеж|не\s+регистр|показател|принцип|потребност"
    r"|термин|понят|задач|целями|основани|случа[яе]|требовани\w+\s+к|анализа|изменени|правила"
    r"|критери)\w*",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"^[^.:;(]{2,120}?\s[–—-]\s")
_DASHES = (" –", " —", " -")
_LONGEST_TERM = 125
_INFORMATION = ("information",)
_GIVES_CONTACT = re.compile(
    r"(?:(?:почтовый|электронный|фактический)\s+)?(?:адрес|телефон|тел\.|e-mail|эл\.\s?почта|электронная\s+почта|сайт|ссылка|контакт\w*|номер)"
    r"[^:.]{0,40}:\s"
)


def part_to_clause_places(part: Part, setting: Setting, taken: set[str]) -> list[PlaceDraft]:
    """Places that clauses designate, lists and tables left out."""
    places: list[PlaceDraft] = []
    skipped = set(taken)
    for clause in part.walk():
        if clause.id in skipped or clause.end <= clause.start:
            continue
        if clause.opens_list and _SKIPS_CHILDREN.search(clause.own):
            skipped.update(below.id for child in clause.children for below in child.walk())
        if clause.heading is not None:
            continue
        made, used = clause_to_places(clause, setting)
        places.extend(made)
        skipped.update(used)
    return places


def clause_to_places(clause: Clause, setting: Setting) -> tuple[list[PlaceDraft], set[str]]:
    """Places of one clause and the ids of the items below that they use up."""
    places: list[PlaceDraft] = []
    used: set[str] = set()
    if is_about_points(clause) or _is_definition(clause):
        return places, used
    for start, end in split_sentences(clause.view.text, clause.start, clause.end):
        reading = SentenceReading(clause, start, end)
        if not reading.may_name_place and not reading.text.rstrip().endswith(":"):
            continue
        if len(places) == 1 and _GIVES_CONTACT.match(reading.lower):
            add_contacts(places[0].contacts, read_contacts(reading.view, start, end))
            continue
        if reading.is_excluded:
            continue
        found = read_sentence(reading)
        if found is None:
            continue
        places.extend(_places(reading, found, setting))
        if found.items and reading.text.rstrip().endswith(":"):
            used.update(below.id for child in listed(clause) for below in child.walk())
    return places, used


def listed(clause: Clause) -> list[Clause]:
    """The items of the list that a clause opens: its first children of one kind."""
    return list(takewhile(lambda child: child.kind is clause.children[0].kind, clause.children))


def _is_definition(clause: Clause) -> bool:
    """«Сервис – цифровой информационный ресурс …» designates nothing."""
    text = clause.own
    if not has_any(text[:_LONGEST_TERM], _DASHES):
        return False
    return bool(_DEFINITION.match(text)) and not re.match(r"[^–—-]{2,80}\s[–—-]\s(?:для|при)\b", text)


def _places(reading: SentenceReading, found: Found, setting: Setting) -> Iterator[PlaceDraft]:
    children = listed(reading.clause) if reading.text.rstrip().endswith(":") else []
    if found.items == "places" or (children and _items_are_places(children)):
        yield from _item_places(reading, found, children, setting)
        return
    shared = [_need(reading.view.quote(a + reading.start, b + reading.start)) for a, b in _split(reading, found.needs)]
    if found.items and (found.items == "information" or _items_are_needs(children)):
        shared += [need for child in children for need in _child_needs(child, found.items)]
    for index, phrase in enumerate(found.phrases):
        stop = found.phrases[index + 1].start if index + 1 < len(found.phrases) else len(reading.text)
        yield _draft(reading, phrase, _contacts(reading, phrase, stop, found), list(shared), found.grants, setting)


def _split(reading: SentenceReading, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Needs in a range: several behind a colon, one for a purpose or a right."""
    for start, end in ranges:
        if starts_need(reading.text[start:end]) or ";" in reading.text[start:end]:
            for need in split_needs(reading.text[start:end]):
                yield start + need.start, start + need.end
        else:
            yield start, end


def _need(quote: Quote, forced: tuple[str, ...] = ()) -> NeedDraft:
    return NeedDraft(quote, forced or categories_of(quote.text))


def _child_needs(child: Clause, items: str) -> Iterator[NeedDraft]:
    """Needs of an item below: content of a section, purposes, or actions."""
    if items == "information":
        yield _need(child.view.quote(child.start, child.end), _INFORMATION)
        return
    aims = purposes(child.own)
    if aims and child.own.lower().startswith("для "):
        for start, end in aims:
            yield _need(child.view.quote(child.start + start, child.start + end))
        return
    for need in split_needs(child.own):
        yield _need(child.view.quote(child.start + need.start, child.start + need.end))


def _items_are_places(children: Sequence[Clause]) -> bool:
    """Items that name places and no action: "единый реестр видов контроля <https://…>"."""
    named = 0
    for child in children:
        if starts_need(child.own) or child.own.lower().startswith("для "):
            return False
        reading = SentenceReading(child, child.start, child.end)
        named += bool(reading.may_name_place and reading.phrases and reading.phrases[0].start < 60)
    return named * 2 > len(children)


def _items_are_needs(children: Sequence[Clause]) -> bool:
    """Items that name actions or purposes; rules of conduct below a place are none."""
    named = sum(starts_need(child.own) or child.own.lower().startswith("для ") for child in children)
    return named * 2 >= len(children) and named > 0


def _item_places(
    reading: SentenceReading, found: Found, children: Sequence[Clause], setting: Setting
) -> Iterator[PlaceDraft]:
    """«Для … используется:» with a place in each item; the clause that opens the list is the clause of all."""
    for child in children:
        item = SentenceReading(child, child.start, child.end)
        if not item.may_name_place or not item.phrases or item.is_excluded:
            continue
        phrase = item.phrases[0]
        needs = [
            _need(reading.view.quote(a + reading.start, b + reading.start)) for a, b in _split(reading, found.needs)
        ]
        contacts = read_contacts(child.view, child.start, child.end)
        made = _draft(item, phrase, contacts, needs, found.grants, setting)
        made.clause = reading.clause.id
        yield made


def _contacts(reading: SentenceReading, phrase: Phrase, stop: int, found: Found) -> ContactDraft:
    """Contacts behind the phrase and before the next place; in a sentence about one place, all of them."""
    if len(found.phrases) == 1 and len(reading.phrases) <= 2:
        return read_contacts(reading.view, reading.start, reading.end)
    return read_contacts(reading.view, reading.start + phrase.end, reading.start + stop)


def _draft(
    reading: SentenceReading,
    phrase: Phrase,
    contacts: ContactDraft,
    needs: list[NeedDraft],
    grants: bool,
    setting: Setting,
) -> PlaceDraft:
    name = reading.view.quote(reading.start + phrase.start, reading.start + phrase.end)
    types = reading.types(phrase) or (phrase.hit.code,)
    channels, basis = _channels(reading.clause, types, grants, setting)
    place = PlaceDraft(
        annex=setting.annex,
        origin="clause",
        name=name,
        types=types,
        spans=list(reading.view.quote(reading.start, reading.end).spans),
        clause=reading.clause.id,
        channels=channels,
        basis=basis,
        needs=needs,
        contacts=contacts,
    )
    place.context = context_for(None, setting)
    place.clients = clients_of(name.text) or clients_for(None, setting)
    return place


def _channels(clause: Clause, types: Sequence[str], grants: bool, setting: Setting) -> tuple[tuple[str, ...], Basis]:
    """A heading declares within its own clause only, and not for what a sentence on rights designates."""
    above: Clause | None = clause
    while above is not None and not grants:
        if above.heading is not None:
            said = channels_of(above.heading.text)
            if said:
                return ordered(said), "declared"
            break
        above = above.parent
    return undeclared_channels(types, setting)


def enumerated_to_place(point: Enumerated, setting: Setting) -> PlaceDraft:
    """The place of an enumeration, or the one that "Офлайн-точка – место приема …" designates."""
    reading = point.reading
    following = [p.start for p in reading.phrases if p.start > point.phrase.start]
    stop = following[0] if following and not point.single else len(reading.text)
    contacts = read_contacts(reading.view, reading.start + point.phrase.end, reading.start + stop)
    made = _draft(reading, point.phrase, contacts, [], True, setting)
    if point.channels:
        made.channels, made.basis = ordered(point.channels), "definition"
    return made
