"""What the rules read and what they give: a clause with its sentences, and a provision with its evidence."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractor.codes import ProvisionKind
from extractor.provisions.vocabulary import beginnings
from extractor.registry import Duration, Frequency, Limit, Opening, Responsible, YearlyDate
from normalizers.sentences import split_sentences
from normalizers.verbatim import Quote
from parsers.structure import Clause, Part, Signatory

Value = list[Opening] | Duration | YearlyDate | Limit | Frequency | Responsible | None


@dataclass(frozen=True, slots=True)
class FoundProvision:
    """A rule of the order, before it is tied to a touchpoint.

    ``place_hint`` quotes the words that tie it to a place, ``line`` is the id of the clause that opens its list,
    ``quotes`` are the verbatim parts of the value by JSON pointer ("/value/who/0").
    """

    kind: ProvisionKind
    clause: Clause
    text: Quote
    value: Value = None
    place_hint: str | None = None
    line: str | None = None
    quotes: tuple[tuple[str, Quote], ...] = ()


class Passage(NamedTuple):
    """A sentence of a clause: its words and where they begin in the clause's view."""

    clause: Clause
    start: int
    text: str

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """Verbatim value of a range of the sentence."""
        stop = len(self.text) if end is None else end
        return self.clause.view.quote(self.start + start, self.start + stop)


class Unit:
    """A clause as the rules read it: its words, the beginnings of them for cheap looks, its sentences."""

    __slots__ = ("_passages", "beginnings", "clause", "own", "part", "signatory")

    def __init__(self, clause: Clause, part: Part, signatory: Signatory | None = None) -> None:
        self.clause = clause
        self.part = part
        self.signatory = signatory
        self.own = clause.own
        self.beginnings = beginnings(self.own)
        self._passages: tuple[Passage, ...] | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences of the clause."""
        if self._passages is None:
            clause = self.clause
            text = clause.view.text
            ranges = split_sentences(text, clause.start, clause.end)
            self._passages = tuple(Passage(clause, start, text[start:end]) for start, end in ranges)
        return self._passages

    @property
    def in_order(self) -> bool:
        """Whether the clause belongs to the order's own text."""
        return self.part.id == "order"

    def before(self, passage: Passage) -> Iterator[Passage]:
        """Sentences of the clause that stand before a sentence, nearest first."""
        index = bisect_left(self.passages, passage.start, key=lambda other: other.start)
        return (self.passages[position] for position in range(index - 1, -1, -1))
