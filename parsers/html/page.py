"""A walk over a page: what a reader of it sees, as paragraphs and tables of the draft."""

import re
from typing import Any

from parsers.docx.draft import Draft
from parsers.html.lists import ListMarks
from parsers.html.tables import HtmlGrid, is_frame, is_ruled
from parsers.html.tags import BLOCKS, SKIPPED
from parsers.limits import Limits

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ASIDE = ("header", "footer")


class Page:
    """Writes a page into a draft, element by element."""

    def __init__(self, limits: Limits) -> None:
        self.draft = Draft()
        self.streams: list[tuple[str, str]] = []
        self._limits = limits
        self._pieces: list[str] = []
        self._gap = False
        self._grids: list[HtmlGrid] = []
        self._cells: list[list[str]] = []
        self._frames: set[Any] = set()
        self._marks = ListMarks()
        self._marker = ""
        self._aside: list[str] = []
        self._pre = self._raised = 0

    def start(self, element: Any) -> bool:
        """Enter an element; whether it is to be read at all."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED or is_hidden(element):
            return False
        if tag in BLOCKS:
            self.flush(closes=False)
        self._pre += tag == "pre"
        self._raised += tag == "sup"
        if tag == "br":
            self._pieces.append("\n")
        elif tag in ("ul", "ol", "menu", "dir", "li"):
            self._marker = self._marks.start(element)
        elif tag in ("table", "tr") or aside_of(element):
            self._start_part(element)
        elif tag in ("td", "th") and self._is_cell(element):
            self._cells.append([])
        self.text(element.text)
        return True

    def _start_part(self, element: Any) -> None:
        name = aside_of(element)
        if name:
            self._aside.append(name)
        elif element.tag == "tr":
            if self._grids and not self._cells:
                self._grids[-1].open_row()
        elif self._cells or is_frame(element):
            self._frames.add(element)
        else:
            self._grids.append(HtmlGrid(self._limits, self.draft.length, is_ruled(element)))

    def _is_cell(self, element: Any) -> bool:
        return bool(self._grids) and not self._cells and next(element.iterancestors("table"), None) not in self._frames

    def text(self, text: str | None) -> None:
        """Take in words."""
        if not text:
            return
        if self._raised:
            text = text.translate(_RAISED)
        self._pieces.append(text.replace("\r\n", "\n") if self._pre else _BLANK.sub(" ", text))

    def end(self, element: Any) -> None:
        """Leave an element that was read."""
        tag = element.tag
        if tag in BLOCKS:
            self.flush(closes=tag == "p")
        self._pre -= tag == "pre"
        self._raised -= tag == "sup"
        if tag in ("ul", "ol", "menu", "dir", "li"):
            self._close_marker()
            self._marks.end(element)
        elif aside_of(element):
            self._aside.pop()
        elif tag in ("td", "th") and self._cells and self._is_open(element):
            self._grids[-1].add(element, self._cells.pop())
        elif tag == "tr" and self._grids and not self._cells and self._grids[-1].rows:
            self.draft.cells(self._grids[-1].rows[-1])
        elif tag == "table" and element not in self._frames:
            self._close_table(self._grids.pop())

    def _is_open(self, element: Any) -> bool:
        """Whether a cell is the one being read, not one of a table inside it."""
        return next(element.iterancestors("table"), None) not in self._frames

    def _close_marker(self) -> None:
        """The number of an item without words is all that it shows; a bullet alone is nothing."""
        marker, self._marker = self._marker, ""
        if marker[:1].isalnum():
            self._pieces.append(marker)
            self.flush(closes=False)

    def _close_table(self, grid: HtmlGrid) -> None:
        rows = grid.closed()
        if any(rows):
            self.draft.table(rows, grid.width, grid.ruled, grid.start)
            self._gap = True

    def flush(self, closes: bool) -> None:
        """Write the paragraph read so far; an empty one is blank space."""
        text = _AROUND_BREAK.sub("\n", "".join(self._pieces)).strip(" \n")
        self._pieces = []
        if text:
            text, self._marker = self._marker + text, ""
        if not text:
            self._gap = self._gap or closes
        elif self._aside:
            self.streams.append((self._aside[-1], text))
        elif self._cells:
            self._cells[-1].append(text)
        elif not self._grids or not self._grids[-1].rows:
            self.draft.paragraph(text, self._gap)
            self._gap = False
            if self._grids:
                self._grids[-1].start = self.draft.length
        else:
            self.streams.append(("stray", text))


def is_hidden(element: Any) -> bool:
    """Whether a reader of the page does not see an element."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def aside_of(element: Any) -> str | None:
    """The stream an element belongs to: a page's navigation, the running heads that an office program exports."""
    if element.tag == "nav":
        return "navigation"
    title = element.get("title") if element.tag == "div" else None
    return title if title in _ASIDE else None
