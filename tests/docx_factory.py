"""Word packages made of bare XML, so that a test states only the markup it is about."""

import io
import zipfile
from collections.abc import Mapping

from parsers.document import Document, Paragraph, Table
from parsers.docx.reader import read_docx
from parsers.limits import DEFAULT_LIMITS, Limits

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}/relationships" xmlns:m="{_OFFICE}/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_FILES = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "footnotes": "footnotes.xml",
    "endnotes": "endnotes.xml",
    "comments": "comments.xml",
    "header": "header1.xml",
    "footer": "footer1.xml",
    "glossaryDocument": "glossary/document.xml",
    "diagramData": "diagrams/data1.xml",
}


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p>{ppr(properties)}{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def ppr(properties: str) -> str:
    """Paragraph properties."""
    return f"<w:pPr>{properties}</w:pPr>" if properties else ""


def listed(number: int, level: int = 0) -> str:
    """The property that puts a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def tc(content: str, properties: str = "") -> str:
    """A cell of one paragraph, or of the markup given."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{own}{''.join(cell if cell.startswith('<w:') else tc(cell) for cell in cells)}</w:tr>"


def tbl(*rows: str, ruled: bool = True) -> str:
    """A table, with rule lines unless it is to look like a layout."""
    side = '<w:insideH w:val="single"/>' if ruled else ""
    return f"<w:tbl><w:tblPr><w:tblBorders>{side}</w:tblBorders></w:tblPr>{''.join(rows)}</w:tbl>"


def field(code: str, result: str) -> str:
    """A complex field: its code and the runs of its result."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def root(name: str, content: str) -> str:
    """A part whose root is ``w:name``."""
    return f"<w:{name} {NAMESPACES}>{content}</w:{name}>"


def package(
    body: str,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    main_type: str = _MAIN_TYPE,
    document: str | bytes | None = None,
) -> bytes:
    """Bytes of a package: ``parts`` by kind of relation (whole XML), ``links`` external addresses by id."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="p{i}" Type="{_OFFICE}/relationships/{kind}" Target="{_FILES[kind]}"/>'
        for i, kind in enumerate(parts)
    ) + "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/relationships/hyperlink" Target="{url}" TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="m" '
        f'Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": document or root("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        **{f"word/{_FILES[kind]}": content for kind, content in parts.items()},
    }
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of the files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(body: str, limits: Limits = DEFAULT_LIMITS, **given: object) -> Document:
    """What the reader makes of a body."""
    return read_docx(package(body, **given), "order.docx", "0" * 64, limits)  # type: ignore[arg-type]


def texts(document: Document) -> list[str]:
    """Cleaned text of the paragraphs, in order; a table is ``[table]``."""
    return [block.text if isinstance(block, Paragraph) else "[table]" for block in document.blocks]


def cells(document: Document) -> list[list[tuple[str, int | None, int, int]]]:
    """Text, column, columns and rows of each printed cell of the only table."""
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [[(cell.text, cell.column, cell.colspan, cell.rowspan) for cell in row.cells] for row in table.rows]


def marks(document: Document, name: str) -> list[str]:
    """Text of the marks of one name."""
    return [mark.text for mark in document.marks if mark.name == name]
