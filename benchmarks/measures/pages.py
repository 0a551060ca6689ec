"""Documents of 200 and of 1,000 pages: time a page stays the same, memory stays low."""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

from machine import ROOT
from orders.docx_variations import long_docx
from orders.pdf_variations import long_pdf
from results import MEGABYTE, Result, at_most
from warm import Worker

ORDER = "krasnodar-2024-03-22-110"
SHORT, LONG = 200, 1000
GROWTH = 1.1


def docx(folder: Path) -> Iterator[Result]:
    """DOCX: as many variations of an order in one file as come to so many pages."""
    yield from _pages("DOCX", 200, long_docx, folder)


def pdf(folder: Path) -> Iterator[Result]:
    """PDF: so many pages set from variations of an order."""
    yield from _pages("PDF", 300, long_pdf, folder)


def _pages(kind: str, most: int, make: Callable[[str, int, int, Path], Path], folder: Path) -> Iterator[Result]:
    """Two short documents of different words around a long one, each size in a warm process of its own."""
    workers = Worker("reestr_worker.py"), Worker("reestr_worker.py")
    for worker in workers:
        worker.batch([ROOT / "corpus" / f"{ORDER}.{kind.lower()}"])
    short, long = workers
    before = short.batch([make(ORDER, SHORT, 0, folder)])
    whole = long.batch([make(ORDER, LONG, 1, folder)])
    after = short.batch([make(ORDER, SHORT, 2, folder)])
    for worker in workers:
        worker.close()
    few, many = mean((before, after)) / SHORT, whole / LONG
    note = f"{1000 * many:.1f} ms a page to {1000 * few:.1f} ms"
    yield at_most(f"{kind}, a page of {LONG} / of {SHORT}", many / few, GROWTH, note)
    for worker, size in zip(workers, (SHORT, LONG), strict=True):
        yield at_most(f"{kind}, memory at {size} pages (MB)", worker.peak / MEGABYTE, most)
