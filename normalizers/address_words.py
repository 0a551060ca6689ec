"""Names and figures inside Russian postal addresses, as parts of regular expressions (to be read with ``re.VERBOSE``).

The words of the elements are data, ``addresses.toml``; names begin with a capital, houses are figures with a letter, a
fraction or a range ("12а", "6/1", "12-14", "5к2"). A bare figure with a unit after it ("15 рабочих дней") is no house.

>>> bool(re.fullmatch(STREET_NAME, "40 лет Победы", re.VERBOSE)), bool(re.match(BARE_HOUSE, "15 дней", re.VERBOSE))
(True, False)
"""

import re
import tomllib
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_name("addresses.toml").read_text("utf-8"))
WORDS: dict[str, dict[str, list[str]]] = {kind: rows for kind, rows in _DATA.items() if kind != "name"}
"""Kinds of elements to their words: the form they are compared by and the printed forms."""


def forms_pattern(*kinds: str) -> str:
    """One alternative for every printed form, longest first; "ё" and capitals are read as well."""
    return _alternatives({form for kind in kinds for forms in WORDS[kind].values() for form in forms})


def _alternatives(forms: set[str]) -> str:
    """Forms grouped by their first letter, which the engine looks at before it tries a form."""
    initials = sorted({form[0] for form in forms})
    groups = (_of_initial(initial, {form[1:] for form in forms if form[0] == initial}) for initial in initials)
    return "(?:" + "|".join(groups) + ")"


def _of_initial(initial: str, rests: set[str]) -> str:
    return f"[{initial}{initial.upper()}](?i:" + "|".join(map(_rest, sorted(rests, key=len, reverse=True))) + ")"


def _rest(rest: str) -> str:
    pattern = re.escape(rest).replace("е", "[её]").replace(r"\ ", r"\s{1,3}").replace(r"\-", "[-‐‑]")
    return pattern if rest.endswith(".") else pattern + r"(?![\w-])"


_HYPHEN = "[-‐‑–]"
_BLANK = r"(?:\s{1,3}|(?<=\.))"
SMALL_WORD = _alternatives(set(_DATA["name"]["words"]))
CAPITAL = rf"(?:[А-ЯЁ][а-яё]{{0,4}}\.|[А-ЯЁ][А-Яа-яЁё]*(?:{_HYPHEN}[А-Яа-яЁё\d]+){{0,4}}(?!\w))"
ORDINAL = rf"\d{{1,3}}{_HYPHEN}?(?:я|й|ая|ый|ой|ий|е|ое|го|ти|летия|летие)(?!\w)"
FIGURE = rf"(?:{ORDINAL}|\d{{1,4}}(?!\w))"
NUMBERED = r"\d{1,3}[А-Яа-я]?(?!\w)"
_FURTHER = rf"(?:{_BLANK}(?:{CAPITAL}|{SMALL_WORD}|{ORDINAL}|\d{{1,3}}(?=\s{{1,3}}{SMALL_WORD}))){{0,4}}"
STREET_NAME = rf"""(?:[«"]?(?:(?:{FIGURE}{_BLANK})?(?:{SMALL_WORD}{_BLANK}){{0,2}}{CAPITAL}{_FURTHER}
    |{FIGURE}{_BLANK}{SMALL_WORD}{_FURTHER})[»"]?)"""
LOOSE_STREET_NAME = rf"{CAPITAL}(?:\s{{1,3}}[а-яё]{{3,20}}){{1,2}}"
SETTLEMENT_NAME = rf"(?:(?:им\.|имени)\s{{0,2}})?{CAPITAL}(?:\s{{1,2}}(?:{CAPITAL}|имени|им\.)){{0,2}}"
SHORT_NAME = rf"{CAPITAL}(?:\s{{1,2}}{CAPITAL}){{0,2}}"
ADJECTIVE = r"[А-ЯЁ][А-Яа-яЁё-]*(?i:ий|ый|ой|ая|яя|ое|ье|ом|ем)(?!\w)"

_LETTER = rf"""(?:[А-ИК-Яа-ик-яA-Za-z](?!\w)|{_HYPHEN}[А-ЗКЛа-зкл](?![\w-])|\s?[«"][А-Яа-я][»"]
    |\s[БГДЕЖЗЛМН](?![\w.])|\s[А-Яа-е](?=\s{{0,4}}(?:[,;)|]|\Z|\n)))"""
_NUMBER = rf"""\d{{1,4}}(?:{_LETTER})?
    (?:\s?/\s?\d{{1,4}}(?:{_LETTER})?|\s?/\s?[А-Яа-я](?!\w)|{_HYPHEN}\d{{1,4}}(?!\d)(?:{_LETTER})?){{0,2}}
    (?:(?i:корп|стр|лит|к|с)\.?\s?\d{{1,3}}[а-я]?(?!\w)){{0,2}}(?!\w|\.\d|[-‐‑–/]\w|:\d)"""
_OTHER_UNIT = r"""(?i:этаж|эт\.|каб\w{0,5}\.?(?!\s?№?\s?\d)|рабоч|календар|дн|день|час|мин|сут|мес|недел|лет|год|чел|руб
    |тыс|кв\.?\s?м|процент|экз|раз|январ|феврал|март|апрел|ма[яй](?!\w)|июн|июл|август|сентябр|октябр|ноябр|декабр)"""
BARE_HOUSE = rf"(?:№\s?)?{_NUMBER}(?!\s{{0,4}}(?:{_OTHER_UNIT}|%|\(\d{{3,5}}\)))"
MARKED_HOUSE = rf"{forms_pattern('house')}\s{{0,3}}(?:№\s?)?{_NUMBER}"
