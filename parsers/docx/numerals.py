"""A list number as Word prints it. Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat), and how Word shows it.

>>> number_text("decimal", 12), number_text("upperRoman", 14), number_text("russianLower", 10)
('12', 'XIV', 'к')
>>> number_text("lowerLetter", 28), number_text("russianUpper", 29), number_text("decimalZero", 7)
('bb', 'АА', '07')
"""

from collections.abc import Callable

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Word leaves out ё, й, ъ, ы and ь."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_REPEATS = 30
_HIGHEST_ROMAN = 32_767


def letters(number: int, alphabet: str) -> str:
    """A letter; after the last one letters double, triple and so on."""
    repeats, index = divmod(number - 1, len(alphabet))
    if number < 1 or repeats >= _MOST_REPEATS:
        return str(number)
    return alphabet[index] * (repeats + 1)


def roman(number: int) -> str:
    """A lower-case Roman number."""
    if not 0 < number <= _HIGHEST_ROMAN:
        return str(number)
    pieces = []
    for step, sign in _ROMAN:
        count, number = divmod(number, step)
        pieces.append(sign * count)
    return "".join(pieces)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": lambda number: letters(number, _LATIN),
    "upperLetter": lambda number: letters(number, _LATIN).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "russianLower": lambda number: letters(number, _RUSSIAN),
    "russianUpper": lambda number: letters(number, _RUSSIAN).upper(),
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
    "bullet": lambda number: "",
}


def number_text(name: str, number: int) -> str:
    """The number in a format; a format that Russian orders do not use is printed as a decimal."""
    return FORMATS.get(name, str)(number)


def padded(pattern: str, number: int) -> str | None:
    """A number in a custom pattern of leading zeros (``001, 002, 003, ...``); ``None`` for any other pattern.

    >>> padded("001, 002, 003, ...", 12)
    '012'
    """
    first = pattern.partition(",")[0].strip()
    return f"{number:0{len(first)}d}" if first.isdecimal() and len(first) < 10 else None
