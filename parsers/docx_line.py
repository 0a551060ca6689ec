"""A paragraph in the making."""

from dataclasses import dataclass, field

from parsers.docx_links import Link, with_addresses
from parsers.docx_xml import Element

PAGE_BREAK = "\f"


@dataclass(slots=True)
class Line:
    """Visible pieces of one or more paragraphs that print as one, its links, and the text boxes that hang on it.

    A box that hangs before the first word stands above the line, any other below it.
    """

    pieces: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    above: list[Element] = field(default_factory=list)
    below: list[Element] = field(default_factory=list)
    marker: str = ""

    def visible(self) -> bool:
        """Whether any word is to be seen."""
        return any(piece.strip() for piece in self.pieces)

    def hang(self, box: Element) -> None:
        """Remember an element whose blocks are to be read above or below."""
        (self.below if self.visible() else self.above).append(box)

    def text(self) -> tuple[str, list[str]]:
        """The printed text and the addresses that it does not print."""
        hidden: list[str] = []
        if self.links:
            text, hidden = with_addresses(self.pieces, self.links)
        else:
            text = "".join(self.pieces)
        text = text.strip()
        return (self.marker + text if text else self.marker.strip()), hidden
