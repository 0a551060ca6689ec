"""The edition that a source holds: as told, else by the marks in its text, else the order as it was first signed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from extractor.building.state import Entry
from extractor.editions.telling import Told, told_date

Basis = Literal["told", "marks", "order"]


def edition_of(file: str, signed: str | None, marked: str | None, told: Sequence[Told]) -> tuple[str | None, Basis]:
    """Date of the edition (ISO) and what it is known from; ``signed`` is the date of the order itself.

    >>> edition_of("a.txt", "2024-02-01", None, []), edition_of("a.txt", "2024-02-01", "2024-06-01", [])
    (('2024-02-01', 'order'), ('2024-06-01', 'marks'))
    >>> edition_of("a.txt", "2024-02-01", "2024-06-01", [Told("a.*", "2025-01-01")])
    ('2025-01-01', 'told')
    """
    day = told_date(file, told)
    if day:
        return day, "told"
    return (marked, "marks") if marked else (signed, "order")


def with_edition(entry: Entry, told: Sequence[Told]) -> Entry:
    """The entry, its line of the index brought up to date with what is told."""
    edition, basis = edition_of(entry.file, entry.line["date"], entry.descent.marked, told)
    if (entry.line["edition"], entry.line["edition_basis"]) == (edition, basis):
        return entry
    return replace(entry, line={**entry.line, "edition": edition, "edition_basis": basis})
