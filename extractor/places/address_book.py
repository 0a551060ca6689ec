"""Addresses that the order gives for its own places, for those it names without one.

A place designated without an address takes the one the order gives elsewhere for the same type with the same noun and
owner ("электронная почта Министерства"); bare means ("телефонная связь", "СЭД") take none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.places.contacts import add_contacts, read_contacts
from extractor.places.draft import ContactDraft, PlaceDraft
from extractor.places.identity import fold
from extractor.places.reading import SentenceReading
from normalizers.folding import has_any
from normalizers.language import analyse, folded_lemma
from normalizers.morphology import readings
from normalizers.sentences import split_sentences
from normalizers.taxonomy import Hit
from normalizers.touchpoint_types import type_hits
from parsers.structure import Clause, Part

Key = tuple[str, str, str]

_ADDRESSED = {
    "website": "urls",
    "email": "emails",
    "phone": "phones",
    "hotline": "phones",
    "call_center": "phones",
    "in_person": "addresses",
    "paper_mail": "addresses",
    "social_network": "urls",
    "messenger": "urls",
    "personal_account": "urls",
    "government_system": "urls",
}
_SENT_TO = re.compile(
    r"(?:обращени|корреспонденци|письм|заявлени)\w*,?\s+(?:\w+\s+){0,3}?(?:поступивш"
    r"|направленн|адресованн)\w*\s+в\s+(?P<owner>\w+)\s+по\s+адресу",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(
    r"https?://|www\.|@|\.ru\b|\.рф\b|\+7|\(\d{3,5}\)|8-?\s?800|\bул\.|\bд\.\s?\d"
    r"|\bпр(?:осп)?\.|\bпл\.|улица|проспект"
)
_TITLE = re.compile(r"[«\"][^«»\"]{4,}[»\"]")
_SIGNS = (
    *("://", "www.", "@", ".ru", ".рф", "+7", "800", "ул.", "д.", "пр.", "просп.", "пл.", "улица", "проспект"),
    *("(3", "(4", "(8", "(9", "(0", "(1", "(2", "(5", "(6", "(7"),
)
_OWNERS = frozenset(
    [
        "министерство",
        "департамент",
        "управление",
        "комитет",
        "служба",
        "инспекция",
        "агентство",
        "правительство",
        "администрация",
        "отдел",
        "сектор",
        "учреждение",
        "орган",
        "палата",
        "фонд",
        "центр",
        "дума",
        "мэрия",
        "губернатор",
        "министр",
        "инспекция",
        "аппарат",
        "комиссия",
        "предприятие",
        "мфц",
    ]
)
_ROOMS = ("окно", "кабинет", "зал", "помещение")
_MAIL_NOUNS = ("адрес", "ящик", "место", "канцелярия", "прием", "приемная")


@dataclass(slots=True)
class AddressBook:
    """Contacts by type, noun and owner."""

    entries: dict[Key, ContactDraft] = field(default_factory=dict)

    def add(self, key: Key | None, contacts: ContactDraft) -> None:
        """Remember contacts of the kind that fits the type."""
        if key is None:
            return
        fitting = _only(contacts, _ADDRESSED[key[0]])
        if not fitting.is_empty() and key not in self.entries:
            self.entries[key] = fitting

    def complete(self, place: PlaceDraft) -> None:
        """Give a place without an address of its own the one the order gives elsewhere, type by type."""
        for code, name in _named(place):
            if code not in _ADDRESSED or not _only(place.contacts, _ADDRESSED[code]).is_empty():
                continue
            key = key_of(name, (code,))
            found = self.entries.get(key) if key else None
            if found is not None:
                add_contacts(place.contacts, found)


def _only(contacts: ContactDraft, kind: str) -> ContactDraft:
    only = ContactDraft()
    setattr(only, kind, list(getattr(contacts, kind)))
    return only


def _named(place: PlaceDraft) -> list[tuple[str, str]]:
    """Each type of a place with the words that name it: a cell may name several places."""
    if len(place.types) < 2:
        return [(code, place.name.text) for code in place.types]
    text = place.name.text
    hits = [hit for hit in type_hits(analyse(text)) if hit.code in place.types]
    stops = [*(hit.start for hit in hits[1:]), len(text)]
    return [(hit.code, text[hit.start : stop]) for hit, stop in zip(hits, stops, strict=True)]


def key_of(name: str, types: tuple[str, ...]) -> Key | None:
    """Type, noun and owner of a place's name; ``None`` for bare means, named sections and several types.

    >>> key_of("электронная почта Министерства", ("email",))
    ('email', 'email', 'министерство')
    >>> key_of("телефонная связь", ("phone",)) is None
    True
    """
    title = _TITLE.search(name)
    if types == ("government_system",):
        return ("government_system", "система", fold(title[0])) if title else None
    if len(types) != 1 or types[0] not in _ADDRESSED or re.match(r"\W*(?:под)?раздел", name, re.IGNORECASE):
        return None
    analysis = analyse(name)
    hits = [hit for hit in type_hits(analysis) if hit.code == types[0]]
    if not hits:
        return None
    owner = _owner(analysis.words, hits[0])
    noun = _noun(analysis.words, hits[0], types[0])
    return (types[0], noun, owner) if owner else None


def _noun(words: list[str], hit: Hit, code: str) -> str:
    """The noun that names the means; the spellings of a site, an e-mail and a telephone are one noun each."""
    if code in ("website", "email", "phone", "hotline", "call_center"):
        return code
    lemmas = [folded_lemma(word) for word in words[hit.first : hit.last]]
    if lemmas[0] in _ROOMS:
        return lemmas[0]
    return next((lemma for lemma in lemmas if lemma in _MAIL_NOUNS), lemmas[-1])


def _owner(words: list[str], hit: Hit) -> str:
    """The first owner word behind the noun: an authority or a unit."""
    for word in words[hit.first + 1 : hit.last + 8]:
        if word.isalpha() and folded_lemma(word) in _OWNERS:
            return folded_lemma(word)
    following = words[hit.last] if hit.last < len(words) else ""
    if following[:1].isupper() and following.isalpha() and any(form.case == "gent" for form in readings(following)):
        return folded_lemma(following)
    return ""


def book_of(places: Iterable[PlaceDraft], parts: Iterable[Part]) -> AddressBook:
    """The book of an order: addresses of its places, then those that stand behind a place anywhere in its text."""
    book = AddressBook()
    for place in places:
        if len(place.types) > 1:
            _read_cell(book, place)
        elif not re.match(r"\W*(?:под)?раздел|\W*страниц", place.name.text, re.IGNORECASE):
            book.add(key_of(place.name.text, place.types), place.contacts)
    for part in parts:
        for clause in part.walk():
            own = clause.own
            if has_any(own, _SIGNS) and _MAY_HOLD.search(own):
                _read_clause(book, clause)
    return book


def _read_cell(book: AddressBook, place: PlaceDraft) -> None:
    """Contacts of a cell that names several places: each stands behind its own place."""
    if place.view is None:
        return
    text = place.view.text
    hits = [hit for hit in type_hits(analyse(text)) if hit.code in place.types]
    stops = [*(hit.start for hit in hits[1:]), len(text)]
    for hit, stop in zip(hits, stops, strict=True):
        book.add(key_of(text[hit.start : stop], (hit.code,)), read_contacts(place.view, hit.end, stop))


def _read_clause(book: AddressBook, clause: Clause) -> None:
    for start, end in split_sentences(clause.view.text, clause.start, clause.end):
        sentence = clause.view.text[start:end]
        if not (has_any(sentence, _SIGNS) and _MAY_HOLD.search(clause.view.text, start, end)):
            continue
        reading = SentenceReading(clause, start, end)
        sent = _SENT_TO.search(reading.text)
        if sent:
            owner = folded_lemma(sent["owner"])
            book.add(("paper_mail", "адрес", owner), read_contacts(clause.view, start + sent.end(), end))
        if not reading.may_name_place:
            continue
        for index, phrase in enumerate(reading.phrases):
            stop = reading.phrases[index + 1].start if index + 1 < len(reading.phrases) else len(reading.text)
            if re.search(r"создан\w*\s+(?:под)?раздел", reading.text[phrase.end : stop]):
                continue
            contacts = read_contacts(clause.view, start + phrase.end, start + stop)
            book.add(key_of(reading.text[phrase.start : phrase.end], reading.types(phrase)), contacts)
