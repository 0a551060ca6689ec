"""Designations of one place made one touchpoint; addresses given elsewhere in the order."""

import re
from collections.abc import Sequence

from extractor.places.contacts import add_contacts, disagree
from extractor.places.draft import STRENGTH, PlaceDraft
from normalizers.language import analyse
from normalizers.touchpoint_types import type_hits
from normalizers.verbatim import Span

_NAMED_KINDS = frozenset(
    {
        "control_system",
        "government_system",
        "edms",
        "internal_system",
        "mobile_app",
        "service_center",
        "social_network",
        "info_stand",
        "public_meeting",
        "media",
        "workplace",
    }
)
_SECTION_HEAD = re.compile(
    r"^\W*(?:\w+\s+)?(?:под)?(?:раздел|страниц|рубрик|вкладк|форм|сервис)\w*\s*[«\"]([^»\"]+)", re.IGNORECASE
)


def merge_places(strong: Sequence[PlaceDraft], weak: Sequence[PlaceDraft]) -> list[PlaceDraft]:
    """Places of one annex's lists and clauses, each once, in document order.

    ``weak`` are places that only an enumeration names: one counts where nothing else designates its type. Members of
    one enumeration do not stand for each other: «центр "Мой бизнес", центр занятости» are two.
    """
    places: list[PlaceDraft] = []
    for draft in sorted(strong, key=lambda place: place.start):
        same = _find(places, draft)
        if same is None:
            places.append(draft)
        else:
            places[same] = merge_two(places[same], draft)
    strongly = len(places)
    for draft in sorted(weak, key=lambda place: place.start):
        known = [
            place
            for index, place in enumerate(places)
            if set(place.types) & set(draft.types) and not (index >= strongly and _are_members(place, draft))
        ]
        for place in known:
            if _same_place(place, draft):
                _strengthen(place, draft)
        if not known:
            places.append(draft)
    return sorted(places, key=lambda place: place.start)


def _are_members(one: PlaceDraft, other: PlaceDraft) -> bool:
    return one.clause == other.clause and one.name.text.casefold() != other.name.text.casefold()


def _find(places: Sequence[PlaceDraft], draft: PlaceDraft) -> int | None:
    """The best place that the draft names again: one that shares an address goes before one that only may."""
    fits = [index for index, place in enumerate(places) if _same_place(place, draft)]
    if not fits:
        return None
    sharing = [index for index in fits if _shares_address(places[index], draft)]
    return (sharing or sorted(fits, key=lambda index: -_likeness(places[index], draft)))[0]


def _shares_address(one: PlaceDraft, other: PlaceDraft) -> bool:
    if one.contacts.is_empty() or other.contacts.is_empty():
        return False
    return not disagree(one.contacts, other.contacts)


def _likeness(one: PlaceDraft, other: PlaceDraft) -> int:
    return len(_words(one) & _words(other))


def _words(place: PlaceDraft) -> set[str]:
    analysis = analyse(place.name.text)
    return {analysis.lemma(index) for index, word in enumerate(analysis.words) if len(word) > 3}


def _same_place(place: PlaceDraft, draft: PlaceDraft) -> bool:
    """Same types, no contradiction of addresses; two items of one list, and two named sections, are two places."""
    if set(place.types) != set(draft.types) or disagree(place.contacts, draft.contacts):
        return False
    if place.origin == draft.origin == "list":
        return False
    if _sections_differ(place, draft):
        return False
    if set(place.types) & _NAMED_KINDS and not _shares_address(place, draft):
        return _kind_word(place) == _kind_word(draft) or _likeness(place, draft) > 1
    return True


def _sections_differ(place: PlaceDraft, draft: PlaceDraft) -> bool:
    one, other = _SECTION_HEAD.match(place.name.text), _SECTION_HEAD.match(draft.name.text)
    return bool(one and other) and one is not None and other is not None and one[1].casefold() != other[1].casefold()


def _kind_word(place: PlaceDraft) -> str:
    """The pattern that named the place: ЕРВК is not ЕРКНМ."""
    hits = type_hits(analyse(place.name.text))
    codes = [hit for hit in hits if hit.code in place.types]
    return max(codes, key=lambda hit: hit.last - hit.first).pattern if codes else ""


def merge_two(first: PlaceDraft, second: PlaceDraft) -> PlaceDraft:
    """One place of two designations: the list item leads, else the first; needs are joined in order."""
    lead, other = (second, first) if second.origin == "list" and first.origin != "list" else (first, second)
    texts = {need.quote.text.casefold() for need in first.needs}
    lead.needs = [*first.needs, *(need for need in second.needs if need.quote.text.casefold() not in texts)]
    add_contacts(lead.contacts, other.contacts)
    lead.also = sorted([*lead.also, *other.also, *_one_span(other)])
    _strengthen(lead, other)
    return lead


def _one_span(place: PlaceDraft) -> list[Span]:
    return [place.spans[0]._replace(end=place.spans[-1].end)] if place.spans else []


def _strengthen(lead: PlaceDraft, other: PlaceDraft) -> None:
    if STRENGTH[other.basis] > STRENGTH[lead.basis]:
        lead.channels, lead.basis = other.channels, other.basis
