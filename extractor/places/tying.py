"""Which touchpoint a provision speaks of: the place that its own words name, within its annex."""

from collections.abc import Sequence

from extractor.places.draft import PlaceDraft
from extractor.provisions.found import FoundProvision
from normalizers.language import analyse
from normalizers.touchpoint_types import types_of


def tie(found: FoundProvision, places: Sequence[PlaceDraft], ids: Sequence[str]) -> str | None:
    """The id of the touchpoint that a provision's words tie it to, ``None`` where they tie it to none."""
    if not found.place_hint:
        return None
    annex = found.clause.id.split("/", 1)[0]
    codes = set(types_of(found.place_hint).codes)
    near = [index for index, place in enumerate(places) if place.annex == annex]
    fits = [index for index in near if codes & set(places[index].types)]
    if not fits:
        return None
    words = _words(found.place_hint)
    best = max(fits, key=lambda index: (_in_clause(found, places[index]), len(words & _words(places[index].name.text)), -index))
    return ids[best]


def _in_clause(found: FoundProvision, place: PlaceDraft) -> bool:
    """Whether the place is designated in the same clause."""
    start, end = found.clause.span
    return any(span.start < end and start < span.end for span in (*place.spans, *place.also))


def _words(text: str) -> set[str]:
    analysis = analyse(text)
    return {analysis.lemma(index) for index, word in enumerate(analysis.words) if len(word) > 3}
