"""The words that tie a provision to a place: "контакт-центра Министерства", "телефонного разговора", "приема граждан".

They are sought in the sentence, then in the sentences before it, then in what introduces the clause; the order's own
instructions and rules of publication name places without being tied to them.
"""

import re
from collections.abc import Iterator
from itertools import islice

from extractor.codes import ProvisionKind
from extractor.provisions.found import Passage, Unit
from normalizers.morphology import readings
from parsers.markers import Kind

_NAME = r"\s*(?:«[^«»]{1,150}»|\"[^\"]{1,150}\")"
# the most exact first
_PLACES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:телеграм|telegram|мессенджер|чат-бот|канал|сообществ|групп|страниц|раздел|подраздел)[\w-]*{_NAME}",
        r"\b(?:(?:федеральн|региональн|государственн|информационн)\w+\s+){0,4}"
        rf"(?:систем|портал|платформ|центр)\w*{_NAME}",
        r"\b(?:контакт|колл|call|кол)-?центр\w*|\bтелефон\w*\s+доверия",
        r"«горяч\w{2,3}\s+лини\w{1,2}»|\"горяч\w{2,3}\s+лини\w{1,2}\"|\bгоряч\w{2,3}\s+лини\w{1,2}",
        r"\b(?:чат-бот|мессенджер|телеграм|видео-?конференц)[\w-]*|\bчат(?:а|е|ом)?\b"
        r"|\bличн\w+\s+кабинет\w*|\bплатформ\w+\s+обратной\s+связи",
        r"\b(?:МФЦ|ЕПГУ|РПГУ|Единого\s+портала)\b|\bмногофункциональн\w+\s+центр\w*",
        r"\bтелефонн\w{2,3}\s+(?:звонк|разговор|консультаци|обращени|связ|лини|при[её]м|режим)\w*"
        r"|\bзвонк\w*|\bразговор\w*|\bтелефон\w{0,2}\b",
        r"\b(?:общественн\w+\s+)?при[её]мн(?:ой|ая|ую|ые|ых)\b(?!\s+(?:день|дни))",
        r"\bличн\w{2,3}\s+(?:при[её]м|обращени|посещени)\w*|\bместо?\w{0,2}\s+при[её]ма"
        r"|\bпри[её]м(?:а|е|ом|у)?\s+(?:граждан|клиент|заявител|посетител|населени|документ|корреспонденц)\w*"
        r"|\bпри[её]м(?:а|е|ом|у)?\s+(?:внешн|внутренн)\w*|\b(?:график|час)\w{0,3}\s+при[её]ма",
        # "на адрес электронной почты, указанный клиентом" is the client's own
        r"\b(?:интернет-)?сайт\w{0,2}\b"
        r"|\bэлектронн\w{2,3}\s+почт\w{1,2}\b(?!,?\s+(?:указанн|клиент|заявител|граждан|отправител))|\bсоциальн\w+\s+сет\w+"
        r"|\bинформационн\w+\s+стенд\w*|\b(?:онлайн|интернет)[\s-]опрос\w*",
    )
)
_WEAK = re.compile(r"\bпри[её]м(?:а|е|ом|у)?\b|\bочеред[иь]\b", re.IGNORECASE)
_QUEUE = re.compile(r"\bочеред[иь]", re.IGNORECASE)
_WORD = re.compile(r"\s+(?:([«\"][^«»\"]{1,150}[»\"])|([\w-]+))")
_RECEPTION = re.compile(r"\bпри[её]м|\bконсульт|\bразговор|\bзвонк|\bвед[её]т|\bвстреч", re.IGNORECASE)
_PUBLISHED = re.compile(r"\bразме[щс]|\bопублик|\bпублику|\bобновл|\bактуализ|\bПеречн", re.IGNORECASE)
_ENCLOSED = frozenset({ProvisionKind.LIMIT, ProvisionKind.RESPONSIBLE, ProvisionKind.SCHEDULE})
_OF_RECEPTION = frozenset({ProvisionKind.SCHEDULE, ProvisionKind.LIMIT})
_SENTENCES_BACK = 3
_LONGEST = 2000
_CHAPTERS = frozenset({Kind.CHAPTER, Kind.NONE})


def place_hint(unit: Unit, passage: Passage, kind: ProvisionKind) -> str | None:
    """The words of a place that a provision of this kind is tied to, or ``None``."""
    if unit.in_order or not _may_be_tied(passage.text, kind):
        return None
    hint = next((hint for text in _texts(unit, passage, kind) if (hint := place_words(text))), None)
    weak = _WEAK.search(passage.text) if hint is None and kind in _OF_RECEPTION else None
    return hint or (weak[0] if weak else None)


def _may_be_tied(text: str, kind: ProvisionKind) -> bool:
    if kind in _OF_RECEPTION:
        return True
    if kind is ProvisionKind.RESPONSIBLE:
        return bool(_RECEPTION.search(text))
    return not _PUBLISHED.search(text)


def _texts(unit: Unit, passage: Passage, kind: ProvisionKind) -> Iterator[str]:
    yield passage.text
    if kind is ProvisionKind.LIMIT and _QUEUE.search(passage.text):
        return  # a queue is not that of the telephone in the sentence before
    yield from (other.text for other in islice(unit.before(passage), _SENTENCES_BACK))
    if kind not in _ENCLOSED:
        return
    above = unit.clause.parent
    while above is not None and (above.opens_list or above.heading) and above.kind not in _CHAPTERS:
        yield above.own
        above = above.parent


def place_words(text: str) -> str | None:
    """The first most exact words for a place, with the owner that follows.

    >>> place_words("График работы контакт-центра Министерства: понедельник – четверг с 9:00 до 18:00")
    'контакт-центра Министерства'
    >>> place_words("Продолжительность телефонного разговора с работником не должна превышать 10 минут")
    'телефонного разговора'
    """
    for pattern in _PLACES:
        found = pattern.search(text, 0, _LONGEST)
        if found:
            return text[found.start() : _with_owner(text, found.end())]
    return None


def _with_owner(text: str, end: int) -> int:
    """Genitives behind the words: "приемной министерства", "сайта Департамента"."""
    while (word := _WORD.match(text, end)) is not None:
        quoted, plain = word.groups()
        if not quoted and not _is_genitive(plain):
            break
        end = word.end()
    return end


def _is_genitive(word: str) -> bool:
    forms = readings(word)
    return len(word) > 2 and forms[0].pos in ("NOUN", "ADJF", "PRTF") and any(form.case == "gent" for form in forms)
