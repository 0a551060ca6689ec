"""A small typesetter for tests: paragraphs and ruled tables with spans to PDF pages, rows cut where a page ends.

It knows what it sets, so what is read back can be compared without any office program.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.pdf_maker import A4, Sheet, make_pdf

LETTER = 0.5
SPACE = 0.25
PAD = 4.0


def width_of(text: str, size: float) -> float:
    return sum(SPACE if letter == " " else LETTER for letter in text) * size


def wrap(text: str, width: float, size: float, first: float = 0.0) -> list[str]:
    """Lines of a paragraph, broken at spaces as soon as a word does not fit."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        room = width - (first if not lines else 0.0)
        if line and width_of(f"{line} {word}", size) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


@dataclass
class TableCell:
    """A cell to be set: its place on the grid and its text."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str


@dataclass
class Typesetter:
    """Sets blocks one after another, on as many pages as they need."""

    size: float = 12
    pitch: float = 14
    margin: float = 60
    foot: float = 780
    indent: float = 35
    numbers: bool = True
    sheets: list[Sheet] = field(default_factory=list)
    y: float = 0

    def __post_init__(self) -> None:
        self.page()

    @property
    def width(self) -> float:
        return A4[0] - 2 * self.margin

    def page(self) -> Sheet:
        self.sheets.append(Sheet())
        if self.numbers and len(self.sheets) > 1:
            self.sheets[-1].text(A4[0] / 2, 30, str(len(self.sheets)))
        self.y = self.margin + self.pitch
        return self.sheets[-1]

    def paragraph(self, text: str) -> "Typesetter":
        """A paragraph set in on its first line."""
        for number, line in enumerate(wrap(text, self.width, self.size, self.indent)):
            if self.y > self.foot:
                self.page()
            self.sheets[-1].text(self.margin + (0 if number else self.indent), self.y, line, self.size)
            self.y += self.pitch
        return self

    def centred(self, text: str) -> "Typesetter":
        self.sheets[-1].text((A4[0] - width_of(text, self.size)) / 2, self.y, text, self.size)
        self.y += self.pitch
        return self

    def table(self, widths: Sequence[float], cells: Sequence[TableCell], height: int, header: int = 0) -> "Typesetter":
        """A ruled table; header rows come again on every page, a row too high for the page is cut."""
        TableSetter(self, widths, cells, height, header).set()
        self.y += 2 * self.pitch
        return self

    def bytes(self) -> bytes:
        return make_pdf(self.sheets)


class TableSetter:
    """Sets one table row by row; merged cells give up their lines wherever they have room."""

    def __init__(
        self, page: Typesetter, widths: Sequence[float], cells: Sequence[TableCell], height: int, header: int
    ) -> None:
        self.page = page
        self.cells = sorted(cells, key=lambda cell: (cell.row, cell.column))
        self.height, self.header = height, header
        self.walls = [page.margin]
        for width in widths:
            self.walls.append(self.walls[-1] + width)
        self.left: dict[int, list[str]] = {}

    def set(self) -> None:
        top = self.page.y - self.page.pitch
        for row in range(self.height):
            top = self.row(row, top)
        self.page.y = top + self.page.pitch

    def lines(self, cell: TableCell) -> list[str]:
        inner = self.walls[cell.column + cell.colspan] - self.walls[cell.column] - 2 * PAD
        return wrap(cell.text, inner, self.page.size) if cell.text else []

    def row(self, row: int, top: float) -> float:
        """Set a row and return its lower edge; it goes on over as many pages as it needs."""
        begun = [cell for cell in self.cells if cell.row == row]
        self.left.update((id(cell), self.lines(cell)) for cell in begun)
        open_cells = [cell for cell in self.cells if cell.row <= row < cell.row + cell.rowspan]
        need = [cell for cell in open_cells if cell.row + cell.rowspan == row + 1]
        while True:
            room = int((self.page.foot - top - 2 * PAD) / self.page.pitch)
            wanted = max((len(self.left[id(cell)]) for cell in need), default=0)
            if room < 1:
                top = self.break_page()
                continue
            count = min(room, max(1, wanted))
            bottom = top + count * self.page.pitch + 2 * PAD
            self.draw(row, open_cells, top, bottom, count)
            if wanted <= count:
                return bottom
            top = self.break_page()

    def draw(self, row: int, open_cells: Sequence[TableCell], top: float, bottom: float, count: int) -> None:
        sheet = self.page.sheets[-1]
        for cell in open_cells:
            x0, x1 = self.walls[cell.column], self.walls[cell.column + cell.colspan]
            lines, rest = self.left[id(cell)][:count], self.left[id(cell)][count:]
            for number, line in enumerate(lines):
                sheet.text(x0 + PAD, top + PAD + (number + 0.8) * self.page.pitch, line, self.page.size)
            self.left[id(cell)] = rest
            sheet.rule(x0, top, x0, bottom).rule(x1, top, x1, bottom)
            if cell.row == row or top <= self.page.margin + 1:
                sheet.rule(x0, top, x1, top)
            if cell.row + cell.rowspan == row + 1:
                sheet.rule(x0, bottom, x1, bottom)
        self.last = (open_cells, bottom)

    def break_page(self) -> float:
        """Close the cells that are open, turn the page, print the header again."""
        if hasattr(self, "last"):
            open_cells, bottom = self.last
            for cell in open_cells:
                x0, x1 = self.walls[cell.column], self.walls[cell.column + cell.colspan]
                self.page.sheets[-1].rule(x0, bottom, x1, bottom)
        self.page.page()
        top = self.page.margin
        for row in range(self.header):
            again = [cell for cell in self.cells if cell.row == row]
            kept = dict(self.left)
            self.left.update((id(cell), self.lines(cell)) for cell in again)
            count = max(len(self.lines(cell)) for cell in again)
            bottom = top + count * self.page.pitch + 2 * PAD
            self.draw(row, again, top, bottom, count)
            self.left = kept
            top = bottom
        if self.header:
            for left, right in zip(self.walls, self.walls[1:], strict=False):
                self.page.sheets[-1].rule(left, top, right, top)
        return top
