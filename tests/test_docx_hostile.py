"""DOCX: a hostile, broken or foreign file gives one error with a reason and advice; never a traceback or a hang."""

import io
import struct
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.errors import Reason, ReestrError
from parsers.docx.reader import read_docx
from parsers.limits import Limits
from tests.docx_factory import NAMESPACES, p, package, r, root, tbl, tc, tr, zipped

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
GOOD = package(p("текст"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(data: bytes | str | Path, limits: Limits | None = None) -> ReestrError:
    with pytest.raises(ReestrError) as caught:
        read_docx(data, "a.docx", "0", limits or Limits())
    assert caught.value.advice
    return caught.value


def with_member(name: str, content: str | bytes) -> bytes:
    """The good package with one member replaced or added."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        return zipped({**{member: archive.read(member) for member in archive.namelist()}, name: content})


def without(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        return zipped({member: archive.read(member) for member in archive.namelist() if member != name})


def document(body: str, prolog: str = "") -> bytes:
    return package("", document=f"{prolog}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")


LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ха">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in pairwise("abcdefghij"))
    + "]>"
)
EXTERNAL = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE l SYSTEM "http://127.0.0.1:9/x.dtd">'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"not an archive", Reason.CORRUPT),
        (b"{\\rtf1 text}", Reason.UNSUPPORTED),
        (b"%PDF-1.7", Reason.UNSUPPORTED),
        (b"PK\x03\x04" + bytes(40), Reason.CORRUPT),
        (GOOD[: len(GOOD) // 2], Reason.CORRUPT),
        (GOOD[:-1], Reason.CORRUPT),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
        (OLE + "WordDocument".encode("utf-16-le"), Reason.UNSUPPORTED),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), Reason.UNSUPPORTED),
        (zipped({"a.txt": "x"}), Reason.UNSUPPORTED),
        (without("word/document.xml"), Reason.UNSUPPORTED),
        (with_member("word/document.xml", '<workbook xmlns="urn:x"><sheet/></workbook>'), Reason.UNSUPPORTED),
        (with_member("word/document.xml", ""), Reason.CORRUPT),
        (with_member("word/document.xml", "<w:document"), Reason.CORRUPT),
        (with_member("word/document.xml", root("document", f"<w:body>{p('а')}")[:-13]), Reason.CORRUPT),
        (with_member("word/document.xml", b"\xff\xfe\x00"), Reason.CORRUPT),
        (with_member("_rels/.rels", "<x"), Reason.CORRUPT),
        (package(p("а"), {"styles": "<w:styles"}), Reason.CORRUPT),
        (package(p("а"), {"numbering": "\x00"}), Reason.CORRUPT),
        (document(p("&a;"), LAUGHS), Reason.CORRUPT),
        (document(f'<w:p w:x="&j;">{r("а")}</w:p>', LAUGHS), Reason.TOO_LARGE),
        (document(p("&a;"), EXTERNAL), Reason.CORRUPT),
        (document(p("а"), REMOTE), Reason.CORRUPT),
        (package(p("а"), {"styles": EXTERNAL + root("styles", "")}), Reason.CORRUPT),
        (document(""), Reason.EMPTY),
        (document("<w:p/>"), Reason.EMPTY),
        (document(f"<w:p><w:del>{r('а')}</w:del></w:p>"), Reason.EMPTY),
        (document('<w:altChunk r:id="x"/>'), Reason.UNSUPPORTED),
        (root("document", "").encode(), Reason.CORRUPT),
    ],
)
def test_a_bad_file_is_refused_with_a_reason(data: bytes, reason: Reason) -> None:
    assert refused(data).reason == reason


def test_no_entity_is_ever_expanded() -> None:
    assert "root:" not in str(refused(document(p("&a;"), EXTERNAL)))


@pytest.mark.parametrize(
    ("limits", "data"),
    [
        (Limits(file_bytes=100), GOOD),
        (Limits(zip_entries=3), GOOD),
        (Limits(member_bytes=2000), with_member("word/media/a.bin", bytes(5000))),
        (Limits(total_bytes=3000), with_member("word/media/a.bin", bytes(5000))),
        (Limits(ratio=50, ratio_from_bytes=1000), with_member("word/media/a.bin", bytes(100_000))),
        (Limits(part_bytes=1000), package(p("а"), {"styles": root("styles", " " * 2000)})),
        (Limits(table_cells=5), package(tbl(tr("а", "б", "в"), tr("а", "б", "в")))),
        (Limits(table_cells=900), package(tbl(tr(tc("а", '<w:gridSpan w:val="99999999"/>'), "б")))),
        (Limits(xml_depth=5), document("<w:p>" + "<w:ins>" * 9 + r("а") + "</w:ins>" * 9 + "</w:p>")),
    ],
)
def test_each_limit_holds(limits: Limits, data: bytes) -> None:
    assert refused(data, limits).reason == Reason.TOO_LARGE


def nested(opening: str, closing: str, depth: int) -> bytes:
    return document(p("видно") + opening * depth + p("глубоко") + closing * depth)


BOX = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
TABLE = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
WIDE = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", "</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize("pair", [BOX, TABLE, WIDE, ("<w:sdt>", "</w:sdt>"), ("<w:customXml>", "</w:customXml>")])
@pytest.mark.parametrize("depth", [20, 45, 60, 80, 110, 240, 5000])
def test_deep_nesting_is_read_or_refused_but_never_overflows(pair: tuple[str, str], depth: int) -> None:
    data = nested(*pair, depth)
    try:
        assert "глубоко" in read_docx(data, "a.docx", "0").text
    except ReestrError as error:
        assert error.reason == Reason.TOO_LARGE and depth >= 60


@pytest.mark.parametrize("name", ["w:r", "w:ins", "w:hyperlink", "w:smartTag", "m:oMath", "m:f", "w:del", "x"])
@pytest.mark.parametrize("depth", [50, 150, 240])
def test_deep_runs_are_read_or_refused_but_never_overflow(name: str, depth: int) -> None:
    body = f"<w:p>{r('видно')}{f'<{name}>' * depth}{r('глубоко')}{f'</{name}>' * depth}</w:p>"
    try:
        assert "глубоко" in read_docx(document(body), "a.docx", "0").text
    except ReestrError as error:
        assert error.reason == Reason.TOO_LARGE and depth > 50


def test_a_directory_that_lies_about_its_size_is_not_read() -> None:
    data = bytearray(GOOD + bytes(6_000_000))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 5_900_000, 0, 0)
    assert refused(bytes(data) + end).reason == Reason.TOO_LARGE


def test_a_zip_with_a_password_is_encrypted() -> None:
    data = bytearray(GOOD)
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refused(bytes(data)).reason == Reason.ENCRYPTED


def test_a_damaged_member_is_corrupt() -> None:
    data = bytearray(zipped({"word/document.xml": root("document", f"<w:body>{p('слово ' * 500)}</w:body>")}))
    at = data.find(b"<w:document") if b"<w:document" in data else 80
    data[at : at + 40] = bytes(40)
    assert refused(bytes(data)).reason == Reason.CORRUPT


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.docx").reason == Reason.UNREADABLE
    assert refused(tmp_path).reason == Reason.UNREADABLE


def test_a_path_and_its_bytes_read_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(GOOD)
    sources = (tmp_path / "a.docx", str(tmp_path / "a.docx"), GOOD)
    assert [read_docx(source, "a", "0").text for source in sources] == ["текст\n"] * 3


@pytest.mark.parametrize(
    "targets",
    [
        'Target="../word/document.xml"',
        'Target="\\word\\document.xml"',
        'Target="/WORD/Document.xml"',
        'Target="NULL"',
        'Target="../../../../etc/passwd"',
        'Target="file:///etc/passwd" TargetMode="External"',
        "",
    ],
)
def test_odd_relations_are_followed_inside_the_package_only(targets: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{kind}" {targets}/></Relationships>'
    found = read_docx(with_member("_rels/.rels", rels), "a", "0")
    assert found.text == "текст\n"


def test_a_header_named_a_million_times_is_read_once() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    rels = f'<Relationships xmlns="{RELATIONS}">' + "".join(
        f'<Relationship Id="a{i}" Type="{kind}" Target="h.xml"/>' for i in range(500)
    ) + "</Relationships>"  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(with_member("word/h.xml", root("hdr", p("верх"))))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    found = read_docx(zipped({**files, "word/_rels/document.xml.rels": rels}), "a", "0")
    assert [mark.text for mark in found.marks] == ["верх"]


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(GOOD) - 1))
def test_any_damage_gives_a_document_or_the_one_error(noise: bytes, at: int) -> None:
    data = GOOD[:at] + noise + GOOD[at + len(noise) :]
    try:
        read_docx(data, "a.docx", "0")
    except ReestrError as error:
        assert error.reason in set(Reason)


@settings(max_examples=80, deadline=None)
@given(st.text("<>/w:pt=\"' abr&;", max_size=60))
def test_any_markup_gives_a_document_or_the_one_error(noise: str) -> None:
    try:
        read_docx(document(p("а") + noise), "a.docx", "0")
    except ReestrError as error:
        assert error.reason == Reason.CORRUPT
