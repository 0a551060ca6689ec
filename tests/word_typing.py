"""Ways to type a Word document, and the paragraphs of one: runs, links, content controls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.docx_factory import field as complex_field
from tests.order_layout import links
from tests.word_markup import run


@dataclass(frozen=True, slots=True)
class Typing:
    """How the document is typed.

    ``lists``: Word gives the numbers (``letters``: those in letters too); ``markers``: what stands behind a typed one.
    ``stamp``: lines, breaks, table, box or indent; ``signature``: tab, table, spaces or lines; ``cells``: paragraphs or
    breaks; ``sections``: merged over the row, or in its first cell; ``heads``: the lines of a title as one paragraph,
    with breaks, or each as a paragraph; ``spacing``: blank paragraphs, one behind every clause too (double), or space
    that a property keeps.
    """

    lists: bool = False
    letters: bool = True
    stamp: str = "lines"
    signature: str = "tab"
    cells: str = "paragraphs"
    spacing: str = "blank"
    sections: str = "merged"
    markers: str = "space"
    links: str = "hyperlink"
    heads: str = "paragraphs"
    controls: bool = False
    split: bool = False
    landscape: bool = False
    notes: bool = False


TYPINGS = {
    "typed": Typing(),
    "lists": Typing(lists=True, stamp="breaks", signature="table", cells="breaks", heads="breaks"),
    "controls": Typing(stamp="table", signature="spaces", controls=True, split=True, heads="lines"),
    "spaced": Typing(lists=True, spacing="property", signature="table", landscape=True, heads="beside"),
    "boxed": Typing(stamp="box", signature="lines", links="field", split=True, cells="breaks", notes=True),
    "indented": Typing(stamp="indent", sections="first", spacing="double", markers="tab", heads="lines"),
}


class Pen:
    """Writes paragraphs in one way of typing; keeps the addresses they link to by the id of the relation."""

    def __init__(self, typing: Typing) -> None:
        self.typing = typing
        self.links: dict[str, str] = {}

    def paragraph(self, text: str, properties: str = "") -> str:
        """A paragraph; a line end is a break, an address a link."""
        runs = "".join(
            self._link(stretch) if is_address else "".join(self._runs(stretch)) for stretch, is_address in links(text)
        )
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"

    def control(self, markup: str) -> str:
        """The markup inside two content controls, where the document is made of them."""
        if not self.typing.controls:
            return markup
        inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{markup}</w:sdtContent></w:sdt>"
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    def _runs(self, text: str) -> Iterator[str]:
        pieces = re.findall(r".{1,17}|\n", text) if self.typing.split else [text] if text else []
        for index, piece in enumerate(pieces):
            if self.typing.split and index % 3 == 1:
                yield '<w:proofErr w:type="spellStart"/>'
            yield run(piece)

    def _link(self, address: str) -> str:
        if self.typing.links == "field":
            return complex_field(f' HYPERLINK "{escape(address)}" ', run(address))
        name = f"l{len(self.links)}"
        self.links[name] = escape(address)
        return f'<w:hyperlink r:id="{name}">{run(address)}</w:hyperlink>'
