"""Ids of touchpoints: the same after re-extraction, reordering or an edit elsewhere in the order.

An id is the digest of what names the place: its annex's title, section, process and name, folded so that spaces, quotes
and letter case do not count. Places that share all of these are told apart by their notes, then by their needs.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_SIGNS = re.compile(r"[^\w@]+")
_DIGEST = 5


@lru_cache(4096)
def fold(text: str) -> str:
    """A text without what re-spacing or re-punctuating changes.

    >>> fold("Сайт «Министерства» – раздел") == fold('сайт  "министерства" - раздел.')
    True
    """
    return _SIGNS.sub(" ", text.casefold().replace("ё", "е")).strip()


class PlaceWords(NamedTuple):
    """What tells a place from the others of its order, as printed; nothing else has a part in its id."""

    annex_title: str
    section: str
    process: str
    name: str
    notes: str
    channels: tuple[str, ...]
    needs: tuple[str, ...]


def place_ids(places: Sequence[PlaceWords]) -> list[str]:
    """One id for each place, unique within the order."""
    named: dict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        named[_digest(_name_key(place))].append(index)
    ids = [""] * len(places)
    for digest, members in named.items():
        if len(members) == 1:
            ids[members[0]] = f"tp-{digest}"
            continue
        for index, exact in _apart(places, members):
            ids[index] = exact
    return ids


def _name_key(place: PlaceWords) -> tuple[str, ...]:
    return tuple(fold(text) for text in (place.annex_title, place.section, place.process, place.name))


def _apart(places: Sequence[PlaceWords], members: Sequence[int]) -> list[tuple[int, str]]:
    """Ids of namesakes: by notes and channels, then by needs, then by order."""
    seen: dict[str, int] = defaultdict(int)
    sharing = Counter(_notes_key(places[index]) for index in members)
    made = []
    for index in members:
        place = places[index]
        notes, channels = _notes_key(place)
        digest = _digest((*_name_key(place), notes, " ".join(channels)))
        if sharing[notes, channels] > 1:
            digest = _digest((digest, *(fold(need) for need in place.needs)))
        seen[digest] += 1
        made.append((index, f"tp-{digest}" + (f"~{seen[digest]}" if seen[digest] > 1 else "")))
    return made


def _notes_key(place: PlaceWords) -> tuple[str, tuple[str, ...]]:
    return fold(place.notes), place.channels


def _digest(key: tuple[str, ...]) -> str:
    return hashlib.blake2s("\x1f".join(key).encode(), digest_size=_DIGEST).hexdigest()
