"""Ids of touchpoints: the same after re-extraction, reordering or an edit elsewhere in the order.

An id is the digest of what names the place: its annex's title, section, process and name, folded so that spaces, quotes
and letter case do not count. Places that share all of these are told apart by their notes, then by their needs.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from extractor.places.draft import PlaceDraft

_SIGNS = re.compile(r"[^\w@]+")
_DIGEST = 5


@lru_cache(4096)
def fold(text: str) -> str:
    """A text without what re-spacing or re-punctuating changes.

    >>> fold("Сайт «Министерства» – раздел") == fold('сайт  "министерства" - раздел.')
    True
    """
    return _SIGNS.sub(" ", text.casefold().replace("ё", "е")).strip()


def place_ids(places: Sequence[PlaceDraft], titles: Mapping[str, str]) -> list[str]:
    """One id for each place, unique within the order."""
    named: dict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        named[_digest(_name_key(place, titles))].append(index)
    ids = [""] * len(places)
    for digest, members in named.items():
        if len(members) == 1:
            ids[members[0]] = f"tp-{digest}"
            continue
        for index, exact in _apart(places, members, titles):
            ids[index] = exact
    return ids


def _name_key(place: PlaceDraft, titles: Mapping[str, str]) -> tuple[str, ...]:
    section = place.section.text if place.section else ""
    process = place.process.text if place.process else ""
    return tuple(fold(text) for text in (titles.get(place.annex, ""), section, process, place.name.text))


def _apart(places: Sequence[PlaceDraft], members: Sequence[int], titles: Mapping[str, str]) -> list[tuple[int, str]]:
    """Ids of namesakes: by notes and channels, then by needs, then by order."""
    seen: dict[str, int] = defaultdict(int)
    sharing = Counter(_notes_key(places[index]) for index in members)
    made = []
    for index in members:
        place = places[index]
        notes, channels = _notes_key(place)
        digest = _digest((*_name_key(place, titles), notes, " ".join(channels)))
        if sharing[notes, channels] > 1:
            digest = _digest((digest, *(fold(need.quote.text) for need in place.needs)))
        seen[digest] += 1
        made.append((index, f"tp-{digest}" + (f"~{seen[digest]}" if seen[digest] > 1 else "")))
    return made


def _notes_key(place: PlaceDraft) -> tuple[str, tuple[str, ...]]:
    return fold(place.features.text if place.features else ""), tuple(place.channels)


def _digest(key: tuple[str, ...]) -> str:
    return hashlib.blake2s("\x1f".join(key).encode(), digest_size=_DIGEST).hexdigest()
