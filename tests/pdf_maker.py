"""PDF bytes made by hand: pages of text and lines in one simple font, and files made to do harm.

Letters are set as cp1251 bytes; a ToUnicode map says so, and without it they read as Latin-1 ("Ïðèêàç").
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

A4 = (595, 842)
_WIDTH = 500


@dataclass
class Sheet:
    """A page under construction: add text and lines from the top left corner, take its content stream."""

    size: tuple[int, int] = A4
    rotate: int = 0
    parts: list[bytes] = field(default_factory=list)
    notes: list[tuple[str, "Sheet | None"]] = field(default_factory=list)

    def note(self, kind: str, x: float, y: float, text: str, picture: bool = False, extra: str = "") -> "Sheet":
        """Pin an annotation with its text, 150 by 16 points, with or without a picture of it."""
        box = f"/Rect [{x:.0f} {self.size[1] - y - 4:.0f} {x + 150:.0f} {self.size[1] - y + 12:.0f}]"
        key = "/FT /Tx /T (f) /V" if kind == "Widget" else "/Contents"
        value = f"<feff{text.encode('utf-16-be').hex()}>"
        drawn = Sheet((150, 16)).text(0, 12, text) if picture else None
        self.notes.append((f"/Type /Annot /Subtype /{kind} {box} {key} {value} {extra}", drawn))
        return self

    def text(self, x: float, y: float, text: str, size: float = 12, matrix: str = "1 0 0 1") -> "Sheet":
        body = text.encode("cp1251").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        place = f"BT /F1 {size} Tf {matrix} {x:.3f} {self.size[1] - y:.3f} Tm (".encode()
        self.parts.append(place + body + b") Tj ET")
        return self

    def lines(self, x: float, y: float, lines: Iterable[str], size: float = 12, pitch: float = 1.2) -> "Sheet":
        for number, line in enumerate(lines):
            self.text(x, y + number * pitch * size, line, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        high = self.size[1]
        self.parts.append(f"0.5 w {x0:.3f} {high - y0:.3f} m {x1:.3f} {high - y1:.3f} l S".encode())
        return self

    def raw(self, operators: str) -> "Sheet":
        self.parts.append(operators.encode())
        return self

    @property
    def content(self) -> bytes:
        return b"\n".join(self.parts)


class PdfMaker:
    """Numbered objects to a file with a cross-reference table."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, body: bytes | str) -> int:
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, data: bytes, extra: str = "") -> int:
        return self.add(f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream")

    def bytes(self, root: int, trailer: str = "") -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += f"trailer << /Size {len(offsets) + 1} /Root {root} 0 R {trailer} >>\n".encode()
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def font(maker: PdfMaker, mapped: bool) -> int:
    """A simple font of even widths, with or without its map to Unicode."""
    codes = [code for code in range(128, 256) if code != 152]
    pairs = "\n".join(f"<{code:02X}> <{ord(bytes([code]).decode('cp1251')):04X}>" for code in codes)
    begin = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def"
    ranges = "1 begincodespacerange <00> <FF> endcodespacerange"
    halves = [pairs.split("\n")[:100], pairs.split("\n")[100:]]
    chars = "\n".join(f"{len(half)} beginbfchar\n" + "\n".join(half) + "\nendbfchar" for half in halves)
    cmap = maker.stream(f"{begin} {ranges}\n{chars}\nendcmap end end".encode()) if mapped else 0
    widths = " ".join("250" if code == 32 else str(_WIDTH) for code in range(32, 256))
    descriptor = maker.add(
        "<< /Type /FontDescriptor /FontName /Times-Roman /Flags 32 /FontBBox [-100 -200 1000 900]"
        " /ItalicAngle 0 /Ascent 891 /Descent -216 /CapHeight 662 /StemV 80 >>"
    )
    return maker.add(
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /FirstChar 32 /LastChar 255 /Widths [{widths}]"
        f" /Encoding /WinAnsiEncoding /FontDescriptor {descriptor} 0 R {f'/ToUnicode {cmap} 0 R' if mapped else ''} >>"
    )


def kids_of(maker: PdfMaker) -> list[str]:
    """References to the form fields of a file."""
    return [f"{number} 0 R" for number, body in enumerate(maker.objects, 1) if b"/Subtype /Widget" in body]


def pinned(maker: PdfMaker, body: str, drawn: Sheet | None, face: int) -> int:
    """An annotation with its picture."""
    if drawn is None:
        return maker.add(f"<< {body} >>")
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 150 16] /Resources << /Font << /F1 {face} 0 R >> >>"
    return maker.add(f"<< {body} /F 4 /AP << /N {maker.stream(drawn.content, form)} 0 R >> >>")


def make_pdf(sheets: Sequence[Sheet], mapped: bool = True, trailer: str = "", resources: str = "") -> bytes:
    """A file of these pages."""
    maker = PdfMaker()
    root, tree = maker.add(b""), maker.add(b"")
    face = font(maker, mapped)
    kids = []
    for sheet in sheets:
        content = maker.stream(zlib.compress(sheet.content), "/Filter /FlateDecode")
        width, height = sheet.size
        notes = " ".join(f"{pinned(maker, body, drawn, face)} 0 R" for body, drawn in sheet.notes)
        kids.append(
            maker.add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {width} {height}] /Rotate {sheet.rotate}"
                f" /Annots [{notes}]"
                f" /Contents {content} 0 R /Resources << /Font << /F1 {face} 0 R >> {resources} >> >>"
            )
        )
    fields = f"/AcroForm << /Fields [{' '.join(kids_of(maker))}] >>" if any(sheet.notes for sheet in sheets) else ""
    maker.objects[root - 1] = f"<< /Type /Catalog /Pages {tree} 0 R {fields} >>".encode()
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    maker.objects[tree - 1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return maker.bytes(root, trailer)
