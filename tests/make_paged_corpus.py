"""Prints the Word documents of ``corpus/`` to PDF with LibreOffice, and one of them as a scan without a text layer.

Run by hand after ``make_office_corpus``: ``python -m tests.make_paged_corpus [NAME …]``.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

from tests.places import CORPUS

SCANNED = "magadan-2024-01-30-7-o"
DOTS_PER_INCH = 300
SKEW = 0.7
GRAIN = 6.0
PAPER = 0.94
QUALITY = 40


def print_to_pdf(sources: Sequence[Path], folder: Path) -> None:
    """Write ``folder/NAME.pdf`` for each Word document."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
                *("--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)),
            ],
            check=True,
            timeout=300,
            stdout=subprocess.DEVNULL,
        )


def scan(pdf: Path) -> bytes:
    """The pages of a PDF as a scanner gives them: grey, a little askew, grainy, no text behind them."""
    pages = [scanned_page(page, np.random.default_rng(number)) for number, page in enumerate(drawn(pdf))]
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS_PER_INCH, quality=QUALITY, producer="scan"
    )
    return out.getvalue()


def drawn(pdf: Path) -> Iterator[Image.Image]:
    """Every page as a grey picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")


def scanned_page(page: Image.Image, chance: np.random.Generator) -> Image.Image:
    """Turned by ``SKEW`` degrees, on grey paper, with grain."""
    turned = page.rotate(SKEW, Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned, dtype=np.float32) * PAPER + chance.normal(0.0, GRAIN, (turned.height, turned.width))
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def main(names: Sequence[str]) -> None:
    """Write ``corpus/NAME.pdf`` for the orders named, or for all, and the scan."""
    sources = [path for path in sorted(CORPUS.glob("*.docx")) if not names or path.stem in names]
    print_to_pdf(sources, CORPUS)
    if any(source.stem == SCANNED for source in sources):
        (CORPUS / f"{SCANNED}.scan.pdf").write_bytes(scan(CORPUS / f"{SCANNED}.pdf"))
    for path in sorted(CORPUS.glob("*.pdf")):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1:])
