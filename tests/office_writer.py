"""Writes an order as a Word document: real headings, lists, tables with merged cells, a header and a footer."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

_PIECE = re.compile(r"(\*\*|<https?://[^>\s]+>|\n)")
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
CENTRE, RIGHT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY

CLAUSES, ROWS, BULLETS = 1, 2, 3
"""The lists: chapters, clauses and items of the text; rows of a table; dashes."""


def _level(number: int, form: str, text: str, style: str = "") -> str:
    tied = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{tied}<w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


_LEVELS = {
    CLAUSES: _level(0, "decimal", "%1.")
    + _level(1, "decimal", "%1.%2.", "Clause1")
    + _level(2, "decimal", "%3)", "Clause2"),
    ROWS: _level(0, "decimal", "%1."),
    BULLETS: _level(0, "bullet", "-"),
}


def _place(number: int, level: int) -> str:
    return f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


class Writer:
    """One Word document in the making."""

    def __init__(self) -> None:
        self._made: Any = docx.Document()
        self._lists = 0
        self._lay_out()
        self._define_lists()
        for level in (1, 2):
            self._number_style(level)

    def _lay_out(self) -> None:
        normal = self._made.styles["Normal"]
        heading = self._made.styles["Heading 1"]
        for style, size in ((normal, 14), (heading, 14)):
            style.font.name, style.font.size = "Times New Roman", Pt(size)
            style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
            style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        heading.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
        section = self._made.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(2), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)
        self._page_number(section.header.paragraphs[0], "{PAGE}")
        self._page_number(section.footer.paragraphs[0], "Страница {PAGE} из {NUMPAGES}")

    def _page_number(self, paragraph: Any, text: str) -> None:
        paragraph.alignment = CENTRE
        for piece in re.split(r"(\{\w+\})", text):
            if not piece.startswith("{"):
                paragraph.add_run(piece)
                continue
            for markup in (
                '<w:fldChar {} w:fldCharType="begin"/>',
                f"<w:instrText {{}}> {piece[1:-1]} </w:instrText>",
                '<w:fldChar {} w:fldCharType="separate"/>',
                "<w:t {}>1</w:t>",
                '<w:fldChar {} w:fldCharType="end"/>',
            ):
                paragraph.add_run()._r.append(parse_xml(markup.format(nsdecls("w"))))

    def _define_lists(self) -> None:
        for child in list(self._made.part.numbering_part.element):
            child.getparent().remove(child)
        for kind in _LEVELS:
            self.new_list(kind)

    def new_list(self, kind: int) -> int:
        """A new list with a definition of its own, counting from one; the first of a kind has its number."""
        self._lists += 1
        number, part = self._lists, self._made.part.numbering_part.element
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{_LEVELS[kind]}</w:abstractNum>'
        part.insert(number - 1, parse_xml(abstract))
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
        return number

    def _number_style(self, level: int) -> None:
        """A paragraph style that numbers clauses or items by itself."""
        style = self._made.styles.add_style(f"Clause{level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = self._made.styles["Normal"]
        style.element.get_or_add_pPr().append(parse_xml(_place(CLAUSES, level)))

    def paragraph(
        self, text: str, align: Any = BOTH, place: tuple[int, int] | None = None, style: str | None = None
    ) -> None:
        """A paragraph; ``**`` and ``<https://…>`` become bold and links, a line end a line break."""
        made = self._made.add_paragraph(style=style)
        made.paragraph_format.first_line_indent = Cm(1.25) if align == BOTH else None
        self._fill(made, text, align, place)

    def heading(self, text: str, place: tuple[int, int] | None = None) -> None:
        """A chapter heading."""
        self._fill(self._made.add_paragraph(style="Heading 1"), text, CENTRE, place)

    def blank(self, new_page: bool = False) -> None:
        """An empty paragraph."""
        self._made.add_paragraph().paragraph_format.page_break_before = new_page or None

    def _fill(self, made: Any, text: str, align: Any, place: tuple[int, int] | None) -> None:
        made.alignment = align
        if place is not None:
            made._p.get_or_add_pPr()._insert_numPr(parse_xml(_place(*place)))
        bold = False
        for piece in filter(None, _PIECE.split(text)):
            if piece == "**":
                bold = not bold
            elif piece == "\n":
                made.add_run().add_break()
            elif piece.startswith("<"):
                self._link(made, piece[1:-1])
            else:
                made.add_run(piece).bold = bold or None

    def _link(self, made: Any, address: str) -> None:
        identity = made.part.relate_to(address, _HYPERLINK, is_external=True)
        link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{identity}"/>')
        link.append(made.add_run(address)._r)
        made._p.append(link)

    def beside(self, *cells: Sequence[str]) -> None:
        """Cells beside one another in a table without rules, each of one or more paragraphs."""
        table = self._made.add_table(1, len(cells))
        for cell, lines in zip(table.rows[0].cells, cells, strict=True):
            self._cell(cell, lines, None)

    def table(
        self, grid: Sequence[Sequence[Sequence[str] | str]], widths: Sequence[float], lists: dict[int, int], header: int
    ) -> None:
        """A ruled table; a cell is its paragraphs, or ``^`` or ``<`` where another one covers it."""
        made = self._made.add_table(len(grid), len(widths), style="Table Grid")
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Cm(width)
        for row_number, row in enumerate(grid):
            for column, lines in enumerate(row):
                cell = made.cell(row_number, column)
                cell.width = Cm(widths[column])
                if isinstance(lines, str):
                    continue
                down, across = _reach(grid, row_number, column)
                if (down, across) != (row_number, column):
                    cell = cell.merge(made.cell(down, across))
                place = (lists[row_number], 0) if column == 0 and row_number in lists else None
                self._cell(cell, lines, place, size=11)
        for row in made.rows[:header]:
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))

    def _cell(self, cell: Any, lines: Sequence[str], place: tuple[int, int] | None, size: int = 14) -> None:
        for extra in cell.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        for index, line in enumerate(lines):
            made = cell.paragraphs[0] if not index else cell.add_paragraph()
            self._fill(made, line, None, place)
            for run in made.runs:
                run.font.size = Pt(size)

    def bytes(self, title: str) -> bytes:
        """The file; the same words give the same bytes."""
        core = self._made.core_properties
        core.author, core.title, core.comments = "", title, ""
        core.created = core.modified = datetime(2024, 1, 1, tzinfo=UTC)
        stream = io.BytesIO()
        self._made.save(stream)
        packed = io.BytesIO()
        with zipfile.ZipFile(stream) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(zipfile.ZipInfo(name, _LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
        return packed.getvalue()


def _reach(grid: Sequence[Sequence[object]], row: int, column: int) -> tuple[int, int]:
    """The last row and column that the cell at this place covers."""
    across = column
    while across + 1 < len(grid[row]) and grid[row][across + 1] == "<":
        across += 1
    down = row
    while down + 1 < len(grid) and grid[down + 1][column] == "^":
        down += 1
    return down, across
