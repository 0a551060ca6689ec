"""Types of a touchpoint from its words, in order of mention.

Source: registry contract, version 1, sections "Touchpoint" and "Types"; data: ``touchpoint_types.toml``.

>>> types_of("ЕПГУ/Личное вручение по месту осуществления деятельности контролируемого лица/электронная почта").codes
('epgu', 'on_site', 'email')
>>> types_of("региональный портал государственных и муниципальных услуг (ЕПГУ)").codes
('rpgu',)
>>> types_of("офлайн точка").codes
()
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from normalizers.language import Analysis, analyse
from normalizers.morphology import has_reading
from normalizers.taxonomy import Entry, Hit, Taxonomy, load_entries, unique

_DATA = Path(__file__).with_name("touchpoint_types.toml")
_HERE_AND_AFTER = re.compile(r"\((?:далее|именуем)[^)]*\)")
_BRACKETS = re.compile(r"\([^()]*\)")
_URL = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)", re.ASCII)
_OWNED = frozenset({"website", "phone", "email", "social_network", "messenger", "call_center", "personal_account", "info_stand"})
_OWNERS = frozenset({"mfc", "service_center", "in_person", "call_center", "media", "workplace", "website", "public_meeting"})
_PLACES_IN = frozenset({"info_stand", "workplace"})


class Types(NamedTuple):
    """Codes in order of mention, whether they rest on a weak word, and codes that an abbreviation beside contradicts."""

    codes: tuple[str, ...]
    weak: bool = False
    contradicted: tuple[str, ...] = ()


@cache
def entries() -> tuple[Entry, ...]:
    """The taxonomy as the data file has it."""
    return load_entries(_DATA)


@cache
def _strong() -> Taxonomy:
    return Taxonomy(entries())


@cache
def _weak() -> Taxonomy:
    return Taxonomy(entries(), "weak")


@cache
def _hosts() -> dict[str, str]:
    return {host: entry.code for entry in entries() for host in entry.fields.get("hosts", ())}


@cache
def _yields() -> dict[str, frozenset[str]]:
    return {entry.code: frozenset(entry.fields.get("yields_to", ())) for entry in entries()}


@cache
def channel_by_type() -> dict[str, tuple[str, ...]]:
    """The channel of a type where the order is silent."""
    both = {"both": ("digital", "offline")}
    return {e.code: both.get(e.fields["channel"], (e.fields["channel"],)) for e in entries()}


def type_hits(analysis: Analysis) -> list[Hit]:
    """Every place word of a text, strong patterns only."""
    return _strong().hits(analysis)


def weak_hits(analysis: Analysis) -> list[Hit]:
    """Words that name a place only where nothing else does."""
    return _weak().hits(analysis)


def types_of(text: str) -> Types:
    """The types of the place that a text names; no codes where it names none."""
    text = _HERE_AND_AFTER.sub(lambda match: " " * len(match[0]), text)
    analysis = analyse(text)
    hits = type_hits(analysis)
    hits, contradicted = _written_out_wins(hits, text)
    codes = _settle(_without_owners(hits, analysis))
    by_host = _types_by_host(text)
    if by_host and not set(by_host) & set(codes):
        codes = [*[code for code in codes if code != "website"], *by_host] if codes in ([], ["website"]) else codes
    if codes:
        return Types(tuple(codes), False, contradicted)
    return Types(tuple(_settle(weak_hits(analysis))[:1]), True)


def _types_by_host(text: str) -> list[str]:
    if "." not in text:
        return []
    hosts = _hosts()
    return unique(hosts[found[1]] for found in _URL.finditer(text.lower()) if found[1] in hosts)


def _written_out_wins(hits: list[Hit], text: str) -> tuple[list[Hit], tuple[str, ...]]:
    """Drop what stands in brackets behind a written-out name; tell which codes contradict the name.

    >>> types_of("региональный портал государственных услуг (ЕПГУ)").contradicted
    ('epgu',)
    """
    ranges = [match.span() for match in _BRACKETS.finditer(text)] if "(" in text else []
    outer = [hit for hit in hits if not any(start < hit.start and hit.end < end for start, end in ranges)]
    if not outer or len(outer) == len(hits):
        return hits, ()
    kept, contradicted = list(outer), []
    for hit in hits:
        if hit in outer:
            continue
        before = [other for other in outer if other.end <= hit.start]
        abbreviation = text[hit.start : hit.end].isupper()
        if abbreviation and before and before[-1].code != hit.code and text[before[-1].end : hit.start].strip() == "(":
            contradicted.append(hit.code)
    return kept, tuple(contradicted)


def _without_owners(hits: list[Hit], analysis: Analysis) -> list[Hit]:
    """Drop the owner or seat of a place: "официальный сайт МФЦ", "информационные стенды в МФЦ"."""
    kept: list[Hit] = []
    for hit in hits:
        previous = kept[-1] if kept else None
        if previous is not None and previous.code != hit.code and _is_attribute(previous, hit, analysis):
            continue
        kept.append(hit)
    return kept


def _is_attribute(place: Hit, other: Hit, analysis: Analysis) -> bool:
    between = analysis.words[place.last : other.first]
    head = analysis.words[other.last - 1] if other.last - other.first == 1 else analysis.words[other.first]
    if place.code in _PLACES_IN and between[:1] in (["в"], ["внутри"], ["на"]):
        return True
    if place.code not in _OWNED or other.code not in _OWNERS or (place.code, other.code) == ("phone", "call_center"):
        return False
    return not between and (head.isupper() or has_reading(head, "NOUN", "gent") or has_reading(head, "ADJF", "gent"))


def _settle(hits: list[Hit]) -> list[str]:
    """Codes of the hits without those that yield to another code present."""
    codes = unique(hit.code for hit in hits)
    yields = _yields()
    return [code for code in codes if not yields[code] & (set(codes) - {code})]
