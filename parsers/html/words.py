"""The paragraph of a page in the making: its words and its links."""

import re

from parsers.links import Link, with_addresses

_BLANK = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r"[ \xa0]*\n[ \xa0]*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Words:
    """Takes in words as the page is walked, and gives them as one text."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._links: list[Link] = []
        self._open: list[tuple[int, str]] = []
        self.hidden: list[str] = []
        self.kept = self.raised = 0

    def add(self, text: str | None) -> None:
        """Take in words; white space of the markup is one space unless it is to be kept."""
        if not text:
            return
        if self.raised:
            text = text.translate(_RAISED)
        self._pieces.append(text.replace("\r\n", "\n") if self.kept else _BLANK.sub(" ", text))

    def line_break(self) -> None:
        """A line ends inside the paragraph."""
        self._pieces.append("\n")

    def open_link(self, address: str) -> None:
        """What follows leads to an address."""
        self._open.append((len(self._pieces), address))

    def close_link(self) -> None:
        """The words of the innermost link are over."""
        if self._open:
            start, address = self._open.pop()
            if address:
                self._links.append(Link(start, len(self._pieces), address))

    def taken(self) -> tuple[str, bool]:
        """The text so far, which is given up, and whether there was anything at all, be it blank."""
        text = self._text() if self._pieces else ""
        anything = any(piece.strip(" ") for piece in self._pieces)
        self._pieces, self._links = [], []
        self._open = [(0, address) for _, address in self._open]
        return _AROUND_BREAK.sub("\n", text).strip(" \n\xa0"), anything

    def _text(self) -> str:
        self._links += [Link(start, len(self._pieces), address) for start, address in self._open if address]
        if not self._links:
            return "".join(self._pieces)
        text, hidden = with_addresses(self._pieces, self._links)
        self.hidden += hidden
        return text
