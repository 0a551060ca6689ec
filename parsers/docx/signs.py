"""Elements inside a paragraph that hold or print something themselves; wrappers are in ``inlines``."""

from collections.abc import Callable

from parsers.docx.flow import Flow
from parsers.docx.line import PAGE_BREAK, Line
from parsers.docx.symbols import symbol_text
from parsers.docx.xml import RELATION_ID, XML_SPACE, Element, w

Handler = Callable[[Flow, Element, Line], None]

EMPTY = (
    "pPr",
    "rPr",
    "sdtPr",
    "sdtEndPr",
    "smartTagPr",
    "customXmlPr",
    "fldData",
    "proofErr",
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "lastRenderedPageBreak",
    "footnoteRef",
    "endnoteRef",
    "separator",
    "continuationSeparator",
    "annotationRef",
    "permStart",
    "permEnd",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "sectPr",
    "tblPr",
    "tblGrid",
    "trPr",
    "tcPr",
    "tblPrEx",
)
EMPTY_IN_FORMULAS = ("fPr", "rPr", "ctrlPr", "oMathParaPr")
"""Names of properties and marks: nothing of them prints."""

PRINTED = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
"""Elements that print one sign."""

SPACED = " \t\n\r"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def ignore(flow: Flow, element: Element, line: Line) -> None:
    """Properties and marks hold no text; if one does all the same, it is kept."""
    if len(element):
        flow.buckets.sweep("stray", element)


def leaf(handler: Handler) -> Handler:
    """A handler of an element that should hold nothing; what it holds all the same is kept."""

    def handle(flow: Flow, element: Element, line: Line) -> None:
        handler(flow, element, line)
        ignore(flow, element, line)

    return handle


def text(flow: Flow, element: Element, line: Line) -> None:
    """``w:t``: outer white space counts only where ``xml:space`` says so; digits of a superscript run stay raised."""
    found: str = element.text or "" if not len(element) else "".join(element.itertext())
    if not found:
        return
    if (found[0] in SPACED or found[-1] in SPACED) and not _preserves(element):
        found = found.strip(SPACED)
    if "\n" in found:
        found = found.replace("\n", " ")
    if flow.raised and found.isdecimal():
        found = found.translate(_SUPERSCRIPTS)
    flow.put(found, line)


def _preserves(element: Element) -> bool:
    own = element.get(XML_SPACE)
    if own is None:
        own = next((up.get(XML_SPACE) for up in element.iterancestors() if up.get(XML_SPACE)), None)
    return bool(own == "preserve")


def only_into(name: str) -> Handler:
    """A handler that sends the element's own text to a bucket."""

    def handle(flow: Flow, element: Element, line: Line) -> None:
        flow.note(name, "".join(element.itertext()), line)

    return handle


def instruction(flow: Flow, element: Element, line: Line) -> None:
    """``w:instrText``: code of a field."""
    code = "".join(element.itertext())
    flow.fields.code(code)
    flow.note("field_code", code, line)


def field_character(flow: Flow, element: Element, line: Line) -> None:
    """``w:fldChar``: a field begins, its result begins, it ends."""
    kind = element.get(w("fldCharType"))
    if kind == "begin":
        flow.fields.begin()
    elif kind == "separate":
        flow.fields.separate(line)
    elif kind == "end":
        flow.fields.end(line)


def printed(sign: str) -> Handler:
    """A handler for an element that prints one sign."""

    def handle(flow: Flow, element: Element, line: Line) -> None:
        flow.put(sign, line)

    return handle


def line_break(flow: Flow, element: Element, line: Line) -> None:
    """``w:br``: a new line; a page break parts paragraphs."""
    flow.put(PAGE_BREAK if element.get(w("type")) == "page" else "\n", line)


def symbol(flow: Flow, element: Element, line: Line) -> None:
    """``w:sym``: a character of a symbol font."""
    flow.put(symbol_text(element.get(w("font")), element.get(w("char"))), line)


def note_reference(flow: Flow, element: Element, line: Line) -> None:
    """A footnote's mark leaves nothing; a mark of the author's own is the rest of its run."""
    if (element.get(w("customMarkFollows")) or "0").lower() in ("1", "true", "on"):
        flow.bucket = flow.bucket or "footnote_mark"


def box(flow: Flow, element: Element, line: Line) -> None:
    """Blocks that hang on a paragraph: a text box (or a paragraph where none may stand)."""
    name = flow.current()
    if name is None:
        line.hang(element)
    else:
        flow.buckets.sweep(name, element)


def word_art(flow: Flow, element: Element, line: Line) -> None:
    """``v:textpath``: letters drawn as a picture, mostly a watermark."""
    flow.note("drawing", element.get("string") or "", line)


def outside(name: str) -> Handler:
    """A handler that notes content which stands in another part of the package."""

    def handle(flow: Flow, element: Element, line: Line) -> None:
        identity = element.get(RELATION_ID) or ""
        flow.note(name, f"[{flow.part.targets.get(identity, identity)}]", line)

    return handle
