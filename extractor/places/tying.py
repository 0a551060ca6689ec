"""Which touchpoint a provision speaks of: the place that its own words name, within its annex."""

import re
from collections.abc import Sequence

from extractor.places.draft import PlaceDraft
from extractor.provisions.found import FoundProvision
from normalizers.language import analyse
from normalizers.need_segments import taxonomy
from normalizers.touchpoint_types import types_of

_OF_ITEM = ("schedule", "limit", "deadline")
_TALK = re.compile(r"\b(?:разговор|звон[ко])", re.IGNORECASE)


def tie(found: FoundProvision, places: Sequence[PlaceDraft], ids: Sequence[str]) -> str | None:
    """The id of the touchpoint that a provision's words tie it to, ``None`` where they tie it to none."""
    own = [ids[index] for index, place in enumerate(places) if _is_item(found, place)]
    if len(own) == 1 and found.kind in _OF_ITEM:
        return own[0]
    hint = found.place_hint if found.place_hint and types_of(found.place_hint).codes else _spoken(found)
    if not hint:
        return None
    annex = found.clause.id.split("/", 1)[0]
    codes = set(types_of(hint).codes)
    near = [index for index, place in enumerate(places) if place.annex == annex]
    fits = [index for index in near if codes & set(places[index].types)]
    if not fits:
        return None
    words = _words(found.clause.own)
    sent = _sent(found.clause.own)
    return ids[max(fits, key=lambda index: (*_closeness(found, places[index], words, sent), -index))]


def _closeness(
    found: FoundProvision, place: PlaceDraft, words: set[str], sent: set[str]
) -> tuple[bool, bool, bool, int]:
    """Same clause; named by text, not by a table; takes what the clause speaks of; likeness of names."""
    taken = {code for need in place.needs for code in need.categories}
    likeness = len(words & _words(place.name.text))
    return _in_clause(found, place), place.origin != "table", bool(sent & taken), likeness


def _spoken(found: FoundProvision) -> str | None:
    """«Время разговора не должно превышать 10 минут» speaks of the telephone."""
    return "телефон" if _TALK.search(found.text.text) else None


def _is_item(found: FoundProvision, place: PlaceDraft) -> bool:
    """Whether the provision stands in the list item that names the place."""
    start, end = found.clause.span
    return place.origin == "list" and any(start <= span.start and span.end <= end for span in place.spans)


def _in_clause(found: FoundProvision, place: PlaceDraft) -> bool:
    """Whether the place is designated in the same clause."""
    start, end = found.clause.span
    return any(span.start < end and start < span.end for span in (*place.spans, *place.also))


def _words(text: str) -> set[str]:
    analysis = analyse(text)
    return {analysis.lemma(index) for index, word in enumerate(analysis.words) if len(word) > 3}


def _sent(text: str) -> set[str]:
    """What a text says is sent in, as category codes: "Срок рассмотрения обращения" speaks of appeals."""
    hits = taxonomy().hits(analyse(text))
    return {"submission." + hit.code.removeprefix("obj.") for hit in hits if hit.code.startswith("obj.")}
