"""Characters to words and lines: white space, letters struck twice, directions of reading."""

import pytest

from parsers.document import Document, Paragraph
from parsers.pdf.read import read_pdf
from tests.pdf_maker import A4, Sheet, make_pdf


def read(*sheets: Sheet) -> Document:
    return read_pdf(make_pdf(sheets), "order.pdf", "")


def texts(*sheets: Sheet) -> list[str]:
    return [block.text for block in read(*sheets).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("operators", "text"),
    [
        ("BT /F1 12 Tf 100 700 Td [(Order) -300 (two)] TJ ET", "Order two"),
        ("BT /F1 12 Tf 100 700 Td [(Or) 20 (der) -40 (s)] TJ ET", "Orders"),
        ("BT /F1 12 Tf 100 700 Td (Order  two) Tj ET", "Order two"),
        ("BT /F1 1 Tf 12 0 0 12 100 700 Tm (Order two) Tj ET", "Order two"),
        ("BT /F1 12 Tf 100 700 Td 3 Tc (ORDER) Tj ET", "ORDER"),
        ("BT /F1 12 Tf 100 700 Td 3 Tc (ORDER TWO) Tj ET", "ORDER TWO"),
        ("BT /F1 12 Tf 100 700 Td (O R D E R) Tj ET", "O R D E R"),
        ("BT /F1 12 Tf 100 700 Td (Ord) Tj ET BT /F1 12 Tf 118.2 700 Td (er) Tj ET", "Order"),
        ("BT /F1 12 Tf 130 700 Td (two) Tj ET BT /F1 12 Tf 95 700 Td (Order) Tj ET", "Order two"),
        ("BT /F1 12 Tf 100 700 Td (Bold) Tj ET BT /F1 12 Tf 100.4 700 Td (Bold) Tj ET", "Bold"),
        ("BT /F1 12 Tf 100 700 Td (Bold one) Tj ET BT /F1 12 Tf 100.4 700.3 Td (Bold one) Tj ET", "Bold one"),
        ("BT /F1 12 Tf 100 700 Td [(B) 480 (B) -20 (o) 480 (o) -20 (l) 480 (l) -20 (d) 480 (d)] TJ ET", "Bold"),
        ("BT /F1 12 Tf 100 700 Td (all) Tj ET", "all"),
        ("BT /F1 12 Tf 100 700 Td (word) Tj 5 Ts /F1 7 Tf (1) Tj 0 Ts /F1 12 Tf (, next) Tj ET", "word, next"),
        ("BT /F1 12 Tf 100 700 Td (art. 52) Tj 5 Ts /F1 7 Tf (1) Tj ET", "art. 52¹"),
        ("q 1 0 0 1 0 0 cm BT 3 Tr /F1 12 Tf 100 700 Td (unseen layer) Tj ET Q", "unseen layer"),
    ],
)
def test_words_of_a_line(operators: str, text: str) -> None:
    assert texts(Sheet().raw(operators)) == [text]


@pytest.mark.parametrize(
    "operators",
    [
        "BT /F1 -12 Tf 100 700 Td (mirrored) Tj ET",
        "BT /F1 12 Tf 0 0 0 0 100 700 Tm (flat) Tj ET",
        "BT /F1 12 Tf 1e38 0 0 1e38 1e38 1e38 Tm (far) Tj ET 1e38 1e38 m 1e38 0 l S",
        "BT /F1 1e30 Tf 100 700 Td (huge) Tj ET",
        "BT /F1 0 Tf 100 700 Td (nothing) Tj ET",
    ],
)
def test_impossible_sizes_and_places_break_nothing(operators: str) -> None:
    assert "Приказ министерства" in texts(Sheet().text(100, 100, "Приказ министерства").raw(operators))


def test_text_is_cyrillic_by_its_map() -> None:
    assert texts(Sheet().text(100, 100, "Приказ № 5 «О ёжиках» – первый")) == ["Приказ № 5 «О ёжиках» – первый"]


def turned(quarter: int, lines: list[str]) -> Sheet:
    """A page whose text runs in a quarter of the compass of user space."""
    matrix = ("1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0")[quarter]
    width, height = A4
    step = {0: (0, 14), 1: (14, 0), 2: (0, -14), 3: (-14, 0)}[quarter]
    start = {0: (100, 100), 1: (100, height - 100), 2: (width - 100, height - 100), 3: (width - 100, 100)}[quarter]
    sheet = Sheet()
    for number, line in enumerate(lines):
        sheet.text(start[0] + number * step[0], start[1] + number * step[1], line, matrix=matrix)
    return sheet


@pytest.mark.parametrize("quarter", range(4))
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_pages_are_read_in_the_direction_of_their_text(quarter: int, rotate: int) -> None:
    lines = ["Первая строка приказа министерства труда.", "Вторая строка.", "Третья строка."]
    sheet = turned(quarter, lines)
    sheet.rotate = rotate
    assert read(sheet).text.splitlines() == lines


@pytest.mark.parametrize("quarter", range(1, 4))
def test_drawn_tables_turn_with_their_page(quarter: int) -> None:
    upright = Sheet()
    for x in (100, 200, 300):
        upright.rule(x, 100, x, 160)
    for y in (100, 130, 160):
        upright.rule(100, y, 300, y)
    for number in range(4):
        upright.text(110 + 100 * (number % 2), 120 + 30 * (number // 2), f"ячейка {number}")
    cm = {1: f"0 1 -1 0 {A4[1]} 0 cm", 2: f"-1 0 0 -1 {A4[0]} {A4[1]} cm", 3: f"0 -1 1 0 0 {A4[0]} cm"}[quarter]
    size = A4 if quarter == 2 else (A4[1], A4[0])
    sheet = Sheet(size, parts=[cm.encode(), *upright.parts])
    (table,) = read(sheet).blocks
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["ячейка 0", "ячейка 1"],
        ["ячейка 2", "ячейка 3"],
    ]  # type: ignore[union-attr]


def test_text_along_another_direction_is_kept_beside() -> None:
    sheet = Sheet().lines(100, 100, ["Приказ министерства", "о перечне точек"])
    sheet.text(40, 600, "Документ зарегистрирован", matrix="0 1 -1 0")
    assert "Документ зарегистрирован" in texts(sheet)


def test_a_watermark_is_a_mark() -> None:
    sheet = Sheet().text(100, 100, "Приказ министерства").text(150, 500, "КОПИЯ", 60, "0.7 0.7 -0.7 0.7")
    document = read(sheet)
    assert [mark.text for mark in document.marks if mark.name == "watermark"] == ["КОПИЯ"]
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["Приказ министерства"]


@pytest.mark.parametrize("size", [40, 70])
def test_an_upright_watermark_does_not_tear_the_lines_it_covers(size: float) -> None:
    lines = ["Приказ министерства", "о перечне точек", "взаимодействия с клиентами", "и порядке его ведения"]
    document = read(Sheet().lines(100, 100, lines).text(90, 130, "ПРОЕКТ", size))
    assert " ".join(block.text for block in document.blocks if isinstance(block, Paragraph)) == " ".join(lines)
    assert [(mark.name, mark.text) for mark in document.marks] == [("watermark", "ПРОЕКТ")]


def test_a_large_title_over_nothing_is_no_watermark() -> None:
    assert read(Sheet().text(100, 60, "УКАЗ", 36).lines(100, 100, ["о перечне", "точек"])).marks == ()


def test_text_beyond_the_paper_is_a_mark() -> None:
    document = read(Sheet().text(100, 100, "Приказ министерства").text(-300, 200, "за краем"))
    assert [(mark.name, mark.text) for mark in document.marks] == [("off_page", "за краем")]
