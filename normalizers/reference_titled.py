"""Programmes, initiatives, standards: documents named by a quoted title behind their noun.

Source: registry contract, version 1, "Reference". Not every quotation behind such a noun is its title: "план
мероприятий («дорожная карта»)", "программы в центре «Мой бизнес»", "стандарт услуги «…»" name other things.

>>> from normalizers.reference_nouns import find_nouns
>>> text = "инициативы социально-экономического развития до 2030 года «Государство для людей»"
>>> found = titled(Parts(text), next(find_nouns(text)))
>>> text[found.start : found.end]
'Государство для людей'
>>> text = "программы поддержки в центре «Мой бизнес»"
>>> titled(Parts(text), next(find_nouns(text))) is None
True
"""

import re

from normalizers.quoted import Quoted
from normalizers.reference_nouns import Noun
from normalizers.reference_parts import Parts

_LONGEST = 400
_BETWEEN = re.compile(r"[^.,;:!?()«»\"“”]{0,180}")
_ROADMAP = re.compile(r"\s*\(\s*[«\"“„]?дорожн[а-яё]{2}\s+карт[а-яё]{1,2}[»\"”“]?\s*\)\s*")
_OTHER_OBJECT = re.compile(
    r"(?<![а-яё])(?:систем|портал|сайт|раздел|подраздел|сет[ьи]|центр|учрежден|организаци|обществ[оае]|фонд|приложени|журнал"
    r"|газет|канал|рубрик|страниц|платформ|реестр|сервис|служб|корпораци|агентств|вкладк|кнопк|модул|мессенджер|режим|формат"
    r"|г[баук][уп](?![а-яё])|мб[уо]|[оп]?ао(?![а-яё])|ооо|эвм|телефон|лини[яий]|очеред"
    r"|закон|указ|постановлени|распоряжени|приказ"
    r"|программ|проект|инициатив|стандарт|стратеги|концепци|доктрин|деклараци|рекомендаци)"
    r"|(?:услуг[иуе]|функци[ию])\s*\Z"
)
_NO_DOCUMENT = re.compile(
    r"(?:компьютерн|образовательн|телевизионн|антивирусн|обучающ|мобильн|бесплатн)[а-яё]{2,3}\s+\Z"
)


def titled(parts: Parts, noun: Noun) -> Quoted | None:
    """The quoted title that a noun takes."""
    if _NO_DOCUMENT.search(parts.small, max(0, noun.start - 20), noun.start):
        return None
    roadmap = _ROADMAP.match(parts.small, noun.end)
    start = roadmap.end() if roadmap else noun.end
    opening = parts.marks.next_opening(start)
    if opening is None or opening - start > _LONGEST:
        return None
    between = parts.small[start:opening]
    if not _BETWEEN.fullmatch(between) or _OTHER_OBJECT.search(between):
        return None
    return parts.title_opening(opening)
