"""Lists by what introduces them: grounds for rejection or update, required content, indicators, needs of clients.

One provision for each item; the value is empty. ``RULES`` is the ordered list of what an introduction may say.

>>> kind_of_list("Не регистрируются и не принимаются к рассмотрению следующие электронные обращения:")
<ProvisionKind.REJECTION_GROUND: 'rejection_ground'>
>>> kind_of_list("Раздел официального сайта содержит информацию:") is None
True
"""

import re
from collections.abc import Callable

from extractor.provisions.found import FoundProvision, Unit
from extractor.provisions.items import inline_items, item_quote, list_items
from extractor.provisions.sentences import split_sentences
from extractor.provisions.vocabulary import beginnings, four_letters
from extractor.registry import ProvisionKind
from normalizers.morphology import readings
from parsers.markers import Kind
from parsers.structure import Clause

_REFUSED = re.compile(
    r"""\bне\s+(?:рассматрива|регистриру|принима(?:ют|ет)ся|подлеж\w{2,4}\s+(?:рассмотрени|регистраци|при[её]м|удовлетворени)
        |(?:мо(?:жет|гут)\s+быть|был[аои]?)\s+(?:приня|рассмотр)|да[её]тся|даются)
    | \b(?:основани|причин)\w{0,4}\b[^:]{0,80}\bотказ | \bотказ(?:ыва(?:ет|ют|ется)|ать|ано)\b
    | \bотказ\w{0,3}\b[^:]*\b(?:случа[еяй]х?|если|при|основани\w{1,3})\b[^:]{0,60}:?\s*$
    | \b(?:отклоня|оставля)\w{2,4}\b(?=.{0,80}(?:случа|если|:|без\s+(?:рассмотрени|ответа)))
    | \bбез\s+рассмотрения\b | \bоста(?:ётся|ется|ются)\s+без\s | \bвозвраща\w{2,4}\s+заявител""",
    re.IGNORECASE | re.VERBOSE,
)
_LAID_DOWN = re.compile(
    r"""\bуказыва(?:ю|е)тся\b|\bуказыва(?:ет|ют)\b|\bуказать\b|\bдолж\w{1,3}\s+(?:\w+\s+){0,3}?(?:содержать|включать|содержаться|быть\s+указан)
    |\bсодерж(?:ит|ат)(?:ся)?\b|\bвключа(?:ет|ют)(?:ся|\s+в\s+себя)?\b|\bобязательн\w{2,3}\s+(?:реквизит|сведени|элемент)|\bприлага(?:ю|е)тся\b
    |\bподлеж\w{2,4}\s+(?:указанию|включению)|\b(?:отража|внос|занос)[яюе]\w{0,2}тся\b""",
    re.IGNORECASE | re.VERBOSE,
)
_MESSAGE = re.compile(
    r"\b(?:жалоб|обращени|заявлени|заявк|запрос|сообщени|письм|отзыв|анкет|уведомлени|ходатайств|претензи|предложени\w{1,2}\s+клиент)",
    re.I,
)
_RECORD = re.compile(
    r"\b(?:перечн|перечень|реестр|карточк|паспорт|отч[её]т|ответ|журнал|описани|профил|форм[аеуы]\b)", re.I
)
_PLACE = re.compile(
    r"\b(?:сайт|раздел|портал|стенд|страниц|канал|сообществ|кабинет|систем|приложени[еи]\s+«|терминал)", re.I
)
_CHANGE = re.compile(
    r"\b(?:актуализ|обновл|пересм[оа]тр|корректир|изменени|изменя|внесени|вносятся|исключ|включени|дополн|уточн)",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\bосновани[яей]|\bв\s+(?:\w+\s+){0,2}случа[еяй]|\bпри(?:\s+\w+){0,3}\s*:?\s*$|\bесли\b|\bпричин|\bсобыти|\bобстоятельств",
    re.I,
)
_CONDITION = re.compile(r"\s*(?:в\s+случае,\s+если|если|в\s+случа(?:е|ях)|при)\b[^,:]*,\s+(?=\S)", re.I)
_MEASURE = re.compile(
    r"\bпоказател(?:и|ям|ями|ей|ь)\b|\bкритери(?:и|ям|ями|ев)\b|\bметрик|\bиндикатор(?:ы|ам|ами|ов)\b(?!\s+риск)", re.I
)
_NEED = re.compile(
    r"""\bпотребност(?:ей|и|ям|ями)\b[^:]{0,160}\b(?:явля|относ|учитыва|определя|выделя|входят|включ)\w*
    |\b(?:определ|учитыва|учет|выделя|следующ|общ|перечень|ключев|основн|относятся)\w*\W[^:]{0,60}?\bпотребност(?:ей|и|ям|ями|ь)\b
    |\bпотребност(?:ей|и|ям|ями|ь)\b\W{0,3}(?:\w+\W+){0,4}$""",
    re.IGNORECASE | re.VERBOSE,
)
_STUDY = re.compile(
    r"\b(?:для|в\s+целях|с\s+целью)\s+(?:изучени|выявлени|анализ|оценк|удовлетворени)|\bспособ\w*\s+(?:изучен|выявлен|удовлетв)",
    re.I,
)
_ANY_PLACE = re.compile(
    r"\b(?:посредством|через|на\s+(?:официальн\w+\s+)?сайт|в\s+личном\s+кабинет|по\s+телефон|на\s+портал|электронн\w+\s+почт|стенд|МФЦ)",
    re.I,
)


def _rejection_ground(intro: str) -> bool:
    """As in "Не подлежат рассмотрению обращения:", "Основаниями для отказа в рассмотрении заявки являются:"."""
    return bool(_REFUSED.search(intro))


def _client_need(intro: str) -> bool:
    """As in "К потребностям клиентов относятся:"; needs at one place ("на сайте") are the place's own."""
    return bool(
        "потребност" in intro.lower()
        and _NEED.search(intro)
        and not _STUDY.search(intro)
        and not _ANY_PLACE.search(intro)
    )


def _update_ground(intro: str) -> bool:
    """As in "Основанием для внесения изменений в перечень является:", "Перечень актуализируется в случаях:"."""
    return bool(_CHANGE.search(intro) and _OCCASION.search(intro))


def _indicator(intro: str) -> bool:
    """As in "Анализ проводится по следующим показателям:"."""
    return bool(_MEASURE.search(intro))


def _required_content(intro: str) -> bool:
    """As in "В жалобе указываются:"; what a site holds is for its clients, no requirement."""
    if not _LAID_DOWN.search(intro):
        return False
    return bool(_MESSAGE.search(intro) or (_RECORD.search(intro) and not _PLACE.search(intro)))


RULES: tuple[tuple[ProvisionKind, Callable[[str], bool]], ...] = (
    (ProvisionKind.REJECTION_GROUND, _rejection_ground),
    (ProvisionKind.INDICATOR, _indicator),
    (ProvisionKind.UPDATE_GROUND, _update_ground),
    (ProvisionKind.CLIENT_NEED, _client_need),
    (ProvisionKind.REQUIRED_CONTENT, _required_content),
)
_OF_THINGS = frozenset({ProvisionKind.UPDATE_GROUND, ProvisionKind.REQUIRED_CONTENT, ProvisionKind.INDICATOR})
_VERB_ENDINGS = ("ет", "ит", "ют", "ут", "ят", "ат", "ся", "ть", "ти")
_CUES = four_letters(
    "не отказ отказано отклоняются оставляются остается без возвращаются показатели критерии метрики",
    "индикаторы потребности основания основание случаях случае при если события обстоятельства указываются",
    "указать содержать содержит включает реквизиты обязательные отражаются вносятся заносятся прилагаются",
    "подлежат причины",
)


def kind_of_list(intro: str) -> ProvisionKind | None:
    """What kind of provisions the items under an introduction are."""
    if beginnings(intro).isdisjoint(_CUES):
        return None
    intro = _CONDITION.sub("", intro, count=1)
    return next((kind for kind, rule in RULES if rule(intro)), None)


def listed_in(unit: Unit) -> list[FoundProvision]:
    """Provisions that are items of the list the clause opens, in a list of its own or in the same paragraph."""
    clause = unit.clause
    if unit.beginnings.isdisjoint(_CUES):
        return []
    if clause.children and (clause.opens_list or clause.heading):
        return _from_children(clause)
    return _from_paragraph(clause) if ":" in unit.own and ";" in unit.own else []


def _from_children(clause: Clause) -> list[FoundProvision]:
    items = list_items(clause)
    if clause.heading and not clause.opens_list:
        items = [item for item in items if item.kind in (Kind.ITEM, Kind.LETTER, Kind.BULLET)]
    kind = kind_of_list(_introduction(clause)) if items else None
    if kind is None or (kind in _OF_THINGS and _is_action(items[0])):
        return []
    return [FoundProvision(kind, item, item_quote(item), line=clause.id) for item in items]


def _is_action(item: Clause) -> bool:
    """An item that tells what somebody does ("вносит изменения") is no ground and no content."""
    first = item.own.split(maxsplit=1)[:1]
    return bool(first) and first[0].endswith(_VERB_ENDINGS) and readings(first[0])[0].pos in ("VERB", "INFN")


def _introduction(clause: Clause) -> str:
    """The sentence that ends in the colon."""
    text = clause.view.text
    start, end = split_sentences(text, clause.start, clause.end)[-1]
    return text[start:end]


def _from_paragraph(clause: Clause) -> list[FoundProvision]:
    """As in "Основаниями для отказа являются: 1) неполнота сведений; 2) отсутствие подписи."."""
    text = clause.view.text
    for start, end in split_sentences(text, clause.start, clause.end):
        colon = text.find(":", start, end)
        if colon < 0 or ";" not in text[colon:end]:
            continue
        kind = kind_of_list(text[start : colon + 1])
        if kind is not None:
            return [
                FoundProvision(kind, clause, quote, line=clause.id) for quote in inline_items(clause, colon + 1, end)
            ]
    return []
