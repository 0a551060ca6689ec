"""Ids of touchpoints carried from one edition to the next: a pure function of what was extracted from both."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any

from extractor.diffing.kinds import TOUCHPOINTS
from extractor.diffing.matching import match
from extractor.places.identity import PlaceWords, place_ids

Item = dict[str, Any]


@dataclass
class Carried:
    """A registry as plain data, and the id that each of its touchpoints has for good."""

    registry: Item
    ids: list[str]

    @cached_property
    def named(self) -> list[Item]:
        """Its touchpoints, each with the id that its own words give."""
        own = own_ids(self.registry)
        return [{**item, "id": name} for item, name in zip(self.registry["touchpoints"], own, strict=True)]


def own_ids(registry: Item) -> list[str]:
    """The ids that the words of a registry's touchpoints give, whatever ids it holds."""
    titles = {annex["id"]: annex["title"] or "" for annex in registry["annexes"]}
    return place_ids([_words(item, titles.get(item["annex"], "")) for item in registry["touchpoints"]])


def _words(item: Item, annex_title: str) -> PlaceWords:
    section, process, notes = (item[key] or "" for key in ("section", "process", "features"))
    needs = tuple(need["text"] for need in item["needs"])
    return PlaceWords(annex_title, section, process, item["name"], notes, tuple(item["channels"]), needs)


def carry(before: Carried | None, registry: Item) -> Carried:
    """A registry with the ids of the edition before it where a touchpoint is still the same, else with its own.

    Postcondition: ids are unique; an own id that is another place's in the edition before gets "~2".
    """
    found = Carried(registry, own_ids(registry))
    if before is not None:
        pairs = match(TOUCHPOINTS, before.named, found.named, {})
        found.ids = _unique(found.ids, {new: before.ids[old] for old, new in pairs.items()}, {*before.ids})
    return found


def _unique(own: Sequence[str], kept: Mapping[int, str], taken: Set[str]) -> list[str]:
    known = {*taken, *own}
    ids = []
    for place, name in enumerate(own):
        given = kept.get(place, name)
        if place not in kept and name in taken:
            given = next(each for each in (f"{name}~{number}" for number in count(2)) if each not in known)
            known.add(given)
        ids.append(given)
    return ids


def with_ids(registry: Item, ids: Sequence[str]) -> Item:
    """The registry with other ids for its touchpoints, and all that names them following."""
    touchpoints = [{**item, "id": name} for item, name in zip(registry["touchpoints"], ids, strict=True)]
    names = {item["id"]: name for item, name in zip(registry["touchpoints"], ids, strict=True)}
    return {
        **registry,
        "touchpoints": touchpoints,
        "provisions": [_following(each, "touchpoint", names) for each in registry["provisions"]],
        "diagnostics": [_following(each, "item", names) for each in registry["diagnostics"]],
    }


def _following(item: Item, key: str, names: dict[str, str]) -> Item:
    return {**item, key: names.get(item[key], item[key])}
