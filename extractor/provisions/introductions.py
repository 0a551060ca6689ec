"""What the words that introduce a list say its items are.

``RULES`` is the ordered list of kinds, each with a small predicate over the introducing sentence.

>>> kind_of_list("Не регистрируются и не принимаются к рассмотрению следующие электронные обращения:")
<ProvisionKind.REJECTION_GROUND: 'rejection_ground'>
>>> kind_of_list("Раздел официального сайта содержит информацию:") is None
True
"""

import re
from collections.abc import Callable

from extractor.codes import ProvisionKind
from extractor.provisions.vocabulary import beginnings, four_letters

_CUES = four_letters(
    "не отказ отказано отклоняются оставляются остается без возвращаются показатели критерии метрики индикаторы",
    "потребности основания основание случаях случае при если события обстоятельства указываются указать содержать",
    "содержит включает реквизиты обязательные отражаются вносятся заносятся прилагаются подлежат причины",
)
# "В случае, если …," before the main clause; "в случае отказа направляется уведомление, в котором …" is one
_CONDITION = re.compile(
    r"\s*(?:в\s+случае,\s+если|если|в\s+случа(?:е|ях)|при)\b(?:(?!тся\b)[^,:])*,\s+(?=\S)", re.IGNORECASE
)
_REFUSED = re.compile(
    r"""\bне\s+(?:рассматрива|регистриру|принима(?:ют|ет)ся|да[её]тся|даются
          |подлеж\w{2,4}\s+(?:рассмотрени|регистраци|при[её]м|удовлетворени)
          |(?:мо(?:жет|гут)\s+быть|был[аои]?)\s+(?:приня|рассмотр))
      | \bне\s+(?:предоставля|оказыва|выда|направля)\w+тся\b(?=.{0,80}(?:случа|если))
      | \b(?:основани|причин)\w{0,4}\b[^:]{0,80}\bотказ
      | \bотказ(?:ыва(?:ет|ют|ется)|ать|ано)\b
      | \bотказ\w{0,3}\b[^:]*\b(?:случа[еяй]х?|если|при|основани\w{1,3})\b[^:]{0,60}:?\s*$
      | \b(?:отклоня|оставля)\w{2,4}\b(?=.{0,80}(?:случа|если|:|без\s+(?:рассмотрени|ответа)))
      | \bбез\s+(?:рассмотрения|ответа)\b | \bоста(?:ётся|ется|ются)\s+без\s | \bвозвраща\w{2,4}\s+заявител""",
    re.IGNORECASE | re.VERBOSE,
)
_MEASURE = re.compile(
    r"""\b(?:показател|критери)(?:и|ями?|ям)\b
      | \b(?:следующ\w{2,3}\s+)(?:показателей|критериев) | \b(?:показателей|критериев)\W*$
      | \b(?:систем|перечень|набор)\w*\s+(?:показателей|критериев)\b
      | \bметрик(?:и|ам|ами)?\b | \bиндикатор(?:ы|ам|ами)\b(?!\s+риск)""",
    re.IGNORECASE | re.VERBOSE,
)
_CHANGE = re.compile(
    r"""\b(?:актуализ|обновл|пересм[оа]тр|корректир|изменени|изменя|внесени|вносятся|исключ|включени|дополн|уточн)""",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"""\bосновани[яей] | \bв\s+(?:\w+\s+){0,2}случа[еяй] | \bпри(?:\s+\w+){0,3}\s*:?\s*$ | \bесли\b
      | \bпричин | \bсобыти | \bобстоятельств""",
    re.IGNORECASE | re.VERBOSE,
)
_NEED = re.compile(
    r"""\bпотребност(?:ей|и|ям|ями)\b[^:]{0,160}\b(?:явля|относ|учитыва|определя|выделя|входят|включ|призна|счита|составля|выступа)\w*
      | \b(?:определ|учитыва|учет|выделя|следующ|общ|перечень|ключев|основн|относятся)\w*\W[^:]{0,60}?
        \bпотребност(?:ей|и|ям|ями|ь)\b
      | \bпотребност(?:ей|и|ям|ями|ь)\b\W{0,3}(?:(?!\w*(?:тся|[юе]т)\b)\w+\W+){0,4}$""",
    re.IGNORECASE | re.VERBOSE,
)
_STUDY = re.compile(
    r"""\b(?:для|в\s+целях|с\s+целью)\s+(?:изучени|выявлени|анализ|оценк)
      | \b(?:способ|метод|инструмент)""",
    re.IGNORECASE | re.VERBOSE,
)
_AT_ONE_PLACE = re.compile(
    r"""\b(?:посредством|через|на\s+(?:официальн\w+\s+)?сайт|в\s+личном\s+кабинет|по\s+телефон|на\s+портал
      |электронн\w+\s+почт|стенд|МФЦ)""",
    re.IGNORECASE | re.VERBOSE,
)
_TO_TELL = re.compile(r"\bуказыва[юе]тся\b|\bуказать\b|\bбыть\s+указан", re.IGNORECASE)  # "При записи указываются:"
_LAID_DOWN = re.compile(
    r"""\bуказыва(?:[юе]тся|ет|ют)\b | \bуказать\b | \bсодерж(?:ит|ат)(?:ся)?\b | \bприлага[юе]тся\b
      | \bдолж\w{1,3}\s+(?:\w+\s+){0,3}?(?:содержать|включать|содержаться|быть\s+указан)
      | \bвключа[юе]тся\b | \bобязательн\w{2,3}\s+(?:реквизит|сведени|элемент)
      | \bподлеж\w{2,4}\s+(?:указанию|включению) | \b(?:отража|внос|занос)[яюе]\w{0,2}тся\b""",
    re.IGNORECASE | re.VERBOSE,
)
_MESSAGE = (
    r"жалоб|обращени|заявлени|заявк|запрос|сообщени|письм|отзыв|анкет|уведомлени|ходатайств|претензи"
    r"|представлени|предложени"
)
_RECORD = r"перечн|перечень|реестр|карточк|паспорт|отч[её]т|ответ|журнал|описани|профил|форм[аеуы]\b|сведени[яй]\b"
_ABOUT_MESSAGE = re.compile(rf"\b(?:{_MESSAGE})", re.IGNORECASE)
_ABOUT_RECORD = re.compile(rf"\b(?:{_RECORD})", re.IGNORECASE)
_COMPRISES = re.compile(
    rf"\W*(?:\w+\s+)?(?:{_MESSAGE}|{_RECORD})[^:]*\bвключа[юе]т\b[^:]*\b(?:сведени|информаци|данны|реквизит)",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(
    r"\b(?:сайт|раздел|портал|стенд|страниц|канал|сообществ|кабинет|систем|приложени[еи]\s+«|терминал)", re.IGNORECASE
)
_STEPS = re.compile(r"\bэтап|\bпроцедур|\bпринцип|\bдействи[йя]", re.IGNORECASE)
_LONGEST = 600


def _rejection_ground(intro: str) -> bool:
    """As in "Не подлежат рассмотрению обращения:", "Основаниями для отказа в рассмотрении заявки являются:"."""
    return bool(_REFUSED.search(intro))


def _indicator(intro: str) -> bool:
    """As in "Анализ проводится по следующим показателям:"."""
    return bool(_MEASURE.search(intro))


def _update_ground(intro: str) -> bool:
    """As in "Основанием для внесения изменений в перечень является:", "Перечень актуализируется в случаях:"."""
    return bool(_CHANGE.search(intro) and _OCCASION.search(intro))


def _client_need(intro: str) -> bool:
    """As in "К потребностям клиентов относятся:"; needs at one place ("на сайте") are the place's own."""
    return bool(_NEED.search(intro)) and not _STUDY.search(intro) and not _AT_ONE_PLACE.search(intro)


def _required_content(intro: str) -> bool:
    """As in "В жалобе указываются:"; what a site holds is for its clients, no requirement."""
    if _STEPS.search(intro) or not (_LAID_DOWN.search(intro) or _COMPRISES.match(intro)):
        return False
    if _TO_TELL.search(intro) and not _OF_PLACE.search(intro):
        return True
    return bool(_ABOUT_MESSAGE.search(intro) or (_ABOUT_RECORD.search(intro) and not _OF_PLACE.search(intro)))


RULES: tuple[tuple[ProvisionKind, Callable[[str], bool]], ...] = (
    (ProvisionKind.REJECTION_GROUND, _rejection_ground),
    (ProvisionKind.INDICATOR, _indicator),
    (ProvisionKind.UPDATE_GROUND, _update_ground),
    (ProvisionKind.CLIENT_NEED, _client_need),
    (ProvisionKind.REQUIRED_CONTENT, _required_content),
)


def may_introduce(words: set[str]) -> bool:
    """Whether the beginnings of a clause's words may introduce a list of provisions."""
    return not words.isdisjoint(_CUES)


def kind_of_list(intro: str) -> ProvisionKind | None:
    """What kind of provisions the items under an introduction are."""
    if not may_introduce(beginnings(intro)):
        return None
    intro = _CONDITION.sub(" ", intro[-_LONGEST:], count=1)
    return next((kind for kind, rule in RULES if rule(intro)), None)
