"""An order as a typist lays it out: pieces of the page in order, taken from the parsed text of the order.

What is tested with it is how a format is read, so the structure of the text is trusted and its merged cells are real.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from extractor.places.finding import structure_to_tables
from parsers.document import Document, Mark, Paragraph, Table
from parsers.names import is_person
from parsers.parts import document_to_structure
from parsers.reading import read_document
from parsers.structure import Part, Structure
from tests.pieces import NOTES, Line, Piece, Signature, Stamp
from tests.sheet_layout import table_to_sheet

_LINKS = re.compile(r"https?://[^\s<>«»\"]+[\w/=#-]")
_MOST_LINES = 40

Item = Paragraph | Table | Mark


@cache
def order_layout(path: Path) -> tuple[Piece, ...]:
    """The layout of the order that a text file holds."""
    document = read_document(path)
    return tuple(_Layout(document, document_to_structure(document)).pieces())


def links(text: str) -> Iterator[tuple[str, bool]]:
    """A text in stretches, each with whether it is an address on the net."""
    position = 0
    for found in _LINKS.finditer(text):
        yield text[position : found.start()], False
        yield found[0], True
        position = found.end()
    yield text[position:], False


class _Layout:
    """Walks the blocks and notes of a document with its structure at hand."""

    def __init__(self, document: Document, structure: Structure) -> None:
        self.document = document
        self.parts = [*([structure.order] if structure.order else []), *structure.annexes]
        self.clauses = {clause.span.start: clause for part in self.parts for clause in part.walk()}
        self.grids = {held.table.block: held.grid for held in structure_to_tables(structure)}

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the page; stamps and signatures are taken together."""
        items: list[Item] = [*self.document.blocks, *(mark for mark in self.document.marks if mark.name in NOTES)]
        items.sort(key=_start)
        position = 0
        while position < len(items):
            first, role = items[position], self._role(items[position])
            size = 1
            if role in ("stamp", "signature"):
                size = self._together(items[position : position + _MOST_LINES], role)
            yield self._piece(
                first, role, [line for item in items[position : position + size] for line in self._lines(item)]
            )
            position += size

    def _together(self, items: Sequence[Item], role: str) -> int:
        part = self._part_of(items[0])
        same = (
            index for index, item in enumerate(items) if self._role(item) != role or self._part_of(item) is not part
        )
        return next(same, len(items))

    def _piece(self, item: Item, role: str, lines: list[str]) -> Piece:
        if role == "stamp":
            return Stamp(tuple(lines))
        if role == "signature":
            return _signature(lines)
        if isinstance(item, Table):
            return table_to_sheet(item, self.grids.get(item.block))
        clause = self.clauses.get(_start(item))
        if role in ("head", "title") or clause is None or not isinstance(item, Paragraph):
            return Line(role, tuple(lines), gap=isinstance(item, Paragraph) and item.gap)
        return Line(role, (item.text[clause.start :].strip(),), clause.marker, clause.kind)

    def _part_of(self, item: Item) -> Part | None:
        return next((part for part in self.parts if part.start <= _start(item) < part.end), None)

    def _role(self, item: Item) -> str:
        if isinstance(item, Mark):
            return item.name
        part, start = self._part_of(item), _start(item)
        if part is not None and any(span.start <= start < span.end for span in part.requisites):
            if self._signs(part, start):
                return "signature"
            return "head" if part.id == "order" else "stamp"
        if part is not None and any(span.start <= start < span.end for span in part.headings):
            return "title"
        clause = self.clauses.get(start)
        return "heading" if clause is not None and clause.heading is not None else "clause"

    def _signs(self, part: Part, start: int) -> bool:
        """Whether a requisite is one of the signature: the name stands in it or behind, no clause and no table does."""
        if part.signatory is None or all(span.start < start for span in part.signatory.name.spans):
            return False
        text = [clause.span.start for clause in part.walk()] + [table.spans[0].start for table in part.loose_tables]
        return all(position <= start for position in text)

    def _lines(self, item: Item) -> list[str]:
        if isinstance(item, Table):
            return [cell.text for row in item.rows for cell in row.cells if cell.text.strip()]
        if isinstance(item, Mark):
            return [" ".join(item.text.split())]
        return self._lines_of(item)

    def _lines_of(self, block: Paragraph) -> list[str]:
        """The lines of the source, cleaned each by itself, where together they say what the paragraph says."""
        raw = (line for start, end in block.spans for line in self.document.text[start:end].split("\n"))
        found = [text for line in raw if (text := " ".join(line.replace("**", "").replace("|", "").split()))]
        return found if " ".join(found) == block.text.strip() else [block.text.strip()]


def _start(item: Item) -> int:
    return item.span.start if isinstance(item, Mark) else item.spans[0].start


def _signature(lines: Sequence[str]) -> Signature:
    if len(lines) > 1 and is_person(lines[-1]):
        return Signature(tuple(lines[:-1]), lines[-1])
    words = lines[-1].split()
    for size in (2, 3):
        if len(words) > size and is_person(" ".join(words[-size:])):
            return Signature((*lines[:-1], " ".join(words[:-size])), " ".join(words[-size:]))
    return Signature(tuple(lines), "")
