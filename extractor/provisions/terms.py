"""Whether a duration of the text is the term of an action.

>>> from normalizers.durations import find_durations
>>> text = "Обращение рассматривается в течение 30 дней, стаж 3 года"
>>> [is_deadline(text, found) for found in find_durations(text)]
[True, False]
"""

import re

from extractor.provisions.measures import is_limit
from normalizers.durations import FoundDuration

_LEAD = re.compile(
    r"""(?: \bв\s+течени[еи](?:\s+\w+){0,2}
          | \bне\s+поз(?:днее|же)(?:\s+чем)?(?:\s+(?:через|за|в|на))?
          | \bпо\s+истечении | \bспустя | \bпоследующи[хе]
          | \bв\s+срок,?(?:\s+(?:до|не\s+более(?:\s+чем)?|не\s+позднее|не\s+превышающ\w+|свыше|продолжительностью))?
          | \bне\s+(?:более|менее)\s+чем\s+(?:через|за) | \bне\s+более(?:\s+чем)?\s+в\s+течени[еи]
        )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_TERM = re.compile(r"\bсрок(?:и|а|ов|ом|ам|ами|у)?\b|\bврем(?:я|ени)\b|\bскорост|\bпродолжительност", re.IGNORECASE)
# "Срок рассмотрения – 30 дней", "срок не должен превышать 10 дней"
_TERM_LEAD = re.compile(
    r"""(?: [–—:-] | \bсоставля\w+ | \bне\s+превыша\w+ | \bне\s+более(?:\s+чем)? | \bне\s+менее | \bне\s+свыше
          | \bне\s+(?:долж\w+|мо(?:же|гу)т)\s+(?:быть\s+)?(?:превышать|более|больше|составлять\s+более)
          | \bдо | \bустан\w+ | \bрав\w+ | \bв | \bпродолжительностью | \bмаксимум | \bсроком(?:\s+на)? | \bсрока?
        )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_RUNS_FROM = re.compile(
    r"""(?:,?\s+|\s*\([^()]{1,40}\)\s+)
        (?:(?:со?|от)\s+(?:дня|дат[ыа]|момента|времени)\b | после\s | следующ\w{2,3}\s+за\s)""",
    re.IGNORECASE | re.VERBOSE,
)
_AHEAD = re.compile(r"\s+до\s", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:за|через)\s+$", re.IGNORECASE)
_NO_TERM = re.compile(
    r"\bпродл\w+\b|\bне\s+ранее(?:\s+чем)?(?:\s+(?:через|за))?\s+$|\b(?:последн|предыдущ|прошедш|предшеств)\w+\s+$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:рабочего\s+|календарного\s+)?дня|года", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\b(?:не\s+поз(?:днее|же)|до(?:\s+конца)?)\s+следующего\s+$", re.IGNORECASE)
# "рассматривается до 30 дней", "хранятся 3 месяца"
_UP_TO = re.compile(
    r"""\b(?:рассматрива|предоставля|направля|исполня|готов|регистриру|хран|занима)\w+\s+
        (?:до\s+|не\s+менее\s+|не\s+более\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_IN = re.compile(r"\bво?\s+$", re.IGNORECASE)
_LOOK_BACK = 60
_SUBJECT = 300  # how far before the term its "срок" may stand


def is_deadline(text: str, found: FoundDuration) -> bool:
    """Whether a duration is a term, and no limit, age, period, extension or bare "в течение дня"."""
    before = text[max(0, found.start - _LOOK_BACK) : found.start]
    if is_limit(text, found.start, found.end, found.iso) or _NO_TERM.search(before):
        return False
    runs = bool(_RUNS_FROM.match(text, found.end))
    if _BARE.fullmatch(text, found.start, found.end):
        return runs or bool(_NEXT_DAY.search(before))
    return runs or _is_led(text, before, found)


def runs_back(text: str, found: FoundDuration) -> bool:
    """Whether the term runs back from its event: "за 3 дня до приема"."""
    behind = _BEHIND.search(text, max(0, found.start - 8), found.start)
    return bool(behind and _AHEAD.match(text, found.end))


def _is_led(text: str, before: str, found: FoundDuration) -> bool:
    if _LEAD.search(before) or runs_back(text, found) or ("T" not in found.iso and _UP_TO.search(before)):
        return True
    if text[found.start : found.end].lower().endswith(("срок", "сроки")):  # "в месячный срок"
        return bool(_IN.search(before))
    return bool(_TERM.search(text, max(0, found.start - _SUBJECT), found.start) and _TERM_LEAD.search(before))
