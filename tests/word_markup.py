"""Markup of Word documents as a typist's program writes it: runs, cells, boxes, sections, styles."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.docx_factory import root

PAGE_WIDTH = 9600
WIDE_WIDTH = 14400
"""Twentieths of a point between the margins of an upright and of a wide page."""
GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def run(text: str) -> str:
    """A run with tabs and line breaks."""
    inner = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in re.split(r"([\t\n])", text)
        if part
    )
    return f"<w:r>{inner}</w:r>"


def paragraph(text: str) -> str:
    """A bare paragraph."""
    return f"<w:p>{run(text)}</w:p>"


def cell(content: str, span: int, merge: str, width: int) -> str:
    """A table cell."""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>" if merge else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}</w:tcPr>{content}</w:tc>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table without rules, which only places paragraphs on the page."""
    unit = PAGE_WIDTH // len(rows[0])
    columns = f'<w:gridCol w:w="{unit}"/>' * len(rows[0])
    body = "".join(f"<w:tr>{''.join(cell(content, 1, '', unit) for content in row)}</w:tr>" for row in rows)
    properties = f'<w:tblW w:w="{PAGE_WIDTH}" w:type="dxa"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def box(content: str) -> str:
    """A paragraph with a text box at the right edge."""
    return (
        '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:pict><v:shape type="#_x0000_t202" '
        f'style="width:240pt;height:170pt"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>'
        "</v:shape></w:pict></w:r></w:p>"
    )


def section(wide: bool) -> str:
    """Properties of a section: a sheet of A4, upright or wide, with the page number below."""
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if wide else '<w:pgSz w:w="11906" w:h="16838"/>'
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="p1"/>{size}'
        '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
        "</w:sectPr>"
    )


def styles() -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/>'
    return root(
        "styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/>'
        '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f"<w:tblPr><w:tblBorders>{GRID}</w:tblBorders></w:tblPr></w:style>",
    )
