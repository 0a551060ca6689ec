"""A walk over a page: what a reader of it sees, as paragraphs and tables of the draft."""

import re
from typing import Any

from parsers.draft import Draft
from parsers.html.chrome import aside_of
from parsers.html.lists import ListMarks
from parsers.html.looks import Look, look_of
from parsers.html.tables import HtmlGrid, is_frame, is_ruled
from parsers.html.tags import BLOCKS, LISTS, SKIPPED
from parsers.html.words import Words
from parsers.limits import Limits

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


class Page:
    """Writes a page into a draft, element by element."""

    def __init__(self, limits: Limits) -> None:
        self.draft = Draft()
        self.streams: list[tuple[str, str]] = []
        self.words = Words()
        self._limits = limits
        self._gap = False
        self._look: Look | None = None
        self._looks = [Look("left", None)]
        self._grids: list[HtmlGrid] = []
        self._cells: list[list[str]] = []
        self._frames: set[Any] = set()
        self._marks = ListMarks()
        self._marker = ""
        self._asides: list[tuple[Any, str]] = []

    def start(self, element: Any) -> bool:
        """Enter an element; whether it is to be read at all."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED or is_hidden(element):
            return False
        if tag in BLOCKS:
            self.flush(closes=False)
            self._looks.append(look_of(element, self._looks[-1]))
        self._start_inline(element)
        if not self._asides and (name := aside_of(element)):
            self._asides.append((element, name))
        if tag in LISTS or tag == "li":
            self._marker = self._marks.start(element)
        elif tag in ("table", "tr"):
            self._start_table(element)
        elif tag in ("td", "th") and self._is_cell(element):
            self._cells.append([])
        self.words.add(element.text)
        return True

    def _start_inline(self, element: Any) -> None:
        tag = element.tag
        self.words.kept += tag == "pre"
        self.words.raised += tag == "sup"
        if tag == "br":
            self.words.line_break()
        elif tag == "a":
            self.words.open_link(element.get("href") or "")

    def _start_table(self, element: Any) -> None:
        if element.tag == "tr":
            if self._grids and not self._cells:
                self._grids[-1].open_row()
        elif self._cells or is_frame(element):
            self._frames.add(element)
        else:
            self._grids.append(HtmlGrid(self._limits, self.draft.length, is_ruled(element)))

    def _is_cell(self, element: Any) -> bool:
        return bool(self._grids) and not self._cells and self._is_open(element)

    def _is_open(self, element: Any) -> bool:
        """Whether a cell is one of the table being read, not of a table that only frames."""
        return next(element.iterancestors("table"), None) not in self._frames

    def end(self, element: Any) -> None:
        """Leave an element that was read."""
        tag = element.tag
        if tag == "a":
            self.words.close_link()
        if tag in BLOCKS:
            self.flush(closes=tag == "p")
            self._looks.pop()
        self.words.kept -= tag == "pre"
        self.words.raised -= tag == "sup"
        if tag in LISTS or tag == "li":
            self._close_marker()
            self._marks.end(element)
        elif tag in ("td", "th", "tr", "table"):
            self._end_table(element)
        if self._asides and self._asides[-1][0] is element:
            self._asides.pop()

    def _end_table(self, element: Any) -> None:
        tag = element.tag
        if tag in ("td", "th"):
            if self._cells and self._is_open(element):
                self._grids[-1].add(element, self._cells.pop())
        elif tag == "tr":
            if self._grids and not self._cells and self._grids[-1].rows:
                self.draft.cells(self._grids[-1].rows[-1])
        elif element not in self._frames:
            self._close_table(self._grids.pop())

    def _close_marker(self) -> None:
        """The number of an item without words is all that it shows; a bullet alone is nothing."""
        marker, self._marker = self._marker, ""
        if marker[:1].isalnum():
            self.words.add(marker)
            self.flush(closes=False)

    def _close_table(self, grid: HtmlGrid) -> None:
        rows = grid.closed()
        if any(rows) and not self._asides:
            self.draft.table(rows, grid.width, grid.ruled, grid.start)
            self._gap = True

    def flush(self, closes: bool) -> None:
        """Write the paragraph read so far; an empty one is blank space."""
        text, anything = self.words.taken()
        if text:
            text, self._marker = self._marker + text, ""
        if not text:
            self._gap = self._gap or closes or anything
        elif self._asides:
            self.streams.append((self._asides[-1][1], text))
        elif self._cells:
            self._cells[-1].append(text)
        elif not self._grids or not self._grids[-1].rows:
            self._paragraph(text)
        else:
            self.streams.append(("stray", text))

    def _paragraph(self, text: str) -> None:
        """A paragraph of the body; one that looks otherwise than that above it is parted from it."""
        look = self._looks[-1]
        self.draft.paragraph(text, self._gap or (self._look is not None and look != self._look))
        self._gap, self._look = False, look
        if self._grids:
            self._grids[-1].start = self.draft.length


def is_hidden(element: Any) -> bool:
    """Whether a reader of the page does not see an element."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
