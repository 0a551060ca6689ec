"""The format of a file by its bytes; a name only tells what its owner took the file for.

``SIGNS`` is the ordered list of what is looked for; what shows none of them is taken for text.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath

from normalizers.errors import Reason, ReestrError
from parsers.sniffing_office import archive_to_kind, ole_to_kind

_HEAD = 4096
_PDF_HEAD = 1024
_PDF = b"%PDF-"
_RTF = b"{\\rtf"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"AT&TFORM")
_BOMS = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*")
_PROLOGUE = rb"\A(?:<\?[^>]*>|<!--.*?-->|\s)*"
_HTML = re.compile(
    _PROLOGUE
    + rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|style|script|div|table|p|h[1-6]|center)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(_PROLOGUE + rb"<(?:w:wordDocument|pkg:package)[\s>]", re.DOTALL)
_FLAT_ODT = re.compile(_PROLOGUE + rb"<office:document[\s>]", re.DOTALL)
_MHTML = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)


class Format(StrEnum):
    """Formats that are read; the values are those of ``source.format``."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    RTF = "rtf"
    ODT = "odt"
    DOC = "doc"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".dotx": Format.DOCX,
    ".dotm": Format.DOCX,
    ".pdf": Format.PDF,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".mht": Format.HTML,
    ".mhtml": Format.HTML,
    ".rtf": Format.RTF,
    ".odt": Format.ODT,
    ".fodt": Format.ODT,
    ".doc": Format.DOC,
    ".dot": Format.DOC,
}


def bytes_to_format(data: bytes) -> Format:
    """The format of a file.

    Raises :class:`ReestrError` with ``encrypted``, ``unsupported``, ``corrupt`` or ``too_large`` for what can be told
    to be no order before any reader looks at it.

    >>> bytes_to_format("Приказ".encode()).value, bytes_to_format(b"<!DOCTYPE html><p>x").value
    ('text', 'html')
    """
    for sign in SIGNS:
        found = sign(data)
        if found is not None:
            return found
    return Format.TEXT


def wrong_suffix(name: str, found: Format) -> str | None:
    """What to say of a name whose suffix belongs to another format.

    >>> wrong_suffix("order.docx", Format.PDF)
    'the name ends in .docx, the content is pdf'
    >>> wrong_suffix("order.PDF", Format.PDF), wrong_suffix("order 7.о", Format.PDF)
    (None, None)
    """
    suffix = PurePath(name).suffix.lower()
    if SUFFIXES.get(suffix, found) is found:
        return None
    return f"the name ends in {suffix}, the content is {found}"


def _pdf(data: bytes) -> Format | None:
    """A PDF may begin with bytes of the server that sent it; a text that quotes the sign has no end mark."""
    place = data.find(_PDF, 0, _PDF_HEAD)
    return Format.PDF if place == 0 or (place > 0 and b"%%EOF" in data) else None


def _rtf(data: bytes) -> Format | None:
    return Format.RTF if _stripped(data).startswith(_RTF) else None


def _archive(data: bytes) -> Format | None:
    return Format(archive_to_kind(data)) if data.startswith(_ZIP) else None


def _ole(data: bytes) -> Format | None:
    return Format(ole_to_kind(data)) if data.startswith(_OLE) else None


def _image(data: bytes) -> Format | None:
    if data.startswith(_IMAGES):
        raise ReestrError(
            Reason.UNSUPPORTED, "the file is a picture", "save the pages as PDF, they are recognised then"
        )
    return None


def _markup(data: bytes) -> Format | None:
    head = _stripped(data)
    if not head.startswith(b"<"):
        return None
    if _WORD_XML.match(head):
        return Format.DOC
    if _FLAT_ODT.match(head):
        return Format.ODT
    return Format.HTML if _HTML.match(head) else None


def _web_archive(data: bytes) -> Format | None:
    head = data[:_HEAD]
    return Format.HTML if _MHTML.match(head) and b"multipart/related" in head.lower() else None


def _stripped(data: bytes) -> bytes:
    """The head without byte order mark and white space; UTF-16 as one byte a letter."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[1:8:2] == b"\x00" * 4 or head[:8:2] == b"\x00" * 4:
        head = head.replace(b"\x00", b"")
    return head[_end_of_blank(head) :]


def _end_of_blank(head: bytes) -> int:
    found = _BOMS.match(head)
    return found.end() if found else 0


SIGNS: tuple[Callable[[bytes], Format | None], ...] = (_pdf, _archive, _ole, _image, _rtf, _markup, _web_archive)
"""Each takes the bytes; it names the format, knows nothing of them, or refuses them."""
