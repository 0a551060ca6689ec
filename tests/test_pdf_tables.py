"""Tables over pages, tables without rules, and what only looks like a table."""

import pytest

from parsers.document import Document, Paragraph, Table
from parsers.pdf.cells import one_word
from parsers.pdf.read import read_pdf
from tests.pdf_maker import Sheet, make_pdf
from tests.pdf_typesetter import TableCell, Typesetter

HEAD = ["№", "Точка взаимодействия", "Особенности"]
WIDTHS = [40.0, 235.0, 200.0]


def read(data: bytes) -> Document:
    return read_pdf(data, "order.pdf", "")


def tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows_to_cells(rows: list[list[str]]) -> list[TableCell]:
    return [TableCell(row, column, 1, 1, text) for row, cells in enumerate(rows) for column, text in enumerate(cells)]


def numbered(count: int) -> list[list[str]]:
    return [[f"{number}.", f"Кабинет приема граждан {number}", "офлайн-точка"] for number in range(1, count + 1)]


def test_a_header_printed_again_is_kept_once_and_marked() -> None:
    rows = [HEAD, *numbered(40)]
    document = read(Typesetter().table(WIDTHS, rows_to_cells(rows), len(rows), header=1).bytes())
    assert tables(document) == [rows]
    assert [mark.text for mark in document.marks if mark.name == "repeated_header"] == HEAD


def test_a_row_of_column_numbers_printed_again_alone_is_marked() -> None:
    first, second = [HEAD, ["1", "2", "3"], *numbered(3)], [["1", "2", "3"], ["4.", "Портал услуг", "цифровая точка"]]
    setter = Typesetter().table(WIDTHS, rows_to_cells(first), len(first))
    setter.page()
    setter.table(WIDTHS, rows_to_cells(second), len(second))
    document = read(setter.bytes())
    assert tables(document) == [[*first, second[1]]]
    assert [mark.text for mark in document.marks if mark.name == "repeated_header"] == ["1", "2", "3"]


def test_a_table_of_many_pages_is_one() -> None:
    rows = [HEAD, *numbered(900)]
    document = read(Typesetter().table(WIDTHS, rows_to_cells(rows), len(rows), header=1).bytes())
    assert tables(document) == [rows]
    assert len(document.page_starts) > 20


def test_a_table_after_a_caption_is_another_one() -> None:
    setter = Typesetter().table(WIDTHS, rows_to_cells([HEAD, *numbered(2)]), 3)
    setter.page()
    setter.paragraph("Раздел второй.")
    setter.table(WIDTHS, rows_to_cells([HEAD, *numbered(2)]), 3)
    document = read(setter.bytes())
    assert tables(document) == [[HEAD, *numbered(2)]] * 2
    assert paragraphs(document) == ["Раздел второй."]


def test_a_table_of_other_columns_on_the_next_page_is_another_one() -> None:
    setter = Typesetter().table(WIDTHS, rows_to_cells(numbered(2)), 2)
    setter.page()
    setter.table([140.0, 135.0, 200.0], rows_to_cells(numbered(2)), 2)
    assert len(tables(read(setter.bytes()))) == 2


def lone_row(number: str, text: str) -> list[TableCell]:
    return [
        TableCell(0, 0, 1, 1, number),
        TableCell(0, 1, 1, 1, text),
        TableCell(0, 2, 1, 1, "офлайн-точка" if number else ""),
    ]


@pytest.mark.parametrize(
    ("above", "below", "number", "whole"),
    [
        ("- получение ответа на обращение;", "- подача жалобы.", "", True),
        ("Прием граждан о порядке предоставления", "министерства в день обращения.", "", True),
        ("Прием граждан по вопросам обращений и взаимо-", "действия с министерством.", "", True),
        ("Прием граждан о порядке предоставления", "министерства в день обращения.", "2.", False),
        ("Прием граждан.", "Выдача документов.", "2", False),
    ],
)
def test_the_text_tells_a_cut_row_from_a_new_one(above: str, below: str, number: str, whole: bool) -> None:
    setter = Typesetter().table(WIDTHS, lone_row("1.", above), 1)
    setter.page()
    setter.table(WIDTHS, lone_row(number, below), 1)
    ((*rows,),) = tables(read(setter.bytes()))
    assert len(rows) == (1 if whole else 2)


def test_a_merged_cell_goes_on_over_the_page_and_rows_under_it_stay_apart() -> None:
    places = ["Получение справки.", "Получение ответа.", "Получение копии.", "Получение сведений."]
    cells = [TableCell(0, 0, 4, 1, "1."), *(TableCell(row, 1, 1, 2, text) for row, text in enumerate(places))]
    setter = Typesetter(foot=110).table(WIDTHS, cells, 4)
    document = read(setter.bytes())
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert len(setter.sheets) > 1
    assert [[(cell.text, cell.rowspan, cell.colspan) for cell in row.cells] for row in table.rows] == [
        [("1.", 4, 1), (places[0], 1, 1)],
        *([(text, 1, 1)] for text in places[1:]),
    ]


def group(first: int, number: int, *needs: str) -> list[TableCell]:
    """Rows under a number and a place that are merged over them."""
    merged = [TableCell(first, column, len(needs), 1, text) for column, text in enumerate((f"{number}.", "сайт"))]
    return merged + [TableCell(first + row, 2, 1, 1, need) for row, need in enumerate(needs)]


def broken(above: list[TableCell], below: list[TableCell], rows: int) -> list[int]:
    """The numbers of rows the cells of the first column cover, where a page ends after ``rows`` rows."""
    setter = Typesetter().table(WIDTHS, above, rows)
    setter.page()
    setter.table(WIDTHS, below, len({cell.row for cell in below}))
    (table,) = (block for block in read(setter.bytes()).blocks if isinstance(block, Table))
    return [cell.rowspan for row in table.rows for cell in row.cells if cell.column == 0]


def test_a_row_that_ends_in_a_sign_no_other_row_ends_in_goes_on_over_the_page() -> None:
    above = [*group(0, 1, "ответ", "отзыв"), *group(2, 2, "справка", "копия"), *group(4, 3, "жалоба", "прием;")]
    below = [TableCell(0, 0, 1, 1, ""), TableCell(0, 1, 1, 1, ""), TableCell(0, 2, 1, 1, "запись")]
    assert broken(above, below, 6) == [2, 2, 2]


def test_a_new_row_under_cells_that_the_page_cut_is_its_own() -> None:
    above = [*group(0, 1, "ответ", "отзыв"), *group(2, 2, "справка", "копия"), TableCell(4, 0, 1, 1, "3.")]
    above += [TableCell(4, 1, 1, 1, "портал государственных и муниципальных и"), TableCell(4, 2, 1, 1, "прием")]
    below = [TableCell(0, 0, 1, 1, ""), TableCell(0, 1, 1, 1, "прочих услуг"), TableCell(0, 2, 1, 1, "запись")]
    assert broken(above, below, 5) == [2, 2, 2]


def test_paragraphs_of_a_cell_are_breaks_and_its_wrapped_lines_are_none() -> None:
    sheet = Sheet().lines(64, 114, ["- получение ответа на", "обращение гражданина;", "- подача жалобы;", "- отзыв"])
    sheet.text(204, 114, "точка")
    for x in (60, 200, 300):
        sheet.rule(x, 100, x, 170)
    sheet.rule(60, 100, 300, 100).rule(60, 170, 300, 170)
    (table,) = read(make_pdf([sheet])).blocks
    assert isinstance(table, Table)
    (cell, _) = table.rows[0].cells
    pieces = [cell.text[a:b].strip() for a, b in zip((0, *cell.breaks), (*cell.breaks, None), strict=True)]
    assert pieces == ["- получение ответа на обращение гражданина;", "- подача жалобы;", "- отзыв"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Удовлетворяем", "ые потребности"], "Удовлетворяемые потребности"),
        (["https://mintr", "ud.oblast/pri", "em/2024"], "https://mintrud.oblast/priem/2024"),
        (["https://a.ru/", "prijom/news/2", "024 о приеме"], "https://a.ru/prijom/news/2024 о приеме"),
        (["mail@mintrud-", "o.ru", "8 (800)"], "mail@mintrud-o.ru 8 (800)"),
        (["ход обращения", ", а также ход"], "ход обращения, а также ход"),
    ],
)
def test_a_word_broken_by_a_narrow_column_is_whole(lines: list[str], whole: str) -> None:
    sheet = Sheet().lines(64, 114, lines).text(154, 114, "точка")
    for x in (60, 148, 300):
        sheet.rule(x, 100, x, 150)
    sheet.rule(60, 100, 300, 100).rule(60, 150, 300, 150)
    assert tables(read(make_pdf([sheet]))) == [[[whole, "точка"]]]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("государственно", "го", True),
        ("взаимодейств", "ие", True),
        ("контролируемого", "лица", False),
        ("осуществлении", "государственного", False),
        ("портал", "gosuslugi.ru", False),
        ("СЭД", "прием", False),
    ],
)
def test_halves_of_a_word(left: str, right: str, whole: bool) -> None:
    assert one_word(left, right) is whole


def columns(rows: list[tuple[str, ...]], places: tuple[float, ...], top: float = 100) -> Sheet:
    sheet = Sheet()
    for number, row in enumerate(rows):
        for x, text in zip(places, row, strict=False):
            if text:
                sheet.text(x, top + 15 * number, text)
    return sheet


def test_a_table_of_rules_across_ends_at_the_last_of_them() -> None:
    rows = [("№", "Точка взаимодействия", "Вид"), *((f"{n}.", "личный прием граждан", "офлайн") for n in (1, 2, 3))]
    sheet = columns([*rows, ("", "Конец перечня.", "")], (60, 100, 400))
    for number in range(5):
        sheet.rule(60, 89 + 15 * number, 500, 89 + 15 * number)
    document = read(make_pdf([sheet]))
    assert tables(document) == [[list(row) for row in rows]]
    assert paragraphs(document) == ["Конец перечня."]


def test_aligned_columns_without_rules_are_a_table() -> None:
    rows = [
        ("№", "Точка взаимодействия", "Вид"),
        ("1.", "официальный сайт", "цифровая"),
        ("", "министерства", ""),
        ("2.", "личный прием", "офлайн"),
        ("3.", "горячая линия", "офлайн"),
    ]
    document = read(make_pdf([columns(rows, (60, 100, 400))]))
    assert tables(document) == [
        [
            ["№", "Точка взаимодействия", "Вид"],
            ["1.", "официальный сайт министерства", "цифровая"],
            ["2.", "личный прием", "офлайн"],
            ["3.", "горячая линия", "офлайн"],
        ]
    ]
    assert not next(block for block in document.blocks if isinstance(block, Table)).merges_known


def test_a_section_row_runs_over_the_columns() -> None:
    rows = [("1.", "официальный сайт", "цифровая"), ("2.", "личный прием", "офлайн")]
    sheet = columns([*rows, ("", "", ""), *rows[::-1]], (60, 100, 400))
    sheet.text(120, 130, "Взаимодействие с внутренним клиентом министерства региона")
    (table,) = (block for block in read(make_pdf([sheet])).blocks if isinstance(block, Table))
    assert [[cell.colspan for cell in row.cells] for row in table.rows] == [
        [1, 1, 1],
        [1, 1, 1],
        [3],
        [1, 1, 1],
        [1, 1, 1],
    ]


def test_columns_without_rules_go_on_over_a_page() -> None:
    first = [(f"{number}.", f"кабинет {number}", "офлайн") for number in range(1, 5)]
    second = [(f"{number}.", f"кабинет {number}", "офлайн") for number in range(5, 9)]
    sheets = [columns(first, (60, 100, 400)), columns(second, (60, 100, 400))]
    assert tables(read(make_pdf(sheets))) == [[list(row) for row in first + second]]


@pytest.mark.parametrize("marker", ["{}.", "{})", "–"])
def test_a_list_whose_items_hang_is_no_table(marker: str) -> None:
    rows = []
    for number in range(1, 5):
        rows += [(marker.format(number), "сведения о точке взаимодействия с"), ("", "клиентами министерства;")]
    document = read(make_pdf([columns(rows, (60, 100))]))
    assert tables(document) == []
    assert paragraphs(document)[0].endswith("сведения о точке взаимодействия с клиентами министерства;")


def test_wide_gaps_of_justified_lines_are_no_columns() -> None:
    sheet = Sheet()
    for number, gaps in enumerate([(9, 14, 20), (15, 9, 18), (12, 20, 9), (19, 12, 13)]):
        x = 60.0
        for word, gap in zip(["порядок", "взаимодействия", "министерства", "труда"], (*gaps, 0), strict=True):
            sheet.text(x, 100 + 15 * number, word)
            x += 6 * len(word) + gap
    assert tables(read(make_pdf([sheet]))) == []


def test_a_drawn_table_that_only_places_a_signature_is_a_paragraph() -> None:
    cells = [TableCell(0, 0, 1, 1, "Начальник отдела"), TableCell(0, 1, 1, 1, "А.И. Петрова")]
    document = read(Typesetter().paragraph("Конец.").table([240, 235], cells, 1).bytes())
    assert tables(document) == []
    assert paragraphs(document) == ["Конец.", "Начальник отдела А.И. Петрова"]
