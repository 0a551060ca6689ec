"""Pages read as they are seen."""

import base64

import pytest

from parsers.document import Table
from parsers.reading import read_bytes
from tests.format_case import html


def shown(body: str) -> list[str]:
    return [block.text for block in html(body).blocks]


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
        (table,) = html(body).blocks
        assert [[cell.text for cell in row.cells] for row in table.rows] == [["А", "Б"]]
    else:
        assert shown(body) == expected


def test_spans_of_an_html_table_are_kept() -> None:
    (table,) = html(
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
