"""What is pinned on a page: seen in its place, or kept by name."""

import pytest

from normalizers.errors import ReestrError
from parsers.document import Document, Paragraph, Table
from parsers.pdf.layer import PageLayer, Word
from parsers.pdf.read import read_pdf
from parsers.pdf.settings import PdfSettings
from tests.pdf_maker import Sheet, make_pdf

KINDS = ["FreeText", "Stamp", "Widget"]


def read(sheet: Sheet) -> Document:
    return read_pdf(make_pdf([sheet]), "order.pdf", "")


def order() -> Sheet:
    return Sheet().text(60, 100, "ПРИКАЗ министерства труда").text(60, 140, "Об утверждении перечня")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def marks(document: Document) -> list[tuple[str, str]]:
    return [(mark.name, mark.text) for mark in document.marks]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("picture", [True, False])
def test_what_is_seen_on_the_page_is_read_in_its_place(kind: str, picture: bool) -> None:
    document = read(order().note(kind, 60, 120, "от 12.02.2024 № 89-П", picture))
    assert texts(document) == ["ПРИКАЗ министерства труда", "от 12.02.2024 № 89-П", "Об утверждении перечня"]
    assert marks(document) == []


@pytest.mark.parametrize("picture", [True, False])
def test_a_field_in_a_cell_is_text_of_the_cell(picture: bool) -> None:
    sheet = Sheet().text(64, 114, "Телефон").note("Widget", 204, 114, "8 (000) 123-45-67", picture)
    for x in (60, 200, 400):
        sheet.rule(x, 100, x, 130)
    sheet.rule(60, 100, 400, 100).rule(60, 130, 400, 130)
    (table,) = read(sheet).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["Телефон", "8 (000) 123-45-67"]


@pytest.mark.parametrize("kind", ["Text", "Highlight", "StrikeOut", "FileAttachment"])
def test_a_remark_is_a_mark_after_its_page(kind: str) -> None:
    document = read(order().note(kind, 60, 120, "Исправить дату"))
    assert texts(document) == ["ПРИКАЗ министерства труда", "Об утверждении перечня"]
    assert marks(document) == [("comment", "Исправить дату")]


@pytest.mark.parametrize("flags", ["/F 2", "/F 32"])
def test_what_a_viewer_hides_is_a_mark(flags: str) -> None:
    assert marks(read(order().note("FreeText", 60, 120, "черновик", extra=flags))) == [("hidden", "черновик")]


def test_a_recognised_page_keeps_what_its_picture_does_not_show() -> None:
    letters_as_outlines = Sheet().raw("1 1 m 9 9 l S " * 300)
    sheet = letters_as_outlines.note("FreeText", 60, 120, "№ 89-П").note("Text", 60, 1, "да")
    seen = PageLayer(1, 595, 842, [Word("ПРИКАЗ", 60, 110, 90, 102, 102, 12)])
    document = read_pdf(make_pdf([sheet]), "order.pdf", "", recognise=lambda page: seen)
    assert (texts(document), marks(document)) == (["ПРИКАЗ", "№ 89-П"], [("comment", "да")])


def test_a_page_of_too_many_annotations_is_refused() -> None:
    sheet = order()
    for _ in range(11):
        sheet.note("Text", 60, 120, "да")
    with pytest.raises(ReestrError, match="annotations"):
        read_pdf(make_pdf([sheet]), "order.pdf", "", settings=PdfSettings(page_annotations=10))
