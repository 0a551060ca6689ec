"""Taxonomies as data: TOML entries with patterns on lemmas, matched by spaCy.

An entry has ``code``, ``patterns``, ``examples`` and ``counter_examples``; a pattern is a phrase in any form, with
``[optional words]`` and ``(one|of these)``. Tests check the data both ways: every pattern matches an example of its
entry, every example gives the code, no counter-example does.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from spacy.matcher import PhraseMatcher

from normalizers.errors import Reason, ReestrError
from normalizers.language import Analysis, analyse, vocabulary

_OPTIONAL = re.compile(r"\[([^\[\]()]*)\]")
_CHOICE = re.compile(r"\(([^()\[\]]*)\)")


class Hit(NamedTuple):
    """A pattern found in a text: code, character range, word range and the pattern as the data writes it."""

    code: str
    start: int
    end: int
    first: int
    last: int
    pattern: str


_Found = tuple[int, int, str, str]


class Entry(NamedTuple):
    """One entry of a taxonomy with its remaining fields as they stand in the data."""

    code: str
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    fields: dict[str, Any]


def expand(pattern: str) -> list[str]:
    """All phrases that a pattern stands for.

    >>> expand("портал [государственных] (услуг|сервисов)")
    ['портал государственных услуг', 'портал государственных сервисов', 'портал услуг', 'портал сервисов']
    """
    for rule, keeps_blank in ((_OPTIONAL, True), (_CHOICE, False)):
        found = rule.search(pattern)
        if found:
            options = [*found[1].split("|"), *([""] if keeps_blank else [])]
            variants = (pattern[: found.start()] + option + pattern[found.end() :] for option in options)
            return [phrase for variant in variants for phrase in expand(variant)]
    return [" ".join(pattern.split())]


def load_entries(path: Path, fields: Collection[str] = ()) -> tuple[Entry, ...]:
    """Entries of a TOML file (array ``entry``); ``fields`` names the fields it may have beside the four of every entry.

    Raises :class:`ReestrError` (``bad_data``) for a missing or an unknown field, and for a file without entries.
    """
    with path.open("rb") as file:
        data = tomllib.load(file)
    entries = tuple(_entry(dict(raw), path.name, fields) for raw in data.get("entry", []))
    if not entries:
        raise ReestrError(Reason.BAD_DATA, f"{path.name} holds no entry", "restore the file")
    return entries


def _entry(raw: dict[str, Any], file: str, fields: Collection[str]) -> Entry:
    """One entry; what is left beside its own four fields must be of the known ones."""
    try:
        code, examples = raw.pop("code"), tuple(raw.pop("examples"))
    except KeyError as error:
        raise ReestrError(Reason.BAD_DATA, f"{file}: an entry lacks {error}", "add the field") from error
    entry = Entry(code, tuple(raw.pop("patterns", ())), examples, tuple(raw.pop("counter_examples", ())), raw)
    unknown = sorted(set(raw) - set(fields))
    if unknown:
        raise ReestrError(Reason.BAD_DATA, f"{file}: entry {code} has unknown {unknown}", "correct the field's name")
    return entry


class Taxonomy:
    """Entries ready to match: spaCy's PhraseMatcher over lemmas; the longest hit wins, then the earliest."""

    def __init__(self, entries: Sequence[Entry], field: str = "patterns") -> None:
        self.entries = tuple(entries)
        self._matcher = PhraseMatcher(vocabulary())
        self._names: dict[int, tuple[str, str]] = {}
        self._begins: set[str] = set()
        for entry in entries:
            for pattern in entry.patterns if field == "patterns" else entry.fields.get(field, ()):
                self._add(entry.code, pattern)

    def _add(self, code: str, pattern: str) -> None:
        name = f"{code}\t{pattern}"
        phrases = [analyse(phrase) for phrase in expand(pattern)]
        self._matcher.add(name, [phrase.doc for phrase in phrases])
        self._names[vocabulary().strings[name]] = (code, pattern)
        self._begins.update(phrase.lemmas[0] for phrase in phrases)

    def hits(self, analysis: Analysis) -> list[Hit]:
        """Longest non-overlapping hits in document order."""
        if self._begins.isdisjoint(analysis.lemmas):
            return []
        found = [(first, last, *self._names[name]) for name, first, last in self._matcher(analysis.doc)]
        if len(found) > 1:
            found = _without_overlaps(found)
        starts, ends = analysis.starts, analysis.ends
        return [Hit(code, starts[first], ends[last - 1], first, last, by) for first, last, code, by in found]

    def codes(self, text: str) -> list[str]:
        """Codes found in a text, in order of mention, each once."""
        return unique(hit.code for hit in self.hits(analyse(text)))


def _without_overlaps(found: Iterable[_Found]) -> list[_Found]:
    """The longest first, then the earliest; what shares a word with one taken goes. In document order.

    Of two patterns for one phrase the first by name stands.
    """
    taken: list[_Found] = []
    used: set[int] = set()
    for hit in sorted(found, key=lambda hit: (hit[0] - hit[1], *hit)):
        words = range(hit[0], hit[1])
        if used.isdisjoint(words):
            used.update(words)
            taken.append(hit)
    return sorted(taken)


def unique(codes: Iterable[str]) -> list[str]:
    """Codes without repeats, order kept."""
    return list(dict.fromkeys(codes))
