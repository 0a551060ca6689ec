"""Lines of a text with their offsets; the ground that every text reader stands on."""

import re
from typing import NamedTuple

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """One line without its outer white space: offsets of the text, the text, and the width of the indent."""

    start: int
    end: int
    text: str
    indent: int


def text_to_lines(text: str) -> list[Line]:
    r"""All lines of a text, blank ones with an empty ``text``.

    >>> [(line.start, line.text, line.indent) for line in text_to_lines("а\r\n  б \n")]
    [(0, 'а', 0), (5, 'б', 2)]
    """
    lines: list[Line] = []
    position = 0
    for raw in _split(text):
        body = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if body else 0
        start = position + indent
        lines.append(Line(start, start + len(body), body, indent))
        position += len(raw)
    return lines


def _split(text: str) -> list[str]:
    """Lines with their ends, broken at ``\\n``, ``\\r\\n`` and ``\\r`` only, so that line numbers match an editor's."""
    if "\r" not in text:
        pieces = text.split("\n")
        whole = [piece + "\n" for piece in pieces[:-1]]
        return [*whole, pieces[-1]] if pieces[-1] else whole
    ends = [match.end() for match in _NEWLINE.finditer(text)]
    starts = [0, *ends]
    return [text[a:b] for a, b in zip(starts, [*ends, len(text)], strict=True) if a < b]


def line_starts(text: str) -> tuple[int, ...]:
    """Offset of the first character of every line.

    >>> line_starts("а\\nб")
    (0, 2)
    """
    if "\r" not in text:
        starts = [0]
        position = text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        return tuple(starts)
    return (0, *(match.end() for match in _NEWLINE.finditer(text)))
