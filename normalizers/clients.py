"""Whose point of contact a text speaks of: external clients, internal ones or both.

Source: registry contract, version 1, section "Touchpoint": ``clients`` from the row's own words, else from the section,
the annex title. The authority's own people are internal ("внутренний клиент", "для сотрудников министерства"); a person
who only works at a place says nothing ("телефонный звонок сотрудникам сектора").

>>> clients_of("Взаимодействие с внутренним клиентом"), clients_of("внешний и внутренний клиент")
(('internal',), ('external', 'internal'))
>>> clients_of("кабинеты внутренних клиентов"), clients_of("Сотрудники министерства"), clients_of("телефон специалиста")
(('internal',), ('internal',), ())
>>> clients_of("граждане, организации"), clients_of("личный прием граждан")
(('external',), ())
"""

import re
from functools import lru_cache

_STAFF = (
    r"(?:(?:государственн|муниципальн|гражданск|федеральн)\w{1,4}\s+){0,3}"
    r"(?:сотрудник(?:и|ов|ам|ами|ах)|работник(?:и|ов|ам|ами|ах)|служащи(?:е|х|м|ми)|коллег(?:и|ами|ам|)\b|персонал(?:а|у|ом)?\b)"
)
_PUBLIC = (
    r"(?:(?:физическ|юридическ|контролируем|поднадзорн|подконтрольн|заинтересованн)\w{1,3}\s+(?:и\s+(?:\(или\)\s+)?\w+\s+)?лиц(?:а|ами|ам)?\b"
    r"|граждан(?:е|ами|ам)\b|заявител(?:и|ями|ям)\b|организаци(?:и|ями|ям)\b|население\b|индивидуальны\w+\s+предпринимател"
    r"|предпринимател(?:и|ями)|хозяйствующ\w+\s+субъект|посетител(?:и|ями)\b|застройщик(?:и|ами)\b|получател(?:и|ями)\b)"
)
_KIND = re.compile(
    r"\b(?P<kind>внутренн|внешн)\w{1,3}(?:\s+(?:и|или|,)?\s*(?:\(или\)\s+)?(?:внутренн|внешн)\w{1,3})?"
    r"\s+(?:\(\w+\)\s+)?(?:клиент|пользовател|потребител|заявител|получател|взаимодейств|адресат|заказчик|точ(?:ек|ки|кам|ках))",
    re.IGNORECASE,
)
_KIND_ONLY = re.compile(
    r"(?:[\s,;/()«»]|\b(?:и|или|клиент\w*|взаимодействи\w|для|с|тип|вид)\b|\b(?:внутренн|внешн)\w{1,3}\b)+",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(внутренн|внешн)\w{1,3}\b", re.IGNORECASE)
_FOR_STAFF = re.compile(rf"\bдля\s+(?:всех\s+)?{_STAFF}", re.IGNORECASE)
_OPENS = re.compile(
    rf"(?:^|[;\n]|^[^;\n]{{0,80}},)\s*(?:точк\w+\s+)?(?:взаимодействи\w\s+(?:с\s+|между\s+))?(?P<staff>{_STAFF}|(?:все\s+)?структурные\s+подразделения)",
    re.IGNORECASE,
)
_OPENS_PUBLIC = re.compile(rf"(?:^|[;,\n])\s*(?:точк\w+\s+)?(?:взаимодействи\w\s+с\s+)?{_PUBLIC}", re.IGNORECASE)
_LONGEST = 400


@lru_cache(4096)
def clients_of(text: str) -> tuple[str, ...]:
    """``external``, ``internal`` or both, ``external`` first; nothing where the text does not say."""
    text = text[:_LONGEST].strip()
    found = set(_named(text))
    if not found:
        found |= {"internal"} if _FOR_STAFF.search(text) or _OPENS.search(text) else set()
        found |= {"external"} if _OPENS_PUBLIC.search(text) else set()
    return tuple(code for code in ("external", "internal") if code in found)


def _named(text: str) -> list[str]:
    """Codes of "внутренний" and "внешний" beside a word for clients, or alone in their cell."""
    if _KIND_ONLY.fullmatch(text):
        spoken = _EITHER.findall(text)
    else:
        spoken = [kind for match in _KIND.finditer(text) for kind in _EITHER.findall(match[0])]
    return ["internal" if kind.lower() == "внутренн" else "external" for kind in spoken]
