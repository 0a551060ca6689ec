"""How a sentence designates a place. ``RULES`` at the foot is the ordered list; the first rule that sees a place wins.

Each rule takes a :class:`SentenceReading` and returns what it found: phrases, needs (ranges of the sentence), whether
the sentence grants a right, and whether the items below are needs or places.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extractor.places.phrases import Phrase, grow_phrase
from extractor.places.purposes import Range, purposes, rights, subject_need
from extractor.places.reading import SentenceReading
from normalizers.morphology import has_reading, readings
from normalizers.need_categories import categories_of
from normalizers.need_split import starts_need
from normalizers.touchpoint_types import weak_hits
from parsers.tracing import Note, notes_taken


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read in a sentence."""

    rule: str
    phrases: tuple[Phrase, ...] = ()
    needs: tuple[Range, ...] = ()
    grants: bool = False
    items: str = ""
    own_needs: dict[int, tuple[Range, ...]] = field(default_factory=dict)


_BY = re.compile(
    r"^\W*(взаимодействие|обращение|прием\s+обращений|связь|общение|коммуникация"
    r"|информирование|консультирование)\b[^:]{0,90}?\b"
    r"(?:посредством|через|с\s+использованием|при\s+помощи|с\s+помощью|путем|по|на|в)\s+$",
)
_USED = re.compile(
    r"\b(?:использу(?:ется|ются)|применя(?:ется|ются)|предназначен[аоы]?|служ[иа]т"
    r"|организован[аоы]?|создан[аоы]?|функциониру(?:ет|ют)|работа(?:ет|ют)|"
    r"действу(?:ет|ют)|доступн?[аоы]?|доступен|открыт[аоы]?|предусмотрен[аоы]?|выделен[аоы]?"
    r"|установлен[аоы]?|оборудован[аоы]?|реализован[аоы]?|запущен[аоы]?|обеспечива(?:ет|ют)"
    r"|позволя(?:ет|ют)|проводится|проводятся)\b",
)
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
_CONTACT = re.compile(
    r"https?://|www\.|\S@\S|\+7|\b8[ (-]|\(\d{3,5}\)|\bул\.|\bд\.\s?\d|\bпр(?:осп)?\.|\bпл\." r"|по\s+адресу"
)
_CONTENT = re.compile(
    r"\b(?:содерж(?:ит|ат)|размещ(?:ена|ены|ается|аются)|включает"
    r"|публикуется)\b[^.]*\b(?:информаци[юя]|сведения|материалы|раздел\w*)\s*:?\s*$",
)
_SECTION_MADE = re.compile(
    r"\b(?:создан\w*|функционир\w+|работает|действует|организован\w*|открыт\w*|запущен\w*"
    r"|реализован\w*|предусмотрен\w*)\s+"
    r"(?P<place>(?:специальн\w+\s+|электронн\w+\s+|отдельн\w+\s+)?(?:под)?(?:раздел|страниц"
    r"|рубрик|сервис|форм|вкладк)\w*\s*(?:«[^»]+»|\"[^\"]+\"))",
)
_OFFERED = re.compile(r"\b(?:доступн[аоы]|доступен|размещен[аоы]?|представлен[аоы]?)\s+")
_SURVEY_HOST = re.compile(r"\b(?:на\s+базе|на|в|посредством|через)\s+(?:\w+\s+){0,3}$")
_SURVEY = "online_survey"


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
    return not _CONTACT.search(first) and not first.startswith("для ") and categories_of(first) != ("other",)


def content_list(reading: SentenceReading) -> Found | None:
    """«Раздел … содержит информацию:»: each item below is information."""
    match = _CONTENT.search(reading.lower)
    if not match or not reading.phrases or not reading.text.rstrip().endswith(":"):
        return None
    before = [phrase for phrase in reading.phrases if phrase.end <= match.start()]
    return Found("content_list", (before[0],), items="information") if before else None


def section_made(reading: SentenceReading) -> Found | None:
    """«на сайте создан подраздел «Обратная связь», где реализована возможность …»."""
    match = _SECTION_MADE.search(reading.lower)
    if match is None or not any("website" in reading.types(phrase) for phrase in reading.phrases):
        return None
    hit = next(phrase.hit for phrase in reading.phrases if "website" in reading.types(phrase))
    granted = rights(reading.lower)
    needs = tuple(granted[0]) if granted else tuple(purposes(reading.lower))
    return Found("section_made", (Phrase(match.start("place"), match.end("place"), hit),), needs)


def survey_host(reading: SentenceReading) -> Found | None:
    """«На базе телеграм-канала … предусмотрено проведение онлайн-опросов»: the survey is a need of its host."""
    surveys = [phrase for phrase in reading.phrases if _SURVEY in reading.types(phrase)] or _plain_surveys(reading)
    hosts = [phrase for phrase in reading.phrases if _SURVEY not in reading.types(phrase)]
    if not surveys or not hosts:
        return None
    host = next((phrase for phrase in hosts if _SURVEY_HOST.search(reading.lower[: phrase.start])), None)
    if host is None:
        return None
    return Found("survey_host", (host,), tuple(_survey_need(reading, surveys[0])))


def _plain_surveys(reading: SentenceReading) -> list[Phrase]:
    """ "проведение опросов клиентов": a survey beside a place, in plain words."""
    found = [hit for hit in weak_hits(reading.analysis) if hit.code == _SURVEY]
    return [grow_phrase(reading.analysis, hit, reading.hits) for hit in found]


def _survey_need(reading: SentenceReading, survey: Phrase) -> list[Range]:
    granted = rights(reading.lower)
    if granted and granted[0]:
        return granted[0]
    before = re.search(r"(?:проведение|прохождение|участие\s+в)\s+$", reading.lower[: survey.start])
    return [(before.start() if before else survey.start, survey.end)]


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
    if not places or not (needs or offered or _stands_alone(reading, places[0], verb)):
        return None
    return Found("used_for", tuple(places), (*needs, *offered), items="needs")


def _stands_alone(reading: SentenceReading, phrase: Phrase, verb: re.Match[str]) -> bool:
    """A place that needs no purpose: it names itself, opens a list, or is a survey that is held."""
    held = _SURVEY in reading.types(phrase) and verb[0].startswith("провод")
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
    return opens or (phrase.start > verb.start() and bool(_CONTACT.search(reading.lower)))


def _offered(reading: SentenceReading) -> list[Range]:
    """What a client finds there: "доступна форма «Обратной связи», размещены контактные данные"."""
    if not _CONTACT.search(reading.lower):
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


def client_may(reading: SentenceReading) -> Found | None:
    """«Клиент вправе обратиться … на почтовый адрес … или на адрес электронной почты … с жалобой на …»."""
    granted = rights(reading.lower)
    if granted is None or not reading.phrases:
        return None
    needs = granted[0] or purposes(reading.lower)
    places = [
        phrase
        for phrase in reading.phrases
        if not any(a <= phrase.start < b for a, b in needs) and _is_means(reading, phrase)
    ]
    if not places:
        return None
    return Found("client_may", (*places, *_coordinate_means(reading, places)), tuple(needs), grants=True)


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
    if _CONTACT.search(reading.lower, verb.end()):
        exact = (
            means[0] if means else reading.phrases[-1] if reading.phrases[-1].start > verb.end() else reading.phrases[0]
        )
        return Found("done_at", (exact,), (need,) if need and means else ())
    return None


def names_place(reading: SentenceReading) -> Found | None:
    """«Мессенджер: для получения …», "Место приема … : г. …", "Информационные стенды в … ."."""
    if not reading.phrases:
        return None
    first = reading.phrases[0]
    if reading.text[: first.start].strip(' «"-–(') or not _is_nominative(first, reading):
        return None
    rest = reading.after(first)
    tail = re.sub(r"^\s*\((?:далее|https?|www)[^)]*\)", "", rest).strip()
    lead = re.match(r"(?:по\s+месту\s+нахождения[^:]{0,80}|[^:.]{0,60})?:\s*", tail)
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


Rule = Callable[[SentenceReading], Found | None]

RULES: tuple[Rule, ...] = (
    interaction_by,
    content_list,
    survey_host,
    section_made,
    client_may,
    used_for,
    done_at,
    names_place,
)


def read_sentence(reading: SentenceReading) -> Found | None:
    """The first rule that sees a place."""
    for rule in RULES:
        found = rule(reading)
        if found is not None:
            _tell(found, reading)
            return found
    return None


def _tell(found: Found, reading: SentenceReading) -> None:
    notes = notes_taken()
    if notes is not None:
        phrases = "; ".join(reading.text[phrase.start : phrase.end] for phrase in found.phrases)
        notes.append(Note("clauses", found.rule, reading.view.spans(reading.start, reading.end), phrases))
