"""Every mention of another document: in the titles of an order and its annexes, in clauses, headings and table cells.

None are the order itself (its number and date, its stamps, its own title), a standard or programme that is one of its
annexes, and editor's notes. Words quoted from an order that is amended are words of this order: their mentions count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from normalizers.reference_keys import act_key, fold_number, fold_title, linked_keys
from normalizers.references import FoundReference, find_references
from normalizers.verbatim import Quote, Span, TextView
from parsers.boilerplate import line_to_mark
from parsers.document import Cell, Document, Table
from parsers.structure import Clause, Part, Structure


@dataclass(frozen=True, slots=True)
class OrderReference:
    """A mention with its evidence; ``key`` is equal for two mentions of one document, ``clause`` is none in a title."""

    text: Quote
    kind: str
    number: Quote | None
    date: str | None
    title: Quote | None
    authority: Quote | None
    key: str
    clause: Clause | None = None


_OPENS_NOTE = re.compile(r"\s*[\d⁰¹²³⁴-⁹*<]")
_NOTES = ("footnote", "endnote")
"""Notes that are the order's own words, though they stand beside its text."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A range of a view to be read, and the clause that it belongs to."""

    view: TextView
    start: int
    end: int
    clause: Clause | None = None


def find_order_references(structure: Structure, document: Document | None = None) -> list[OrderReference]:
    """All mentions in document order; without the document those in titles are left out."""
    own = _Own(structure)
    found = [
        reference
        for stretch in _stretches(structure, document)
        for reference in _read(stretch)
        if not own.is_own(reference)
    ]
    found.sort(key=lambda reference: (reference.text.spans[0].start, reference.text.spans[-1].end))
    keys = linked_keys([_named(reference) for reference in found])
    return [replace(reference, key=key) for reference, key in zip(found, keys, strict=True)]


def reference_key(reference: OrderReference) -> str:
    """What the mention itself says of its document; ``reference.key`` is linked to fuller mentions besides."""
    return act_key(*_named(reference))


def _named(reference: OrderReference) -> tuple[str, str | None, str | None, str | None]:
    return reference.kind, _text(reference.number), reference.date, _text(reference.title)


def _text(quote: Quote | None) -> str | None:
    return quote.text if quote else None


def _stretches(structure: Structure, document: Document | None) -> Iterator[_Stretch]:
    title = structure.requisites.title
    if document and title and title.spans:
        yield _whole(document.view(title.spans))
    for part in [structure.order, *structure.annexes]:
        if part is not None:
            yield from _part(part, document)
    if document:
        yield from (_whole(document.view(spans)) for spans in _notes(document))


def _notes(document: Document) -> list[list[Span]]:
    """The notes of the order, each with all its lines: one that opens with no number goes on with the one before."""
    notes: list[list[Span]] = []
    for mark in document.marks:
        if mark.name not in _NOTES:
            continue
        if (
            notes
            and not _OPENS_NOTE.match(mark.text)
            and not document.text[notes[-1][-1].end : mark.span.start].strip()
        ):
            notes[-1].append(mark.span)
        else:
            notes.append([mark.span])
    return notes


def _part(part: Part, document: Document | None) -> Iterator[_Stretch]:
    if document and part.title and part.title.spans:
        yield _whole(document.view(part.title.spans))
    yield from _cells(part.loose_tables, None)
    for clause in part.walk():
        yield _Stretch(clause.view, clause.start, clause.end, clause)
        yield from _cells(clause.tables, clause)


def _cells(tables: Iterable[Table], clause: Clause | None) -> Iterator[_Stretch]:
    for table in tables:
        for row in table.rows:
            yield from (_whole(cell.view, clause) for cell in row.cells if not _is_note(cell))


def _is_note(cell: Cell) -> bool:
    """An editor's note that stands in the table: "(п. 5 введен распоряжением …)"."""
    return cell.text.startswith("(") and line_to_mark(cell.text) == "edition_note"


def _whole(view: TextView, clause: Clause | None = None) -> _Stretch:
    return _Stretch(view, 0, len(view.text), clause)


def _read(stretch: _Stretch) -> Iterator[OrderReference]:
    text = stretch.view.text[stretch.start : stretch.end]
    for found in find_references(text):
        yield _quoted(stretch, found)


def _quoted(stretch: _Stretch, found: FoundReference) -> OrderReference:
    def quote(part: tuple[int, int] | None) -> Quote | None:
        return stretch.view.quote(stretch.start + part[0], stretch.start + part[1]) if part else None

    return OrderReference(
        text=quote((found.start, found.end)) or Quote("", ()),
        kind=found.kind,
        number=quote(found.number),
        date=found.date,
        title=quote(found.title),
        authority=quote(found.authority),
        key="",
        clause=stretch.clause,
    )


class _Own:
    """What names the order itself: its requisites, its stamps, its title and the titles of its annexes."""

    def __init__(self, structure: Structure) -> None:
        own = structure.requisites
        self.kinds = {own.kind}
        self.acts = {(fold_number(own.number.text), own.date)} if own.number else set()
        self.titles = {fold_title(own.title.text)} if own.title else set()
        self.annexes = [fold_title(part.title.text) for part in structure.annexes if part.title]
        for stamp in (part.stamp for part in structure.annexes):
            if stamp and stamp.number and not stamp.of_annex:
                self.acts.add((fold_number(stamp.number.text), stamp.date))
                self.kinds.add(stamp.kind or own.kind)

    def is_own(self, reference: OrderReference) -> bool:
        """Whether the mention means the order or one of its annexes."""
        title = fold_title(reference.title.text) if reference.title else ""
        if reference.kind in ("standard", "programme"):
            return any(annex.startswith(("стандарт", "программ")) and title in annex for annex in self.annexes)
        if reference.kind not in self.kinds and "other" not in self.kinds:
            return False
        if reference.number is None:
            return bool(title) and title in self.titles and reference.date in {None, *(date for _, date in self.acts)}
        number = fold_number(reference.number.text)
        return any(number == own and (date is None or reference.date in (None, date)) for own, date in self.acts)
