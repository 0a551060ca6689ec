"""What definitions say of touchpoints: which places they enumerate and which channel they give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.places.phrases import Phrase
from extractor.places.reading import SentenceReading
from normalizers.channels import channels_of
from normalizers.folding import lowered
from parsers.structure import Clause, Part

_TERM = re.compile(
    r"(?:^|[:;]\s*|\.\s+)(?P<term>(?:[А-ЯЁа-яё-]+\s+){0,3}?(?:точк[аи]|каналы?|к\s+офф?лайн-точкам|точкам"
    r"|офф?лайн-точк[аи]|онлайн-точк[аи])(?:\s+(?:взаимодействия"
    r"|контакта))?(?:\s+с\s+клиентом)?)\s*(?:\([^)]*\)\s*)?[–—:-]\s+",
)
_ARE_IN_TEXT = re.compile(
    r"(?:(?:цифров|офф?лайн|онлайн)\w*[\s-]+точ(?:кам|ками)\b(?:\s+(?:взаимодействия|контакта))?"
    r"|(?:\b[а-яё]+[\s-]+)?\bточ(?:кам|ками)\s+(?:взаимодействия|контакта))[^:.]{0,60}?(?:относятся|являются)\s*:?\s*",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:[а-яё]+\s+){0,2}(?:точки|места|способы|каналы|пространство|площадки|вид\s|контакт" r"|совокупность|ресурс)",
)
_BY_MEANS = re.compile(
    r"(?:^|[,;:(]\s*)(?P<member>(?:[а-яё-]+\s+){0,2}(?:взаимодействие|обмен|общение|обращение|связь|прием)\s+"
    r"(?:[а-яё-]+\s+){0,2}(?:посредством|через|по|с\s+использованием|с\s+помощью)\s+)$"
)
"""«программное взаимодействие посредством API» is a member as a whole."""
_NAME_BEGINS = 3


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A place that a definition or running text enumerates, with the channels that its term declares."""

    reading: SentenceReading
    phrase: Phrase
    channels: tuple[str, ...]
    single: bool


def part_to_points(part: Part) -> list[Enumerated]:
    """Every place that a definition of points, or a sentence about them, enumerates."""
    found: list[Enumerated] = []
    for clause in part.walk():
        if clause.end > clause.start and _speaks(lowered(clause.own)):
            found.extend(_clause_points(clause))
    return found


def is_about_points(clause: Clause) -> bool:
    """Whether a clause defines points of interaction."""
    text = lowered(clause.own)
    return _speaks(text) and bool(_TERM.search(text) or _ARE_IN_TEXT.search(text))


def _speaks(text: str) -> bool:
    """A cheap look before the expressions."""
    return "точк" in text or "канал" in text


def _clause_points(clause: Clause) -> Iterator[Enumerated]:
    text = lowered(clause.own)
    terms = list(_TERM.finditer(text))
    starts = [(term.end(), term["term"]) for term in terms]
    for inline in _ARE_IN_TEXT.finditer(text):
        defined = any(inline.start() < term.start("term") <= inline.end() for term in terms)
        if not defined and not text.rstrip().endswith(":"):
            starts.append((inline.end(), inline[0]))
    starts.sort()
    for index, (start, term) in enumerate(starts):
        stop = starts[index + 1][0] - len(starts[index + 1][1]) if index + 1 < len(starts) else len(text)
        yield from _enumerated(clause, clause.start + start, clause.start + stop, term)


def _enumerated(clause: Clause, start: int, stop: int, term: str) -> Iterator[Enumerated]:
    reading = SentenceReading(clause, start, stop)
    body = reading.lower
    if not reading.may_name_place:
        return
    channels = channels_of(term)
    if _GENERIC.match(body) and not (reading.phrases and reading.phrases[0].start < _NAME_BEGINS):
        sub = re.match(r"вид\s+(офф?лайн|цифров|онлайн)\w*", body)
        if sub is None and "(" not in body:
            return
        channels = channels or channels_of(body[:40])
        if sub is None:
            yield from _in_brackets(reading, channels)
            return
    phrases = [member for phrase in reading.phrases if (member := _member(body, phrase))]
    for phrase in phrases:
        yield Enumerated(reading, phrase, channels, len(phrases) == 1 and phrase.start < _NAME_BEGINS)


def _member(body: str, phrase: Phrase) -> Phrase | None:
    """A member of the enumeration: at its start or behind a comma, a colon or «и», or the means that a member names."""
    before = body[: phrase.start].rstrip(' «"')
    if not before or before.endswith((",", ":", ";", " и", " или", "(", " либо", "также")):
        return phrase
    by_means = _BY_MEANS.search(body, 0, phrase.start)
    return phrase._replace(start=by_means.start("member")) if by_means else None


def _in_brackets(reading: SentenceReading, channels: tuple[str, ...]) -> Iterator[Enumerated]:
    """«физическое пространство, в котором … (… многофункциональный центр …)»."""
    for phrase in reading.phrases:
        before = reading.text[: phrase.start]
        if before.count("(") > before.count(")"):
            yield Enumerated(reading, phrase, channels, False)
