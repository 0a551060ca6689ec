"""Bytes of a saved page to its markup: byte order mark, declared encoding, else a guess; web archives unpacked."""

import codecs
import re
from email import message_from_bytes, policy

from normalizers.errors import Reason, ReestrError
from parsers.decoding import bytes_to_text

_HEAD = 4096
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def bytes_to_markup(data: bytes) -> str:
    """The markup of a page.

    Raises :class:`ReestrError` with ``empty``, ``not_text``, ``unknown_encoding`` or ``corrupt``.

    >>> bytes_to_markup('<meta charset="windows-1251"><p>Приказ'.encode("cp1251"))
    '<meta charset="windows-1251"><p>Приказ'
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"multipart/related" in data[:_HEAD].lower():
        data, charset = _page_of_archive(data)
        text = _decoded(data, charset)
    else:
        text = _decoded(data, None)
    return _CONTROLS.sub("", _DECLARATION.sub("", text))


def _page_of_archive(data: bytes) -> tuple[bytes, str | None]:
    """The first page of an MHTML file, and its encoding."""
    for part in message_from_bytes(data, policy=policy.default).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload, part.get_content_charset()
    raise ReestrError(Reason.CORRUPT, "the web archive holds no page", "save the page again, as HTML")


def _decoded(data: bytes, declared: str | None) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            declared = encoding
            break
    else:
        found = _DECLARED.search(data, 0, _HEAD)
        declared = declared or (found[1].decode("ascii", "replace") if found else None)
    if declared:
        try:
            return data.decode(declared).lstrip("\ufeff")
        except (UnicodeDecodeError, LookupError):
            return bytes_to_text(data)[0]
    return bytes_to_text(data)[0]
