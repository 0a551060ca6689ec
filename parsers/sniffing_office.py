"""Archives and OLE files: which office format they hold, and whether they are locked."""

import zipfile
import zlib
from io import BytesIO

from normalizers.errors import Reason, ReestrError
from parsers.docx.archive import refuse_hostile
from parsers.limits import DEFAULT_LIMITS

_ODT_KIND = b"application/vnd.oasis.opendocument.text"
_ODF = b"application/vnd.oasis.opendocument."
_MANIFEST = "META-INF/manifest.xml"
_MANIFEST_BYTES = 1 << 20
_PARTS = {"xl/workbook.xml": "a workbook", "ppt/presentation.xml": "a presentation"}
_WORD = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SECTOR = 512
_WORD_MAGIC = b"\xec\xa5"
_LOCKED_BIT = 0x01
_UNLOCK = "open it in Word or LibreOffice and save it without a password"


def archive_to_kind(data: bytes) -> str:
    """``docx`` or ``odt`` for a zip archive; anything else is refused by name."""
    names = refuse_hostile(BytesIO(data), DEFAULT_LIMITS)
    kind = _odf_kind(data, names)
    if kind is not None:
        if not kind.startswith(_ODT_KIND):
            raise ReestrError(Reason.UNSUPPORTED, "an OpenDocument file that is no text", "save the order as ODT")
        _refuse_locked(data, names)
        return "odt"
    folded = {name.replace("\\", "/").lstrip("/").lower() for name in names}
    for part, said in _PARTS.items():
        if part in folded:
            raise ReestrError(Reason.UNSUPPORTED, f"the file is {said}, not a text", "save the order as DOCX or PDF")
    if "word/document.xml" in folded or "[content_types].xml" in folded:
        return "docx"
    raise ReestrError(Reason.UNSUPPORTED, "the file is an archive, not an order", "unpack it and give what it holds")


def _odf_kind(data: bytes, names: list[str]) -> bytes | None:
    """The media type that an OpenDocument file begins with."""
    if "mimetype" not in names:
        return None
    kind = _member(data, "mimetype", len(_ODT_KIND) + 20)
    return kind if kind.startswith(_ODF) else None


def _refuse_locked(data: bytes, names: list[str]) -> None:
    if _MANIFEST in names and b"encryption-data" in _member(data, _MANIFEST, _MANIFEST_BYTES):
        raise ReestrError(Reason.ENCRYPTED, "the document is protected by a password", _UNLOCK)


def _member(data: bytes, name: str, most: int) -> bytes:
    """The first bytes of a member."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(name) as member:
            return member.read(most)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise ReestrError(Reason.CORRUPT, f"{name} does not unpack: {error}", "get the file again") from None
    except NotImplementedError:
        raise ReestrError(Reason.UNSUPPORTED, f"{name} is packed in an unknown way", "save it again") from None


def ole_to_kind(data: bytes) -> str:
    """``doc`` for an OLE file that Word wrote; a locked one is refused, and so is any other.

    A DOCX under a password is an OLE file with the stream ``EncryptedPackage``; a DOC under one has a bit set in
    the head of its main stream ([MS-DOC] 2.5.2, ``fEncrypted``).
    """
    if _ENCRYPTED in data:
        raise ReestrError(Reason.ENCRYPTED, "the document is protected by a password", _UNLOCK)
    if _WORD not in data:
        raise ReestrError(Reason.UNSUPPORTED, "an office file that is no Word document", "save the order as DOCX")
    place = data.find(_WORD_MAGIC, _SECTOR)
    while place >= 0:
        if place % _SECTOR == 0:
            if place + 11 < len(data) and data[place + 11] & _LOCKED_BIT:
                raise ReestrError(Reason.ENCRYPTED, "the document is protected by a password", _UNLOCK)
            break
        place = data.find(_WORD_MAGIC, place + 1)
    return "doc"
