"""Parts of printed pages scanned again: each shows what a recogniser is lost with; its letters are those printed."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from parsers.ocr import tesseract
from parsers.ocr.reader import page_to_recognised_layer
from parsers.pdf.content import layer_to_content
from parsers.pdf.layer import GridPart, Line, PageLayer, Word
from parsers.pdf.lines import words_to_lines
from parsers.pdf.page import page_to_layer
from parsers.pdf.recognising import UnreadPage
from parsers.pdf.settings import DEFAULT_SETTINGS
from parsers.pdf.verdict import Verdict
from tests.make_paged_corpus import DOTS_PER_INCH, scanned_page
from tests.places import CORPUS

pytestmark = [
    pytest.mark.scans,
    pytest.mark.skipif(shutil.which(tesseract.PROGRAM) is None, reason="Tesseract is not installed"),
]
SCALE = DOTS_PER_INCH / 72
MARGIN = 20
Box = tuple[float, float, float, float]


@cache
def printed(name: str, number: int) -> tuple[Image.Image, PageLayer]:
    """A page of the corpus as it is drawn, and its words."""
    path = next(path for path in CORPUS.glob(f"{name}-*.pdf") if ".scan" not in path.name)
    with pypdfium2.PdfDocument(path) as document:
        picture = document[number - 1].render(scale=SCALE).to_pil().convert("L")
        return picture, page_to_layer(document, number, DEFAULT_SETTINGS)


def letters(words: Sequence[Word]) -> str:
    """Words from top to bottom, without the white space that a narrow cell breaks them by."""
    lines = words_to_lines(words, 1, DEFAULT_SETTINGS)
    return "".join("".join(line.text.split()) for line in lines)


def part_of(name: str, number: int, box: Box) -> tuple[Image.Image, str]:
    """A part of a page with white around it, and its letters."""
    picture, layer = printed(name, number)
    left, top, right, bottom = (round(edge * SCALE) for edge in box)
    part = Image.new("L", (right - left + 2 * round(MARGIN * SCALE), bottom - top + 2 * round(MARGIN * SCALE)), 255)
    part.paste(picture.crop((left, top, right, bottom)), (round(MARGIN * SCALE), round(MARGIN * SCALE)))
    inside = [word for word in layer.words if box[0] < word.x0 and word.x1 < box[2] and box[1] < word.top < box[3]]
    return part, letters(inside)


def recognised(picture: Image.Image) -> PageLayer:
    """The layer that the recogniser makes of a picture."""
    width, height = picture.width / SCALE, picture.height / SCALE
    render: Callable[[float], Image.Image] = lambda dots: picture  # noqa: E731
    return page_to_recognised_layer(UnreadPage(1, width, height, Verdict.NONE, PageLayer(1, width, height, []), render))


@pytest.mark.parametrize(
    ("name", "page", "box"),
    [
        pytest.param("krasnodar", 7, (40, 30, 560, 110), id="a page number alone above a table"),
        pytest.param("krasnodar", 8, (40, 50, 560, 122), id="numbers of columns over a cell of one word"),
        pytest.param("krasnodar", 8, (203, 338, 306, 567), id="a narrow cell: a letter broken off, КК, addresses"),
        pytest.param("krasnodar", 9, (203, 388, 306, 568), id="an address broken at its full stop"),
        pytest.param("magadan", 2, (40, 108, 560, 162), id="numbers with full stops"),
    ],
)
def test_what_is_printed_is_read(name: str, page: int, box: Box) -> None:
    picture, expected = part_of(name, page, box)
    layer = recognised(scanned_page(picture, np.random.default_rng(page)))
    assert letters(layer.words) == expected


def test_a_blank_page_is_read_with_certainty() -> None:
    layer = recognised(scanned_page(Image.new("L", (1240, 1754), 255), np.random.default_rng(0)))
    assert (list(layer.words), layer.confidence) == ([], 1.0)


def test_a_page_upside_down_is_read_upright() -> None:
    picture, expected = part_of("krasnodar", 4, (40, 55, 560, 260))
    layer = recognised(scanned_page(picture, np.random.default_rng(0)).rotate(180))
    assert letters(layer.words) == expected


def test_the_rules_of_a_scan_with_a_text_layer_are_taken_from_its_picture() -> None:
    picture, layer = printed("magadan", 2)
    bare = replace(layer, rules=(), pictures=1.0)
    scan = scanned_page(picture, np.random.default_rng(2))
    page = UnreadPage(2, layer.width, layer.height, Verdict.USABLE, bare, lambda dots: scaled(scan, dots))
    content = layer_to_content(page_to_recognised_layer(page), DEFAULT_SETTINGS)
    expected = layer_to_content(layer, DEFAULT_SETTINGS)
    assert [cells(item) for item in content.items] == [cells(item) for item in expected.items]


def scaled(picture: Image.Image, dots: float) -> Image.Image:
    share = dots / DOTS_PER_INCH
    return picture.resize((round(picture.width * share), round(picture.height * share)))


def cells(item: Line | GridPart) -> object:
    return (
        item.text
        if isinstance(item, Line)
        else [(cell.row, cell.column, cell.colspan, cell.key) for cell in item.cells]
    )
