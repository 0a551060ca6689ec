"""Whether bytes may be unpacked as a DOCX at all: what they are, and how large they would grow."""

import struct
import zipfile
from typing import IO

from normalizers.errors import Reason, ReestrError
from parsers.limits import Limits, within

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_END = b"PK\x05\x06"
_ENTRY_BYTES = 512
"""Directory bytes that one honest entry takes at most; the directory itself is capped before it is read."""


def refuse_hostile(stream: IO[bytes], limits: Limits) -> list[str]:
    """Names of the members of a zip archive that keeps within the limits.

    Raises :class:`ReestrError` with ``encrypted``, ``unsupported``, ``corrupt`` or ``too_large``.
    """
    size = stream.seek(0, 2)
    within("bytes of the file", size, limits.file_bytes)
    stream.seek(0)
    head = stream.read(8)
    if head == _OLE:
        raise _ole_error(head + stream.read())
    if not head.startswith(b"PK"):
        raise _not_zip(head, size)
    _cap_directory(stream, size, limits)
    try:
        with zipfile.ZipFile(stream) as archive:
            _cap_members(archive.infolist(), limits)
            return archive.namelist()
    except (zipfile.BadZipFile, struct.error, ValueError, OverflowError, EOFError, OSError) as error:
        raise ReestrError(
            Reason.CORRUPT, f"the archive is damaged: {error}", "get the file again from its source"
        ) from None
    except NotImplementedError as error:
        raise ReestrError(Reason.UNSUPPORTED, f"the archive cannot be read: {error}", "save it in Word again") from None
    finally:
        stream.seek(0)


def _ole_error(data: bytes) -> ReestrError:
    if _ENCRYPTED in data:
        return ReestrError(
            Reason.ENCRYPTED, "the document is protected by a password", "open it in Word and save it without one"
        )
    return ReestrError(
        Reason.UNSUPPORTED, "an old binary office file, not DOCX", "convert it to DOCX with LibreOffice or Word"
    )


def _not_zip(head: bytes, size: int) -> ReestrError:
    if not size:
        return ReestrError(Reason.EMPTY, "the file is empty", "get the file again from its source")
    kind = {b"{\\rt": "RTF", b"%PDF": "PDF", b"<?xm": "XML", b"<htm": "HTML", b"<!DO": "HTML"}.get(head[:4])
    if kind:
        return ReestrError(
            Reason.UNSUPPORTED, f"the file is {kind}, not DOCX", f"read it as {kind}, or save it as DOCX"
        )
    return ReestrError(
        Reason.CORRUPT, "the file is no DOCX: it is no zip archive", "get the file again from its source"
    )


def _cap_directory(stream: IO[bytes], size: int, limits: Limits) -> None:
    """The directory of the archive is read whole, so its own size is checked first."""
    stream.seek(max(0, size - 65_557))
    tail = stream.read()
    found = tail.rfind(_DIRECTORY_END)
    if found >= 0 and len(tail) >= found + 16:
        length = min(int(struct.unpack_from("<L", tail, found + 12)[0]), size)
        within("entries of the archive", length // _ENTRY_BYTES, limits.zip_entries)
    stream.seek(0)


def _cap_members(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    within("entries of the archive", len(members), limits.zip_entries)
    within("unpacked bytes", sum(member.file_size for member in members), limits.total_bytes)
    for member in members:
        if member.flag_bits & 1:
            raise ReestrError(
                Reason.ENCRYPTED, "the archive is protected by a password", "unpack it and save it without one"
            )
        within(f"unpacked bytes of {member.filename}", member.file_size, limits.member_bytes)
        if member.file_size > limits.ratio_from_bytes:
            ratio = member.file_size // max(1, member.compress_size)
            within(f"compression of {member.filename}", ratio, limits.ratio)
