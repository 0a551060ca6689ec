"""What the rules read and what they give: a clause with its sentences, and a provision with its evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from extractor.provisions.sentences import split_sentences
from extractor.registry import Duration, Frequency, Limit, Opening, ProvisionKind, Responsible, YearlyDate
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


@dataclass
class Unit:
    """A clause as the rules read it."""

    clause: Clause
    part: Part
    signatory: Signatory | None = None

    @cached_property
    def own(self) -> str:
        """The clause's own words."""
        return self.clause.own

    @cached_property
    def lower(self) -> str:
        """The clause's own words in small letters, for cheap looks before an expensive step."""
        return self.own.lower()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences of the clause."""
        clause = self.clause
        text = clause.view.text
        ranges = split_sentences(text, clause.start, clause.end)
        return tuple(Passage(clause, start, text[start:end]) for start, end in ranges)

    @property
    def in_order(self) -> bool:
        """Whether the clause belongs to the order's own text."""
        return self.part.id == "order"

    def before(self, passage: Passage) -> Iterator[Passage]:
        """Sentences of the clause that stand before a sentence, nearest first."""
        return (other for other in reversed(self.passages) if other.start < passage.start)


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of the words: far cheaper than a pattern of alternatives.

    >>> holds("в течение месяца", ("недел", "месяц"))
    True
    """
    return any(word in text for word in words)
