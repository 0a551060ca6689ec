"""Characters of symbol fonts as the reader of the page sees them.

Symbol and Wingdings keep their signs in the private area U+F020–U+F0FF, where no text search would find them.
"""

_DOT, _SQUARE, _CIRCLE, _DASH, _ARROW, _TICK = "•", "▪", "○", "–", "→", "✓"

_SYMBOL = {  # its minus is as wide as a dash
    0xB7: _DOT,
    0x2D: _DASH,
    0xBE: "—",
    0xB0: "°",
    0xB1: "±",
    0xA3: "≤",
    0xB3: "≥",
    0xB4: "×",
    0xAE: _ARROW,
    0xD7: "·",
}
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: _SQUARE, 0x76: _SQUARE, 0x77: _SQUARE, 0x9F: _DOT, 0xA1: _CIRCLE,
    0xA7: _SQUARE, 0xA8: "□", 0xD8: "‣", 0xE0: _ARROW, 0xF0: _ARROW, 0xFC: _TICK, 0xFE: "☑", 0xFD: "☒",
    0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_BULLETS = frozenset("-–—•·▪◦●○■□‣⁃*→✓☑☒")


def symbol_text(font: str | None, code: str | None) -> str:
    """The character of ``w:sym``.

    >>> symbol_text("Symbol", "F0B7"), symbol_text("Times New Roman", "2116"), symbol_text("Wingdings", "zz")
    ('•', '№', '')
    """
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if not 0x20 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return ""
    low = number & 0xFF if 0xF000 <= number <= 0xF0FF or number < 0x100 else None
    table = _FONTS.get((font or "").lower(), {})
    return chr(number) if low is None else table.get(low, chr(number))


def bullet_text(text: str, font: str | None) -> str:
    """The sign of a bulleted list, one that prints in any font.

    >>> bullet_text("\\uf0b7", "Symbol"), bullet_text("o", "Courier New"), bullet_text("-", None)
    ('•', '○', '-')
    """
    sign = text.strip()
    if len(sign) != 1:
        return sign
    if sign == "o":
        return _CIRCLE
    if sign.isalpha() and (font or "").lower() not in _FONTS:
        return sign
    shown = symbol_text(font, f"{ord(sign):X}")
    return shown if shown in _BULLETS or not 0xE000 <= ord(shown) <= 0xF8FF else _DOT
