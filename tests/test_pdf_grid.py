"""Rules to cells: random grids with merged cells come back as they were drawn, however the drawing is cut up."""

import random
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.errors import ReestrError
from parsers.pdf.grid import rules_to_grids
from parsers.pdf.layer import Rule
from parsers.pdf.settings import DEFAULT_SETTINGS, PdfSettings

Place = tuple[int, int, int, int]


@dataclass
class Drawing:
    """Cells as (row, column, rowspan, colspan) on a grid of places."""

    xs: list[float]
    ys: list[float]
    cells: list[Place]

    def rules(self) -> list[Rule]:
        """The four sides of every cell."""
        found = []
        for row, column, rowspan, colspan in self.cells:
            x0, x1 = self.xs[column], self.xs[column + colspan]
            y0, y1 = self.ys[row], self.ys[row + rowspan]
            found += [Rule(False, y0, x0, x1), Rule(False, y1, x0, x1), Rule(True, x0, y0, y1), Rule(True, x1, y0, y1)]
        return found

    def packed(self) -> list[Place]:
        """The cells on the grid of those places where a wall begins."""
        rows = sorted({edge for row, _, span, _ in self.cells for edge in (row, row + span)})
        columns = sorted({edge for _, column, _, span in self.cells for edge in (column, column + span)})
        return sorted(
            (
                rows.index(row),
                columns.index(column),
                rows.index(row + rowspan) - rows.index(row),
                columns.index(column + colspan) - columns.index(column),
            )
            for row, column, rowspan, colspan in self.cells
        )


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    steps = st.integers(12, 90)
    xs = [50.0]
    for _ in range(columns):
        xs.append(xs[-1] + draw(steps))
    ys = [40.0]
    for _ in range(rows):
        ys.append(ys[-1] + draw(steps))
    taken: set[tuple[int, int]] = set()
    cells: list[Place] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            rowspan, colspan = draw(st.integers(1, 3)), draw(st.integers(1, 3))
            place = _fitting(row, column, min(rowspan, rows - row), min(colspan, columns - column), taken)
            taken |= {(r, c) for r in range(row, row + place[2]) for c in range(column, column + place[3])}
            cells.append(place)
    return Drawing(xs, ys, cells)


def _fitting(row: int, column: int, rowspan: int, colspan: int, taken: set[tuple[int, int]]) -> Place:
    """The largest part of a merge that is still free."""
    while any((row, c) in taken for c in range(column, column + colspan)):
        colspan -= 1
    while any((r, c) in taken for r in range(row, row + rowspan) for c in range(column, column + colspan)):
        rowspan -= 1
    return row, column, rowspan, colspan


def found_cells(rules: list[Rule]) -> list[list[Place]]:
    grids = rules_to_grids(rules, DEFAULT_SETTINGS)
    return [sorted((cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid.cells) for grid in grids]


@settings(max_examples=150, deadline=None)
@given(drawings())
def test_cells_come_back_as_drawn(drawing: Drawing) -> None:
    wanted = [drawing.packed()] if len(drawing.cells) > 1 else []
    assert found_cells(drawing.rules()) == wanted


@settings(max_examples=150, deadline=None)
@given(drawings(), st.randoms(use_true_random=False))
def test_cells_come_back_from_shaken_and_broken_rules(drawing: Drawing, chance: random.Random) -> None:
    rules = []
    for rule in drawing.rules():
        middle = (rule.start + rule.end) / 2
        for start, end in pairwise([rule.start, middle, rule.end]):
            shaken = [value + chance.uniform(-0.6, 0.6) for value in (rule.at, start, end)]
            rules.append(Rule(rule.vertical, *shaken))
    chance.shuffle(rules)
    wanted = [drawing.packed()] if len(drawing.cells) > 1 else []
    assert found_cells(rules) == wanted


@settings(max_examples=80, deadline=None)
@given(drawings(), drawings())
def test_tables_apart_are_two(first: Drawing, second: Drawing) -> None:
    below = first.ys[-1] + 30 - second.ys[0]
    second = Drawing(second.xs, [y + below for y in second.ys], second.cells)
    wanted = [drawing.packed() for drawing in (first, second) if len(drawing.cells) > 1]
    assert found_cells(first.rules() + second.rules()) == wanted


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Rule, st.booleans(), *[st.floats(0, 800, width=32)] * 3), max_size=60))
def test_no_rules_make_cells_overlap(rules: list[Rule]) -> None:
    rules = [rule._replace(start=min(rule.start, rule.end), end=max(rule.start, rule.end)) for rule in rules]
    for grid in rules_to_grids(rules, DEFAULT_SETTINGS):
        squares = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.rowspan)
            for column in range(cell.column, cell.column + cell.colspan)
        ]
        assert len(squares) == len(set(squares))


def box(x0: float, y0: float, x1: float, y1: float) -> list[Rule]:
    return [Rule(False, y0, x0, x1), Rule(False, y1, x0, x1), Rule(True, x0, y0, y1), Rule(True, x1, y0, y1)]


def test_open_sides_are_closed() -> None:
    rules = [Rule(False, y, 50, 500) for y in (100, 130, 160)] + [Rule(True, 200, 100, 160)]
    assert found_cells(rules) == [[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]


@pytest.mark.parametrize("gap", [1.5, 4.0])
def test_double_rules_are_one(gap: float) -> None:
    rules = [Rule(False, y + more, 50, 500) for y in (100, 130, 160) for more in (0, gap)]
    rules += [Rule(True, x + more, 100, 160 + gap) for x in (50, 200, 500) for more in (0, gap)]
    assert len(found_cells(rules)[0]) == 4


def test_dashes_are_one_rule() -> None:
    across = [Rule(False, y, x, x + 6) for y in (100, 130, 160) for x in range(50, 500, 10)]
    down = [Rule(True, x, y, y + 6) for x in (50, 200, 496) for y in range(100, 160, 10)]
    assert len(found_cells(across + down)[0]) == 4


def test_a_table_drawn_without_a_frame_has_its_corner_cells() -> None:
    rules = [Rule(False, y, 50, 500) for y in (130, 160)] + [Rule(True, x, 100, 190) for x in (150, 300)]
    assert found_cells(rules) == [[(row, column, 1, 1) for row in range(3) for column in range(3)]]


def test_two_lines_that_cross_are_no_table() -> None:
    assert found_cells([Rule(False, 130, 50, 500), Rule(True, 200, 100, 190)]) == []


def test_one_side_not_drawn_leaves_the_cell() -> None:
    rules = [*box(50, 100, 200, 160), Rule(True, 120, 100, 160), Rule(False, 130, 50, 200)]
    rules = [rule for rule in rules if not (rule.vertical and rule.at == 50)] + [Rule(True, 50, 130, 160)]
    assert len(found_cells(rules)[0]) == 4


def test_the_space_beside_a_narrow_table_on_a_wide_one_is_no_cell() -> None:
    rules = [*box(50, 100, 200, 130), *box(50, 130, 400, 160), Rule(True, 120, 100, 160)]
    assert (0, 2, 1, 1) not in found_cells(rules)[0]
    assert len(found_cells(rules)[0]) == 4


def test_a_frame_around_the_page_is_no_table() -> None:
    assert found_cells(box(20, 20, 575, 820)) == []


def test_a_table_inside_a_cell_belongs_to_the_cell() -> None:
    outer = [*box(50, 100, 500, 300), Rule(True, 250, 100, 300)]
    inner = [*box(270, 120, 480, 200), Rule(True, 350, 120, 200)]
    assert found_cells(outer + inner) == [[(0, 0, 1, 1), (0, 1, 1, 1)]]


def test_two_walls_of_one_corner_left_out_leave_every_square_in_a_cell() -> None:
    across = [Rule(False, y, 50, 350) for y in (100, 200)] + [Rule(False, 150, 50, 150), Rule(False, 150, 250, 350)]
    down = [Rule(True, x, 100, 250) for x in (50, 150, 350)] + [Rule(True, 250, 150, 250), Rule(False, 250, 50, 350)]
    (cells,) = found_cells(across + down)
    assert sum(rowspan * colspan for _, _, rowspan, colspan in cells) == 9


def test_verticals_that_end_without_a_rule_close_the_last_row() -> None:
    rules = [Rule(False, y, 50, 300) for y in (100, 130)] + [Rule(True, x, 100, 170) for x in (50, 200, 300)]
    assert found_cells(rules) == [[(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]]


def test_a_section_row_between_rows_of_merged_columns_is_not_cut() -> None:
    across = [Rule(False, y, 50, 300) for y in (100, 160, 180, 240)] + [Rule(False, y, 120, 300) for y in (130, 210)]
    down = [Rule(True, x, 100, 240) for x in (50, 300)] + [Rule(True, 120, *ends) for ends in ((100, 160), (180, 240))]
    assert [cell for cell in found_cells(across + down)[0] if cell[0] == 2] == [(2, 0, 1, 2)]


def test_a_drawing_of_too_many_rules_is_no_table() -> None:
    rules = [Rule(False, index * 5.0, index % 7, 500) for index in range(40)] + [Rule(True, 20, 0, 800)]
    assert rules_to_grids(rules, PdfSettings(max_rules=20)) == []


@pytest.mark.parametrize("value", [0, -1, float("nan"), True, "3"])
def test_settings_are_positive_numbers(value: object) -> None:
    with pytest.raises(ReestrError, match="bad_value"):
        PdfSettings(snap=value)  # type: ignore[arg-type]
