"""The same order gives the same registry whatever it comes in; a format is told by content; missing tools are named."""

import base64
import copy
import io
import itertools
import json
import os
import shutil
import subprocess
import time
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor.golden import registry_to_golden
from extractor.pipeline import document_to_registry, extract
from normalizers.errors import Reason, ReestrError
from parsers import office
from parsers.document import Table
from parsers.limits import Limits
from parsers.ocr import tesseract
from parsers.reading import read_bytes, read_document
from parsers.sniffing import Format, bytes_to_format, wrong_suffix
from tests.make_paged_corpus import SCANNED
from tests.places import CORPUS, GOLDEN, load

NAMES = sorted(path.stem for path in CORPUS.glob("*.txt"))
KEYS = ("id", "order", "annexes", "touchpoints", "definitions", "provisions", "references", "diagnostics")
OFFICE_FILTERS = {"rtf": "rtf", "odt": "odt", "doc": "doc:MS Word 97"}
SCAN_ERRORS = 3

needs_office = [
    pytest.mark.office,
    pytest.mark.skipif(not any(map(shutil.which, office.PROGRAMS)), reason="LibreOffice is not installed"),
]
needs_tesseract = [
    pytest.mark.scans,
    pytest.mark.skipif(shutil.which(tesseract.PROGRAM) is None, reason="Tesseract is not installed"),
]


def of_text(name: str) -> dict[str, Any]:
    """What the text of an order gives, but for guesses that a source with real merges needs not make."""
    return without_guesses(load(GOLDEN / f"{name}.json"))


def without_guesses(golden: dict[str, Any]) -> dict[str, Any]:
    found = copy.deepcopy(golden)
    source_only = {"merged_cells_inferred", "recognised_pages", "wrong_suffix"}
    found["diagnostics"] = [item for item in found["diagnostics"] if item["code"] not in source_only]
    return found


@cache
def extracted(path: Path) -> dict[str, Any]:
    return without_guesses(registry_to_golden(extract(path)))


# --- the same registry ---


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("suffix", ["txt", "docx", "pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_every_format_gives_the_golden_registry(name: str, suffix: str, key: str) -> None:
    assert extracted(CORPUS / f"{name}.{suffix}")[key] == of_text(name)[key]


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_every_order_is_there_in_every_format(suffix: str) -> None:
    found = {path.name.removesuffix(f".{suffix}") for path in CORPUS.glob(f"*.{suffix}")}
    assert found - {f"{SCANNED}.scan"} == set(NAMES)


def converted(source: Path, target: str, folder: Path) -> Path:
    """A Word document of the corpus in another format."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", target, "--outdir", str(folder), str(source)],
        check=True,
        timeout=120,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return folder / f"{source.stem}.{target.split(':')[0]}"


@pytest.mark.parametrize("suffix", [pytest.param(suffix, marks=needs_office) for suffix in OFFICE_FILTERS])
def test_office_formats_give_the_golden_registry(suffix: str, tmp_path: Path) -> None:
    name = NAMES[0]
    path = converted(CORPUS / f"{name}.docx", OFFICE_FILTERS[suffix], tmp_path)
    registry = extract(path)
    assert str(registry.source.format) == suffix
    assert without_guesses(registry_to_golden(registry)) == of_text(name)


@pytest.mark.parametrize("name", [pytest.param(SCANNED, marks=needs_office)])
def test_a_page_exported_by_an_office_program_gives_the_golden_registry(name: str, tmp_path: Path) -> None:
    path = converted(CORPUS / f"{name}.docx", "html:HTML (StarWriter)", tmp_path)
    assert without_guesses(registry_to_golden(extract(path))) == of_text(name)


# --- scans ---


def distance(one: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)


@pytest.mark.parametrize("name", [pytest.param(SCANNED, marks=needs_tesseract)])
def test_the_scan_gives_the_golden_touchpoints(name: str) -> None:
    path = CORPUS / f"{name}.scan.pdf"
    read, expected = extracted(path)["touchpoints"], of_text(name)["touchpoints"]
    assert len(read) == len(expected)
    wrong = sum(
        distance(json.dumps(one, ensure_ascii=False), json.dumps(other, ensure_ascii=False))
        for one, other in zip(read, expected, strict=True)
    )
    assert wrong <= SCAN_ERRORS


@pytest.mark.parametrize("name", [pytest.param(SCANNED, marks=needs_tesseract)])
def test_the_registry_says_which_pages_were_recognised(name: str) -> None:
    registry = extract(CORPUS / f"{name}.scan.pdf")
    (said,) = [item for item in registry.diagnostics if item.code == "recognised_pages"]
    assert said.severity == "info"
    assert [f"{page} (" in said.message for page in range(1, (registry.source.pages or 0) + 1)] == [True] * 4


def test_the_scan_holds_no_text_and_is_small() -> None:
    import pypdfium2

    path = CORPUS / f"{SCANNED}.scan.pdf"
    with pypdfium2.PdfDocument(path) as document:
        assert [page.get_textpage().count_chars() for page in document] == [0] * 4
    assert path.stat().st_size < 3_000_000


# --- missing and slow tools ---


def refusal(data: bytes, name: str = "order", **options: Any) -> ReestrError:
    with pytest.raises(ReestrError) as caught:
        read_bytes(data, name, **options)
    return caught.value


RTF = rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'ea\'e0\'e7\par}"


def test_without_libreoffice_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    error = refusal(RTF)
    assert (error.reason, "libreoffice-writer" in error.advice) == (Reason.MISSING_TOOL, True)


def test_without_tesseract_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    error = refusal((CORPUS / f"{SCANNED}.scan.pdf").read_bytes())
    assert (error.reason, "tesseract-ocr-rus" in error.advice) == (Reason.MISSING_TOOL, True)


def fake_program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_an_office_program_that_hangs_is_killed_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_program(tmp_path, "soffice", f"sleep 600 & echo $! > {tmp_path}/child\nwait")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert refusal(RTF, limits=Limits(seconds=1)).reason is Reason.TIMEOUT
    child = int((tmp_path / "child").read_text())
    time.sleep(0.2)
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_a_file_that_the_office_program_cannot_open_is_corrupt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_program(tmp_path, "soffice", "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert refusal(RTF).reason is Reason.CORRUPT


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_tesseract_without_russian_data_is_a_missing_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_program(tmp_path, "tesseract", "echo eng")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    error = refusal((CORPUS / f"{SCANNED}.scan.pdf").read_bytes())
    assert (error.reason, "Russian" in error.message) == (Reason.MISSING_TOOL, True)


# --- format by content ---


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


# --- HTML ---


def page(body: str, head: str = '<meta charset="utf-8">') -> Any:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "order.html")


def shown(body: str) -> list[str]:
    return [block.text for block in page(body).blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Сайт</p><p>Телефон</p>", ["Сайт", "Телефон"]),
        ("<p>Официальный\n   <b>сайт</b></p>", ["Официальный сайт"]),
        ("<div>Сайт<div>Почта</div>Стенд</div>", ["Сайт", "Почта", "Стенд"]),
        ("<p>Сайт</p><script>x</script><style>y</style><p hidden>z</p><p style='display: none'>w</p>", ["Сайт"]),
        ("<p>До</p><p style='display:none'>нет</p>после", ["До", "после"]),
        ("<ul><li>сайт</li><li><p>почта</p></li></ul>", ["- сайт", "- почта"]),
        ("<ol start=3><li>сайт</li><li value=7>почта</li><li>стенд</li></ol>", ["3. сайт", "7. почта", "8. стенд"]),
        ("<ol type=a><li>сайт</li></ol><ol style='list-style:none'><li>1) стенд</li></ol>", ["a. сайт", "1) стенд"]),
        ("<table><tr><td><p>Приказ</p><p>Пункт</p></td></tr></table>", ["Приказ", "Пункт"]),
        ("<table><tr><td><table border=1><tr><td>А<td>Б</table></td></tr></table>", None),
    ],
)
def test_a_page_reads_as_it_is_seen(body: str, expected: list[str] | None) -> None:
    if expected is None:
        (table,) = page(body).blocks
        assert [[cell.text for cell in row.cells] for row in table.rows] == [["А", "Б"]]
    else:
        assert shown(body) == expected


def test_spans_of_an_html_table_are_kept() -> None:
    (table,) = page(
        "<table border=1><tr><th>N<th>Точка<th>Потребность</tr><tr><td colspan=3>Раздел</tr>"
        "<tr><td rowspan=2>1<td rowspan=9>сайт<td>запрос</tr><tr><td>ответ</tr></table>"
    ).blocks
    assert isinstance(table, Table)
    assert (table.width, table.merges_known) == (3, True)
    assert [[(c.text, c.column, c.colspan, c.rowspan) for c in row.cells] for row in table.rows] == [
        [("N", 0, 1, 1), ("Точка", 1, 1, 1), ("Потребность", 2, 1, 1)],
        [("Раздел", 0, 3, 1)],
        [("1", 0, 1, 2), ("сайт", 1, 1, 2), ("запрос", 2, 1, 1)],
        [("ответ", 2, 1, 1)],
    ]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1251", '<meta charset="windows-1251">'),
        ("koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'),
        ("cp1251", '<meta charset="utf-8">'),
    ],
)
def test_the_encoding_of_a_page_is_found(encoding: str, head: str) -> None:
    words = "Приём граждан и организаций по личным вопросам ведётся в приёмной министерства по адресу"
    data = f"<html><head>{head}</head><body><p>{words}</p></body></html>".encode(encoding)
    assert [block.text for block in read_bytes(data, "a.html").blocks] == [words]


def test_a_web_archive_is_unpacked() -> None:
    body = base64.b64encode("<html><body><p>Приказ министерства</p></body></html>".encode("cp1251")).decode()
    data = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        f"Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n--b--\r\n"
    )
    assert [block.text for block in read_bytes(data.encode(), "a.mht").blocks] == ["Приказ министерства"]


def order_as_html(name: str) -> str:
    """An order of the corpus as a page: its paragraphs and tables, merges as spans."""
    parts = []
    for block in read_document(CORPUS / f"{name}.docx").blocks:
        if not isinstance(block, Table):
            parts.append(f"<p></p><p>{block.text}</p>" if block.gap else f"<p>{block.text}</p>")
            continue
        rows = (
            "".join(f'<td colspan="{c.colspan}" rowspan="{c.rowspan}">{lines(c)}</td>' for c in row.cells)
            for row in block.rows
        )
        parts.append('<table border="1">' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return "\n".join(parts)


def lines(cell: Any) -> str:
    bounds = [0, *cell.breaks, len(cell.text)]
    return "".join(f"<p>{cell.text[a:b]}</p>" for a, b in itertools.pairwise(bounds))


@pytest.mark.parametrize("name", NAMES)
def test_the_order_as_a_page_gives_the_golden_touchpoints(name: str) -> None:
    registry = document_to_registry(page(order_as_html(name)))
    assert registry_to_golden(registry)["touchpoints"] == of_text(name)["touchpoints"]
