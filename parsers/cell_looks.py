"""What a cell looks like, whatever column it stands in: the evidence for giving columns roles and cells columns."""

import re
from functools import lru_cache

from normalizers.channels import channels_of, is_channel_only
from normalizers.folding import has_any
from normalizers.language import analyse
from normalizers.morphology import readings
from normalizers.need_categories import categories_of
from normalizers.need_split import starts_need
from normalizers.touchpoint_types import type_hits, types_of

_NUMBER = re.compile(r"(?:№\s*)?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|[IVX]{1,5}\.?")
_CONTACT = re.compile(
    r"https?://|www\.|@|\+7|\b8[\s-]?\(?\d{3,4}|\(\d{3,5}\)\s?\d|\bул\.|\bд\.\s?\d"
    r"|\bг\.\s?[А-Я]|\bкаб\.|\.ru\b|\.рф\b"
)
_EQUAL = re.compile(r"равн\w+ возможност|маломобильн|слабовидящ", re.IGNORECASE)
_TIME = re.compile(
    r"\bв течение\b|\bсрок|\bежедневно|\bпостоянно|\bкруглосуточн|\bрабоч\w+ (?:дн|врем)"
    r"|\bдн(?:я|ей)\b|\bчас(?:ы|ов)\b|график|незамедлительно",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"[а-яё](?:ается|яется|ится|уется|аются|яются|ятся|уются|ется|ются|ешаются)\b|\b(?:не\s+)?(?:требуется|нужн[аоы]?|доступ(?:ен|на|но|ны))\b"
)
_UNIT = re.compile(
    r"(?:(?:[а-яё-]+(?:ый|ой|ий|ое|ая)\s+){0,2}(?:отдел|сектор|управление)\b|бухгалтери|канцеляри|отдел|управлени|сектор|специалист|начальник|заместитель|министр|председатель"
    r"|департамент|комитет|служба|секретар)",
    re.IGNORECASE,
)
_CONTACT_SIGNS = ("://", "www.", "@", "+7", "8", "(", "ул.", "д.", "г.", "каб.", ".ru", ".рф")
_TIME_SIGNS = (
    *("в течение", "срок", "ежедневно", "постоянно", "круглосуточн", "рабоч", "дня", "дней", "часы", "часов"),
    *("график", "незамедлительно"),
)
_PREDICATE_SIGNS = ("тся", "нужн", "доступ")

Looks = frozenset[str]


def is_row_number(text: str) -> bool:
    """Whether a cell is a row's number.

    >>> is_row_number("1."), is_row_number("2.3"), is_row_number("2024 год")
    (True, True, False)
    """
    return bool(_NUMBER.fullmatch(text.strip()))


@lru_cache(4096)
def looks_of(text: str) -> Looks:
    """The kinds of content that a cell's text shows.

    >>> sorted(looks_of("цифровая точка"))
    ['channel', 'channel_only']
    >>> "need" in looks_of("получение консультации"), "place" in looks_of("электронная почта Министерства")
    (True, True)
    """
    text = text.strip(" -–—−\xa0")
    if not text:
        return frozenset({"empty"})
    if is_row_number(text):
        return frozenset({"number"})
    return frozenset(_shown(text[:400]))


def _shown(text: str) -> set[str]:
    found: set[str] = set()
    if channels_of(text):
        found.add("channel")
        if is_channel_only(text):
            return found | {"channel_only"}
    if starts_need(text):
        found.add("need")
    elif _EQUAL.search(text):
        found.add("features")
    types = types_of(text)
    if types.codes:
        found.add("weak_place" if types.weak or not _opens_with_place(text) else "place")
    if ";" in text:
        found.add("several")
    if "need" not in found and "place" not in found and categories_of(text.split(";", 1)[0]) != ("other",):
        found.add("need_like")
    lower = text.lower()
    if has_any(lower, _CONTACT_SIGNS) and _CONTACT.search(text):
        found.add("contact")
    if has_any(lower, _TIME_SIGNS) and _TIME.search(text):
        found.add("time")
    if _UNIT.match(text):
        found.add("unit")
    if has_any(text, _PREDICATE_SIGNS) and _PREDICATE.search(text):
        found.add("sentence")
    if text[:1].isupper():
        found.add("capital")
    if _acts(text):
        found.add("acts")
    return found


def _acts(text: str) -> bool:
    """Whether the text begins with what somebody does: "заполняет заявку"."""
    word = text.split(maxsplit=1)[0].lower()
    return word.endswith(("ет", "ит", "ют", "ят", "тся")) and readings(word)[0].pos == "VERB"


def _opens_with_place(text: str) -> bool:
    """Whether the place heads the text; "контактные данные; график личного приема" only speaks of one."""
    hits = type_hits(analyse(text[:160]))
    return bool(hits) and (hits[0].first < 6 or hits[0].start * 3 < len(text))


_FIT: dict[str, dict[str, float]] = {
    "number": {"number": 4.0, "empty": 0.3, "": -4.0},
    "touchpoint": {
        "place": 2.5,
        "several": -1.0,
        "sentence": -1.0,
        "weak_place": 1.0,
        "channel_only": 0.4,
        "need": -1.5,
        "number": -4.0,
        "empty": -1.5,
        "features": -1.5,
        "contact": 0.1,
        "time": -0.5,
    },
    "needs": {
        "need": 3.0,
        "several": 0.8,
        "sentence": -1.2,
        "need_like": 1.0,
        "place": -1.0,
        "channel_only": -2.5,
        "number": -4.0,
        "empty": -0.6,
        "features": -1.5,
        "contact": -0.5,
        "time": -0.2,
    },
    "process": {
        "acts": -1.5,
        "need": 0.4,
        "capital": 0.6,
        "place": -0.6,
        "channel_only": -2.5,
        "number": -4.0,
        "empty": 0.0,
        "features": -1.5,
        "contact": -0.5,
    },
    "features": {
        "sentence": 1.0,
        "channel_only": 2.5,
        "channel": 1.5,
        "features": 2.5,
        "need": -1.5,
        "place": -0.8,
        "number": -4.0,
        "empty": 0.4,
        "time": 0.3,
    },
    "channel": {"channel_only": 3.5, "channel": 1.5, "": -1.5, "number": -4.0, "empty": 0.2, "need": -2.0},
    "contacts": {"contact": 3.0, "": -1.2, "number": -3.0, "empty": 0.8, "need": -2.0},
    "deadline": {"time": 2.5, "": -0.8, "number": -3.0, "empty": 0.3, "need": -1.0, "place": -1.0},
    "action": {"acts": 3.0, "need": 1.0, "need_like": 1.0, "number": -4.0, "place": -1.0, "channel_only": -2.5},
    "office": {"unit": 1.0, "number": -4.0, "contact": -2.0, "time": -2.0, "need": -1.5, "channel_only": -2.0},
    "responsible": {"unit": 2.5, "": -0.6, "number": -3.0, "empty": 0.3, "need": -1.5, "place": -0.8},
}
_OTHER = {"number": -2.0, "empty": 0.2, "need": -0.8, "place": -0.8}


@lru_cache(1 << 14)
def fit(role: str | None, looks: Looks) -> float:
    """How well a cell of these looks fits a column of this role.

    The key ``""`` is the penalty of a cell that shows nothing the role asks for.
    """
    table = _FIT.get(role or "", _OTHER)
    score = sum(table.get(look, 0.0) for look in looks)
    asked = [look for look, weight in table.items() if weight > 0.5]
    return score if any(look in looks for look in asked) or "empty" in looks else score + table.get("", 0.0)
