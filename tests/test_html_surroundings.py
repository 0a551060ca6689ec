"""What stands around the order on a page is kept by name, never taken for the order; links keep their addresses."""

import pytest

from tests.format_case import html

LINKS = "<li><a href='/a'>Законы</a></li><li><a href='b.html'>Кодексы</a></li><li><a href='#c'>Формы</a></li>"


def body(markup: str) -> list[str]:
    return [block.text for block in html(f"<p>Приказ</p>{markup}").blocks][1:]


@pytest.mark.parametrize(
    "markup",
    [
        "<nav><a href=/>Главная</a></nav>",
        "<header><p>Портал</p></header>",
        "<footer>Горячая линия</footer>",
        "<aside><h3>Похожие документы</h3></aside>",
        "<div role=search>Найти</div>",
        "<div class='breadcrumbs'><a href=/>Главная</a> / Приказы</div>",
        "<div id=left-sidebar><p>Новости</p></div>",
        "<div class='doc share'>Поделиться</div>",
        f"<ul>{LINKS}</ul>",
        f"<table><tr>{LINKS.replace('li>', 'td>')}</tr></table>",
        "<aside><table border=1><tr><td>Курс</td><td>90</td></tr></table></aside>",
    ],
)
def test_surroundings_are_marks(markup: str) -> None:
    document = html(f"<p>Приказ</p>{markup}<p>Пункт</p>")
    assert [block.text for block in document.blocks] == ["Приказ", "Пункт"]
    assert {mark.name for mark in document.marks} - {"hyperlink"} == {"navigation"}


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<article><header>Порядок</header></article>", ["Порядок"]),
        ("<div class=header>Порядок</div>", ["Порядок"]),
        ("<p class=menu>Порядок</p>", ["Порядок"]),
        (f"<ul>{LINKS}<li>сайт</li></ul>", ["- Законы", "- Кодексы", "- Формы", "- сайт"]),
        (
            "<ul>" + "".join(f"<li><a href='https://{name}.ru'>{name}.ru</a></li>" for name in "абв") + "</ul>",
            ["- а.ru", "- б.ru", "- в.ru"],
        ),
        ("<ul><li><a href='/1'>сайт</a></li><li><a href='/2'>почта</a></li></ul>", ["- сайт", "- почта"]),
    ],
)
def test_what_may_be_the_order_is_read(markup: str, shown: list[str]) -> None:
    assert body(markup) == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>на <a href='https://mfc.ru/'>сайте</a>.</p>", ["на сайте https://mfc.ru/."]),
        ("<p><a href='https://mfc.ru/'>mfc.ru</a></p>", ["mfc.ru"]),
        ("<p>почта <a href='mailto:do@sev.gov.ru'>отдела</a></p>", ["почта отдела do@sev.gov.ru"]),
        ("<p><a href='/law/59'>закон</a>, <a href='https://base.garant.ru/1/'>N 59-ФЗ</a></p>", ["закон, N 59-ФЗ"]),
        ("<p><a href='#p1'>пункт 1</a><a name=p1></a></p>", ["пункт 1"]),
        ("<a href='https://mfc.ru/'><p>сайт</p><p>центра</p></a>", ["сайт https://mfc.ru/", "центра https://mfc.ru/"]),
    ],
)
def test_addresses_of_links_are_kept(markup: str, shown: list[str]) -> None:
    assert body(markup) == shown


def test_an_address_that_is_no_contact_is_a_mark() -> None:
    document = html("<p>Приказ по <a href='https://base.garant.ru/1/'>закону</a></p>")
    assert [(mark.name, mark.text) for mark in document.marks] == [("hyperlink", "https://base.garant.ru/1/")]


@pytest.mark.parametrize(
    ("markup", "gaps"),
    [
        ("<p>раз</p><p>два</p>", [False, False]),
        ("<p>раз</p><p>&nbsp;</p><p>два</p>", [False, True]),
        ("<div>раз</div><div><br></div><div>два</div>", [False, True]),
        ("<p>раз<br><br>два</p>", [False, True]),
        ("<p align=right>раз</p><p align=center>два</p>", [False, True]),
        ("<center>раз</center><p style='text-align: center'>два</p>", [False, False]),
        ("<p style='margin-left:9.0cm'>раз</p><p>два</p>", [False, True]),
        ("<h1>раз</h1><h1>два</h1><p>три</p><h4>четыре</h4>", [False, False, True, True]),
    ],
)
def test_what_parts_paragraphs_of_a_page(markup: str, gaps: list[bool]) -> None:
    assert [block.gap for block in html(markup).blocks] == gaps  # type: ignore[union-attr]


def test_indents_of_hard_spaces_are_no_words() -> None:
    assert body("<p>&nbsp;&nbsp;&nbsp; 1. Утвердить<br>&nbsp; порядок</p>") == ["1. Утвердить порядок"]


def test_a_row_that_sets_widths_and_a_table_of_one_cell_are_no_table() -> None:
    ruler = "<tr height=0><td width=90><td width=90></tr>"
    (table,) = html(f"<table border=1>{ruler}<tr><td>N<td>Точка</tr><tr><td>1<td>сайт</tr></table>").blocks
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["N", "Точка"], ["1", "сайт"]]
    assert body("<table class=x><tr><td>&nbsp;<td>Порядок<td></tr></table>") == ["Порядок"]
