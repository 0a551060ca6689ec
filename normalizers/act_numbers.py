"""Numbers of legal acts: what stands after N, № or No.

Official source: ГОСТ Р 7.0.97-2016, 5.11: a registration number is a serial number, to which codes in digits or
letters may be added ("508-П", "01-02/01", "1456-р/адм"). The value is verbatim.

>>> find_number("от 03.04.2024 г.№508-П.")
FoundNumber(start=17, end=22, value='508-П')
>>> find_number("N п/п") is None
True
"""

import re
from dataclasses import dataclass

# "в„–" is № written in UTF-8 and read as cp1251.
_SIGN = r"(?: №{1,2} | в„– | N[º°] | (?<![A-Za-zА-Яа-яЁё])N(?:[oо]\.?(?![A-Za-zА-Яа-яЁё]))? )"
_LETTERS = "A-Za-zА-Яа-яЁё"
_WORD = f"{_LETTERS}0-9"
_NUMBER = re.compile(
    rf"""
    {_SIGN}
    (?: [^\S\n]{{0,5}} _{{0,10}} [^\S\n]{{0,3}} | (?P<wrapped> \s{{1,6}} ) )
    (?P<value>
        (?= [{_LETTERS}]{{0,20}} (?: [/–-] [{_LETTERS}]{{1,20}} ){{0,4}} [/.–-]? [0-9] )  # "N п/п" has no figure
        [{_WORD}]{{1,20}}+
        (?: [-‑–/_] [{_WORD}]{{1,20}}+ | \. [0-9] [{_WORD}]{{0,20}}+ ){{0,8}}+ @?  # a tax order: "ЕД-7-21/988@"
        (?: [ ]?[-–][ ]? [{_LETTERS}]{{1,4}} (?= [^\S\n]{{0,5}} (?: \Z | \n | [«"“(,;.] ) ) )?  # "12 - п" ends its line
    )
    (?! [{_WORD}] )
    """,
    re.VERBOSE,
)
# "№\n1. Общие положения": a blank number before a clause
_CLAUSE = re.compile(r"[.)][^\S\n]+\S")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number of the text, its sign excluded."""

    start: int
    end: int
    value: str


def find_number(text: str, start: int = 0) -> FoundNumber | None:
    """The first number after its sign at or after ``start``, closing punctuation excluded.

    >>> find_number("распоряжение от 06.10.2021 № 2816-р,").value
    '2816-р'
    """
    for match in _NUMBER.finditer(text, start):
        if match["wrapped"] is None or "\n" not in match["wrapped"] or not _CLAUSE.match(text, match.end()):
            return FoundNumber(match.start("value"), match.end(), match["value"])
    return None
