"""The plain paragraph and the plain table row: nine in ten hold runs of text and formatting, nothing else.

They are read in one flat pass. Whatever is not known to be harmless (links, fields, changes, boxes, controls) makes
the answer ``None`` before anything has been counted or written; ``story`` and ``tables`` then read it in
full. A test proves that both ways give the same.
"""

from parsers.docx.part import Part
from parsers.docx.signs import PRINTED, SPACED
from parsers.docx.xml import VAL, XML_SPACE, Element, w

_PARAGRAPH, _TEXT, _CELL, _STYLE, _LISTED = map(w, ("p", "t", "tc", "pStyle", "numPr"))
_CELL_FACTS = frozenset(map(w, ("gridSpan", "vMerge", "hMerge")))
_ROW_FACTS = frozenset(map(w, ("gridBefore", "gridAfter")))
_TELLING = frozenset(map(w, ("vanish", "vertAlign", "rStyle")))
_HARMLESS_NAMES = """
r rPr pPr tr trPr tcPr tcW tcBorders tcMar top left start bottom right end insideH insideV tl2br tr2bl shd vAlign noWrap
hideMark textDirection tcFitText cnfStyle cantSplit trHeight tblHeader jc divId wBefore wAfter hidden tblCellSpacing
rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid webHidden color
spacing w kern position sz szCs highlight u effect bdr fitText rtl cs em lang eastAsianLayout
keepNext keepLines widowControl suppressLineNumbers pBdr between bar tabs suppressAutoHyphens kinsoku
wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ind contextualSpacing mirrorIndents
suppressOverlap textAlignment textboxTightWrap outlineLvl ilvl numId
proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak
"""
_HARMLESS = frozenset(map(w, _HARMLESS_NAMES.split()))


class PlainParagraph:
    """Pieces of text, and what decides the marker: style and list properties."""

    __slots__ = ("listed", "pieces", "style")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.style: str | None = None
        self.listed: Element | None = None


class PlainCell:
    """Merge properties of a cell by name (``None`` where it has none), and its paragraphs."""

    __slots__ = ("facts", "paragraphs")

    def __init__(self) -> None:
        self.facts: dict[str, Element] | None = None
        self.paragraphs: list[PlainParagraph] = []


class PlainRow:
    """Skipped columns of a row by name, and its cells."""

    __slots__ = ("cells", "facts")

    def __init__(self) -> None:
        self.facts: dict[str, Element] = {}
        self.cells: list[PlainCell] = []


def plain_paragraph(part: Part, paragraph: Element) -> PlainParagraph | None:
    """A plain paragraph, ``None`` for any other."""
    row = PlainRow()
    row.cells.append(PlainCell())
    if not _flat(part, paragraph, row) or len(row.cells) != 1 or len(row.cells[0].paragraphs) != 1:
        return None
    return row.cells[0].paragraphs[0]


def plain_row(part: Part, element: Element) -> PlainRow | None:
    """A table row of plain cells, ``None`` for any other."""
    row = PlainRow()
    return row if _flat(part, element, row) else None


def _flat(part: Part, element: Element, row: PlainRow) -> bool:
    """Fill the row from one pass over all that stands under the element; false where any of it is not plain."""
    cells = row.cells
    paragraph: PlainParagraph | None = None
    for item in element.iter():
        tag = item.tag
        if tag in _HARMLESS:
            continue
        if tag == _TEXT:
            text = item.text
            if paragraph is None or len(item) or (text and not _as_it_stands(item, text)):
                return False
            paragraph.pieces.append(text or "")
        elif tag == _PARAGRAPH and cells:
            paragraph = PlainParagraph()
            cells[-1].paragraphs.append(paragraph)
        elif tag == _CELL:
            paragraph = None
            cells.append(PlainCell())
        elif not (_row_fact(row, item, tag) if paragraph is None else _paragraph_fact(part, paragraph, item, tag)):
            return False
    return True


def _row_fact(row: PlainRow, item: Element, tag: str) -> bool:
    """Take in a property that skips columns or merges cells; false where the element is none."""
    if tag in _CELL_FACTS and row.cells:
        facts = row.cells[-1].facts or {}
        facts[tag] = item
        row.cells[-1].facts = facts
        return True
    if tag in _ROW_FACTS:
        row.facts[tag] = item
        return True
    return False


def _paragraph_fact(part: Part, paragraph: PlainParagraph, item: Element, tag: str) -> bool:
    """Take in a sign or what decides the marker; false where the element is neither."""
    if tag == _STYLE:
        paragraph.style = item.get(VAL)
        return part.shared.styles.is_plain(paragraph.style)
    if tag == _LISTED:
        paragraph.listed = item
        return True
    if tag in PRINTED:
        if item.get(VAL) is None:
            paragraph.pieces.append(PRINTED[tag])
        return True
    return tag in _TELLING and not part.telling


def _as_it_stands(element: Element, text: str) -> bool:
    """Whether the text needs no care for its outer white space and line ends."""
    if "\n" in text:
        return False
    return not (text[0] in SPACED or text[-1] in SPACED) or element.get(XML_SPACE) == "preserve"
