"""Tables: merges that the source does not print, cells whose column is doubtful, forms without rows."""

from collections.abc import Iterator

from extractor.diagnostics.case import Case, Finding
from extractor.places.finding import HeldTable


def merged_cells(case: Case) -> Iterator[Finding]:
    """One for a table whose merges were recovered by meaning; rows that go on under the same header are one table."""
    seen: set[tuple[str, ...]] = set()
    for held in case.tables:
        if held.grid is None or not held.grid.lists_touchpoints:
            continue
        table = (_holder(held), *held.grid.headers)
        if table not in seen and any(row.inferred for row in held.grid.rows):
            seen.add(table)
            message = "the source does not print which cells are merged; they were recovered by meaning"
            yield Finding("merged_cells_inferred", "info", message, _place(held), _holder(held))


def doubtful_cells(case: Case) -> Iterator[Finding]:
    """A row whose cells fit other columns nearly as well."""
    for held in case.tables:
        if held.grid is None or not held.grid.lists_touchpoints:
            continue
        for row in held.grid.doubtful:
            spans = row.spans
            if spans:
                place = (min(span.start for span in spans), max(span.end for span in spans))
                yield Finding("doubtful_cells", "warning", "the columns of this row are doubtful", place, _holder(held))


def empty_forms(case: Case) -> Iterator[Finding]:
    """A form whose table has only blank rows."""
    for held in case.tables:
        if held.grid is not None and held.grid.blank_rows and not held.grid.rows:
            yield Finding("empty_form", "info", "a form: its table has no filled row", _place(held), held.part.id)


def _place(held: HeldTable) -> tuple[int, int]:
    return held.table.spans[0].start, held.table.spans[-1].end


def _holder(held: HeldTable) -> str:
    return held.clause.id if held.clause else held.part.id
