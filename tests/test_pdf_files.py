"""The same order as DOCX and as the PDF that an office program made of it: paragraphs and cells are equal."""

from pathlib import Path

import pytest

from normalizers.verbatim import verbatim
from parsers.document import Document, Paragraph
from parsers.docx.reader import read_docx
from parsers.pdf.read import read_pdf

FILES = Path(__file__).parent / "files" / "pairs"
NAMES = sorted(path.stem for path in FILES.glob("*.pdf"))
Item = str | list[tuple[int, int, int, int, str, int]]


def content(document: Document) -> list[Item]:
    """Paragraphs, and tables as (row, column, rowspan, colspan, text, number of paragraphs)."""
    return [
        verbatim(block.text, document.hyphenated)
        if isinstance(block, Paragraph)
        else [
            (number, cell.column or 0, cell.rowspan, cell.colspan, cell.text, len(cell.breaks))
            for number, row in enumerate(block.rows)
            for cell in row.cells
        ]
        for block in document.blocks
    ]


def pdf(name: str) -> Document:
    path = FILES / f"{name}.pdf"
    return read_pdf(path, path.name, "")


def test_every_file_has_its_pair() -> None:
    assert sorted(path.stem for path in FILES.glob("*.docx")) == NAMES
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_and_cells_are_those_of_the_docx(name: str) -> None:
    path = FILES / f"{name}.docx"
    assert content(pdf(name)) == content(read_docx(path, path.name, ""))


@pytest.mark.parametrize("name", NAMES)
def test_pages_begin_where_their_text_does(name: str) -> None:
    document = pdf(name)
    numbers = [mark for mark in document.marks if mark.name == "page_number"]
    assert [document.page_of(mark.span.start) for mark in numbers] == list(range(1, len(document.page_starts) + 1))


def test_header_rows_are_kept_once_and_rows_cut_by_a_page_are_whole() -> None:
    document = pdf("narrow_table")
    assert len(document.page_starts) > 1
    assert {"repeated_header", "page_number"} == {mark.name for mark in document.marks}
    cells = [
        cell
        for block in document.blocks
        if not isinstance(block, Paragraph)
        for row in block.rows
        for cell in row.cells
    ]
    over_pages = [cell for cell in cells if len({document.page_of(span.start) for span in cell.spans}) > 1]
    assert over_pages
    for cell in cells:
        assert verbatim(" ".join(document.text[a:b] for a, b in cell.spans), document.hyphenated) == verbatim(cell.text)
