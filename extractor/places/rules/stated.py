"""Sentences that state a place: «Взаимодействие посредством …:», «Раздел … содержит информацию:», «Мессенджер: …»."""

import re

from extractor.places.phrases import Phrase
from extractor.places.purposes import Range, purposes
from extractor.places.reading import SentenceReading
from extractor.places.rules.found import CONTACT, Found
from normalizers.morphology import has_reading, readings
from normalizers.need_categories import categories_of
from normalizers.need_split import starts_need

_BY = re.compile(
    r"^\W*(взаимодействие|обращение|прием\s+обращений|связь|общение|коммуникация"
    r"|информирование|консультирование)\b[^:]{0,90}?\b"
    r"(?:посредством|через|с\s+использованием|при\s+помощи|с\s+помощью|путем|по|на|в)\s+$",
)
_CONTENT = re.compile(
    r"\b(?:содерж(?:ит|ат)|размещ(?:ена|ены|ается|аются)|включает"
    r"|публикуется)\b[^.]*\b(?:информаци[юя]|сведения|материалы|раздел\w*)\s*:?\s*$",
)


def interaction_by(reading: SentenceReading) -> Found | None:
    """«Взаимодействие посредством официального сайта …:»."""
    for phrase in reading.phrases:
        opened = _BY.match(reading.lower[: phrase.start])
        if opened and (opened[1].lower() == "взаимодействие" or ":" in reading.after(phrase)):
            exact = _most_exact(reading, phrase)
            return Found("interaction_by", (exact,), tuple(_tail_needs(reading, exact)), items="needs")
    return None


def _most_exact(reading: SentenceReading, phrase: Phrase) -> Phrase:
    """«личного посещения мест приема документов»: the place itself, where it follows at once."""
    for other in reading.phrases:
        follows = other.start > phrase.end and not reading.text[phrase.end : other.start].strip()
        if follows and reading.types(other) == reading.types(phrase):
            return other
    return phrase


def _tail_needs(reading: SentenceReading, phrase: Phrase) -> list[Range]:
    """Needs behind a colon in the same sentence: "…: получение консультации, получение информации"."""
    colon = reading.text.find(":", phrase.end)
    while colon >= 0 and reading.text[colon + 1 : colon + 3] == "//":
        colon = reading.text.find(":", colon + 1)
    if colon < 0 or not reading.text[colon + 1 :].strip():
        return purposes(reading.lower, phrase.end)
    tail = reading.text[colon + 1 :]
    offset = colon + 1 + len(tail) - len(tail.lstrip())
    if _tells_needs(tail.strip()):
        return [(offset, len(reading.text))]
    return purposes(reading.lower, colon)


def _tells_needs(text: str) -> bool:
    """Whether the words behind a colon are needs: actions, or contents that some category fits."""
    if starts_need(text):
        return True
    first = text.split(";", 1)[0]
    return not CONTACT.search(first) and not first.startswith("для ") and categories_of(first) != ("other",)


def content_list(reading: SentenceReading) -> Found | None:
    """«Раздел … содержит информацию:»: each item below is information."""
    match = _CONTENT.search(reading.lower)
    if not match or not reading.phrases or not reading.text.rstrip().endswith(":"):
        return None
    before = [phrase for phrase in reading.phrases if phrase.end <= match.start()]
    return Found("content_list", (before[0],), items="information") if before else None


def names_place(reading: SentenceReading) -> Found | None:
    """«Мессенджер: для получения …», "Место приема … : г. …", "Информационные стенды в … ."."""
    if not reading.phrases:
        return None
    first = reading.phrases[0]
    if reading.text[: first.start].strip(' «"-–(') or not _is_nominative(first, reading):
        return None
    rest = reading.after(first)
    tail = re.sub(r"^\s*\((?:далее|https?|www)[^)]*\)", "", rest).strip()
    lead = re.match(r"(?:по\s+месту\s+нахождения[^:]{0,80}|[^:.]{0,60})?:(?!\d)\s*", tail)
    if tail in ("", ".", ";", ":") or lead or tail.startswith(("- для", "– для", "http", "<http")):
        named = _up_to_colon(reading, first)
        return Found("names_place", (named,), tuple(_tail_needs(reading, named)), items="needs")
    return None


_ENDS_NAME = re.compile(r"\s+(?:по\s+(?:адресу|номеру|месту|телефону)|расположен|находящ|\()|\s*[:,;.]")


def _up_to_colon(reading: SentenceReading, phrase: Phrase) -> Phrase:
    """ "Личный прием граждан руководством Департамента:": the words up to the colon, if no verb is among them."""
    colon = reading.text.find(":", phrase.end)
    stop = _ENDS_NAME.search(reading.lower, phrase.end)
    if colon < 0 or stop is None or stop.start() > colon:
        return phrase
    words = re.findall(r"[^\W\d_]+", reading.text[phrase.end : stop.start()])
    if len(words) > 8 or any(readings(word)[0].pos in ("VERB", "INFN", "PRTS") for word in words):
        return phrase
    return phrase._replace(end=stop.start())


def _is_nominative(phrase: Phrase, reading: SentenceReading) -> bool:
    words = re.findall(r"[^\W\d_]+", reading.text[phrase.start : phrase.end])[:3]
    return bool(words) and (
        words[0].isupper()
        or has_reading(words[0], "NOUN", "nomn")
        or has_reading(words[0], "ADJF", "nomn")
        or len(words[0]) < 4
    )
