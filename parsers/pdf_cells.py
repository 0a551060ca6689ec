"""Lines of a cell to its paragraphs, and words that a narrow column broke without a hyphen."""

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf_layer import GridCell, Line
from parsers.pdf_paragraphs import lines_to_paragraphs
from parsers.pdf_regions import Region
from parsers.pdf_settings import PdfSettings

_USUAL_PADDING = 5.4
_WIDE_LETTER = 1.4
_SHORT = 4
_LAST, _FIRST = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"://|www\.|@")
_SMALL_WORDS = frozenset(
    [
        "в",
        "и",
        "к",
        "о",
        "с",
        "у",
        "во",
        "до",
        "же",
        "за",
        "из",
        "ко",
        "на",
        "не",
        "но",
        "об",
        "от",
        "по",
        "со",
        "бы",
        "ли",
        "для",
        "или",
        "как",
        "над",
        "при",
        "под",
        "без",
        "то",
        "его",
        "ее",
        "их",
    ]
)


def cell_region(cell: GridCell) -> Region:
    """The edges the text of a cell runs between: its walls less the padding its lines show."""
    shown = min((line.x0 for line in cell.lines), default=cell.x0) - cell.x0
    padding = min(max(0.0, shown), _USUAL_PADDING)
    return Region(cell.x0 + padding, cell.x1 - padding)


def cell_paragraphs(cell: GridCell, settings: PdfSettings) -> list[list[Line]]:
    """The paragraphs of a cell."""
    region = cell_region(cell)
    return lines_to_paragraphs(cell.lines, lambda _: region, settings)


def glue_broken_words(lines: Sequence[Line], region: Region) -> None:
    """Mark lines whose only word goes on in the next one: it is wider than the column and fills the line.

    "Удовлетворяем" over "ые потребности" is one word; "государственного" over "надзора" that happens to fill
    the column is two. From the last line up, for the rest of a word may be broken again.
    """
    rest = ""
    for line, after in reversed(list(pairwise(lines))):
        first = after.text.split(" ", 1)[0]
        right = first + rest if first == after.text else first
        line.glued = line.glued or (_fills(line, after, region) and one_word(line.text, right))
        rest = right if line.glued else ""


def soften_page_break(upper: GridCell, lower: GridCell) -> None:
    """Put a soft hyphen where a page break cuts a word of a cell: the two halves stand apart in the text."""
    if upper.lines and lower.lines:
        line, after = upper.lines[-1], lower.lines[0]
        if _fills(line, after, cell_region(upper)) and one_word(line.text, after.text.split(" ", 1)[0]):
            line.text += "\u00ad"


def _fills(line: Line, after: Line, region: Region) -> bool:
    """Whether a line is one word that leaves no room for the first letter of the next line."""
    if " " in line.text:
        return False
    return region.right - line.x1 < _WIDE_LETTER * after.head / max(1, len(after.text.split(" ", 1)[0]))


def one_word(left: str, right: str) -> bool:
    """Whether two fragments are one word or one address.

    >>> one_word("государственно", "го"), one_word("(индивидуальн", "ым"), one_word("msh@krasnodar.r", "u")
    (True, True, True)
    >>> one_word("свидетельств", "о"), one_word("контролируемого", "лица"), one_word("министерства", "www.msh.ru")
    (False, False, False)
    """
    from normalizers.morphology import is_known_word

    ends, begins = _LAST.search(left.lower()), _FIRST.match(right.lower())
    if not ends or not begins or ends[0].isascii() != begins[0].isascii() or right[0].isupper() != left[-1].isupper():
        return False
    before, after = ends[0], begins[0]
    if before.isascii():
        return _ADDRESS.search(left) is not None
    if is_known_word(before) and (after in _SMALL_WORDS or (is_known_word(after) and len(after) > _SHORT)):
        return False
    return is_known_word(before + after) or not (is_known_word(before) and is_known_word(after))
