"""Whether the row at the top of a page is the rest of the row at the foot of the page before it.

A page cannot tell a row that the break cut from a new row under merged cells; the text does: see ``EVIDENCE``.
"""

import re
from collections.abc import Callable, Sequence

from parsers.pdf_cells import cell_region
from parsers.pdf_layer import GridCell
from parsers.pdf_paragraphs import fits, starts_with_marker
from parsers.pdf_settings import PdfSettings

Pair = tuple[GridCell, GridCell]
_NUMBER = re.compile(r"(?:№\s*)?\d{1,4}(?:\.\d{1,4})*[.)]?")
_CLOSED = re.compile(r"[.;:!?…][»\")]*$")
_WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+")
_LINE = 1.5

Evidence = Callable[[Pair, Sequence[Pair], PdfSettings], int]


def cut_row(pairs: Sequence[Pair], settings: PdfSettings) -> bool:
    """Whether the weight of evidence says that a page break cut the row."""
    return any(lower.lines for _, lower in pairs) and total(pairs, settings) > 0


def total(pairs: Sequence[Pair], settings: PdfSettings) -> int:
    """The sum of the evidence of all columns."""
    return sum(evidence(pair, pairs, settings) for pair in pairs for evidence in EVIDENCE)


def goes_on(pair: Pair, pairs: Sequence[Pair], settings: PdfSettings) -> bool:
    """Whether a cell of a new row at the top of a page belongs to the merged cell above the break."""
    upper, lower = pair
    if _has_number(pairs):
        return not lower.lines and _merged(pair)
    if lower.lines:
        return _merged(pair) and not _has_room(upper) and _runs_on(upper, lower, settings) > 0
    if not pairs[0][1].lines:
        return True
    return upper.rowspan > 1 or lower.rowspan > 1


def _merged(pair: Pair) -> bool:
    return pair[0].rowspan > 1 or pair[1].rowspan > 1


def _has_number(pairs: Sequence[Pair]) -> bool:
    """Whether the row below the break has a number of its own."""
    lines = pairs[0][1].lines
    return bool(lines) and _NUMBER.fullmatch(lines[0].text.strip()) is not None


def own_number(pair: Pair, pairs: Sequence[Pair], settings: PdfSettings) -> int:
    """A number in the first column begins a row; its absence, where the row above has one, speaks for a cut."""
    upper, lower = pair
    if upper.column != 0 or len(pairs) < 2:
        return 0
    if lower.lines:
        return -8 if _NUMBER.fullmatch(lower.lines[0].text.strip()) else 0
    return 2 if upper.lines and not _merged(pair) else 0


def fills_blank(pair: Pair, pairs: Sequence[Pair], settings: PdfSettings) -> int:
    """Text under a blank cell is the text of a new row."""
    upper, lower = pair
    return -3 if lower.lines and not upper.lines and not _merged(pair) else 0


def room_was_left(pair: Pair, pairs: Sequence[Pair], settings: PdfSettings) -> int:
    """A cell that had room for another line did not run on over the page: what stands below it is new."""
    upper, lower = pair
    return -6 if lower.lines and _has_room(upper) else 0


def _has_room(cell: GridCell) -> bool:
    if not cell.lines or not cell.bottom:
        return False
    last = cell.lines[-1]
    return cell.bottom - last.bottom > _LINE * last.size


def sentence_runs_on(pair: Pair, pairs: Sequence[Pair], settings: PdfSettings) -> int:
    """A small letter after a line that was full and not closed goes on; room left on it says the cell was done."""
    return 0 if _merged(pair) else _runs_on(*pair, settings)


def _runs_on(upper: GridCell, lower: GridCell, settings: PdfSettings) -> int:
    if not upper.lines or not lower.lines:
        return 0
    before, after = upper.lines[-1], lower.lines[0]
    if before.text.endswith("-") and after.text[:1].islower():
        return 4
    closed = bool(_CLOSED.search(before.text))
    if fits(before, after, cell_region(upper), settings):
        return 0 if starts_with_marker(after.text) and closed else -4
    if after.text.lstrip('(«"')[:1].islower():
        return 0 if closed else 3
    if starts_with_marker(after.text):
        return 1 if closed else -1
    return -1 if closed else 1


def like_its_siblings(pair: Pair, pairs: Sequence[Pair], settings: PdfSettings) -> int:
    """Rows under merged cells often begin with the same word ("получение …")."""
    upper, lower = pair
    if not upper.lines or not lower.lines or not any(_merged(other) for other in pairs):
        return 0
    first, second = _WORD.match(upper.lines[0].text), _WORD.match(lower.lines[0].text)
    return -4 if first and second and first[0] == second[0] else 0


EVIDENCE: tuple[Evidence, ...] = (own_number, fills_blank, room_was_left, sentence_runs_on, like_its_siblings)
