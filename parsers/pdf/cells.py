"""Lines of a cell to its paragraphs, and words that a narrow column broke without a hyphen."""

import re
from collections.abc import Sequence

from parsers.pdf.layer import GridCell, Line
from parsers.pdf.paragraphs import lines_to_paragraphs
from parsers.pdf.regions import USUAL_PITCH, Region
from parsers.pdf.settings import PdfSettings

_USUAL_PADDING = 5.4
_WIDE_LETTER = 1.4
_SHORT = 4
_MOST_ADDRESS_LINES = 20
_LAST, _FIRST = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"://|www\.|@")
_ADDRESS_HEAD = re.compile(r"https?:|www\.|\S+@")
_CLOSING_SIGNS = frozenset(",;:!?)»")
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


def cell_region(cell: GridCell, pitch: float = USUAL_PITCH) -> Region:
    """The edges the text of a cell runs between: its walls less the padding its lines show."""
    shown = min((line.x0 for line in cell.lines), default=cell.x0) - cell.x0
    padding = min(max(0.0, shown), _USUAL_PADDING)
    return Region(cell.x0 + padding, cell.x1 - padding, None, pitch)


def cell_paragraphs(cell: GridCell, pitch: float, settings: PdfSettings) -> list[list[Line]]:
    """The paragraphs of a cell in a table whose lines stand ``pitch`` sizes apart."""
    region = cell_region(cell, pitch)
    return lines_to_paragraphs(cell.lines, lambda _: region, settings)


def glue_broken_words(lines: Sequence[Line], region: Region, in_address: bool = False) -> None:
    """Mark lines whose only word goes on in the next one: it is wider than the column and fills the line.

    "Удовлетворяем" over "ые потребности" is one word; "государственного" over "надзора" that happens to fill
    the column is two. From the last line up, for the rest of a word may be broken again. ``in_address`` tells that the
    lines go on with an address.
    """
    rest = ""
    addresses = _open_addresses(lines, in_address)
    for index in range(len(lines) - 2, -1, -1):
        line, after = lines[index], lines[index + 1]
        first = after.text.split(" ", 1)[0]
        right = first + rest if first == after.text else first
        line.glued = line.glued or _runs_on(line, after, right, addresses[index], region)
        rest = right if line.glued else ""


def _runs_on(line: Line, after: Line, right: str, address: bool, region: Region) -> bool:
    """Whether the last word of a line goes on with ``right`` in the next one; a comma stands behind its word."""
    if right[0] in _CLOSING_SIGNS:
        return True
    if not _fills(line, after, region):
        return False
    return (address and _goes_on(line.text[-1], right)) or one_word(line.text, right, _second(after))


def _open_addresses(lines: Sequence[Line], is_open: bool = False) -> list[bool]:
    """For each line, whether an address stands at its end, begun there or above in lines of one word."""
    found = []
    for line in lines:
        *before, last = line.text.split(" ")
        is_open = _ADDRESS.search(last) is not None or (is_open and not before)
        found.append(is_open)
    return found


def _goes_on(last: str, right: str) -> bool:
    """Whether a piece goes on with the address that ends in ``last``: letter by letter, digit by digit."""
    if _ADDRESS_HEAD.match(right) or not right[0].isascii():
        return False
    return (last.isdigit() and right[0].isdigit()) or (last.isalpha() and right[0].islower()) or right[0] in "/?&=#%_~"


def soften_page_break(upper: GridCell, lower: GridCell) -> None:
    """Put a soft hyphen where a page break cuts a word of a cell: the two halves stand apart in the text."""
    if not upper.lines or not lower.lines:
        return
    line, after = upper.lines[-1], lower.lines[0]
    region = cell_region(upper)
    if not _fills(line, after, region):
        return
    if _open_addresses(upper.lines[-_MOST_ADDRESS_LINES:])[-1]:
        glue_broken_words(lower.lines, region, in_address=True)
    if one_word(line.text, _first_word(lower.lines), _second(after)):
        line.text += "\u00ad"


def _first_word(lines: Sequence[Line]) -> str:
    """The first word of lines, over those that it is broken into."""
    word = ""
    for line in lines:
        first, _, rest = line.text.partition(" ")
        word += first
        if rest or not line.glued:
            break
    return word


def _fills(line: Line, after: Line, region: Region) -> bool:
    """Whether a line is one word that leaves no room for the first letter of the next line."""
    if " " in line.text:
        return False
    return region.right - line.x1 < _WIDE_LETTER * (after.x1 - after.x0) / len(after.text)


def _second(line: Line) -> str:
    return [*line.text.split(" ", 2), ""][1]


def one_word(left: str, right: str, following: str = "") -> bool:
    """Whether two fragments are one word or one address; ``following`` is the word after them.

    >>> one_word("государственно", "го"), one_word("(индивидуальн", "ым"), one_word("msh@krasnodar.r", "u")
    (True, True, True)
    >>> one_word("свидетельств", "о"), one_word("контролируемого", "лица"), one_word("министерства", "www.msh.ru")
    (False, False, False)
    >>> one_word("биологическим", "и", "ресурсами"), one_word("государственным", "и", "услуги")
    (True, False)
    """
    from normalizers.morphology import is_known_word

    ends, begins = _LAST.search(left.lower()), _FIRST.match(right.lower())
    if not ends or not begins or ends[0].isascii() != begins[0].isascii() or right[0].isupper() != left[-1].isupper():
        return False
    before, after = ends[0], begins[0]
    if before.isascii():
        return _ADDRESS.search(left) is not None
    if after == "и" and _are_instrumental(before + after, following):
        return True
    if is_known_word(before) and (after in _SMALL_WORDS or (is_known_word(after) and len(after) > _SHORT)):
        return False
    return is_known_word(before + after) or not (is_known_word(before) and is_known_word(after))


def _are_instrumental(*words: str) -> bool:
    """Whether words agree as instrumental plurals ("биологическими ресурсами")."""
    from normalizers.morphology import is_known_word, readings

    bare = [word.strip('.,;:)»"').lower() for word in words]
    return all(
        is_known_word(word) and any(form.case == "ablt" and form.number == "plur" for form in readings(word))
        for word in bare
    )
