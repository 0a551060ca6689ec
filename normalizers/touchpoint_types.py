"""Types of a touchpoint from its words, in order of mention.

Source: registry contract, version 1, sections "Touchpoint" and "Types"; data: ``touchpoint_types.toml``.

>>> types_of("ЕПГУ/Личное вручение по месту осуществления деятельности контролируемого лица/электронная почта").codes
('epgu', 'on_site', 'email')
>>> types_of("региональный портал государственных и муниципальных услуг (ЕПГУ)").codes
('rpgu',)
>>> types_of("Портал государственных и муниципальных услуг Московской области").codes
('rpgu',)
>>> types_of("чат-бот на официальном сайте").codes
('chatbot',)
>>> types_of("офлайн точка").codes
()
"""

import re
from collections.abc import Sequence
from fnmatch import translate
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from normalizers.language import Analysis, analyse, has_case
from normalizers.regions import find_regions
from normalizers.taxonomy import Entry, Hit, Taxonomy, load_entries, unique

_DATA = Path(__file__).with_name("touchpoint_types.toml")
_FIELDS = ("channel", "weak", "capitals", "hosts", "yields_to", "takes_next", "takes_previous")
_HERE_AND_AFTER = re.compile(r"\((?:далее|именуем)[^()]*(?:\([^()]*\)[^()]*)*\)")
_BRACKETS = re.compile(r"\([^()]*\)")
_ADDRESS = re.compile(r"(@)?(?<![\w.-])(?:www\.)?((?:[a-zа-я0-9-]{1,63}\.){1,5}[a-zа-я]{2,10})(?![\w-])")
_BEFORE_REGION = re.compile(r"[\s»\")(]*(?:функций\)?[\s»\"]*)?")
_SEPARATORS = frozenset(",;/") | {"и", "или", "либо"}
_LINKS = frozenset({"в", "во", "на", "внутри", "через", "при", "посредством", "по", "с", "из", "от", "для"})
_REACH = 60
_HAVE_NUMBERS = frozenset({"in_person", "mfc", "service_center", "paper_mail", "workplace"})
_NUMBER = re.compile(r"[\s.:№N]*(?:\+7|8|\()[\d\s()-]{5}")
_PARTS = re.compile(r"[;/]")


class Types(NamedTuple):
    """Codes in order of mention, whether they rest on a weak word, codes that an abbreviation beside contradicts."""

    codes: tuple[str, ...]
    weak: bool = False
    contradicted: tuple[str, ...] = ()


@cache
def entries() -> tuple[Entry, ...]:
    """The taxonomy as the data file has it."""
    return load_entries(_DATA, _FIELDS)


@cache
def _strong() -> Taxonomy:
    return Taxonomy(entries())


@cache
def _weak() -> Taxonomy:
    return Taxonomy(entries(), "weak")


@cache
def _field(name: str) -> dict[str, frozenset[str]]:
    """A field that lists words, by code."""
    return {entry.code: frozenset(entry.fields.get(name, ())) for entry in entries()}


@cache
def _hosts() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Hosts of the data, written out ones first, then those with an asterisk."""
    rows = [(host, entry.code) for entry in entries() for host in entry.fields.get("hosts", ())]
    rows.sort(key=lambda row: "*" in row[0])
    return tuple((re.compile(translate(host)), code) for host, code in rows)


@cache
def channel_by_type() -> dict[str, tuple[str, ...]]:
    """The channel of a type where the order is silent."""
    both = {"both": ("digital", "offline")}
    return {e.code: both.get(e.fields["channel"], (e.fields["channel"],)) for e in entries()}


@lru_cache(1 << 10)
def type_hits(analysis: Analysis) -> tuple[Hit, ...]:
    """Every place word of a text, strong patterns only; several readers ask about one text one after another."""
    return _read_right(_strong().hits(analysis), analysis.text)


def weak_hits(analysis: Analysis) -> tuple[Hit, ...]:
    """Words that name a place only where nothing else does."""
    return _read_right(_weak().hits(analysis), analysis.text)


def _read_right(hits: Sequence[Hit], text: str) -> tuple[Hit, ...]:
    return tuple(_regional(hit, text) for hit in hits if _written_right(hit, text))


@lru_cache(1 << 14)
def types_of(text: str) -> Types:
    """The types of the place that a text names; no codes where it names none."""
    text = _HERE_AND_AFTER.sub(lambda match: " " * len(match[0]), text)
    analysis = analyse(text)
    hits, contradicted = _written_out_wins(_with_owners(type_hits(analysis), analysis), text)
    codes = _settle(_without_taken(hits, analysis))
    if codes in ([], ["website"]):
        codes = _types_by_address(text) or codes
    if codes:
        return Types(tuple(codes), False, contradicted)
    return Types(tuple(_settle(weak_hits(analysis))[:1]) or _website(text), True)


def _written_right(hit: Hit, text: str) -> bool:
    """A word that counts in capitals only stands in capitals: "ПОС", not "пос. Ола"."""
    return hit.pattern not in _field("capitals")[hit.code] or text[hit.start : hit.end].isupper()


def _regional(hit: Hit, text: str) -> Hit:
    """A portal of services with a region's name behind it is the region's."""
    if hit.code != "epgu" or text[hit.start : hit.end].isupper():
        return hit
    start = _BEFORE_REGION.match(text, hit.end)
    region = next(find_regions(text[hit.end : hit.end + _REACH]), None)
    behind = region is not None and start is not None and hit.end + region.start <= start.end()
    return hit._replace(code="rpgu") if behind else hit


def _types_by_address(text: str) -> list[str]:
    """Types that the hosts of a text tell; an address with @ is an e-mail."""
    if "." not in text:
        return []
    codes = []
    for sign, host in _ADDRESS.findall(text.lower()):
        codes.append("email" if sign else next((code for rule, code in _hosts() if rule.match(host)), ""))
    return unique(code for code in codes if code)


def _website(text: str) -> tuple[str, ...]:
    """Nothing but an address names a site."""
    return ("website",) if _ADDRESS.search(text) and ("//" in text or "www." in text) else ()


def _written_out_wins(hits: Sequence[Hit], text: str) -> tuple[Sequence[Hit], tuple[str, ...]]:
    """Drop what stands in brackets behind a written-out name; tell which codes contradict the name.

    >>> types_of("региональный портал государственных услуг (ЕПГУ)").contradicted
    ('epgu',)
    """
    if "(" not in text or len(hits) < 2:
        return hits, ()
    bracketed = _bracketed(hits, text)
    outer = [hit for hit in hits if hit not in bracketed]
    if not outer or not bracketed:
        return hits, ()
    contradicted, name = [], None
    for hit in hits:
        if hit not in bracketed:
            name = hit
        elif name and name.code != hit.code and _abbreviates(hit, name, text):
            contradicted.append(hit.code)
    return outer, tuple(contradicted)


def _abbreviates(hit: Hit, name: Hit, text: str) -> bool:
    """Whether a hit is an abbreviation right behind a name: "… услуг (ЕПГУ)"."""
    return text[hit.start : hit.end].isupper() and text[name.end : hit.start].strip() == "("


def _bracketed(hits: Sequence[Hit], text: str) -> set[Hit]:
    """Hits that stand inside brackets."""
    ranges = _BRACKETS.finditer(text)
    current = next(ranges, None)
    found = set()
    for hit in hits:
        while current and current.end() <= hit.start:
            current = next(ranges, None)
        if current and current.start() < hit.start and hit.end < current.end():
            found.add(hit)
    return found


def _with_owners(hits: Sequence[Hit], analysis: Analysis) -> Sequence[Hit]:
    """Take in a weak word that owns the first place: "портал службы занятости", "раздел «Личный прием»"."""
    if not hits or hits[0].first == 0:
        return hits
    weak = [hit for hit in weak_hits(analysis) if hit.last <= hits[0].first]
    if not weak or hits[0].code not in _field("takes_next")[weak[-1].code]:
        return hits
    return [weak[-1], *hits] if _linked(weak[-1], hits[0], analysis) else hits


def _without_taken(hits: Sequence[Hit], analysis: Analysis) -> list[Hit]:
    """Drop what is only the owner, the seat or the way of a place beside it.

    "официальный сайт МФЦ", "информационные стенды в кабинетах приема", "личный прием в режиме видео-конференц-связи".
    """
    kept: list[Hit] = []
    for hit in hits:
        if kept and (_is_purpose(kept[-1], hit, analysis) or _is_number_of(kept[-1], hit, analysis.text)):
            continue
        if kept and kept[-1].code != hit.code and _linked(kept[-1], hit, analysis):
            if hit.code in _field("takes_next")[kept[-1].code]:
                continue
            if kept[-1].code in _field("takes_previous")[hit.code]:
                kept.pop()
        kept.append(hit)
    return kept


def _is_purpose(place: Hit, other: Hit, analysis: Analysis) -> bool:
    """«мобильное приложение для записи на личный прием»: what goes behind «для» is what the place is for."""
    if other.code in _field("yields_to")[place.code]:
        return False
    between = [word.lower() for word in analysis.words[place.last : other.first]]
    return "для" in between and _SEPARATORS.isdisjoint(between[between.index("для") :])


def _is_number_of(place: Hit, other: Hit, text: str) -> bool:
    """«приемная министра: г. Омск, телефон: 8 (3812) 00-00-00»: the number of a place is no place of its own."""
    if other.code != "phone" or place.code not in _HAVE_NUMBERS or not _NUMBER.match(text, other.end):
        return False
    return not _PARTS.search(text, place.end, other.start)


def _linked(place: Hit, other: Hit, analysis: Analysis) -> bool:
    """Whether two hits belong to one noun phrase: a preposition or a genitive between them, nothing that parts them."""
    between = analysis.words[place.last : other.first]
    if not _SEPARATORS.isdisjoint(between):
        return False
    if not _LINKS.isdisjoint(word.lower() for word in between) or between[:1] == ["."]:
        return True
    heads = between[:1] or [analysis.words[other.first], analysis.words[other.last - 1]]
    quoted = analysis.text[other.start - 1 : other.start] in ("«", '"')
    return quoted or heads[0].isupper() or any(has_case(head, "gent") for head in heads)


def _settle(hits: Sequence[Hit]) -> list[str]:
    """Codes of the hits without those that yield to another code present."""
    codes = unique(hit.code for hit in hits)
    return [code for code in codes if not _field("yields_to")[code] & (set(codes) - {code})]
