"""Steps of the clauses and the tables."""

from collections.abc import Iterator, Sequence

from extractor.places.finding import HeldTable
from extractor.tracing.steps import Step
from parsers.grid import Grid
from parsers.structure import Clause, Structure


def clause_steps(structure: Structure) -> Iterator[Step]:
    """Every clause: its id, and the kind of marker that opened it."""
    for part in (*([structure.order] if structure.order else []), *structure.annexes):
        for clause in part.walk():
            yield Step(clause.span.start, clause.span.end, f"clause {clause.id}", clause.own, _rule(clause))


def _rule(clause: Clause) -> str:
    heading = ", a heading" if clause.heading is not None else ""
    return f"parsers.markers: {clause.kind.value} «{clause.marker}»{heading}"


def table_steps(tables: Sequence[HeldTable]) -> Iterator[Step]:
    """Every table: what its columns were taken for, its sections."""
    for held in tables:
        start, end = held.table.spans[0].start, held.table.spans[-1].end
        holder = held.clause.id if held.clause else held.part.id
        if held.grid is None:
            yield Step(start, end, f"table of {holder}", f"{held.table.width} columns", "parsers.grids: no grid")
            continue
        yield Step(
            start, end, f"table of {holder}", _columns(held.grid), "parsers.columns: header and contents, best of all"
        )
        for section in held.grid.sections:
            place = section.spans[0].start, section.spans[-1].end
            yield Step(*place, f"section of {holder}", section.text, "parsers.grids.is_section")


def _columns(grid: Grid) -> str:
    named = zip(grid.headers, grid.roles, strict=True)
    return "; ".join(f"{number} «{header}» {role or 'unknown'}" for number, (header, role) in enumerate(named, 1))
