"""DOCX orders that no cache has seen: an order of the corpus with the words of its paragraphs varied."""

from pathlib import Path

import docx
from docx.oxml.ns import qn
from variations import CORPUS, vary


def docx_variations(stem: str, count: int, folder: Path) -> list[Path]:
    """``count`` variations of one DOCX of the corpus written into a folder."""
    paths = []
    for index in range(count):
        document = docx.Document(str(CORPUS / f"{stem}.docx"))
        for text in document.element.body.iter(qn("w:t")):
            text.text = vary(text.text or "", index)
        paths.append(folder / f"{stem}-{index:03}.docx")
        document.save(str(paths[-1]))
    return paths
