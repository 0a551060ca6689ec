"""A paragraph in the making."""

from parsers.docx.xml import Element
from parsers.links import Link, with_addresses

PAGE_BREAK = "\f"


class Line:
    """Visible pieces of one or more paragraphs that print as one, its links, and the text boxes that hang on it.

    A box that hangs before the first word stands above the line, any other below it.
    """

    __slots__ = ("_looked", "above", "below", "links", "marker", "new_page", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.links: list[Link] = []
        self.above: list[Element] = []
        self.below: list[Element] = []
        self.marker = ""
        self.new_page = False
        self._looked = 0

    def visible(self) -> bool:
        """Whether any word is to be seen; blank pieces are looked at once."""
        while self._looked < len(self.pieces):
            if self.pieces[self._looked].strip():
                return True
            self._looked += 1
        return False

    def link(self, start: int, address: str) -> None:
        """Remember that the pieces from ``start`` on lead to an address."""
        if address:
            self.links.append(Link(start, len(self.pieces), address))

    def hang(self, box: Element) -> None:
        """Remember an element whose blocks are to be read above or below."""
        (self.below if self.visible() else self.above).append(box)

    def text(self) -> tuple[str, list[str]]:
        """The text without its marker, and the addresses that it does not print."""
        return with_addresses(self.pieces, self.links) if self.links else ("".join(self.pieces), [])

    def printed(self) -> tuple[list[str], list[str]]:
        """Texts between page breaks, a blank one for each break, the marker before the first; and hidden addresses."""
        text, addresses = self.text()
        texts = [""] if self.new_page else []
        for index, piece in enumerate(text.split(PAGE_BREAK)):
            if index:
                texts.append("")
            if words := piece.strip():
                texts.append((self.marker + words).strip())
                self.marker = ""
        if self.marker.strip() or not texts:
            texts.append(self.marker.strip())
        return texts, addresses
