"""The structure of an order: its parts, requisites, annexes and the tree of clauses, each with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from normalizers.verbatim import Quote, Span, TextView
from parsers.document import Paragraph, Table
from parsers.markers import Kind

EMPTY = Quote("", ())


@dataclass(slots=True)
class Clause:
    """A unit of text: chapter, clause, item, bullet or unnumbered paragraph.

    ``start`` and ``end`` bound its own text in ``view``, the marker left out: ``own``, heading or text, its closing
    punctuation kept. ``tables`` are those that it holds.
    """

    id: str
    kind: Kind
    marker: str
    label: str
    view: TextView
    start: int
    end: int
    span: Span
    heading: Quote | None = None
    text: Quote = EMPTY
    children: list["Clause"] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    parent: "Clause | None" = None
    position: int = 0
    own: str = field(init=False)

    def __post_init__(self) -> None:
        self.own = self.view.text[self.start : self.end]

    @property
    def opens_list(self) -> bool:
        """Whether the text ends with a colon."""
        return self.own.rstrip().endswith(":")

    def walk(self) -> list["Clause"]:
        """The clause and all below it, in document order."""
        return in_document_order([self])


def in_document_order(clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses with all below them, found without recursion: nesting is as deep as the source has it."""
    found: list[Clause] = []
    stack = [*reversed(clauses)]
    while stack:
        clause = stack.pop()
        found.append(clause)
        if clause.children:
            stack.extend(reversed(clause.children))
    return found


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed: name and position as printed."""

    name: Quote
    position: Quote | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """The approval stamp of an annex: its words, and the number and date of the act it names."""

    text: Quote
    number: Quote | None = None
    date: str | None = None
    authority: Quote | None = None
    kind: str | None = None
    annex_number: Quote | None = None
    of_annex: bool = False


@dataclass(slots=True)
class Part:
    """An annex, or the order's own text: what stands in its body."""

    id: str
    clauses: list[Clause] = field(default_factory=list)
    loose_tables: list[Table] = field(default_factory=list)
    signatory: Signatory | None = None
    title: Quote | None = None
    stamp: Stamp | None = None
    form: bool = False
    paragraphs: list[Paragraph] = field(default_factory=list)
    requisites: list[Span] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    start: int = 0
    end: int = 0

    def walk(self) -> list[Clause]:
        """All clauses in document order."""
        return in_document_order(self.clauses)


@dataclass(frozen=True, slots=True)
class Requisites:
    """What names the order: kind, authority, number, date, place, title, signatory; ``None`` where it is not said."""

    kind: str
    authority: Quote | None
    number: Quote | None
    date: str | None
    place: Quote | None
    title: Quote | None
    signatory: Signatory | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Structure:
    """An order taken apart: requisites, the order's own part (if the source holds it) and its annexes."""

    requisites: Requisites
    order: Part | None
    annexes: tuple[Part, ...]
