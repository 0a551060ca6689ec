"""A paragraph in the making."""

from parsers.docx_links import Link, with_addresses
from parsers.docx_xml import Element

PAGE_BREAK = "\f"


class Line:
    """Visible pieces of one or more paragraphs that print as one, its links, and the text boxes that hang on it.

    A box that hangs before the first word stands above the line, any other below it.
    """

    __slots__ = ("above", "below", "links", "marker", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.links: tuple[Link, ...] = ()
        self.above: tuple[Element, ...] = ()
        self.below: tuple[Element, ...] = ()
        self.marker = ""

    def visible(self) -> bool:
        """Whether any word is to be seen."""
        return any(piece.strip() for piece in self.pieces)

    def link(self, start: int, address: str) -> None:
        """Remember that the pieces from ``start`` on lead to an address."""
        if address:
            self.links += (Link(start, len(self.pieces), address),)

    def hang(self, box: Element) -> None:
        """Remember an element whose blocks are to be read above or below."""
        if self.visible():
            self.below += (box,)
        else:
            self.above += (box,)

    def text(self) -> tuple[str, list[str]]:
        """The printed text and the addresses that it does not print."""
        if not self.links:
            return self.plain(), []
        text, hidden = with_addresses(self.pieces, self.links)
        return (self.marker + text.strip()).strip(), hidden

    def plain(self) -> str:
        """The printed text of a line without links."""
        text = "".join(self.pieces).strip()
        return (self.marker + text).strip() if self.marker else text
