"""Coverage as a person reads it: every stretch of a source, and what it is assigned to.

Where stretches lie in one another (a table in a clause) the inner one counts, so that each character counts once.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.coverage import assigned_spans, printed
from normalizers.verbatim import Span
from parsers.document import Document
from parsers.structure import Structure

UNASSIGNED = "unassigned"
MARKUP = "markup"
_RUN = re.compile(rb"(.)\1*", re.DOTALL)


class Stretch(NamedTuple):
    """A run of text that belongs to one thing; ``characters`` are those that are no white space."""

    name: str
    span: Span
    characters: int


def document_to_stretches(document: Document, structure: Structure) -> list[Stretch]:
    """All stretches in order; blank text between them belongs to none.

    Postcondition: every character that is no white space is in exactly one.
    """
    spans = sorted(assigned_spans(document, structure), key=lambda each: each[1].start - each[1].end)
    names = [UNASSIGNED, *dict.fromkeys(name for name, _ in spans)]
    owners = bytearray(len(document.text))
    for name, (start, end) in spans:
        owners[start:end] = bytes([names.index(name)]) * (end - start)
    return [_named(document, each) for each in _runs(document.text, bytes(owners), names)]


def _runs(text: str, owners: bytes, names: list[str]) -> Iterator[Stretch]:
    for run in _RUN.finditer(owners):
        piece = text[run.start() : run.end()]
        count = printed(piece)
        if count:
            start = run.start() + len(piece) - len(piece.lstrip())
            yield Stretch(names[owners[run.start()]], Span(start, run.start() + len(piece.rstrip())), count)


def _named(document: Document, stretch: Stretch) -> Stretch:
    """Markup alone (pipes, stars) that no cell took says nothing and is missed by nobody."""
    text = document.text[stretch.span.start : stretch.span.end]
    is_markup = stretch.name == UNASSIGNED and not text.strip("|*<>_ \t\r\n")
    return stretch._replace(name=MARKUP) if is_markup else stretch
