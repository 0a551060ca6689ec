"""What stands inside a paragraph: one handler for each element that means something, and one table of them all.

An element that is not in the table is a wrapper (``w:ins``, ``w:sdt``, ``w:smartTag``, a drawing): it is descended.
"""

from parsers.docx.alternate import choose
from parsers.docx.field_codes import field_address
from parsers.docx.flow import Flow
from parsers.docx.line import Line
from parsers.docx.signs import (
    EMPTY,
    EMPTY_IN_FORMULAS,
    PRINTED,
    Handler,
    box,
    field_character,
    ignore,
    instruction,
    leaf,
    line_break,
    note_reference,
    only_into,
    outside,
    printed,
    symbol,
    text,
    word_art,
)
from parsers.docx.styles import raised
from parsers.docx.xml import RELATION_ID, Element, a, flag, m, mc, v, value, w

_RUN_PROPERTIES = w("rPr")


def read_inline(flow: Flow, element: Element, line: Line) -> None:
    """Read all that stands inside an element."""
    handlers = HANDLERS
    for child in element:
        handlers.get(child.tag, descend)(flow, child, line)


def descend(flow: Flow, element: Element, line: Line) -> None:
    """A wrapper: read what it holds."""
    if len(element):
        with flow.inside():
            read_inline(flow, element, line)


def run(flow: Flow, element: Element, line: Line) -> None:
    """``w:r``: its own properties decide whether it is seen."""
    before, was_raised = flow.bucket, flow.raised
    part = flow.part
    if part.hides or part.raises:
        properties = next(iter(element), None)
        if properties is None or properties.tag != _RUN_PROPERTIES:
            properties = None
        if part.hides and before is None and _hidden(flow, properties):
            flow.bucket = "hidden"
        flow.raised = part.raises and _raised(flow, properties)
    read_inline(flow, element, line)
    flow.bucket, flow.raised = before, was_raised


def _hidden(flow: Flow, properties: Element | None) -> bool:
    direct = flag(properties, w("vanish")) if properties is not None else None
    if direct is not None:
        return direct
    style = value(properties, w("rStyle")) if properties is not None else None
    return flow.part.shared.styles.hidden(flow.style, style)


def _raised(flow: Flow, properties: Element | None) -> bool:
    if properties is None:
        return False
    direct = raised(properties)
    return flow.part.shared.styles.raised(value(properties, w("rStyle"))) if direct is None else direct


def into(name: str) -> Handler:
    """A handler that sends all text of a wrapper to a bucket."""

    def handle(flow: Flow, element: Element, line: Line) -> None:
        with flow.into(name), flow.inside():
            read_inline(flow, element, line)

    return handle


def simple_field(flow: Flow, element: Element, line: Line) -> None:
    """``w:fldSimple``: its code is an attribute, its content the result."""
    code = element.get(w("instr")) or ""
    flow.note("field_code", code, line)
    start = len(line.pieces)
    descend(flow, element, line)
    line.link(start, field_address(code))


def hyperlink(flow: Flow, element: Element, line: Line) -> None:
    """``w:hyperlink``: an address outside the file is kept, a bookmark inside it is none."""
    start = len(line.pieces)
    descend(flow, element, line)
    address = flow.part.targets.get(element.get(RELATION_ID) or "", "")
    anchor = element.get(w("anchor"))
    line.link(start, f"{address}#{anchor}" if address and anchor else address)


def alternate(flow: Flow, element: Element, line: Line) -> None:
    """``mc:AlternateContent``: one branch is read, the others are counted."""
    chosen = choose(flow, element)
    if chosen is not None:
        descend(flow, chosen, line)


def fraction(flow: Flow, element: Element, line: Line) -> None:
    """A formula's fraction on one line."""
    with flow.inside():
        for part in element:
            if part.tag == m("den"):
                flow.put("/", line)
            HANDLERS.get(part.tag, descend)(flow, part, line)


HANDLERS: dict[str, Handler] = {
    w("r"): run,
    w("t"): text,
    m("t"): text,
    w("br"): leaf(line_break),
    w("sym"): leaf(symbol),
    w("hyperlink"): hyperlink,
    w("fldSimple"): simple_field,
    w("fldChar"): leaf(field_character),
    w("instrText"): instruction,
    w("delInstrText"): only_into("field_code"),
    w("del"): into("deleted"),
    w("delText"): only_into("deleted"),
    w("moveFrom"): into("moved_from"),
    w("rt"): into("ruby"),
    w("footnoteReference"): leaf(note_reference),
    w("endnoteReference"): leaf(note_reference),
    mc("AlternateContent"): alternate,
    w("txbxContent"): box,
    w("p"): box,
    w("tbl"): box,
    m("f"): fraction,
    a("t"): only_into("drawing"),
    v("textpath"): leaf(word_art),
    w("altChunk"): leaf(outside("alt_chunk")),
    w("subDoc"): leaf(outside("sub_document")),
    "{urn:schemas-microsoft-com:office:office}OLEObject": leaf(outside("embedded_object")),
    **{tag: leaf(printed(sign)) for tag, sign in PRINTED.items()},
    **{w(name): ignore for name in EMPTY},
    **{m(name): ignore for name in EMPTY_IN_FORMULAS},
}
