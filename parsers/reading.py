"""A file to a document: the one place that knows all formats. ``READERS`` is the table of them."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from normalizers.errors import Reason, ReestrError
from parsers import garant, plain
from parsers.decoding import bytes_to_text
from parsers.document import Composer, Document, SourceNote
from parsers.limits import DEFAULT_LIMITS, Limits
from parsers.lines import line_starts, text_to_lines
from parsers.sniffing import Format, bytes_to_format, wrong_suffix

MAX_BYTES = DEFAULT_LIMITS.file_bytes

Reader = Callable[[bytes, str, str, Limits], Document]


def read_document(path: Path) -> Document:
    """Read a file of any supported format.

    Raises :class:`ReestrError` for a file that is missing, too large, empty, encrypted, damaged or of no known format,
    and for one whose format needs a program that is not installed.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReestrError(Reason.TOO_LARGE, f"{size} bytes, the limit is {MAX_BYTES}", "split the file")
        data = path.read_bytes()
    except OSError as error:
        raise ReestrError(
            Reason.UNREADABLE, f"cannot read: {error.strerror}", "check the path and the rights"
        ) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read the bytes of a file by what they are; ``name`` is recorded, never trusted."""
    found = bytes_to_format(data)
    document = READERS[found](data, name, hashlib.sha256(data).hexdigest(), limits)
    said = wrong_suffix(name, found)
    if said is None:
        return document
    return replace(document, notes=(*document.notes, SourceNote("wrong_suffix", said)))


def read_text(text: str, name: str = "", sha256: str = "", encoding: str | None = None) -> Document:
    """Turn text into a document with the reader that its content asks for."""
    composer = Composer(text)
    lines = text_to_lines(text)
    reader = garant if garant.looks_like_garant(lines) else plain
    reader.lines_to_blocks(composer, lines)
    return Document(
        name,
        "text",
        sha256,
        text,
        tuple(composer.blocks),
        tuple(composer.marks),
        encoding,
        (),
        line_starts(text),
        composer.hyphenated,
    )


def _text(data: bytes, name: str, sha256: str, _: Limits) -> Document:
    text, encoding = bytes_to_text(data)
    return read_text(text, name, sha256, encoding)


def _docx(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
    from parsers.docx.reader import read_docx

    return read_docx(data, name, sha256, limits)


def _pdf(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
    from parsers.ocr.reader import page_to_recognised_layer
    from parsers.pdf.read import read_pdf

    return read_pdf(data, name, sha256, page_to_recognised_layer, limits)


def _html(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
    from parsers.html.reader import read_html

    return read_html(data, name, sha256, limits)


def _office(kind: Format) -> Reader:
    def read(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
        from parsers.office import read_office

        return read_office(data, kind, name, sha256, limits)

    return read


READERS: dict[Format, Reader] = {
    Format.TEXT: _text,
    Format.DOCX: _docx,
    Format.PDF: _pdf,
    Format.HTML: _html,
    Format.RTF: _office(Format.RTF),
    Format.ODT: _office(Format.ODT),
    Format.DOC: _office(Format.DOC),
}
