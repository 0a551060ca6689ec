"""Bytes of a text file to characters, or a clear refusal; a wrong guess is worse than an error."""

import codecs
import re

from normalizers.errors import Reason, ReestrError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = ["cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"]
_RUSSIAN = re.compile(r"\b(?:и|в|на|с|по|для|от|не|или|при)\b")
_SAMPLE = 1 << 16
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def bytes_to_text(data: bytes) -> tuple[str, str]:
    """Text and the name of its encoding.

    Raises :class:`ReestrError` with ``empty``, ``not_text`` or ``unknown_encoding``.

    >>> bytes_to_text("Приказ".encode())
    ('Приказ', 'utf-8')
    """
    if not data.strip(b"\x00 \t\r\n\f"):
        raise ReestrError(Reason.EMPTY, "the file holds no text", "export the order again")
    text, encoding = _decode(data)
    if len(_CONTROLS.findall(text, 0, _SAMPLE)) > 8:
        raise ReestrError(Reason.NOT_TEXT, "the file is binary, not a text dump", "give a text, DOCX or PDF file")
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding), "utf-8" if encoding == "utf-8-sig" else encoding
    if b"\x00" not in data[:_SAMPLE]:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            return _guess_single_byte(data)
    return _guess_utf16(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReestrError(
            Reason.UNKNOWN_ENCODING, f"the byte order mark says {encoding}, the bytes do not", "save it as UTF-8"
        ) from error


def _guess_utf16(data: bytes) -> tuple[str, str]:
    """UTF-16 without a byte order mark: Russian text has one byte in two of 0x04 or 0x00, on one side only."""
    sample = data[:_SAMPLE]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        likely = high.count(4) + high.count(0)
        if likely > 0.9 * len(high) and high.count(4) > 0.2 * len(high):
            return _strict(data, encoding), encoding
    raise ReestrError(Reason.NOT_TEXT, "the file is binary, not a text dump", "give a text, DOCX or PDF file")


def _guess_single_byte(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    if len(sample) < 20:
        raise _unknown()
    best = from_bytes(sample, cp_isolation=_SINGLE_BYTE).best()
    if best is None:
        raise _unknown()
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise _unknown() from error
    if not reads_as_russian(text[:_SAMPLE]):
        raise _unknown()
    return text, {"cp1251": "windows-1251", "koi8_r": "koi8-r"}.get(best.encoding, best.encoding)


def reads_as_russian(text: str) -> bool:
    """Whether a text is Russian prose: small Cyrillic letters dominate and little words stand where they must.

    >>> reads_as_russian("Прием граждан и организаций по адресу"), reads_as_russian("оПХЕЛ ЦПЮФДЮМ")
    (True, False)
    """
    letters = sum(map(str.isalpha, text))
    small = len(re.findall(r"[а-яё]", text))
    words = text.count(" ") + text.count("\n") + 1
    return letters > 0 and small > 0.5 * letters and len(_RUSSIAN.findall(text.lower())) >= max(1, words // 60)


def _unknown() -> ReestrError:
    return ReestrError(Reason.UNKNOWN_ENCODING, "the encoding cannot be told for certain", "save the file as UTF-8")
