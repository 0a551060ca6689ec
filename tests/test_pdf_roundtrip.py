"""What is set is what is read: random paragraphs and tables over pages, set by hand and read back."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.document import Document, Paragraph, Table
from parsers.pdf.read import read_pdf
from tests.pdf_typesetter import TableCell, Typesetter

PHRASE = "сайт министерства прием граждан обращение ответ на запрос в день по телефону жалоба или отзыв о работе"
WORDS = re.findall(r"\w+", PHRASE)
OPENERS = ["Получение", "Подача", "Кабинет", "Портал", "Отдел"]
PREAMBLE = (
    "В целях совершенствования взаимодействия с клиентами министерства и подведомственных ему учреждений, внедрения "
    "стандартов обслуживания граждан и организаций, исполнения плана мероприятий по развитию, утвержденного в текущем "
    "году, а также для повышения качества государственных услуг, которые оказывает министерство, приказываю:"
)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(data: bytes) -> Document:
    return read_pdf(data, "order.pdf", "0" * 64)


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def grid(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
    return [
        [
            (number, cell.column or 0, cell.rowspan, cell.colspan, cell.text)
            for number, row in enumerate(block.rows)
            for cell in row.cells
        ]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def sentences(least: int, most: int) -> st.SearchStrategy[str]:
    """Sentences whose first word is none that a line within them could begin with."""

    def sentence(first: str, words: list[str]) -> str:
        return " ".join([first, *words]) + "."

    rest = st.lists(st.sampled_from(WORDS), min_size=least - 1, max_size=most - 1)
    return st.builds(sentence, st.sampled_from(OPENERS), rest)


@quick
@given(st.lists(sentences(3, 60), min_size=2, max_size=14))
def test_paragraphs_come_back_whole_over_lines_and_pages(texts: list[str]) -> None:
    texts = [PREAMBLE, *texts]
    setter = Typesetter(foot=300)
    for text in texts:
        setter.paragraph(text)
    document = read(setter.bytes())
    assert paragraphs(document) == texts
    assert [mark.name for mark in document.marks] == ["page_number"] * (len(setter.sheets) - 1)


@dataclass
class Drawn:
    """A table as it is set."""

    widths: list[float]
    cells: list[TableCell]
    height: int
    header: int


@st.composite
def tables(draw: st.DrawFn) -> Drawn:
    """A header, then sections and numbered groups of rows whose first cells are merged."""
    columns = draw(st.integers(3, 5))
    merged = draw(st.integers(1, columns - 2))
    widths = [35.0, *[440.0 / (columns - 1)] * (columns - 1)]
    header = draw(st.integers(0, 1))
    cells = [TableCell(0, column, 1, 1, f"Колонка {'абвгд'[column]}") for column in range(columns)] if header else []
    row = header
    for number in range(draw(st.integers(1, 9))):
        if number and draw(st.integers(0, 5)) == 0:
            cells.append(TableCell(row, 0, 1, columns, draw(sentences(2, 5))))
            row += 1
        span = draw(st.sampled_from([1, 1, 1, 3, 4]))
        for column in range(merged):
            text = f"{number + 1}." if not column else draw(sentences(1, 4))
            cells.append(TableCell(row, column, span, 1, text))
        for part in range(span):
            cells += [TableCell(row + part, c, 1, 1, draw(sentences(1, 14))) for c in range(merged, columns)]
        row += span
    return Drawn(widths, cells, row, header)


@quick
@given(tables())
def test_tables_come_back_whole_over_pages(table: Drawn) -> None:
    setter = Typesetter(foot=330)
    setter.paragraph("Перечень точек взаимодействия:")
    setter.table(table.widths, table.cells, table.height, table.header)
    setter.paragraph("Конец перечня.")
    document = read(setter.bytes())
    wanted = sorted((cell.row, cell.column, cell.rowspan, cell.colspan, cell.text) for cell in table.cells)
    assert [sorted(found) for found in grid(document)] == [wanted]
    assert paragraphs(document) == ["Перечень точек взаимодействия:", "Конец перечня."]


@quick
@given(tables())
def test_every_character_of_the_text_stands_in_one_block_or_mark(table: Drawn) -> None:
    setter = Typesetter(foot=330)
    setter.centred("ПЕРЕЧЕНЬ").table(table.widths, table.cells, table.height, table.header)
    document = read(setter.bytes())
    owners = [0] * len(document.text)
    spans = [span for block in document.blocks if isinstance(block, Paragraph) for span in block.spans]
    tables_ = [block for block in document.blocks if isinstance(block, Table)]
    spans += [span for block in tables_ for row in block.rows for cell in row.cells for span in cell.spans]
    spans += [mark.span for mark in document.marks]
    for start, end in spans:
        for position in range(start, end):
            owners[position] += 1
    assert {count for count, letter in zip(owners, document.text, strict=True) if not letter.isspace()} == {1}


@pytest.mark.parametrize("rows", [1, 12, 60])
def test_a_row_cut_by_a_page_is_one_row_with_both_pages_in_its_spans(rows: int) -> None:
    text = " ".join(["прием обращений граждан"] * 40).capitalize() + "."
    setter = Typesetter(foot=300)
    cells = [TableCell(0, 0, 1, 1, "1."), TableCell(0, 1, 1, 1, text), TableCell(0, 2, 1, 1, "цифровая точка")]
    setter.table([35, 240, 200], cells, 1)
    document = read(setter.bytes())
    (row,) = (row for block in document.blocks if isinstance(block, Table) for row in block.rows)
    assert row.cells[1].text == text
    assert {document.page_of(span.start) for span in row.cells[1].spans} == set(range(1, len(setter.sheets) + 1))
