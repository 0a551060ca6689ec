"""One story of a document (the body, a note, a text box) to its blocks: paragraphs as text, tables as rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from parsers.docx.alternate import choose
from parsers.docx.buckets import TEXT_TAGS
from parsers.docx.counters import Counters
from parsers.docx.flow import Flow
from parsers.docx.inlines import HANDLERS, descend, read_inline
from parsers.docx.line import Line
from parsers.docx.part import Part
from parsers.docx.plain import PlainParagraph, plain_paragraph
from parsers.docx.signs import EMPTY
from parsers.docx.spacing import Spacing
from parsers.docx.xml import VAL, Element, flag, mc, properties_of, w

PARAGRAPH, TABLE = w("p"), w("tbl")
_BLOCKS = frozenset({PARAGRAPH, TABLE})
_PROPERTIES, _STYLE, _MARK, _LISTED = map(w, ("pPr", "pStyle", "rPr", "numPr"))
_NEW_PAGE = w("pageBreakBefore")
_GONE = {w("del"): "deleted", w("moveFrom"): "moved_from"}
_PROPERTIES_AND_MARKS = frozenset(map(w, EMPTY))
_TAKEN = (*TEXT_TAGS, w("sym"), w("altChunk"), w("subDoc"))


@dataclass(frozen=True, slots=True)
class Rows:
    """A table that stands among the blocks: its children, to be taken before the next block is asked for."""

    children: Iterator[Element]
    tag: ClassVar[str] = TABLE


class Story:
    """Reads blocks in order; lists count on through the whole story."""

    def __init__(self, part: Part, depth: int = 0) -> None:
        self.part = part
        self.flow = Flow(part, depth)
        self.counters = Counters()
        self._spacing = Spacing(part.shared.styles)
        self._default_is_unlisted = part.shared.numbering.placed(None, None) is None

    def blocks(self, children: Iterable[Element | Rows]) -> Iterator[str | Rows]:
        """Text of each paragraph (empty for a blank one, and for blank space) and each table, in the order of the page.

        A paragraph whose mark is deleted or hidden runs on into the next one.
        """
        held: Line | None = None
        for child in self.unwrapped(children, _BLOCKS):
            if held is None and child.tag == PARAGRAPH:
                if self._spacing.parts(child):
                    yield ""
                text = self.plain(child)
                if text is not None:
                    yield text
                    continue
            if child.tag == TABLE:
                if held is not None:
                    yield from self._finished(held)
                    held = None
                yield child if isinstance(child, Rows) else Rows(iter(child))
                continue
            line = Line() if held is None else held
            held = line if self._read(child, line) else None
            if held is None:
                yield from self._finished(line)
        if held is not None:
            yield from self._finished(held)

    def plain(self, paragraph: Element) -> str | None:
        """Marker and text of a plain paragraph, ``None`` for any other and where a field is open."""
        found = None if self.flow.fields else plain_paragraph(self.part, paragraph)
        return None if found is None else self.printed(found)

    def printed(self, paragraph: PlainParagraph) -> str:
        """Count a plain paragraph and give its marker and text."""
        text = "".join(paragraph.pieces).strip()
        if paragraph.listed is None and paragraph.style is None and self._default_is_unlisted:
            return text
        marker = self._marker(paragraph.listed, paragraph.style)
        return (marker + text).strip() if marker else text

    def unwrapped(self, children: Iterable[Element | Rows], wanted: frozenset[str]) -> Iterator[Element | Rows]:
        """Children named ``wanted`` from behind content controls and other wrappers, and strays that hold text."""
        for child in children:
            tag = child.tag
            if tag in wanted:
                yield child
            elif isinstance(child, Rows):
                continue
            elif tag in _PROPERTIES_AND_MARKS:
                if len(child):
                    self.flow.buckets.sweep("stray", child)
            elif tag in _GONE:
                self.flow.buckets.sweep(_GONE[tag], child)
            elif tag == mc("AlternateContent"):
                chosen = choose(self.flow, child)
                yield from self._deeper(() if chosen is None else chosen, wanted)
            elif tag not in TEXT_TAGS and next(child.iter(*wanted), None) is not None:
                yield from self._deeper(child, wanted)
            elif next(child.iter(*_TAKEN), None) is not None:
                yield child

    def _deeper(self, children: Iterable[Element], wanted: frozenset[str]) -> Iterator[Element | Rows]:
        with self.flow.inside():
            yield from self.unwrapped(children, wanted)

    def _read(self, element: Element, line: Line) -> bool:
        """Read a paragraph (or a stray) into the line; true where it runs on into the next paragraph."""
        if element.tag != PARAGRAPH:
            HANDLERS.get(element.tag, descend)(self.flow, element, line)
            return False
        flow = self.flow
        properties = properties_of(element, _PROPERTIES)
        style = properties.get(_STYLE)
        flow.style = None if style is None else style.get(VAL)
        contents = "contents" if style is not None and self.part.shared.styles.is_contents(flow.style) else None
        flow.bucket = contents
        read_inline(flow, element, line)
        flow.bucket = None
        line.new_page = line.new_page or _begins_page(properties)
        mark = properties.get(_MARK)
        deleted, hidden = (False, False) if mark is None else self._mark(mark)
        if not (deleted or contents or line.marker or (hidden and not line.visible())):
            line.marker = self._marker(properties.get(_LISTED), flow.style)
        return deleted or hidden

    def _marker(self, listed: Element | None, style: str | None) -> str:
        placed = self.part.shared.numbering.placed(listed, style)
        return self.counters.marker(*placed) if placed else ""

    def _mark(self, properties: Element) -> tuple[bool, bool]:
        """Whether the paragraph's end is deleted, and whether it is hidden: either way the next one follows at once."""
        deleted = any(item.tag in _GONE for item in properties)
        return deleted, self.part.hides and bool(flag(properties, w("vanish")))

    def _finished(self, line: Line) -> Iterator[str | Rows]:
        """A line's text, cut at page breaks, with its boxes above and below."""
        for box in line.above:
            yield from self._boxed(box)
        texts, addresses = line.printed()
        for address in addresses:
            self.flow.buckets.add("hyperlink", address)
        yield from texts
        for box in line.below:
            yield from self._boxed(box)

    def _boxed(self, box: Element) -> Iterator[str | Rows]:
        """Blocks of a text box, a story of its own; blank ones are no paragraphs of the page."""
        with self.flow.inside():
            inner = Story(self.part, self.flow.depth)
            for block in inner.blocks([box] if box.tag in _BLOCKS else box):
                if block != "":
                    yield block


def _begins_page(properties: dict[str, Element]) -> bool:
    """Whether a paragraph asks to stand on a new page."""
    asked = properties.get(_NEW_PAGE)
    return asked is not None and (asked.get(VAL) or "1") in ("1", "true", "on")
