"""Paragraphs of a table whose cells stand one under another, and the signs that such a table is over."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalizers.verbatim import Span
from parsers.boilerplate import line_to_mark
from parsers.lines import Line
from parsers.markers import Kind, marker_of
from parsers.names import is_person

_STAMP = re.compile(r"(?:Приложени[ея]|ПРИЛОЖЕНИ[ЕЯ])(?:\s+(?:N|№|\d|к\b)|\s*$)|\(?(?:УТВЕРЖД|Утвержд)|СОГЛАСОВАНО")
_ROW_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,3})[.)]?")
_NOTES = frozenset({"edition_note", "editor_note", "page_number"})
_CLAUSES = frozenset({Kind.CHAPTER, Kind.DECIMAL, Kind.INTEGER})


class Par(NamedTuple):
    """A paragraph or several joined: text, spans of the lines, the index of the line behind, where paragraphs start.

    ``mark`` names an editor's note or a banner.
    """

    text: str
    spans: tuple[Span, ...]
    stop: int
    starts: tuple[int, ...]
    mark: str | None = None


EMPTY = Par("", (), 0, ())
"""A cell that the dump leaves out."""


def paragraphs(lines: Sequence[Line], position: int, by_lines: bool) -> Iterator[Par]:
    """Paragraphs from a line on; ``by_lines`` where the dump has no blank lines between cells."""
    while position < len(lines):
        if not lines[position].text:
            position += 1
            continue
        stop = position + 1
        while not by_lines and stop < len(lines) and lines[stop].text and stop < position + 40:
            stop += 1
        taken = lines[position:stop]
        text = " ".join(line.text for line in taken)
        mark = line_to_mark(text) if text not in "-–—" else None
        yield Par(text, tuple(Span(line.start, line.end) for line in taken), stop, (taken[0].start,), mark)
        position = stop


def join(first: Par, second: Par) -> Par:
    """Two paragraphs as one cell."""
    return Par(f"{first.text} {second.text}", first.spans + second.spans, second.stop, first.starts + second.starts)


def is_note(par: Par) -> bool:
    """Whether a paragraph is a note that may stand inside a table."""
    return par.mark in _NOTES


def row_number(text: str) -> tuple[int, ...] | None:
    """The number of a row that a paragraph is.

    >>> row_number("12"), row_number("1.3."), row_number("12 кабинет")
    ((12,), (1, 3), None)
    """
    found = _ROW_NUMBER.fullmatch(text.strip()) if len(text) < 16 else None
    return tuple(int(part) for part in found[1].split(".")) if found else None


def follows(number: tuple[int, ...], previous: tuple[int, ...] | None) -> bool:
    """Whether a row may bear this number after that one: the next, one after a gap, or the first of a new section.

    >>> follows((2,), (1,)), follows((1,), (9,)), follows((3, 1), (2, 7)), follows((7,), (1,))
    (True, True, True, False)
    """
    if previous is None or number[-1] == 1:
        return number[-1] == 1
    if len(number) != len(previous):
        return number[0] in (previous[0], previous[0] + 1)
    return number[:-1] == previous[:-1] and 0 < number[-1] - previous[-1] <= 3


def ends_table(par: Par, previous: Par | None) -> bool:
    """Whether a table is over: a banner, a stamp, a signature or a clause of the order."""
    if par.mark is not None and not is_note(par):
        return True
    if _STAMP.match(par.text) or is_person(par.text):
        return True
    kind = marker_of(par.text).kind
    if kind not in _CLAUSES or row_number(par.text) or not par.text.rstrip().endswith((".", ":")):
        return False
    return kind is Kind.CHAPTER or (
        len(par.text) > 60 and (previous is None or marker_of(previous.text).kind is not kind)
    )
