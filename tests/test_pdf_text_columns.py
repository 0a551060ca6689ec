"""Running text in two columns is read column by column; tables, stamps and signatures beside each other are not."""

import pytest

from parsers.document import Document, Paragraph, Table
from parsers.pdf.read import read_pdf
from tests.pdf_maker import Sheet, make_pdf
from tests.pdf_typesetter import wrap

TEXTS = [
    "1. Утвердить прилагаемый перечень точек взаимодействия министерства с клиентами и порядок его ведения.",
    "2. Отделу по работе с обращениями граждан обеспечить размещение перечня на официальном сайте министерства "
    "в течение трех рабочих дней со дня подписания настоящего приказа и поддерживать его в актуальном состоянии.",
    "3. Руководителям подведомственных учреждений назначить ответственных за ведение перечня и направить сведения "
    "о них в министерство не позднее десятого числа следующего месяца.",
    "4. Контроль за исполнением настоящего приказа возложить на заместителя министра, курирующего вопросы оказания "
    "услуг, и отдел контроля.",
]
SIZE, PITCH, WIDTH = 10.0, 12.0, 220.0


def read(*sheets: Sheet) -> Document:
    return read_pdf(make_pdf(sheets), "bulletin.pdf", "")


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def set_lines(texts: list[str]) -> list[tuple[float, str]]:
    """The lines of paragraphs in a column, each with its indent."""
    return [
        (0.0 if number else 15.0, line)
        for text in texts
        for number, line in enumerate(wrap(text, WIDTH, SIZE, first=15.0))
    ]


def in_columns(sheet: Sheet, lines: list[tuple[float, str]], top: float, shift: float = 0.0) -> Sheet:
    half = (len(lines) + 1) // 2
    for number, (indent, line) in enumerate(lines):
        column, row = divmod(number, half)
        sheet.text(60 + 250 * column + indent, top + row * PITCH + shift * column, line, SIZE)
    return sheet


@pytest.mark.parametrize("shift", [0.0, 4.0, 7.0])
def test_columns_of_text_are_read_one_after_the_other(shift: float) -> None:
    document = read(in_columns(Sheet(), set_lines(TEXTS), 100, shift))
    assert paragraphs(document) == TEXTS


def test_heads_and_titles_over_both_columns_stay_where_they_are() -> None:
    sheets = []
    for number in (1, 2):
        sheet = Sheet().text(60, 40, "Вестник правительства области").text(290, 800, f"- {number} -")
        if number == 1:
            sheet.text(150, 100, "ПРИКАЗ МИНИСТЕРСТВА ТРУДА ОБЛАСТИ О ТОЧКАХ")
        sheets.append(in_columns(sheet, set_lines(TEXTS[2 * number - 2 : 2 * number] * 2), 130))
    document = read(*sheets)
    assert paragraphs(document) == ["ПРИКАЗ МИНИСТЕРСТВА ТРУДА ОБЛАСТИ О ТОЧКАХ", *TEXTS[:2] * 2, *TEXTS[2:] * 2]
    assert [mark.name for mark in document.marks] == ["running_head", "page_number"] * 2


def test_a_last_page_with_a_left_column_alone_goes_on_with_the_columns() -> None:
    last = Sheet()
    for number, (indent, line) in enumerate(set_lines(TEXTS[1:2])):
        last.text(60 + indent, 60 + number * PITCH, line, SIZE)
    assert paragraphs(read(in_columns(Sheet(), set_lines(TEXTS), 100), last)) == [*TEXTS, TEXTS[1]]


def test_text_over_the_whole_width_parts_two_bands_of_columns() -> None:
    sheet = in_columns(Sheet(), set_lines(TEXTS), 100)
    sheet.text(60, 270, "Приказ вступает в силу со дня его официального опубликования в вестнике", SIZE)
    in_columns(sheet, set_lines(TEXTS), 300)
    wanted = [*TEXTS, "Приказ вступает в силу со дня его официального опубликования в вестнике", *TEXTS]
    assert paragraphs(read(sheet)) == wanted


def test_a_stamp_on_the_right_above_the_columns_comes_first() -> None:
    sheet = Sheet().lines(310, 60, ["Приложение", "к приказу министерства"], SIZE)
    assert paragraphs(read(in_columns(sheet, set_lines(TEXTS), 100)))[-4:] == TEXTS


def test_a_signature_below_the_columns_comes_last() -> None:
    sheet = in_columns(Sheet(), set_lines(TEXTS), 100)
    sheet.text(60, 330, "Министр").text(430, 330, "А.Б. Петрова")
    assert paragraphs(read(sheet)) == [*TEXTS, "Министр А.Б. Петрова"]


def test_a_table_without_rules_of_two_wide_columns_stays_a_table() -> None:
    sheet = Sheet()
    top = 100.0
    for left, right in zip(TEXTS, reversed(TEXTS), strict=True):
        cells = [wrap(text, WIDTH, SIZE) for text in (left, right)]
        for column, lines in enumerate(cells):
            sheet.lines(60 + 250 * column, top, lines, SIZE)
        top += 12 * max(map(len, cells)) + 8
    (table,) = read(sheet).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == [TEXTS[0], TEXTS[3]]


def test_stamps_beside_each_other_are_not_unrolled() -> None:
    left = ["СОГЛАСОВАНО", "Заместитель министра", "труда области", "И.И. Иванов", "01.02.2024", "М.П."]
    right = ["УТВЕРЖДАЮ", "Министр", "труда и социальной защиты", "А.Б. Петрова", "02.02.2024", "М.П."]
    document = read(Sheet().lines(60, 100, left).lines(330, 100, right))
    assert document.text.index("УТВЕРЖДАЮ") < document.text.index("М.П.")
