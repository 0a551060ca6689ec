"""Pages without a usable text layer: picture -> straightened -> rules -> regions -> words -> layer of the page.

The layer is what the PDF reader makes of a page with text; tables, paragraphs and running heads are found by the
stages after it, which do not know the difference.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from parsers.ocr.addresses import address_places, read_addresses_again
from parsers.ocr.boxes import close_boxes
from parsers.ocr.broken import read_broken_words
from parsers.ocr.cases import cases_by_height
from parsers.ocr.figures import mend_prepositions
from parsers.ocr.foreign import read_foreign_again
from parsers.ocr.image import Grey, grey_to_ink, picture_to_grey, straightened, without_grain
from parsers.ocr.layered import with_drawn_rules
from parsers.ocr.marks import is_mark, see_marks, see_page_numbers
from parsers.ocr.romans import mend_romans
from parsers.ocr.rules import picture_to_rules
from parsers.ocr.spreads import one_page
from parsers.ocr.tesseract import ONE_BLOCK, Seen, quarter_turns, require_tesseract, see_words
from parsers.ocr.words import number_signs, seen_to_words
from parsers.pdf.grid import rules_to_grids
from parsers.pdf.layer import PageLayer, Rule, Word
from parsers.pdf.recognising import UnreadPage
from parsers.pdf.settings import DEFAULT_SETTINGS
from parsers.pdf.verdict import Verdict

_DOTS = 300.0
_POINTS = 72.0
_MOST_PIXELS = 25e6
_RIM = 20
_INSET = 1.0
_LEAST_INK = 12
_UNSURE = 0.55


class Region(NamedTuple):
    """A part of the picture that is read by itself: its corner in pixels, and its grey levels."""

    left: int
    top: int
    grey: Grey


def page_to_recognised_layer(page: UnreadPage) -> PageLayer:
    """The page's words and rules by its picture, with the confidence of the recogniser.

    Of a scan with a usable text layer only the rules are taken from the picture.
    Raises :class:`ReestrError` with ``missing_tool`` where Tesseract or its Russian data are not installed.
    """
    if page.verdict is Verdict.USABLE:
        return with_drawn_rules(page)
    require_tesseract()
    dots = min(_DOTS, _POINTS * (_MOST_PIXELS / max(1.0, page.width * page.height)) ** 0.5)
    grey = picture_to_grey(page.render(dots))
    layer = _read(grey, page.number, dots)
    if (layer.confidence or 0.0) > _UNSURE:
        return layer
    turns = quarter_turns(grey, dots)
    if not turns:
        return layer
    turned = _read(np.ascontiguousarray(np.rot90(grey, -turns)), page.number, dots)
    return turned if (turned.confidence or 0.0) > (layer.confidence or 0.0) else layer


def _read(grey: Grey, number: int, dots: float) -> PageLayer:
    grey = one_page(without_grain(straightened(grey)))
    rules, clean = picture_to_rules(grey, grey_to_ink(grey), dots)
    regions = cut_regions(clean, rules, dots)
    if not regions:
        return _layer(grey, number, [], rules, 1.0, dots)
    marks = [region for region in regions if is_mark(region.grey, dots)]
    blocks = [region for region in regions if not is_mark(region.grey, dots)]
    seen = see_words([region.grey for region in blocks], ONE_BLOCK, dots)
    seen += see_marks([region.grey for region in marks], dots)
    moved = [
        _moved(word, region, number)
        for number, (region, words) in enumerate(zip(blocks + marks, seen, strict=True))
        for word in mend_romans(mend_prepositions(number_signs(words)))
    ]
    if seen_to_words(moved, 1.0)[1] > _UNSURE:
        moved = _read_again(moved, clean, dots)
    words, confidence = seen_to_words(moved, _POINTS / dots)
    return _layer(grey, number, words, rules, confidence, dots)


def _layer(
    grey: Grey, number: int, words: Sequence[Word], rules: Sequence[Rule], confidence: float, dots: float
) -> PageLayer:
    height, width = grey.shape
    scale = _POINTS / dots
    return PageLayer(number, width * scale, height * scale, words, rules, confidence=confidence)


def _read_again(words: Sequence[Seen], picture: Grey, dots: float) -> list[Seen]:
    """The words of a page, the doubtful ones of them looked at once more."""
    words = see_page_numbers(close_boxes(words, grey_to_ink(picture)), picture, dots)
    words = read_broken_words(words, picture, dots)
    addresses = address_places(words)
    words = read_foreign_again(words, picture, dots, addresses)
    return cases_by_height(read_addresses_again(words, addresses, picture, dots))


def cut_regions(grey: Grey, rules: Sequence[Rule], dots: float) -> list[Region]:
    """The cells of tables, and the page without them. Blank regions are left out."""
    rest = grey.copy()
    regions = []
    for grid in rules_to_grids(rules, DEFAULT_SETTINGS):
        for cell in grid.cells:
            walls = (
                *(grid.xs[cell.column], grid.ys[cell.row]),
                *(grid.xs[cell.column + cell.colspan], grid.ys[cell.row + cell.rowspan]),
            )
            left, top, right, bottom = (max(0, round(wall * dots / _POINTS)) for wall in walls)
            inset = round(_INSET * dots / _POINTS)
            part = grey[top + inset : bottom - inset, left + inset : right - inset]
            rest[top:bottom, left:right] = 255
            if _is_printed(part):
                regions.append(Region(left + inset - _RIM, top + inset - _RIM, _with_rim(part)))
    return [Region(0, 0, rest), *regions] if _is_printed(rest) else regions


def _is_printed(part: Grey) -> bool:
    return part.size > 0 and int(grey_to_ink(part).sum()) >= _LEAST_INK


def _with_rim(part: Grey) -> Grey:
    return np.pad(part, _RIM, constant_values=255)


def _moved(word: Seen, region: Region, number: int) -> Seen:
    """A word at its place on the page."""
    return word._replace(
        x0=word.x0 + region.left,
        x1=word.x1 + region.left,
        top=word.top + region.top,
        bottom=word.bottom + region.top,
        base=word.base + region.top,
        region=number,
    )
