"""DOCX orders that no cache has seen: an order of the corpus with the words of its paragraphs varied."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from orders.variations import CORPUS, vary

PAGES = 10
"""How many pages LibreOffice makes of the order that long documents are made of."""


def docx_variations(stem: str, count: int, folder: Path) -> list[Path]:
    """``count`` variations of one DOCX of the corpus written into a folder."""
    paths = []
    for index in range(count):
        document = docx.Document(str(CORPUS / f"{stem}.docx"))
        _vary(document.element.body, index)
        paths.append(folder / f"{stem}-{index:03}.docx")
        document.save(str(paths[-1]))
    return paths


def long_docx(stem: str, pages: int, first: int, folder: Path) -> Path:
    """One DOCX of about so many pages: variations of an order one after another, from number ``first`` thousand on."""
    document = docx.Document(str(CORPUS / f"{stem}.docx"))
    body = document.element.body
    order = [child for child in body if child.tag != qn("w:sectPr")]
    for child in order:
        body.remove(child)
    for index in range(pages // PAGES):
        for child in order:
            _vary(copy := deepcopy(child), 1000 * first + index)
            body.insert(len(body) - 1, copy)
    path = folder / f"{stem}-{pages}-{first}.docx"
    document.save(str(path))
    return path


def _vary(element: Any, index: int) -> None:
    for text in element.iter(qn("w:t")):
        text.text = vary(text.text or "", index)
