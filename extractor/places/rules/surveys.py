"""Surveys: a touchpoint only where no other place runs them, else a need of their host."""

import re

from extractor.places.phrases import Phrase, grow_phrase
from extractor.places.purposes import Range, rights
from extractor.places.reading import SentenceReading
from extractor.places.rules.found import SURVEY, Found
from normalizers.touchpoint_types import weak_hits

_HOSTS = re.compile(r"\b(?:на\s+базе|на|в|посредством|через)\s+(?:\w+\s+){0,3}$")


def survey_host(reading: SentenceReading) -> Found | None:
    """«На базе телеграм-канала … предусмотрено проведение онлайн-опросов»: the survey is a need of its host."""
    surveys = [phrase for phrase in reading.phrases if SURVEY in reading.types(phrase)] or _plain_surveys(reading)
    hosts = [phrase for phrase in reading.phrases if SURVEY not in reading.types(phrase)]
    if not surveys or not hosts:
        return None
    host = next((phrase for phrase in hosts if _HOSTS.search(reading.lower[: phrase.start])), None)
    if host is None:
        return None
    return Found("survey_host", (host,), tuple(_survey_need(reading, surveys[0])))


def _plain_surveys(reading: SentenceReading) -> list[Phrase]:
    """ "проведение опросов клиентов": a survey beside a place, in plain words."""
    found = [hit for hit in weak_hits(reading.analysis) if hit.code == SURVEY]
    return [grow_phrase(reading.analysis, hit, reading.hits) for hit in found]


def _survey_need(reading: SentenceReading, survey: Phrase) -> list[Range]:
    granted = rights(reading.lower)
    if granted and granted[0]:
        return granted[0]
    before = re.search(
        r"(?:проведение|прохождение|участие\s+в|пройти|заполнить|принять\s+участие\s+в)\s+(?:\w+(?:ый|ое|ую|ом|ие|ые|их)\s+)*$",
        reading.lower[: survey.start],
    )
    return [(before.start() if before else survey.start, survey.end)]
