"""Telephone numbers to E.164.

Sources: ITU-T E.164; the Russian numbering plan as the library ``phonenumbers`` keeps it (region RU): a code of the
area or network and a subscriber's number, ten digits in all, after "8" or "+7". Short codes ("112") and local numbers
without a code have no E.164 and are left out, extensions are dropped. A figure counts as a telephone only in the shapes
that telephones are printed in; digits without separators or without prefix and brackets only right after a word such as
"телефон". A local number listed after a full one takes its code.

>>> [found.e164 for found in find_phones("тел.: 8(4132) 60-76-25, 60-76-26 (доб. 105)")]
['+74132607625', '+74132607626']
>>> find_phones("Федеральный закон от 02.05.2006 № 59-ФЗ, ИНН 4909053335, каб. 28")
[]
"""

import re
from dataclasses import dataclass

_DASH = r"[-‐‑‒–—−]"
_BLANK = r"[ \u00a0\u2009\u202f]"
_GAP = rf"(?:{_BLANK}?{_DASH}{_BLANK}?|[ \u00a0\u2009\u202f.]{{0,2}})"
_CODE = rf"[3489](?:{_DASH}?\d){{2,4}}"
_BRACKETED_CODE = rf"[3489](?:[ ]?{_DASH}?\d){{2,4}}"
_LOCAL = rf"\d(?:{_GAP}\d){{4,6}}"
_END = rf"(?!\d|{_DASH}\d|[.,]\d\d)"
_HINT = re.compile(r"\d(?:[-‐‑‒–—−\s()./]{0,4}\d){9}")
_PHONE = re.compile(
    rf"""(?<![\d+])(?<!\d[-–.,/])(?!(?<=[/=])\+)(?:
      # (8-4132) 60-76-25
      (?P<inner>\(\s?(?:\+?7|8)[\s-]{{0,2}}(?P<code1>{_BRACKETED_CODE})\s?\)(?:{_GAP}|\s{{1,3}}){_LOCAL})
      # 8 (383) 238-75-06, (8692) 55-74-69
    | (?P<bracketed>(?:(?:\+\s?7|[78])(?:{_GAP}|\s))?\(\s?(?P<code2>{_BRACKETED_CODE})\s?\)(?:{_GAP}|\s{{1,3}}){_LOCAL})
      # 8 /4132/ 60-76-25
    | (?P<slashed>(?:\+\s?7|8){_GAP}/\s?(?P<code3>{_CODE})\s?/{_GAP}{_LOCAL})
      # 8-800-200-84-12, +78612142585
    | (?P<plain>(?:\+\s?7|8){_GAP}{_CODE}{_GAP}{_LOCAL})
      # тел. 383-238-75-06
    | (?P<bare>{_CODE}{_GAP}{_LOCAL})
    ){_END}""",
    re.VERBOSE,
)
_LISTED = re.compile(
    rf"""(?:\s{{0,2}}\([^()\d]{{1,20}}\d{{1,6}}\)|,?\s{{0,2}}(?:доб|вн)\w{{0,12}}\.?\s{{0,2}}(?:№\s?)?\d{{1,6}})?
    (?:\s{{0,2}}[,;/]|\s{{1,2}}(?:и|или)(?=\s))\s{{0,2}}(?:(?:тел|факс|т/ф)[\w./]{{0,12}}\s?:?\s{{0,2}})?
    (?P<short>\d{{1,3}}(?:(?:{_DASH}|{_BLANK})\d{{2,3}}){{1,3}}){_END}""",
    re.VERBOSE | re.IGNORECASE,
)
# "8 800 200 84 12": blanks alone could also part thousands
_GROUPED = re.compile(
    rf"8{_BLANK}(?:\d{{3}}{_BLANK}\d{{3}}|\d{{4}}{_BLANK}\d\d|\d{{5}}{_BLANK}\d){_BLANK}\d\d{_BLANK}\d\d"
)
_NAMED = re.compile(r"(?:тел|факс|моб|сотов|лини[ияюей]|звон)[^\d\n]{0,25}$", re.IGNORECASE)
_OTHER_NUMBER = re.compile(r"ИНН|ОГРН|КПП|БИК|ОК[А-Я]{2,3}|СНИЛС|сч[её]т|код|[рл]/с", re.IGNORECASE)
_NATIONAL = 10
_PREFIX, _LONGEST = 3, 60  # characters before the first digit, and of a whole number
_TOLL_FREE = "8800"


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A telephone number: where it stands, without its extension, and its E.164 form."""

    start: int
    end: int
    e164: str


def find_phones(text: str) -> list[FoundPhone]:
    """Every telephone number in order."""
    found: list[FoundPhone] = []
    done = 0
    for hint in _HINT.finditer(text):
        start, end = max(done, hint.start() - _PREFIX), hint.end() + _LONGEST
        while match := _PHONE.search(text, start, end):
            named = bool(found) and not text[found[-1].end : match.start()].strip(" ,;/")
            e164 = _e164(match, named)
            if e164:
                found += [FoundPhone(match.start(), match.end(), e164), *_listed(text, match, e164)]
            start = done = found[-1].end if e164 else match.start() + 1
    return found


def _e164(match: re.Match[str], named: bool) -> str | None:
    digits = _digits(match[0])
    national = digits if match["bare"] or len(digits) == _NATIONAL else digits[1:]
    if len(national) != _NATIONAL:
        return None
    strong = _is_strong(match)
    if not strong and not named and not _is_named(match.string, match.start()):
        return None
    return _parsed(national, possible_is_enough=strong)


def _is_strong(match: re.Match[str]) -> bool:
    """Whether the shape alone tells a telephone number: brackets, "+7", dashes after "8"."""
    if match["bare"]:
        return False
    printed = match[0]
    if not match["plain"] or printed.startswith(("+", _TOLL_FREE)):
        return True
    return bool(re.search(_DASH, printed) or _GROUPED.fullmatch(printed))


def _is_named(text: str, position: int) -> bool:
    word = _NAMED.search(text, max(0, position - 45), position)
    return bool(word and not _OTHER_NUMBER.search(word[0]))


def _listed(text: str, match: re.Match[str], e164: str) -> list[FoundPhone]:
    """The local numbers listed after a full one: "214-25-85, 214-25-81"."""
    code = match["code1"] or match["code2"] or match["code3"]
    lengths = (_NATIONAL - len(_digits(code)),) if code else (5, 6, 7)
    found: list[FoundPhone] = []
    following = _LISTED.match(text, match.end())
    while following and len(_digits(following["short"])) in lengths:
        short = _digits(following["short"])
        found.append(FoundPhone(following.start("short"), following.end(), e164[: -len(short)] + short))
        following = _LISTED.match(text, following.end())
    return found


def _parsed(national: str, *, possible_is_enough: bool) -> str | None:
    import phonenumbers

    number = phonenumbers.parse("+7" + national, "RU")
    accepted = phonenumbers.is_possible_number if possible_is_enough else phonenumbers.is_valid_number
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if accepted(number) else None


def _digits(printed: str) -> str:
    return "".join(letter for letter in printed if letter in "0123456789")
