"""Complete extraction of DOCX and PDF, hot, against peers that read a part of what is in them."""

from collections.abc import Iterator
from pathlib import Path

from machine import OWN_PYTHON, ROOT
from orders.docx_variations import docx_variations
from orders.pdf_variations import pdf_variations
from race import Race, Rival
from results import Result

ORDER = "krasnodar-2024-03-22-110"
DOCX_ORDERS = 21
PDF_ORDERS = 4

DOCX_RIVALS = (
    Rival("DOCX / python-docx cells", "row_cells_worker.py", 1.0, faster=False, python=OWN_PYTHON),
    Rival("DOCX / docling", "docling_docx_worker.py", 3.0, faster=True),
)
PDF_RIVALS = (
    Rival("PDF / pdfplumber", "pdfplumber_worker.py", 0.35, faster=False),
    Rival("PDF / docling without models", "docling_pdf_worker.py", 2.0, faster=True),
    Rival("PDF / markitdown", "markitdown_worker.py", 2.0, faster=True),
)


def docx(folder: Path) -> Iterator[Result]:
    """Variations of one order as DOCX, one by one."""
    orders = docx_variations(ORDER, DOCX_ORDERS, folder)
    yield from Race(DOCX_RIVALS).run([[path] for path in orders]).results()


def pdf(folder: Path) -> Iterator[Result]:
    """The corpus as LibreOffice printed it, and variations of its longest order, one by one."""
    printed = sorted(path for path in (ROOT / "corpus").glob("*.pdf") if ".scan" not in path.name)
    orders = [*printed, *pdf_variations(ORDER, PDF_ORDERS, folder)]
    yield from Race(PDF_RIVALS).run([[path] for path in orders]).results()
