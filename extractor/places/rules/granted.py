"""Sentences that grant a right or tell what is done where: «Клиент вправе …», «Подача жалоб осуществляется через …»."""

import re

from extractor.places.phrases import Phrase
from extractor.places.purposes import purposes, rights, subject_need
from extractor.places.reading import SentenceReading
from extractor.places.rules.found import CONTACT, Found
from normalizers.touchpoint_types import weak_hits

_DONE = re.compile(
    r"\b(?:осуществля(?:ется|ются)|вед[её]тся|ведутся|ведут|вед[её]т|провод(?:ится|ятся|ят|ит)"
    r"|производ(?:ится|ятся)|принима(?:ется|ются|ет|ют)|пода[её]тся|подаются|"
    r"направля(?:ется|ются)|предоставля(?:ется|ются)|оказыва(?:ется|ются)|да(?:ется|ются)"
    r"|располага(?:ется|ются)|расположен[аоы]?|находится|находятся|обеспечива(?:ется|ются)"
    r"|организу(?:ется|ются)|выда(?:ется|ются)|получают|представля(?:ется|ются)|переда(?:ется|ются))\b",
)
_BY_MEANS = re.compile(
    r"\b(?:посредством|через|с\s+использованием|при\s+помощи|с\s+помощью|на|по|в|из|к|ко"
    r"|устно\s+в\s+ходе|либо|или|и|,)\s+(?:\w+\s+){0,2}$",
)


def client_may(reading: SentenceReading) -> Found | None:
    """«Клиент вправе обратиться … на почтовый адрес … или на адрес электронной почты … с жалобой на …»."""
    granted = rights(reading.lower)
    if granted is None:
        return None
    needs = granted[0] or purposes(reading.lower)
    if not reading.phrases:  # «Сообщение можно направить:» over a list of places
        return Found("client_may", (), tuple(needs), grants=True) if needs and _opens_list(reading) else None
    places = [
        phrase
        for phrase in reading.phrases
        if not any(a <= phrase.start < b for a, b in needs) and _is_means(reading, phrase)
    ]
    if not places:
        return None
    below = "needs" if not needs and _opens_list(reading) else ""
    return Found("client_may", (*places, *_coordinate_means(reading, places)), tuple(needs), grants=True, items=below)


def _opens_list(reading: SentenceReading) -> bool:
    return reading.text.rstrip().endswith(":")


_COORDINATE = re.compile(r"(?:,|\bи|\bили|\bлибо|\bпосредством)\s+$")


def _coordinate_means(reading: SentenceReading, places: list[Phrase]) -> list[Phrase]:
    """Weak words that stand in one row with a place: "посредством электронной почты и письменной формы", "лично"."""
    known = {code for phrase in places for code in reading.types(phrase)}
    return [
        Phrase(hit.start, hit.end, hit)
        for hit in weak_hits(reading.analysis)
        if hit.code in ("paper_mail", "in_person")
        and hit.code not in known
        and _COORDINATE.search(reading.lower[: hit.start])
    ]


def _is_means(reading: SentenceReading, phrase: Phrase) -> bool:
    """A preposition of means or place stands before the phrase."""
    return bool(_BY_MEANS.search(reading.lower[: phrase.start])) or phrase.start == 0


def done_at(reading: SentenceReading) -> Found | None:
    """«Подача жалоб осуществляется через …», "Прием клиентов ведется … по адресу: …"."""
    verb = _DONE.search(reading.lower)
    if verb is None or not reading.phrases:
        return None
    need = subject_need(reading.lower, verb.start())
    means = [p for p in reading.phrases if p.start > verb.end() and _is_means(reading, p)]
    if means and need:
        return Found("done_at", tuple(means), (need,), items="needs")
    if CONTACT.search(reading.lower, verb.end()):
        exact = (
            means[0] if means else reading.phrases[-1] if reading.phrases[-1].start > verb.end() else reading.phrases[0]
        )
        return Found("done_at", (exact,), (need,) if need and means else ())
    return None
