"""Which touchpoint a provision speaks of: the place that its own words name, within its annex."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from extractor.places.draft import PlaceDraft
from extractor.provisions.found import FoundProvision
from normalizers.language import analyse
from normalizers.need_segments import taxonomy
from normalizers.touchpoint_types import types_of
from normalizers.verbatim import Span
from parsers.structure import Clause

_OF_ITEM = ("schedule", "limit", "deadline")
_TALK = re.compile(r"\b(?:разговор|звон[ко])", re.IGNORECASE)


class Profile(NamedTuple):
    """What counts of a place for a provision elsewhere; places with one profile give way to the first of them."""

    types: frozenset[str]
    in_text: bool
    needs: frozenset[str]
    words: frozenset[str]

    def closeness(self, in_clause: bool, words: set[str], sent: set[str]) -> tuple[bool, bool, bool, int]:
        """Same clause; named by text, not by a table; takes what the clause speaks of; likeness of names."""
        return in_clause, self.in_text, bool(sent & self.needs), len(words & self.words)


class Ties:
    """The places of an order by what ties a provision to them; each is read once, however many provisions ask."""

    def __init__(self, places: Sequence[PlaceDraft], ids: Sequence[str]) -> None:
        self._ids = ids
        self._places = places
        self._profiles = [_profile(place) for place in places]
        self._first: dict[str, dict[Profile, int]] = {}
        for index, place in enumerate(places):
            self._first.setdefault(place.annex, {}).setdefault(self._profiles[index], index)
        self._items = Ranges((span, index) for index, p in enumerate(places) if p.origin == "list" for span in p.spans)
        self._named = Ranges((span, index) for index, p in enumerate(places) for span in (*p.spans, *p.also))

    def tie(self, found: FoundProvision) -> str | None:
        """The id of the touchpoint that a provision's words tie it to, ``None`` where they tie it to none."""
        own = self._item(found.clause) if found.kind in _OF_ITEM else None
        if own is not None:
            return self._ids[own]
        hint = found.place_hint if found.place_hint and types_of(found.place_hint).codes else _spoken(found)
        return self._closest(found, set(types_of(hint).codes)) if hint else None

    def _item(self, clause: Clause | None) -> int | None:
        """The place of the list item that the clause is, or stands below."""
        while clause is not None:
            own = self._items.inside(*clause.span)
            if len(own) == 1:
                return own.pop()
            clause = clause.parent
        return None

    def _closest(self, found: FoundProvision, codes: set[str]) -> str | None:
        annex = found.clause.id.split("/", 1)[0]
        here = self._named.touching(*found.clause.span)
        options = [(index, True) for index in here if self._places[index].annex == annex]
        options += [(index, False) for index in self._first.get(annex, {}).values()]
        fits = [(index, same) for index, same in options if codes & self._profiles[index].types]
        if not fits:
            return None
        words, sent = _words(found.clause.own), _sent(found.clause.own)
        return self._ids[max((self._profiles[i].closeness(same, words, sent), -i) for i, same in fits)[1] * -1]


class Ranges:
    """Spans in order of their starts, each with the index of its place; asked for those in or over a range."""

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span, _ in self._spans]
        self._reach = list(accumulate((span.end for span, _ in self._spans), max))

    def inside(self, start: int, end: int) -> set[int]:
        """Places with a span that lies within the range."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return {index for span, index in self._spans[first:last] if span.end <= end}

    def touching(self, start: int, end: int) -> set[int]:
        """Places with a span that shares a character with the range."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return {index for span, index in self._spans[first:last] if start < span.end}


def _profile(place: PlaceDraft) -> Profile:
    needs = frozenset(code for need in place.needs for code in need.categories)
    return Profile(frozenset(place.types), place.origin != "table", needs, frozenset(_words(place.name.text)))


def _spoken(found: FoundProvision) -> str | None:
    """«Время разговора не должно превышать 10 минут» speaks of the telephone."""
    return "телефон" if _TALK.search(found.text.text) else None


def _words(text: str) -> set[str]:
    analysis = analyse(text)
    return {analysis.lemma(index) for index, word in enumerate(analysis.words) if len(word) > 3}


def _sent(text: str) -> set[str]:
    """What a text says is sent in, as category codes: "Срок рассмотрения обращения" speaks of appeals."""
    hits = taxonomy().hits(analyse(text))
    return {"submission." + hit.code.removeprefix("obj.") for hit in hits if hit.code.startswith("obj.")}
