"""A scan of an order is recognised, with a few characters wrong at most, and the registry says so."""

import json
import shutil

import pytest

from extractor.pipeline import extract
from parsers.ocr import tesseract
from tests.format_case import extracted, of_text
from tests.make_paged_corpus import SCANNED
from tests.places import CORPUS

SCAN_ERRORS = 3

needs_tesseract = [
    pytest.mark.scans,
    pytest.mark.skipif(shutil.which(tesseract.PROGRAM) is None, reason="Tesseract is not installed"),
]


def distance(one: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)


@pytest.mark.parametrize("name", [pytest.param(SCANNED, marks=needs_tesseract)])
def test_the_scan_gives_the_golden_touchpoints(name: str) -> None:
    path = CORPUS / f"{name}.scan.pdf"
    read, expected = extracted(path)["touchpoints"], of_text(name)["touchpoints"]
    assert len(read) == len(expected)
    wrong = sum(
        distance(json.dumps(one, ensure_ascii=False), json.dumps(other, ensure_ascii=False))
        for one, other in zip(read, expected, strict=True)
    )
    assert wrong <= SCAN_ERRORS


@pytest.mark.parametrize("name", [pytest.param(SCANNED, marks=needs_tesseract)])
def test_the_registry_says_which_pages_were_recognised(name: str) -> None:
    registry = extract(CORPUS / f"{name}.scan.pdf")
    (said,) = [item for item in registry.diagnostics if item.code == "recognised_pages"]
    assert said.severity == "info"
    assert [f"{page} (" in said.message for page in range(1, (registry.source.pages or 0) + 1)] == [True] * 4


def test_the_scan_holds_no_text_and_is_small() -> None:
    import pypdfium2

    path = CORPUS / f"{SCANNED}.scan.pdf"
    with pypdfium2.PdfDocument(path) as document:
        assert [page.get_textpage().count_chars() for page in document] == [0] * 4
    assert path.stat().st_size < 3_000_000
