"""Lines of a cell to its paragraphs, and words that a narrow column broke without a hyphen."""

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf_layer import GridCell, Line
from parsers.pdf_paragraphs import lines_to_paragraphs
from parsers.pdf_regions import Region
from parsers.pdf_settings import PdfSettings

_USUAL_PADDING = 5.4


def cell_region(cell: GridCell) -> Region:
    """The edges the text of a cell runs between: its walls less the padding its lines show."""
    shown = min((line.x0 for line in cell.lines), default=cell.x0) - cell.x0
    padding = min(max(0.0, shown), _USUAL_PADDING)
    return Region(cell.x0 + padding, cell.x1 - padding)


def cell_paragraphs(cell: GridCell, settings: PdfSettings) -> list[list[Line]]:
    """The paragraphs of a cell."""
    region = cell_region(cell)
    return lines_to_paragraphs(cell.lines, lambda _: region, settings)


def glue_broken_words(lines: Sequence[Line], region: Region, settings: PdfSettings) -> None:
    """Mark lines whose only word goes on in the next one: it is wider than the column and fills the line.

    "Удовлетворяем" over "ые потребности" is one word; "государственного" over "надзора" that happens to fill
    the column is two, for both are words and the two together are none.
    """
    for line, after in pairwise(lines):
        line.glued = _fills(line, after, region, settings) and _one_word(line.text, after.text.split(" ", 1)[0])


def _fills(line: Line, after: Line, region: Region, settings: PdfSettings) -> bool:
    if " " in line.text or line.page != after.page:
        return False
    if not (line.text[-1].isalpha() and after.text[0].isalpha() and after.text[0].islower() == line.text[-1].islower()):
        return False
    return line.x1 + line.size * 0.9 > region.right - settings.edge


def _one_word(left: str, right: str) -> bool:
    from normalizers.morphology import is_known_word

    left, right = left.strip("(«\"").lower(), right.strip(".,;:)»\"").lower()
    if is_known_word(left + right):
        return True
    return not (is_known_word(left) and is_known_word(right))
