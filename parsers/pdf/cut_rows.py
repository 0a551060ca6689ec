"""Whether the row at the top of a page is the rest of the row at the foot of the page before it.

A page cannot tell a row that the break cut from a new row under merged cells; the text does: see ``EVIDENCE``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from parsers.pdf.cells import cell_region
from parsers.pdf.habits import Habits
from parsers.pdf.layer import GridCell
from parsers.pdf.paragraphs import fits, starts_with_marker
from parsers.pdf.regions import usual_pitch
from parsers.pdf.settings import PdfSettings

Pair = tuple[GridCell, GridCell]
_NUMBER = re.compile(r"(?:№\s*)?\d{1,4}(?:\.\d{1,4})*[.)]?")
_CLOSED = re.compile(r"[.;:!?…][»\")]*$")
_OPEN = re.compile(r"(?:[,(/–—-]|\b(?:и|или|в|на|с|по|для|от|к|о|об|из|за|при|не|до|под))$")
_WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+")
_WIDOWS = 2.2
_SURE, _MORE, _NEW = 2, 3, -4
_COMPLETE = frozenset({"NOUN", "NPRO", "VERB", "INFN", "NUMR", ""})


@dataclass(slots=True)
class PageBreak:
    """Cells above and below a page break in the same columns, and what the table shows elsewhere."""

    pairs: Sequence[Pair]
    habits: Habits
    settings: PdfSettings
    cut: bool = field(init=False)
    pitch: float = field(init=False)
    merging: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.pitch = usual_pitch(upper.lines for upper, _ in self.pairs)
        self.merging = self.habits.merging
        self.merging = self.merging if self._rows_begin() else set()
        self.cut = any(lower.lines for _, lower in self.pairs) and (self._rows_stay_blank() or self.total() > 0)

    def _rows_begin(self) -> bool:
        """Whether the columns that never merge show a new row: one had room, or all open as their columns do."""
        rows = [pair for pair in self.pairs if not self.is_merged(pair) and pair[1].lines]
        return any(map(self._is_done, rows)) or (len(rows) > 1 and all(opens_anew(pair, self) for pair in rows))

    def _is_done(self, pair: Pair) -> bool:
        """Whether the cell above the break had room for what stands below it: that is no more of its text."""
        return self.runs_on(pair) == _NEW and not starts_with_marker(pair[1].lines[0].text)

    def _rows_stay_blank(self) -> bool:
        """Whether nothing but cells that may be merged goes on below the break: that is no row."""
        rows = [pair for pair in self.pairs if not self.is_merged(pair)]
        goes_on = any(self.runs_on(pair) > 0 for pair in self.pairs)
        one_row = all(lower.rowspan == 1 for _, lower in self.pairs)
        return one_row and goes_on and len(rows) < len(self.pairs) and not any(lower.lines for _, lower in rows)

    def is_merged(self, pair: Pair) -> bool:
        """Whether the cells of a pair are merged over rows, or stand in a column where such cells are."""
        return pair[0].rowspan > 1 or pair[1].rowspan > 1 or pair[0].column in self.merging

    def total(self) -> int:
        """The sum of the evidence of all columns that the break cut the row."""
        return sum(evidence(pair, self) for pair in self.pairs for evidence in EVIDENCE)

    def joined(self) -> list[Pair]:
        """The pairs that are one cell: all of a row that was cut, else those of merged cells."""
        return [pair for pair in self.pairs if self.cut or self._goes_on(pair)]

    def _goes_on(self, pair: Pair) -> bool:
        """Whether a cell beside a new row belongs to the merged cell above the break."""
        upper, lower = pair
        if self.has_number():
            return not lower.lines and self.is_merged(pair)
        if lower.lines:
            unfinished = self.is_merged(pair) or (self.runs_on(pair) > _SURE and _asks_for_more(upper.lines[-1].text))
            return unfinished and not self.has_room(upper) and not opens_anew(pair, self) and self.runs_on(pair) > 0
        return not self.pairs[0][1].lines or self.is_merged(pair)

    def has_number(self) -> bool:
        """Whether the row below the break has a number of its own."""
        lines = self.pairs[0][1].lines
        return bool(lines) and _NUMBER.fullmatch(lines[0].text.strip()) is not None

    def has_room(self, cell: GridCell) -> bool:
        """Whether more lines than the control of widows holds back had room below the last one."""
        if not cell.lines or not cell.bottom:
            return False
        last = cell.lines[-1]
        return cell.bottom - last.bottom > _WIDOWS * self.pitch * last.size

    def runs_on(self, pair: Pair) -> int:
        """How surely the text above the break goes on below it."""
        upper, lower = pair
        if not upper.lines or not lower.lines:
            return 0
        before, after = upper.lines[-1], lower.lines[0]
        if before.text[-1] in ",;" and before.text[-1] not in self.habits.endings.get(upper.column, ",;"):
            return _MORE
        if before.text.endswith("-") and after.text[:1].islower():
            return 4
        closed = bool(_CLOSED.search(before.text))
        if fits(before, after, cell_region(upper), self.settings):
            return 0 if starts_with_marker(after.text) and closed else _NEW
        if after.text.lstrip('(«"')[:1].islower():
            return 0 if closed else _MORE
        if starts_with_marker(after.text):
            return 1 if closed else -1
        return -1 if closed else 1


def _asks_for_more(text: str) -> bool:
    """Whether a text ends in a word that another must follow: an adjective, a preposition, a conjunction."""
    from normalizers.morphology import readings

    words = _WORD.findall(text)
    return bool(_OPEN.search(text)) or (bool(words) and all(form.pos not in _COMPLETE for form in readings(words[-1])))


Evidence = Callable[[Pair, PageBreak], int]


def own_number(pair: Pair, page_break: PageBreak) -> int:
    """A number in the first column begins a row; its absence, where the row above has one, speaks for a cut."""
    upper, lower = pair
    if upper.column != 0 or len(page_break.pairs) < 2:
        return 0
    if lower.lines:
        return -8 if page_break.has_number() else 0
    return 2 if upper.lines and not page_break.is_merged(pair) else 0


def fills_blank(pair: Pair, page_break: PageBreak) -> int:
    """Text under a blank cell is the text of a new row."""
    upper, lower = pair
    return -3 if lower.lines and not upper.lines and not page_break.is_merged(pair) else 0


def room_was_left(pair: Pair, page_break: PageBreak) -> int:
    """A cell that had room for more lines did not run on over the page: what stands below it is new."""
    upper, lower = pair
    return -6 if lower.lines and page_break.has_room(upper) else 0


def sentence_runs_on(pair: Pair, page_break: PageBreak) -> int:
    """A small letter after a line that was full and not closed goes on; room left on it says the cell was done."""
    return 0 if page_break.is_merged(pair) or page_break.has_room(pair[0]) else page_break.runs_on(pair)


def opens_like_its_column(pair: Pair, page_break: PageBreak) -> int:
    """Rows under merged cells often begin with the same words ("получение …"); two columns that do so are no chance."""
    alike = sum(
        page_break.is_merged(other) or opens_anew(other, page_break) for other in page_break.pairs if other is not pair
    )
    return -4 if alike and opens_anew(pair, page_break) else 0


def opens_anew(pair: Pair, page_break: PageBreak) -> bool:
    """Whether the cell below begins like others of its column, and nothing above asks for more."""
    upper, lower = pair
    if not upper.lines or not lower.lines or _OPEN.search(upper.lines[-1].text):
        return False
    word = _WORD.match(lower.lines[0].text)
    return word is not None and word[0].lower() in page_break.habits.openings.get(upper.column, set())


EVIDENCE: tuple[Evidence, ...] = (own_number, fills_blank, room_was_left, sentence_runs_on, opens_like_its_column)
