"""Roman numerals of chapter markers ("III. Порядок взаимодействия") to integers.

Rule: the subtractive notation in its one canonical spelling, 1 to 3999. Orders type the numerals on a Russian
keyboard, so Cyrillic Х, І, С and М are read as the Latin letters they look like, and the single Unicode
characters (Ⅳ) as the letters they stand for.

>>> roman_to_int("XIV")
14
>>> roman_to_int("ХІІ")  # Cyrillic letters
12
>>> roman_to_int("IIII")
Traceback (most recent call last):
    ...
normalizers.errors.ReestrError: bad_value: not a Roman numeral: 'IIII'
"""

import re
import unicodedata

from normalizers.errors import Reason, ReestrError

_LOOK_ALIKES = str.maketrans("ХІСМ", "XICM")
_CANONICAL = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LONGEST = len("MMMDCCCLXXXVIII")


def roman_to_int(text: str) -> int:
    """The value of one numeral, blanks around it allowed.

    >>> roman_to_int(" ix ")
    9
    """
    letters = text.strip()[: _LONGEST + 1].translate(_LOOK_ALIKES)
    numeral = unicodedata.normalize("NFKC", letters).upper()
    if not _CANONICAL.fullmatch(numeral):
        raise ReestrError(Reason.BAD_VALUE, f"not a Roman numeral: {text[:40]!r}")
    values = [_VALUES[letter] for letter in numeral]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
