"""What the cells of a table's columns have in common: it tells a row that a page break cut from a new one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.pdf.layer import GridCell

_WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+")


@dataclass(slots=True)
class Habits:
    """By column: the words its cells begin with and the signs they end in; the columns whose cells merge over rows.

    A merged cell goes on over the page whether or not the row does, so only the other columns tell.
    """

    openings: dict[int, set[str]] = field(default_factory=dict)
    endings: dict[int, set[str]] = field(default_factory=dict)
    merging: set[int] = field(default_factory=set)

    def learn(self, cells: Sequence[GridCell], height: int, first: int = 0) -> None:
        """Take in the cells of one page; its first row may be a header, its last one may be cut.

        Openings count from row ``first`` on.
        """
        for cell in cells:
            if cell.row >= first and cell.lines:
                self._begin(cell)
            if cell.row > 0 and cell.rowspan > 1:
                self.merging.add(cell.column)
            if cell.row > 0 and cell.row + cell.rowspan < height and cell.lines:
                self.endings.setdefault(cell.column, set()).add(cell.lines[-1].text[-1])

    def _begin(self, cell: GridCell) -> None:
        word = _WORD.match(cell.lines[0].text)
        if word:
            self.openings.setdefault(cell.column, set()).add(word[0].lower())
