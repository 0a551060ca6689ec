"""Sentences in which a place is used or made: «Для … используется X», «создан подраздел «…»»."""

import re

from extractor.places.phrases import Phrase
from extractor.places.purposes import Range, purposes, rights
from extractor.places.reading import SentenceReading
from extractor.places.rules.found import CONTACT, SURVEY, Found
from normalizers.schedules import find_hours

_USED = re.compile(
    r"\b(?:использу(?:ется|ются)|применя(?:ется|ются)|предназначен[аоы]?|служ[иа]т"
    r"|организован[аоы]?|создан[аоы]?|функциониру(?:ет|ют)|работа(?:ет|ют)|"
    r"действу(?:ет|ют)|доступн?[аоы]?|доступен|открыт[аоы]?|предусмотрен[аоы]?|выделен[аоы]?"
    r"|установлен[аоы]?|оборудован[аоы]?|реализован[аоы]?|запущен[аоы]?|обеспечива(?:ет|ют)"
    r"|позволя(?:ет|ют)|проводится|проводятся)\b",
)
_SECTION_MADE = re.compile(
    r"\b(?:создан\w*|функционир\w+|работает|действует|организован\w*|открыт\w*|запущен\w*"
    r"|реализован\w*|предусмотрен\w*)\s+"
    r"(?P<place>(?:специальн\w+\s+|электронн\w+\s+|отдельн\w+\s+)?(?:под)?(?:раздел|страниц"
    r"|рубрик|сервис|форм|вкладк)\w*\s*(?:«[^»]+»|\"[^\"]+\"))",
)
_OFFERED = re.compile(r"\b(?:доступн[аоы]|доступен|размещен[аоы]?|представлен[аоы]?)\s+")


def section_made(reading: SentenceReading) -> Found | None:
    """«на сайте создан подраздел «Обратная связь», где реализована возможность …»."""
    match = _SECTION_MADE.search(reading.lower)
    if match is None or not any("website" in reading.types(phrase) for phrase in reading.phrases):
        return None
    hit = next(phrase.hit for phrase in reading.phrases if "website" in reading.types(phrase))
    granted = rights(reading.lower)
    needs = tuple(granted[0]) if granted else tuple(purposes(reading.lower))
    return Found("section_made", (Phrase(match.start("place"), match.end("place"), hit),), needs)


def used_for(reading: SentenceReading) -> Found | None:
    """«Для … используется X», "X используется:", "организован телеграм-канал …"."""
    verb = _USED.search(reading.lower)
    if verb is None:
        return None
    if not reading.phrases:
        opens = reading.text.rstrip().endswith(":")
        needs = purposes(reading.lower)
        return Found("used_for", (), tuple(needs), items="places") if opens and needs else None
    needs = purposes(reading.lower)
    offered = _offered(reading)
    places = _used_places(reading, verb)
    if not needs and find_hours(reading.text) and not CONTACT.search(reading.lower):
        return None  # «Личный прием проводится по вторникам с 14.00»: a rule of time
    if not places or not (needs or offered or _stands_alone(reading, places[0], verb)):
        return None
    return Found("used_for", tuple(places), (*needs, *offered), items="needs")


def _stands_alone(reading: SentenceReading, phrase: Phrase, verb: re.Match[str]) -> bool:
    """A place that needs no purpose: it names itself, opens a list, or is a survey that is held."""
    held = SURVEY in reading.types(phrase) and verb[0].startswith("провод")
    itself = not verb[0].startswith("провод") and _names_itself(reading, phrase, verb)
    return held or itself or reading.text.rstrip().endswith(":")


def _used_places(reading: SentenceReading, verb: re.Match[str]) -> list[Phrase]:
    """Places that the verb speaks of: behind it, or before it outside the purpose."""
    behind = [phrase for phrase in reading.phrases if phrase.start >= verb.end() - 1]
    inside = purposes(reading.lower)
    free = [p for p in reading.phrases if not any(a <= p.start < b for a, b in inside)]
    behind = [phrase for phrase in behind if phrase in free]
    before = [phrase for phrase in free if phrase.end <= verb.start()]
    return behind[:1] if behind and not before else before[:1] + ([] if before else behind[:1])


def _names_itself(reading: SentenceReading, phrase: Phrase, verb: re.Match[str]) -> bool:
    """The place opens the sentence, or follows "организован", "создан" with its own address."""
    opens = not reading.text[: phrase.start].strip(' «"-–(')
    return opens or (phrase.start > verb.start() and bool(CONTACT.search(reading.lower)))


def _offered(reading: SentenceReading) -> list[Range]:
    """What a client finds there: "доступна форма «Обратной связи», размещены контактные данные"."""
    if not CONTACT.search(reading.lower):
        return []
    found = []
    for match in _OFFERED.finditer(reading.lower):
        end = min(
            (at for at in (reading.text.find(sign, match.end()) for sign in ",;") if at > 0), default=len(reading.text)
        )
        if end - match.end() > 4 and not any(
            match.end() <= p.start < end for p in reading.phrases if p.hit.code != "website"
        ):
            found.append((match.end(), len(reading.text[:end].rstrip(" ."))))
    return found
