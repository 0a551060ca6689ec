"""Ruled tables of a Word document, their cells really merged."""

import re

from tests.pieces import Box, Sheet
from tests.word_markup import GRID, PAGE_WIDTH, WIDE_WIDTH, cell
from tests.word_typing import Pen

_IN_TABLE = '<w:pStyle w:val="Cell"/>'
_LETTER = 100
_MARGINS = 230
_NARROWEST = 600
_LONGEST_WORD = 24


def sheet_to_table(sheet: Sheet, pen: Pen) -> str:
    """The table; its header is repeated on every page, its rows are not cut by one."""
    widths = column_widths(sheet, WIDE_WIDTH if pen.typing.landscape else PAGE_WIDTH)
    rows = []
    for index, boxes in enumerate(sheet.covered()):
        head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if index < sheet.header else ""
        cells = "".join(_cell(box, is_below, sheet, widths, pen) for box, is_below in boxes)
        rows.append(pen.control(f"<w:tr>{head}{cells}</w:tr>"))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{GRID}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _cell(box: Box, is_below: bool, sheet: Sheet, widths: list[int], pen: Pen) -> str:
    width = sum(widths[box.column : box.column + box.colspan])
    if is_below:
        return cell("<w:p/>", box.colspan, "continue", width)
    if pen.typing.sections == "first" and box.colspan == sheet.width:
        empty = (cell("<w:p/>", 1, "", each) for each in widths[1:])
        return cell(_content(box, pen), 1, "", widths[0]) + "".join(empty)
    return pen.control(cell(_content(box, pen), box.colspan, "restart" if box.rowspan > 1 else "", width))


def _content(box: Box, pen: Pen) -> str:
    if not box.lines:
        return "<w:p/>"
    if pen.typing.cells == "breaks":
        return pen.paragraph("\n".join(box.lines), _IN_TABLE)
    return "".join(pen.paragraph(line, _IN_TABLE) for line in box.lines)


def column_widths(sheet: Sheet, width: int) -> list[int]:
    """Widths of the columns: what the longest word of each takes, the rest by how much it holds."""
    least, held = [_NARROWEST] * sheet.width, [1] * sheet.width
    for box in (box for row in sheet.rows for box in row if box.colspan == 1):
        text = " ".join(box.lines)
        word = min(_LONGEST_WORD, max(map(len, re.split(r"[ /-]", text))))
        least[box.column] = max(least[box.column], word * _LETTER + _MARGINS)
        held[box.column] += len(text)
    rest = max(0, width - sum(least))
    if not rest:
        return [lowest * width // sum(least) for lowest in least]
    return [lowest + rest * share // sum(held) for lowest, share in zip(least, held, strict=True)]
