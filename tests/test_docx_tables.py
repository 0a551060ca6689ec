"""DOCX: tables stand on their real grid, merged cells are printed once, nothing inside a cell is lost."""

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.document import Table
from parsers.docx.reader import read_docx
from parsers.grids import table_to_grid
from tests.docx_factory import cells, listed, p, r, read, root, tbl, tc, texts, tr

BORDERS = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>'
DOWN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


NUMBERING = root(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


@pytest.mark.parametrize(
    ("table", "grid"),
    [
        (tbl(tr("а", "б"), tr("в", "г")),
         [[("а", 0, 1, 1), ("б", 1, 1, 1)], [("в", 0, 1, 1), ("г", 1, 1, 1)]]),
        (tbl(tr(tc("раздел", span(2))), tr("в", "г")),
         [[("раздел", 0, 2, 1)], [("в", 0, 1, 1), ("г", 1, 1, 1)]]),
        (tbl(tr(tc("а", DOWN), "б"), tr(tc("", GO_ON), "г"), tr(tc("", GO_ON), "е")),
         [[("а", 0, 1, 3), ("б", 1, 1, 1)], [("г", 1, 1, 1)], [("е", 1, 1, 1)]]),
        (tbl(tr(tc("а", DOWN + span(2)), "б"), tr(tc("", GO_ON + span(2)), "г")),
         [[("а", 0, 2, 2), ("б", 2, 1, 1)], [("г", 2, 1, 1)]]),
        (tbl(tr(tc("а", DOWN), "б"), tr(tc("в", DOWN), "г")),
         [[("а", 0, 1, 1), ("б", 1, 1, 1)], [("в", 0, 1, 1), ("г", 1, 1, 1)]]),
        (tbl(tr(tc("а", DOWN), "б"), tr("в", "г"), tr(tc("д", GO_ON), "е")),
         [[("а", 0, 1, 1), ("б", 1, 1, 1)], [("в", 0, 1, 1), ("г", 1, 1, 1)], [("д", 0, 1, 1), ("е", 1, 1, 1)]]),
        (tbl(tr(tc("а", GO_ON), "б"), tr(tc("", GO_ON), "г")),
         [[("а", 0, 1, 2), ("б", 1, 1, 1)], [("г", 1, 1, 1)]]),
        (tbl(tr("а", "б", "в"), tr("г", properties='<w:gridBefore w:val="2"/>')),
         [[("а", 0, 1, 1), ("б", 1, 1, 1), ("в", 2, 1, 1)], [("г", 2, 1, 1)]]),
        (tbl(tr(tc("а", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>")), tr("в", "г")),
         [[("а", 0, 2, 1)], [("в", 0, 1, 1), ("г", 1, 1, 1)]]),
        (tbl(tr("а", ""), tr("", "г")),
         [[("а", 0, 1, 1), ("", 1, 1, 1)], [("", 0, 1, 1), ("г", 1, 1, 1)]]),
        (tbl(tr("а", "б"), tr("-", "-", properties="<w:del/>"), tr("в", "г", properties="<w:ins/>")),
         [[("а", 0, 1, 1), ("б", 1, 1, 1)], [("в", 0, 1, 1), ("г", 1, 1, 1)]]),
        (tbl("<w:sdt><w:sdtContent>" + tr("а", "б") + "</w:sdtContent></w:sdt>", tr("в", "г")),
         [[("а", 0, 1, 1), ("б", 1, 1, 1)], [("в", 0, 1, 1), ("г", 1, 1, 1)]]),
        (tbl("<w:tr>" + tc("а") + "<w:sdt><w:sdtContent>" + tc("б") + "</w:sdtContent></w:sdt></w:tr>", tr("в", "г")),
         [[("а", 0, 1, 1), ("б", 1, 1, 1)], [("в", 0, 1, 1), ("г", 1, 1, 1)]]),
        (tbl(tr(tc(p("- а;") + p("- б")), "в"), tr("г", "д")),
         [[("- а; - б", 0, 1, 1), ("в", 1, 1, 1)], [("г", 0, 1, 1), ("д", 1, 1, 1)]]),
    ],
)  # fmt: skip
def test_cells_stand_on_the_real_grid(table: str, grid: list[list[tuple[str, int, int, int]]]) -> None:
    assert cells(read(table)) == grid


def test_the_lines_of_a_cell_are_known() -> None:
    document = read(
        tbl(tr(tc(p("ответ") + p("жалоба") + f"<w:p>{r('а')}<w:r><w:br/></w:r>{r('б')}</w:p>"), "в"), tr("г", "д"))
    )
    cell = document.blocks[0].rows[0].cells[0]  # type: ignore[union-attr]
    assert [cell.text[at:] for at in cell.breaks] == ["жалоба а б", "а б", "б"]


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (p("до") + tbl(tr("1.", "Сайт"), tr("2.", "МФЦ")) + p("после"), "до\n1.\tСайт\n2.\tМФЦ\nпосле"),
        (tbl(tr("1.", tc(tbl(tr("глубже", "ещё"))))) + p(""), "1.\tглубже\tещё"),
        (tbl(tr(tc("а", DOWN), "б"), tr(tc("", GO_ON), "в")), "а\tб\nв"),
        (tbl(tr(tc(p("раз") + p("два")), "три")), "раз\nдва\nтри"),
    ],
)
def test_a_table_in_a_cell_is_lines_of_that_cell(content: str, seen: str) -> None:
    document = read(tbl(tr("слева", tc(content)), tr("а", "б")))
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert document.text[slice(*table.rows[0].cells[1].spans[0])] == seen


def test_a_one_cell_table_around_another_is_a_frame() -> None:
    inner = tbl(tr("N", "Точка"), tr("1.", "Сайт"))
    document = read(tbl(tr("заголовок"), tr(tc(p("Перечень") + inner + p("конец"))), tr("подпись")))
    assert texts(document) == ["[table]", "Перечень", "[table]", "конец", "[table]"]


@pytest.mark.parametrize(
    ("table", "seen"),
    [
        (tbl(tr("Начальник отдела", "А.И. Баскакова")), ["Начальник отдела А.И. Баскакова"]),
        (tbl(tr("", tc(p("Приложение") + p("к приказу"))), ruled=False), ["Приложение", "к приказу"]),
        (tbl(tr("16.02.2024", "№ 89"), ruled=False), ["16.02.2024", "№ 89"]),
        (tbl(tr("", "в рамке"), tr("1.", "")), ["[table]"]),
        (tbl(tr("N", "Точка"), tr("", ""), ruled=False), ["[table]"]),
        (tbl(tr(tc("а", BORDERS), tc("б", BORDERS)), ruled=False), ["[table]"]),
    ],
)
def test_a_table_that_only_places_words_is_paragraphs(table: str, seen: list[str]) -> None:
    assert texts(read(p("начало") + table)) == ["начало", *seen]


@pytest.mark.parametrize(
    ("cells", "is_section"),
    [
        (("Предоставление услуг", "", "", ""), True),
        (("Предоставление услуг", "", tc("", '<w:gridSpan w:val="2"/>')), True),
        ((tc("Предоставление услуг", '<w:gridSpan w:val="4"/>'),), True),
        (("1", "", tc("", '<w:gridSpan w:val="2"/>')), False),
    ],
)
def test_a_section_may_stand_in_the_first_cell_of_its_row(cells: tuple[str, ...], is_section: bool) -> None:
    header = tr("N", "Точка взаимодействия", tc("Потребности клиента", '<w:gridSpan w:val="2"/>'))
    row = tr("1", "официальный сайт", tc("получение информации", '<w:gridSpan w:val="2"/>'))
    (table,) = read(tbl(header, tr(*cells), row)).blocks
    grid = table_to_grid(table)  # type: ignore[arg-type]
    assert grid is not None
    assert [section.text for section in grid.sections] == ["Предоставление услуг"] * is_section


def test_numbering_counts_through_cells_row_by_row() -> None:
    item = tc(p("х", listed(1)))
    document = read(
        p("х", listed(1)) + tbl(tr(item, item), tr(item, item)) + p("х", listed(1)), parts={"numbering": NUMBERING}
    )
    assert [line for line in document.text.split("\n") if line] == [f"{number}) х" for number in range(1, 7)]


WORDS = st.text("абвгдежз -;.,1234567890", max_size=12)


@st.composite
def merged_tables(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int, int, int, str]]]:
    """Rows, columns and boxes (row, column, height, width, text) that tile the grid."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    free = {(row, column) for row in range(height) for column in range(width)}
    boxes = []
    for row in range(height):
        for column in range(width):
            if (row, column) not in free:
                continue
            right = column
            while (row, right) in free and right < width:
                right += 1
            wide = draw(st.integers(1, right - column))
            tall = draw(st.integers(1, height - row)) if draw(st.booleans()) else 1
            boxes.append((row, column, tall, wide, draw(WORDS)))
            free -= {(r0, c0) for r0 in range(row, row + tall) for c0 in range(column, column + wide)}
    return height, width, boxes


def rendered(height: int, width: int, boxes: list[tuple[int, int, int, int, str]]) -> bytes:
    """The table as python-docx writes it, between two paragraphs."""
    made = docx.Document()
    made.add_paragraph("до")
    table = made.add_table(height, width, style="Table Grid")
    for row, column, tall, wide, text in boxes:
        cell = table.cell(row, column)
        if (tall, wide) != (1, 1):
            cell = cell.merge(table.cell(row + tall - 1, column + wide - 1))
        cell.text = text
    made.add_paragraph("после")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


@settings(max_examples=25, deadline=None)
@given(merged_tables())
def test_a_random_table_is_read_back_equal(given_table: tuple[int, int, list[tuple[int, int, int, int, str]]]) -> None:
    height, width, boxes = given_table
    document = read_docx(rendered(height, width, boxes), "a.docx", "0")
    table = document.blocks[1]
    assert texts(document) == ["до", "[table]", "после"]
    assert isinstance(table, Table)
    found = [
        (number, cell.column, cell.rowspan, cell.colspan, " ".join(document.text[slice(*span)] for span in cell.spans))
        for number, row in enumerate(table.rows)
        for cell in row.cells
    ]
    assert found == [(*box[:4], box[4].strip()) for box in boxes]
    assert (len(table.rows), table.width, table.merges_known) == (height, width, True)


RUN = "<w:r><w:rPr><w:b/></w:rPr><w:t>слово</w:t></w:r>"


@pytest.mark.parametrize("odd", ["<w:smartTag/>", "<w:ins/>", "<w:r><w:annotationRef/></w:r>"])
@pytest.mark.parametrize(
    "row",
    [
        tr("а", "б"),
        tr(tc("а", span(2))),
        tr(tc("а", DOWN), "б"),
        tr(tc("", GO_ON), "б"),
        tr("а", properties='<w:gridBefore w:val="1"/>'),
        tr(tc(p("х", listed(1))), tc(f"<w:p>{RUN}<w:r><w:tab/></w:r></w:p>")),
        tr(tc(p("х", '<w:tabs><w:tab w:val="left" w:pos="10"/></w:tabs>')), "б"),
    ],
)
def test_the_short_way_and_the_long_way_read_the_same(row: str, odd: str) -> None:
    """An element that is not known to be harmless takes its row off the short way; the text must not change."""
    first, last = tr(tc("а", DOWN), "б"), tr("в", "г")
    given_rows = (row, row.replace("</w:p>", odd + "</w:p>"))
    short, long = (read(tbl(first, own, last), parts={"numbering": NUMBERING}) for own in given_rows)
    assert (short.text, cells(short)) == (long.text, cells(long))
