"""Definitions: "термин – …" in the clauses of an order.

A term begins a clause or paragraph, in a chapter of definitions also a sentence or, behind "понятия:" or inside another
definition, a piece between semicolons. What it means runs to the end of the clause in a chapter of definitions
(paragraphs and items that continue it included, sub-terms with a dash of their own not), elsewhere to the end of the
sentence. Terms that a sentence only lists ("К точкам взаимодействия относятся: офлайн-точки - …") are places of a list.
Blank forms, tables and words quoted from an order that is amended define nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from normalizers.folding import has_any
from normalizers.sentences import split_sentences
from normalizers.terms import Term, find_term
from normalizers.verbatim import Quote, Span, TextView, trimmed
from parsers.markers import Kind
from parsers.structure import Clause, Part, Structure

_DASHES = (" -", " –", " —", " −", "– ", "— ")
_HEADING = re.compile(
    r"поняти|термин(?!ал)|глоссари|(?:\A|\sи\s|,\s)сокращения\b|\Aопределения\b|(?:основные|используемые|применяемые)\s+определения",
    re.IGNORECASE,
)
_NOTION = r"(?:поняти[яей]|термин(?!ал)|определени[яй]|сокращени[яй])"
_INTRODUCTION = re.compile(
    rf"(?:использу|применя|употребля|следующ)[а-яё]*\s+(?:[а-яё-]+\s+){{0,4}}?{_NOTION}"
    rf"|{_NOTION}[^.:]{{0,120}}(?::|использу|применя|употребля)|понима[ею]тся[^.:]{{0,60}}:",
    re.IGNORECASE,
)
_NOTION_SIGNS = ("поняти", "термин", "определени", "сокращени", "понима")
_LONGEST_INTRODUCTION = 500
_PIECE = re.compile(r"[:;]\s*(?:\d{1,2}\)\s*|[а-я]\)\s*|[-–—]\s+)?(?=\S)")
_OTHER_TERMS = re.compile(
    r"\W*(?:(?:иные|остальные|другие|прочие|все)\s+)?(?:понятия|термины|определения)\b", re.IGNORECASE
)
_AMENDING = re.compile(
    r"\bизложить\s+в\s+(?:следующей|новой|прилагаемой)|\bследующего\s+содержания|\A\W*внести\s", re.IGNORECASE
)
_OPENING, _CLOSING = ("«", '"', "“", "„"), ("»", '"', "”", "“")
_CONTINUES = (Kind.NONE, Kind.BULLET, Kind.ITEM, Kind.LETTER)


@dataclass(frozen=True, slots=True)
class FoundDefinition:
    """A term and what it means, with their places, and the clause in which the term stands."""

    term: Quote
    text: Quote
    clause: Clause


@dataclass(frozen=True, slots=True)
class _Piece:
    """A range of the text of a view."""

    view: TextView
    start: int
    end: int


def find_definitions(structure: Structure) -> list[FoundDefinition]:
    """Every definition in document order.

    Postcondition: term and text are found at their spans.
    """
    parts = [part for part in (structure.order, *structure.annexes) if part is not None and not part.form]
    return [definition for part in parts for definition in _part_definitions(part)]


def _part_definitions(part: Part) -> Iterator[FoundDefinition]:
    glossaries: dict[int, bool] = {}
    quotation = _Quotation()
    stack = list(reversed(part.clauses))
    while stack:
        clause = stack.pop()
        if quotation.holds(clause):
            continue
        stack.extend(reversed(clause.children))
        if clause.heading is None and has_any(clause.own, _DASHES):
            yield from _in_glossary(clause) if _is_in_glossary(clause, glossaries) else _elsewhere(clause)


class _Quotation:
    """Follows the clauses of a part and tells which are words of another order, to be changed by this one."""

    def __init__(self) -> None:
        self._announced = self._open = False

    def holds(self, clause: Clause) -> bool:
        """Whether the clause and all below it are, or announce, such words."""
        text = clause.view.text
        opened = self._open or (self._announced and text.startswith(_OPENING))
        self._open = opened and not text.rstrip(" ;.,").endswith(_CLOSING)
        self._announced = _announces(clause.own)
        return opened or self._announced


def _announces(own: str) -> bool:
    """ "пункт 3 изложить в следующей редакции:", "дополнить пунктом следующего содержания:"."""
    likely = "зложить" in own or "одержания" in own or "нести" in own[:12]
    return likely and bool(_AMENDING.search(own))


def _is_in_glossary(clause: Clause, known: dict[int, bool]) -> bool:
    """Whether the clause, or one that it stands under, speaks of notions and terms."""
    line: list[Clause] = []
    node: Clause | None = clause
    while node is not None and id(node) not in known:
        line.append(node)
        node = node.parent
    answer = known[id(node)] if node is not None else False
    for below in reversed(line):
        answer = answer or introduces_terms(below)
        known[id(below)] = answer
    return answer


def introduces_terms(clause: Clause) -> bool:
    """Whether a heading or an introducing line speaks of notions, terms, definitions."""
    if clause.heading is not None:
        return bool(_HEADING.search(clause.own))
    return clause.end - clause.start < _LONGEST_INTRODUCTION and _may_introduce(clause.own)


def _may_introduce(own: str) -> bool:
    return has_any(own.lower(), _NOTION_SIGNS) and bool(_INTRODUCTION.search(own))


def _elsewhere(clause: Clause) -> Iterator[FoundDefinition]:
    text = clause.view.text
    term = find_term(text, clause.start, clause.end)
    if term is not None:
        end = split_sentences(text, term.body, clause.end)[0][1]
        yield _definition(clause, term, [_Piece(clause.view, term.body, end)])


def _in_glossary(clause: Clause) -> Iterator[FoundDefinition]:
    found = _terms(clause)
    for index, (_, term) in enumerate(found):
        if index + 1 < len(found):
            pieces = [_Piece(clause.view, term.body, found[index + 1][0])]
        else:
            pieces = [_Piece(clause.view, term.body, clause.end), *_continuation(clause)]
        yield _definition(clause, term, pieces)


def _terms(clause: Clause) -> list[tuple[int, Term]]:
    """The terms of a clause in a chapter of definitions, each with the place where its piece begins."""
    text, start, end = clause.view.text, clause.start, clause.end
    first = find_term(text, start, end, in_glossary=True)
    introduction = None if first else _INTRODUCTION.search(text, start, end)
    places = {begin: False for begin, _ in split_sentences(text, start, end)[1:]}
    if first or introduction:
        after = first.body if first else introduction.end() - 1 if introduction else end
        places |= {piece.end(): first is None for piece in _PIECE.finditer(text, after, end)}
    found = [(start, first)] if first else []
    for place in sorted(places):
        term = find_term(text, place, end, in_glossary=places[place])
        if term is not None and place >= (found[-1][1].body if found else start):
            found.append((place, term))
    return found


def _continuation(clause: Clause) -> Iterator[_Piece]:
    """Paragraphs and items below a definition that have no dash of their own and go on with it."""
    stack = list(reversed(clause.children))
    while stack:
        node = stack.pop()
        ends = node.heading is not None or node.tables or node.kind not in _CONTINUES or _OTHER_TERMS.match(node.own)
        if ends or find_term(node.view.text, node.start, node.end, in_glossary=True):
            return
        yield _Piece(node.view, node.start if node.kind is Kind.BULLET else 0, node.end)
        stack.extend(reversed(node.children))


def _definition(clause: Clause, term: Term, pieces: list[_Piece]) -> FoundDefinition:
    return FoundDefinition(clause.view.quote(term.start, term.end), _joined(pieces), clause)


def _joined(pieces: list[_Piece]) -> Quote:
    """The words of all pieces, joined with a space; the last loses its closing punctuation."""
    words: list[str] = []
    spans: list[Span] = []
    for piece in pieces:
        text = piece.view.text
        start, end = trimmed(text, piece.start, piece.end)
        if piece is not pieces[-1]:
            end = piece.start + len(text[piece.start : piece.end].rstrip())
        if start < end:
            words.append(text[start:end])
            spans.extend(piece.view.spans(start, end))
    return Quote(" ".join(words), tuple(spans))
