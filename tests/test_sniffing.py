"""A format is told by content; what is no order is refused with its reason."""

import io
import zipfile

import pytest

from extractor.golden import registry_to_golden
from extractor.pipeline import document_to_registry
from normalizers.errors import Reason
from parsers.reading import read_bytes
from parsers.sniffing import Format, bytes_to_format, wrong_suffix
from tests.format_case import RTF, of_text, refusal, without_guesses
from tests.make_paged_corpus import SCANNED
from tests.places import CORPUS


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in members.items():
            packed.writestr(name.replace("__", "/"), data)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ODT = b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Приказ".encode(), Format.TEXT),
        (b"", Format.TEXT),
        ("<https://a.ru> сайт".encode(), Format.TEXT),
        ("текст о знаке %PDF- в начале".encode(), Format.TEXT),
        (b"%PDF-1.7\n%%EOF", Format.PDF),
        (b"\r\n%PDF-1.4\n%%EOF", Format.PDF),
        (RTF, Format.RTF),
        (b"\xef\xbb\xbf " + RTF, Format.RTF),
        (b"<!DOCTYPE html><p>", Format.HTML),
        (b"\n<!-- saved from --><HTML>", Format.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', Format.HTML),
        ("<html>".encode("utf-16"), Format.HTML),
        (b"<div class='doc'>", Format.HTML),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", Format.HTML),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', Format.DOC),
        (OLE + "WordDocument".encode("utf-16-le"), Format.DOC),
        (archive(mimetype=ODT, content=b""), Format.ODT),
        (archive(word__document=b"", **{"[Content_Types].xml": b""}), Format.DOCX),
    ],
)
def test_a_format_is_told_by_content(data: bytes, expected: Format) -> None:
    assert bytes_to_format(data) is expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
        (OLE + b"\xec\xa5" + bytes(9) + b"\x01" + "WordDocument".encode("utf-16-le"), Reason.ENCRYPTED),
        (OLE + "Workbook".encode("utf-16-le"), Reason.UNSUPPORTED),
        (archive(mimetype=ODT, **{"META-INF/manifest.xml": b"<m:encryption-data/>"}), Reason.ENCRYPTED),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), Reason.UNSUPPORTED),
        (archive(**{"xl/workbook.xml": b"", "[Content_Types].xml": b""}), Reason.UNSUPPORTED),
        (archive(**{"order.txt": b"x"}), Reason.UNSUPPORTED),
        (b"PK\x03\x04" + bytes(40), Reason.CORRUPT),
        (b"\x89PNG\r\n\x1a\n", Reason.UNSUPPORTED),
        (b"<html><title>404 Not Found</title><body>nginx</body></html>", Reason.NOT_AN_ORDER),
        (b"<html><head><title>502 Bad Gateway</title></head><center><h1>502</h1></center>", Reason.NOT_AN_ORDER),
        ("<html><meta charset=utf-8><title>Сайт</title><h1>Страница не найдена</h1>".encode(), Reason.NOT_AN_ORDER),
        (b"<html><body><div id=root></div><script>run()</script></body></html>", Reason.EMPTY),
        (b"<html>" + b"<div>" * 5000 + b"x", Reason.TOO_LARGE),
    ],
)
def test_what_is_no_order_is_refused_with_its_reason(data: bytes, reason: Reason) -> None:
    assert refusal(data).reason is reason


@pytest.mark.parametrize("name", ["order.pdf", "order.txt", "order.html"])
def test_a_wrong_suffix_is_read_and_noted(name: str) -> None:
    document = read_bytes((CORPUS / f"{SCANNED}.docx").read_bytes(), name)
    registry = document_to_registry(document)
    said = [(item.code, item.severity) for item in registry.diagnostics if item.code == "wrong_suffix"]
    assert said == [("wrong_suffix", "info")]
    assert without_guesses(registry_to_golden(registry)) == of_text(SCANNED)


@pytest.mark.parametrize(
    ("name", "found"), [("a.DOCM", Format.DOCX), ("a", Format.PDF), ("приказ 7.о", Format.RTF), ("a.htm", Format.HTML)]
)
def test_a_fitting_or_unknown_suffix_is_not_noted(name: str, found: Format) -> None:
    assert wrong_suffix(name, found) is None
