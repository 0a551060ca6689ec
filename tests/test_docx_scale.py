"""DOCX: a long file of a hostile shape ends, memory does not hold the file's tree."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parsers.document import Table
from parsers.docx import body
from parsers.docx.reader import read_docx
from tests.docx_factory import p, package, r, tbl, tc, tr
from tests.make_office_corpus import CORPUS

DOWN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

SHAPES: dict[str, Callable[[int], str]] = {
    "rows": lambda n: tbl(*[tr("1.", "Сайт", "получение информации", "цифровая точка")] * (n // 4)),
    "one wide row": lambda n: tbl("<w:tr>" + tc("а") * n + "</w:tr>"),
    "a merged column": lambda n: tbl(tr(tc("а", DOWN), "б"), *[tr(tc("", GO_ON), "в")] * (n // 2)),
    "many tables": lambda n: (tbl(tr("а", "б"), tr("в", "г")) + p("текст")) * (n // 8),
    "paragraphs": lambda n: p("текст") * n,
    "one control": lambda n: f"<w:sdt><w:sdtContent>{p('текст') * n}</w:sdtContent></w:sdt>",
    "one paragraph": lambda n: f"<w:p>{r('слово ') * n}</w:p>",
    "text boxes": lambda n: (
        "<w:p>" + f"<w:r><w:pict><w:txbxContent>{p('а')}</w:txbxContent></w:pict></w:r>" * n + "</w:p>"
    ),
    "deleted marks": lambda n: f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('а')}</w:p>" * n + p("б"),
    "open fields": lambda n: "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n + r("а") * n + "</w:p>",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", SHAPES)
def test_a_long_file_of_any_shape_does_not_hang(name: str) -> None:
    assert read_docx(package(SHAPES[name](8_000)), "a.docx", "0").text


@pytest.mark.parametrize("piece", [1, 13, 700])
def test_where_the_parser_is_fed_makes_no_difference(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (CORPUS / "sverdlovsk-2024-02-16-89.docx").read_bytes()
    whole = read_docx(data, "a", "0")
    monkeypatch.setattr(body, "_PIECE", piece)
    fed = read_docx(data, "a", "0")
    assert (fed.text, len(fed.blocks), fed.marks) == (whole.text, len(whole.blocks), whole.marks)


def test_a_long_table_is_read_whole() -> None:
    (table,) = read_docx(package(SHAPES["rows"](8_000)), "a", "0").blocks
    assert isinstance(table, Table)
    assert sum(len(row.cells) for row in table.rows) == 8_000


PEAK = """
import resource, sys
from parsers.docx.reader import read_docx
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read_docx(sys.argv[1], "a", "0")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_two_hundred_pages_need_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.docx"
    words = "получение информации о ходе рассмотрения обращения " * 12
    path.write_bytes(package((p(words) * 4 + tbl(*[tr("1.", "Сайт", words, "цифровая точка")] * 2)) * 200))
    run = subprocess.run([sys.executable, "-c", PEAK, path], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 60
