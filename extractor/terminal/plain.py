"""Text from outside made safe to print: an order or a file's name may hold anything."""

import re

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_BLANK = re.compile(r"\s+")


def plain(text: str) -> str:
    r"""The text on one line, control characters, bidirectional marks and undecodable bytes spelled out.

    >>> plain("a\nb\x1b[31m"), plain("файл \udcff.txt")
    ('a\\nb\\x1b[31m', 'файл \\udcff.txt')
    """
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def short(text: str, width: int = 100) -> str:
    """The text on one line, its blanks folded, cut with an ellipsis.

    >>> short("Прием   граждан", 40), short("Прием граждан", 8)
    ('Прием граждан', 'Прием г…')
    """
    folded = plain(_BLANK.sub(" ", text).strip())
    return folded if len(folded) <= width else folded[: width - 1] + "…"
