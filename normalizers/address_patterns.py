"""Patterns of the elements of a Russian postal address: marks, street with house, what may follow and precede them.

>>> MARK.match("ул. Ленина")["street"], MARK.match("городе Магадане")["settlement"]
('ул.', 'городе')
>>> [bool(HOUSE.match(text)) for text in (", д. 12а", " 18, каб. 5", ", 15 рабочих дней", ", 30.01.2024")]
[True, True, False, False]
"""

import re

from normalizers.address_words import (
    ADJECTIVE,
    BARE_HOUSE,
    CAPITAL,
    FIGURE,
    LOOSE_STREET_NAME,
    MARKED_HOUSE,
    NUMBERED,
    ORDINAL,
    SETTLEMENT_NAME,
    SHORT_NAME,
    SMALL_WORD,
    STREET_NAME,
    forms_pattern,
)
from normalizers.lazy import LazyPattern

_COMMA = r"(?:\s{0,4},\s{0,6}|\s{1,6})"
_STREETS = forms_pattern("street", "plain_street")

MARK = re.compile(
    rf"""(?<![\w-])(?:(?P<street>{forms_pattern("street")})|(?P<plain>{forms_pattern("plain_street")})
    |(?P<settlement>{forms_pattern("settlement")})(?=\s{{0,3}}(?:им\.|имени|[А-ЯЁ]))|(?P<index>\d{{6}}(?=,)))""",
    re.VERBOSE,
)
# a year, a date, a clause ("2.5"), a law ("59-ФЗ") or a longer figure is no house
HOUSE_FIGURE = re.compile(
    r"\d(?<!\d\d)(?<!\d\.\d)(?!\d{4}|\d{0,3}(?:\.\d|[-‐‑–][А-ЯЁ]{2})|(?<=1)9\d\d(?!\d)|(?<=2)0\d\d(?!\d))"
)
STREET = LazyPattern(
    rf"\s{{0,4}}(?:{STREET_NAME}{_COMMA}|{LOOSE_STREET_NAME}\s{{0,3}},\s{{0,6}})(?P<house>{MARKED_HOUSE}|{BARE_HOUSE})",
    re.VERBOSE,
)
"""What follows a mark of a street: name and house."""
PLAIN_STREET = LazyPattern(rf"\s{{0,4}}(?:{STREET_NAME}|{NUMBERED}){_COMMA}(?P<house>{MARKED_HOUSE})", re.VERBOSE)
"""The same for marks that are common words, and for numbered quarters: the house needs its own mark."""
HOUSE = LazyPattern(rf"\.?{_COMMA}(?P<house>{MARKED_HOUSE}|{BARE_HOUSE})", re.VERBOSE)
"""The house after a street whose name stands before the mark."""
PLAIN_HOUSE = LazyPattern(rf"\.?{_COMMA}(?P<house>{MARKED_HOUSE})", re.VERBOSE)
SETTLEMENT_HOUSE = LazyPattern(
    rf"""{forms_pattern("settlement")}\s{{0,3}}{SETTLEMENT_NAME}\s{{0,3}},\s{{0,6}}(?:(?P<house>{MARKED_HOUSE})
    |(?P<street>{CAPITAL}(?:\s{{1,2}}(?:{CAPITAL}|{SMALL_WORD})){{0,2}}),\s{{0,6}}
     (?P<street_house>{MARKED_HOUSE}|{BARE_HOUSE}(?=\s{{0,4}}(?:[,;.)|\n]|\Z))))""",
    re.VERBOSE,
)
"""A settlement with a house, or with a street that has no mark ("г. Магадан, Горького, 6")."""
INDEX_HOUSE = LazyPattern(
    rf"""\d{{6}},\s{{0,6}}(?P<settlement>{CAPITAL}(?:\s{{1,2}}{CAPITAL})?),\s{{0,6}}
    (?P<street>{CAPITAL}(?:\s{{1,2}}(?:{CAPITAL}|{SMALL_WORD})){{0,2}}),\s{{0,6}}
    (?P<house>{MARKED_HOUSE}|{BARE_HOUSE}(?=\s{{0,4}}(?:[,;.)|\n]|\Z)))""",
    re.VERBOSE,
)
"""An index with settlement and street without marks ("414000, Астрахань, Советская, 15")."""
NAME_BEFORE = tuple(
    re.compile(rf"(?<![\w-]){name}\s{{1,3}}$", re.VERBOSE)
    for name in (
        rf"(?:{ORDINAL}\s{{1,3}})?{ADJECTIVE}(?:\s{{1,3}}{ADJECTIVE}){{0,2}}",
        rf"(?:{FIGURE}\s{{1,3}})?(?:{SMALL_WORD}\s{{1,3}})?{CAPITAL}(?:\s{{1,3}}{CAPITAL}){{0,2}}",
        ORDINAL,
        rf"\d{{1,3}}\s{{1,3}}{SMALL_WORD}",
    )
)
QUARTER_BEFORE = re.compile(rf"(?<![\w-])(?<!№\s){NUMBERED}\s{{1,3}}$")
"""The number of a quarter before its mark: "5 мкр., д. 7"."""
"""The name of a street before its mark: "Красный проспект", "Карла Маркса ул", "7-я линия"."""

_ROOM_NUMBER = r"""(?:№{1,2}\s?|N\s?)?(?:\d{1,4}[А-Яа-яA-Za-z]?(?:[-‐‑/.]\d{1,4}[а-я]?|[-‐‑][А-Яа-я](?!\w)){0,2}
    |[А-ЯA-Z][-‐‑]?\d{1,4}|[IVXХ]{1,5})(?!\w)"""
_NEXT_ROOM = r"\s{0,2}(?:,|и)\s{0,3}(?:№\s?)?\d{1,4}[а-я]?(?![\w-])(?=\s{0,4}(?:[,;.)|]|и\s|\Z|\n))(?!\.\d)"
_PART_NUMBER = r"""(?:№\s?)?[«"]?(?:\d{1,3}[А-Яа-я]?(?:/\d{1,3})?|[А-ЯA-Zа-я]\d{0,2}|[IVX]{1,4})(?!\w)[»"]?"""
_FLOOR = r"""(?:на\s)?(?:(?:\d{1,2}(?:\s?[-‐‑–]?\s?(?:й|ый|ой|ий|м|ом|ем|го))?
    |(?i:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|цокольн|подвальн)[а-я]{2,3})
     \s{1,3}(?i:этаж)[а-я]{0,2}(?!\w)
    |(?i:этаж)[а-я]{0,2}\s{0,2}(?:№\s?)?\d{1,2}(?!\w)|\d{1,2}\s?эт(?:\.|(?!\w))|эт\.\s?\d{1,2}(?!\w))"""
_ROOM = rf"""(?:{forms_pattern("room")}\s{{0,3}}:?\s?{_ROOM_NUMBER}(?:{_NEXT_ROOM}){{0,5}}
    |\d{{1,4}}[а-я]?\s(?i:каб(?:\.|инет[а-я]{{0,2}})|офис)(?!\w|\s?№?\s?\d))"""
_BUILDING = rf"{forms_pattern('building')}\s{{0,3}}{_PART_NUMBER}"
_PART = rf"(?:{_BUILDING}|{_FLOOR}|{_ROOM})"
TAIL = LazyPattern(
    rf"""\s{{0,4}}[,;]?\s{{0,6}}(?:(?P<building>{_BUILDING})|(?P<floor>{_FLOOR})|(?P<room>{_ROOM}))
    |\s{{0,3}}(?P<bracketed>\(\s?{_PART}(?:\s{{0,3}},?\s{{0,3}}{_PART}){{0,3}}\s?\))""",
    re.VERBOSE,
)
"""One element after the house: part of the building, floor, room."""

_DISTRICT = r"""(?i:(?:муниципальный\s|внутригородской\s)?район|р-н|м\.\s?р-н|г\.\s?о\.|м\.\s?о\.|улус|кожуун|с/с
    |сельсовет|(?:городской|муниципальный|административный)\sокруг|(?:сельское|городское)\sпоселение)(?![\w-])"""
_OF = rf"(?:\s?[-–—]\s?{CAPITAL})?"
BEFORE = LazyPattern(
    rf"""(?<![\w-])(?:
      (?P<index>\d{{6}})
    | (?P<country>Россия|Российская\s{{1,2}}Федерация|РФ)
    | (?P<region>[А-ЯЁ][А-Яа-яЁё-]*(?i:ая)\s{{1,2}}(?i:автономная\s)?(?i:область|обл\.?){_OF}
      |[А-ЯЁ][А-Яа-яЁё-]*(?i:ий\s{{1,2}}край)
      |[А-ЯЁ][А-Яа-яЁё-]*(?i:ий)\s{{1,2}}(?:(?i:автономный\sокруг)|АО){_OF}
      |(?i:республика|респ\.?)\s{{1,2}}{SHORT_NAME}{_OF}(?:\s?\({CAPITAL}\))?
      |[А-ЯЁ][А-Яа-яЁё-]*(?i:ая)\s{{1,2}}(?i:республика|респ\.?){_OF})
    | (?P<district>{SHORT_NAME}\s{{1,2}}{_DISTRICT}|{_DISTRICT}\s{{0,2}}(?:(?i:город\s|г\.\s?))?{SHORT_NAME})
    | (?P<settlement>{forms_pattern("settlement")}\s{{0,3}}{SETTLEMENT_NAME}
      |{CAPITAL}(?:\s{{1,2}}{CAPITAL})?\s{{1,2}}(?:г|пгт|п|с|рп|х|ст-ца|д)(?:\.|(?=\s{{0,3}},)))
    | (?P<quarter>{_STREETS}\s{{0,3}}(?:[«"]?{SHORT_NAME}[»"]?|{NUMBERED})
      |(?:{ORDINAL}|{CAPITAL})\s{{1,2}}(?i:микрорайон|мкр\.?|мкр-н|квартал))
    )\s{{0,4}},?\s{{0,6}}$""",
    re.VERBOSE,
)
"""The element that ends right before an address already found."""
BARE_SETTLEMENT = re.compile(rf"(?<![\w-]){CAPITAL}(?:\s{{1,2}}{CAPITAL})?(?=\s{{0,3}},\s{{0,6}}$)", re.VERBOSE)
"""A settlement without its mark before an address already found."""
