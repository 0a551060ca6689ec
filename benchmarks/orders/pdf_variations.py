"""PDF orders that no cache has seen: the paragraphs and ruled tables of an order, varied and set page by page."""

from functools import cache
from pathlib import Path

from orders.variations import CORPUS, vary
from parsers.document import Block, Paragraph, Table
from parsers.reading import read_document
from tests.pdf_maker import Sheet, make_pdf
from tests.pdf_typesetter import TableCell, Typesetter


def pdf_variations(stem: str, count: int, folder: Path) -> list[Path]:
    """``count`` variations of one order of the corpus written into a folder."""
    paths = []
    for index in range(count):
        setter = Typesetter()
        _set_order(setter, _blocks(stem), index)
        paths.append(_write(setter.sheets, folder / f"{stem}-{index:03}.pdf"))
    return paths


def long_pdf(stem: str, pages: int, first: int, folder: Path) -> Path:
    """One PDF of so many pages: variations of an order one after another, from number ``first`` thousand on."""
    setter, index = Typesetter(), 1000 * first
    while len(setter.sheets) < pages:
        _set_order(setter, _blocks(stem), index)
        index += 1
    return _write(setter.sheets[:pages], folder / f"{stem}-{pages}-{first}.pdf")


def _write(sheets: list[Sheet], path: Path) -> Path:
    path.write_bytes(make_pdf(sheets))
    return path


@cache
def _blocks(stem: str) -> tuple[Block, ...]:
    return read_document(CORPUS / f"{stem}.docx").blocks


def _set_order(setter: Typesetter, blocks: tuple[Block, ...], index: int) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            setter.paragraph(_words(block.text, index))
        else:
            _set_table(setter, block, index)


def _set_table(setter: Typesetter, table: Table, index: int) -> None:
    """A table with even columns; its first row comes again on each page, unless it is merged with the next."""
    cells = [
        TableCell(row, cell.column or 0, cell.rowspan, cell.colspan, _words(cell.text, index))
        for row, printed in enumerate(table.rows)
        for cell in printed.cells
    ]
    is_plain = all(cell.rowspan == 1 for cell in cells if cell.row == 0)
    widths = [setter.width / table.width] * table.width
    setter.table(widths, cells, len(table.rows), header=1 if is_plain and len(table.rows) > 1 else 0)


def _words(text: str, index: int) -> str:
    """Varied words in the letters that the typesetter has."""
    return vary(text, index).encode("cp1251", "replace").decode("cp1251")
