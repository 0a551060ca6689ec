"""Makes the pairs of DOCX and PDF under tests/files/pairs: run by hand where LibreOffice is, the results are committed.

    python -m tests.make_pdf_files

Every pair shows what orders are made of: stamps, headings, hanging lists, merged cells, header rows printed again,
rows cut by a page, narrow columns, heads and page numbers, a landscape part. Names and places are invented.
"""

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

FILES = Path(__file__).parent / "files" / "pairs"
ORGAN = "министерства природных ресурсов и экологии Заречной области"
Cells = Sequence[tuple[int, int, int, int, str]]


class Order:
    """A document under construction."""

    def __init__(self, size: float, spacing: float, justified: bool = True) -> None:
        self.file = Document()
        style = self.file.styles["Normal"]
        style.font.name, style.font.size = "Liberation Serif", Pt(size)
        style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(0), spacing
        self.body = ALIGN.JUSTIFY if justified else ALIGN.LEFT
        section = self.file.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)

    def text(self, text: str, align: Any = None, indent: float = 1.25, left: float = 0, right: float = 0) -> Any:
        paragraph = self.file.add_paragraph(text)
        paragraph.alignment = self.body if align is None else align
        form = paragraph.paragraph_format
        form.first_line_indent, form.left_indent, form.right_indent = Cm(indent), Cm(left), Cm(right)
        return paragraph

    def heading(self, text: str, before: float = 12) -> None:
        paragraph = self.text(text, ALIGN.CENTER, 0)
        paragraph.runs[0].bold = True
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(before)

    def head(self, text: str) -> None:
        paragraph = self.file.sections[0].header.paragraphs[0]
        run = paragraph.add_run(text)
        run.font.size = Pt(8)

    def numbers(self, before: str = "", after: str = "") -> None:
        paragraph = self.file.sections[0].footer.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        for text, code in ((before, "PAGE"), (after, "NUMPAGES" if after else "")):
            paragraph.add_run(text)
            if code:
                self._field(paragraph.add_run(), code)

    @staticmethod
    def _field(run: Any, code: str) -> None:
        for kind in ("begin", "", "end"):
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = code
            run._r.append(part)

    def table(self, widths: Sequence[float], cells: Cells, header: int, size: float = 12) -> None:
        """A ruled table of cells (row, column, rowspan, colspan, text); a line break parts paragraphs of a cell."""
        height = max(row + rowspan for row, _, rowspan, _, _ in cells)
        table = self.file.add_table(height, len(widths))
        table.style, table.autofit = "Table Grid", False
        for column, width in enumerate(widths):
            table.columns[column].width = Cm(width)
            for cell in table.columns[column].cells:
                cell.width = Cm(width)
        for row, column, rowspan, colspan, text in cells:
            cell = table.cell(row, column)
            if rowspan > 1 or colspan > 1:
                cell = cell.merge(table.cell(row + rowspan - 1, column + colspan - 1))
            for number, line in enumerate(text.split("\n")):
                paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
                paragraph.add_run(line).font.size = Pt(size)
                if colspan == len(widths):
                    paragraph.alignment = ALIGN.CENTER
        for row in range(header):
            table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def landscape(self) -> None:
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width


def portrait_order() -> Order:
    """An order with two annexes: lists that hang, clauses, a landscape table with a header of two rows."""
    order = Order(14, 1.0)
    order.head("Документ создан в электронной форме. № 01-02/123 от 12.03.2024")
    order.numbers("Страница ", " из ")
    order.heading("ПРАВИТЕЛЬСТВО ЗАРЕЧНОЙ ОБЛАСТИ", 0)
    order.heading("ПРИКАЗ")
    order.text("от 12 марта 2024 г. № 17-од", ALIGN.LEFT, 0)
    order.text(f"Об утверждении перечня точек взаимодействия с клиентами {ORGAN}", ALIGN.LEFT, 0, right=8)
    order.text("В целях внедрения принципов клиентоцентричности и на основании плана мероприятий приказываю:")
    order.text(f"1. Утвердить перечень точек взаимодействия с клиентами {ORGAN} (приложение № 1).")
    order.text("2. Отделу информационно-телекоммуникационных технологий разместить приказ на веб-портале.")
    order.text("3. Контроль за исполнением настоящего приказа оставляю за собой.")
    order.text("")
    order.text("Министр\t\t\t\t\t\t\t\tС.А. Сидоров", ALIGN.LEFT, 0)
    order.file.add_page_break()
    for text in ("Приложение № 1", "к приказу министерства", "от 12 марта 2024 г. № 17-од"):
        order.text(text, ALIGN.LEFT, 0, left=9)
    order.heading("ПЕРЕЧЕНЬ")
    for number in range(1, 8):
        text = (
            f"{number}) раздел «Прием граждан» официального сайта {ORGAN}, где размещаются сведения о порядке приема;"
        )
        order.text(text)
    for number in range(1, 16):
        order.text(
            f"1.{number}. Перечень ведется ответственным лицом, изменения вносятся в срок до {number} рабочих дней."
        )
    order.landscape()
    order.heading("Таблица точек взаимодействия", 6)
    cells = [(0, 0, 2, 1, "№"), (0, 1, 2, 1, "Точка взаимодействия"), (0, 2, 1, 2, "Показатели")]
    cells += [(1, 2, 1, 1, "канал"), (1, 3, 1, 1, "примечание")]
    for row in range(2, 30):
        if row % 9 == 0:
            cells.append((row, 0, 1, 4, f"Раздел {row // 9}. Внутренний клиент"))
            continue
        texts = (f"{row - 1}.", f"Кабинет приема граждан № {row}", "офлайн-точка", "вход с пандусом" if row % 2 else "")
        cells += [(row, column, 1, 1, text) for column, text in enumerate(texts)]
    order.table([1.5, 10, 5, 8], cells, header=2)
    return order


def narrow_table() -> Order:
    """A table with merged cells and narrow columns over several pages; lines half as far again apart."""
    order = Order(13, 1.5, justified=False)
    order.numbers()
    order.text(f"Перечень точек взаимодействия с клиентами {ORGAN}:")
    names = ["N", "Процесс взаимодействия", "Точка взаимодействия", "Удовлетворяемые потребности", "Особенности"]
    cells = [(0, column, 1, 1, name) for column, name in enumerate(names)]
    cells += [(1, column, 1, 1, str(column + 1)) for column in range(5)]
    needs = [
        "- получение удостоверений природопользователей;\n- получение информации о ходе рассмотрения обращения",
        "получение свидетельств о прохождении государственной экологической экспертизы хозяйственной деятельности",
        "получение или изменение информации о категории риска; получение консультации; подача жалобы",
    ]
    row = 2
    for number in range(1, 7):
        span = (3, 1, 2)[number % 3]
        process = f"Предоставление природоохранных услуг в муниципальном образовании номер {number}"
        cells += [(row, 0, span, 1, str(number)), (row, 1, span, 1, process)]
        cells.append((row, 2, span, 1, "официальный сайт https://priroda.zarechnaya-oblast.example/uslugi/2024"))
        cells += [(row + part, 3, 1, 1, f"{needs[(number + part) % 3]} ({part + 1})") for part in range(span)]
        cells.append((row, 4, span, 1, "цифровая точка, обеспечение равных возможностей"))
        row += span
    order.table([1.2, 3.3, 3.6, 4.4, 4], cells, header=2, size=11)
    return order


ORDERS: dict[str, Callable[[], Order]] = {"portrait_order": portrait_order, "narrow_table": narrow_table}


def main() -> None:
    """Write every DOCX and convert it to PDF."""
    FILES.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, make in ORDERS.items():
        paths.append(FILES / f"{name}.docx")
        make().file.save(str(paths[-1]))
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(FILES), *map(str, paths)], check=True, timeout=180)


if __name__ == "__main__":
    main()
