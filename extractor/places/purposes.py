"""Needs that running text names: purposes after "для", what a client may do, what is done at a place."""

import re
from collections.abc import Iterator

from normalizers.folding import has_any, lowered
from normalizers.language import folded_lemma
from normalizers.morphology import has_reading, readings
from normalizers.need_categories import categories_of
from normalizers.need_split import need_nouns
from normalizers.touchpoint_types import Types, types_of

Range = tuple[int, int]

_FOR = re.compile(r"(?<![а-яё])для\s+")
_PURPOSE_END = re.compile(
    r"\s+(?:использу(?:ется|ются)|применя(?:ется|ются)|предназначен[аоы]?|служ[иа]т|организован[аоы]?|создан[аоы]?"
    r"|функциониру(?:ет|ют)|работа(?:ет|ют)|действу(?:ет|ют)|провод(?:ится|ятся)|предусмотрен[аоы]?|открыт[аоы]?|выделен[аоы]?"
    r"|доступ(?:ен|на|но|ны))\b"
    r"|\s+(?:внешни[йе]\s+)?(?:клиент|заявител|граждан|пользовател)\w*\s+(?:може[тм]|могут|вправе|име[ею]т)"
    r"|\s*(?:https?://|www\.|<)|\s*[.;:](?:\s|$)|\s+\((?:далее|https?)"
    r"|\s+на\s+официальн\w+\s+сайт|\s+по\s+адресу|\s+по\s+телефону",
)
_AUTHORITY = re.compile(
    r"\b(?:изучени|отслеживани|анализ|выявлени|мониторинг|формировани|совершенствовани"
    r"|повышени|улучшени|уровн\w+\s+удовлетвор|удовлетворенност|эффективност|актуализаци"
    r"|ведени[яе]|учета|обеспечени|реализаци|целей\b|развити|сбора|оперативной)",
)
_MODAL = re.compile(
    r"\b(?:вправе|может|могут|имеет\s+право|имеют\s+право|име(?:ет|ют)\s+возможность|можно"
    r"|предоставлена\s+возможность|(?:реализована|есть|предусмотрена|обеспечена)\s+возможность"
    r"|возможно)\b"
    r"(?:\s+(?:клиент|заявител|граждан|пользовател|контролируем|лиц)\w*){0,2}",
)
_MODAL_SIGNS = ("вправе", "мож", "мог", "право", "возможн")
_CLIENT_DOES = re.compile(r"(?:запис|подач|направлени|получени|участи|представлени|отправк|оформлени)", re.IGNORECASE)
_WITH = re.compile(r"\b(?:с|со)\s+(?=(?:жалоб|заявлени|обращени|запрос|вопрос|предложени|ходатайств" r"|претензи)\w+)")
_ASKING = re.compile(r"\bза\s+(?=(?:консультаци|получени|разъяснени|помощь|информаци|предоставлени|справк)\w+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUBJECT = re.compile(
    r"\s*(?:(?:внешни[йе]|внутренни[йе])\s+)?(?:клиент|заявител|граждан|пользовател" r"|контролируем|лиц[оа])\w*\s*$",
)
_RECEPTION = re.compile(
    r"\s*(?:личный\s+)?при[её]м\s+(?:(?:внешни|внутренни)\w+\s+)?(?:клиент|граждан|заявител"
    r"|посетител|населени|организац|представител)",
)
_JOINT = re.compile(r"\s*(?:,\s*(?:а\s+также\s+|и\s+|или\s+|либо\s+)?|\s(?:и|или|либо|а\s+также)\s+)")
_ON_QUESTIONS = re.compile(r"по\s+вопрос(?:ам|у)\b", re.IGNORECASE)
_DEGREES = ("наиболее", "более")
_OBJECT_STOPS = frozenset(
    {
        "в",
        "во",
        "на",
        "по",
        "через",
        "посредством",
        "при",
        "либо",
        "или",
        "с",
        "путем",
        "из",
        "к",
        "у",
        "за",
        "также",
        "используя",
    }
)
_GOES_ALONG = {
    "записаться": {"на", "к"},
    "записываться": {"на", "к"},
    "ознакомиться": {"с"},
    "обратиться": {"за", "с"},
    "узнать": {"о"},
}


def purposes(text: str, start: int = 0) -> list[Range]:
    """Purposes of the client after "для", if they are actions, without "для".

    >>> [sample[a:b] for sample in ["Для записи на прием используется контакт-центр."] for a, b in purposes(sample)]
    ['записи на прием']
    >>> purposes("Для изучения отношения клиентов создан подраздел")
    []
    """
    text = lowered(text)
    found: list[Range] = []
    if "для" not in text:
        return found
    for match in _FOR.finditer(text, start):
        if found and match.start() < found[-1][1]:
            continue
        stop = _PURPOSE_END.search(text, match.end())
        end = stop.start() if stop else len(text.rstrip(" .;"))
        if is_client_action(text[match.end() : end]):
            found.append((match.end(), end))
    return found


def place_types(text: str) -> Types:
    """Types of a place by its name, what it is for left out.

    >>> place_types("мобильное приложение - для записи на личный прием").codes
    ('mobile_app',)
    """
    for start, end in purposes(text):
        if not _CLIENT_DOES.match(text, start):
            continue
        named = types_of(text[:start] + " " * (end - start) + text[end:])
        return named if named.codes else types_of(text)
    return types_of(text)


def is_client_action(purpose: str) -> bool:
    """Whether a purpose is an action of the client, not of the authority.

    >>> is_client_action("подачи обращения"), is_client_action("получения информации об уровне удовлетворенности")
    (True, False)
    """
    purpose = lowered(purpose)
    words = _WORD.findall(purpose[:80])
    if not words or _AUTHORITY.search(purpose[:120]):
        return False
    return any(folded_lemma(word) in need_nouns() for word in words[:3] if not has_reading(word, "PREP"))


def rights(text: str) -> tuple[list[Range], int] | None:
    """What a client may do, and where the modal word stands; ``None`` where the sentence grants nothing.

    The verb with its object at its shortest; where they stand apart, the object.
    """
    text = lowered(text)
    modal = _MODAL.search(text) if has_any(text, _MODAL_SIGNS) else None
    if modal is None:
        return None
    opening = _opening_infinitive(text, modal.start())
    if opening:
        return [opening], modal.start()
    for pattern in (_WITH, _ASKING):
        apart = pattern.search(text, modal.end())
        if apart:
            return [(apart.end(), _object_end(text, apart.end(), True))], modal.start()
    verb = next((w for w in _WORD.finditer(text, modal.end()) if has_reading(w[0], "INFN")), None)
    if verb is None or verb[0] == "быть":  # "информация может быть получена" tells no action of the client
        return [], modal.start()
    done = list(_verb_phrases(text, verb))
    if done:
        return done, modal.start()
    before = _object_before(text, modal.start())
    return ([before] if before else []), modal.start()


def _verb_phrases(text: str, verb: re.Match[str] | None) -> Iterator[Range]:
    """«получить консультацию, подать заявление»: each verb of the row that has an object."""
    while verb is not None:
        end = _object_end(text, verb.end(), False, _GOES_ALONG.get(readings(verb[0])[0].lemma, set()))
        if end > verb.end():
            yield verb.start(), end
        joint = _JOINT.match(text, end)
        following = _WORD.match(text, joint.end()) if joint else None
        verb = following if following and has_reading(following[0], "INFN") else None


def _opening_infinitive(text: str, modal: int) -> Range | None:
    """ "Подать заявление можно на …": the verb and its object before the modal word."""
    first = _WORD.search(text, 0, modal)
    if first is None or not has_reading(first[0], "INFN"):
        return None
    along = _GOES_ALONG.get(readings(first[0])[0].lemma, set())
    subject = _SUBJECT.search(text[:modal])
    stop = len(text[: subject.start() if subject else modal].rstrip())
    return first.start(), min(_object_end(text, first.end(), False, along), stop)


def _object_before(text: str, modal: int) -> Range | None:
    """«Отзыв (клиент) вправе оставить»: the object opens the sentence."""
    subject = _SUBJECT.search(text[:modal])
    end = subject.start() if subject else modal
    first = _WORD.search(text[:end])
    if first is None or not (has_reading(first[0], "NOUN") or has_reading(first[0], "ADJF")):
        return None
    return (first.start(), len(text[:end].rstrip()))


def _object_end(text: str, start: int, whole: bool, along: frozenset[str] | set[str] = frozenset()) -> int:
    """The end of an object: whole, or at its shortest: up to a preposition, a comma, an adverb of manner."""
    if whole:
        stop = re.compile(
            r"\s*[.;]\s*$|,\s+(?:письменно|устно|в\s+письменной|а\s+также)|\s+(?:устно|письменно)\b"
            r"|\s+(?:на|в|через|посредством|по)\s+(?:официальн|электронн|почтов|адрес|сайт|форме"
            r"|ходе\s+личн|личн)"
        )
        found = stop.search(text, start)
        return found.start() if found else len(text)
    end = start
    for word in _WORD.finditer(text, start):
        between = text[end : word.start()]
        if between.strip() not in ("", "и"):
            break
        lowered = word[0].lower()
        if lowered in _OBJECT_STOPS and lowered not in along and not _ON_QUESTIONS.match(text, word.start()):
            break
        if lowered == "и" and end > start and _is_object(_WORD.search(text, word.end())):
            continue
        if readings(word[0])[0].pos in ("ADVB", "CONJ", "GRND", "VERB", "INFN") and lowered not in _DEGREES:
            break
        end = word.end()
    return end


def _is_object(word: re.Match[str] | None) -> bool:
    """Whether a word behind «и» is one more object of the verb: "подать заявление и документы"."""
    return (
        word is not None
        and (has_reading(word[0], "NOUN", "accs") or has_reading(word[0], "ADJF", "accs"))
        and not has_reading(word[0], "INFN")
    )


def subject_need(text: str, verb: int) -> Range | None:
    """What a sentence says is done at a place, before its verb: an action, or what is sent in.

    >>> sample = "Подача жалоб осуществляется через сайт."
    >>> subject_need(sample, sample.index("осущ"))
    (0, 12)
    """
    head = text[:verb].rstrip()
    first = _WORD.search(head)
    if first is None or len(head) > 160 or _RECEPTION.match(head):
        return None
    if first[0].lower() in need_nouns() or _is_sent_in(head):
        return first.start(), len(head)
    return None


def _is_sent_in(head: str) -> bool:
    """«Письменные заявления и документы направляются по почтовому адресу»: the subject is what a client submits."""
    codes = categories_of(head)
    return bool(codes) and all(code.startswith("submission.") for code in codes) and "," not in head
