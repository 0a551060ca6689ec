"""Lines that are no part of the order: heads, feet, page numbers, footnotes, signature boxes."""

from collections.abc import Sequence
from itertools import count

import pytest

from parsers.document import Document, Paragraph
from parsers.pdf.read import read_pdf
from tests.pdf_maker import Sheet, make_pdf

BODY = [
    "1. Утвердить перечень точек взаимодействия с клиентами министерства",
    "по форме согласно приложению к настоящему приказу, а также порядок",
    "ведения этого перечня и внесения изменений в него.",
]


NAMES = ["отдел", "сектор", "департамент", "секретариат", "архив", "штаб", "совет", "комитет", "приемная"]
counter = count(1)


def page(top: str = "", foot: str = "", y: float = 60, size: float = 12, body: Sequence[str] = ()) -> Sheet:
    sheet = Sheet()
    name = NAMES[next(counter) % len(NAMES)]
    body = body or [f"{name.capitalize()} министерства.", *BODY, f"Так действует {name} министерства."]
    if top:
        sheet.text(280, 40, top, size)
    sheet.lines(60, y, body)
    if foot:
        sheet.text(250, 810, foot, size)
    return sheet


def read(*sheets: Sheet) -> Document:
    return read_pdf(make_pdf(sheets), "order.pdf", "")


def marks(document: Document) -> list[tuple[str, str]]:
    return [(mark.name, mark.text) for mark in document.marks]


@pytest.mark.parametrize(
    "numbers",
    [
        ["", "2", "3"],
        ["1", "2", "3"],
        ["", "- 2 -", "- 3 -"],
        ["стр. 1", "стр. 2", "стр. 3"],
        ["1 из 3", "2 из 3", "3 из 3"],
    ],
)
@pytest.mark.parametrize("place", ["top", "foot"])
def test_page_numbers_are_marks(numbers: list[str], place: str) -> None:
    document = read(*(page(**{place: number}) for number in numbers))
    assert marks(document) == [("page_number", number) for number in numbers if number]


def test_numbering_may_begin_anew_with_an_annex() -> None:
    document = read(page(), page("2"), page("1"), page("2"), page("3"))
    assert [text for name, text in marks(document) if name == "page_number"] == ["2", "1", "2", "3"]


def test_running_heads_and_feet_are_marks() -> None:
    head, foot = "Приказ министерства труда от 01.02.2024", "Документ создан в электронной форме. Страница"
    document = read(*(page(head, f"{foot} {number} из 4", size=8) for number in range(1, 5)))
    assert marks(document) == [
        (name, text)
        for number in range(1, 5)
        for name, text in (("running_head", head), ("running_head", f"{foot} {number} из 4"))
    ]


def test_two_layers_of_heads_are_peeled() -> None:
    sheets = [
        page("КонсультантПлюс", f"Страница {number} из 3", 80).text(280, 52, "www.consultant.ru")
        for number in range(1, 4)
    ]
    assert [text for _, text in marks(read(*sheets))][:3] == ["КонсультантПлюс", "www.consultant.ru", "Страница 1 из 3"]


def test_stamps_that_open_annex_after_annex_are_no_heads() -> None:
    document = read(page(), *(page(f"Приложение № {number}", y=80) for number in range(1, 4)))
    assert "running_head" not in {name for name, _ in marks(document)}


def test_lines_of_the_order_that_differ_are_no_heads() -> None:
    assert marks(read(page("Раздел первый"), page("Раздел второй"), page("Раздел третий"))) == []


def test_a_number_in_the_middle_of_a_page_is_none() -> None:
    assert marks(read(page(body=[*BODY, "", "", "2", "", "", *BODY]), page())) == []


def test_a_form_printed_on_page_after_page_has_no_heads() -> None:
    form = ["Заявление", *BODY, "Подпись заявителя", "Дата подачи заявления", "Отметка о приеме"]
    assert marks(read(*(page(body=form) for _ in range(4)))) == []


def test_a_paragraph_goes_on_over_head_and_foot() -> None:
    first = ["1. Утвердить порядок ведения перечня точек взаимодействия министерства", "и об этом порядке инфор-"]
    document = read(page(foot="1", y=740, body=[*BODY[:2], *first]), page(foot="2", body=["мировать граждан.", *BODY]))
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert any(text.endswith("и об этом порядке информировать граждан.") for text in texts)


def test_footnotes_under_their_rule_are_marks() -> None:
    sheet = page().rule(60, 740, 200, 740).text(60, 752, "1 Далее – министерство.", 9)
    assert ("footnote", "1 Далее – министерство.") in marks(read(sheet))


def test_small_print_without_rule_or_mark_stays() -> None:
    sheet = page().text(60, 752, "Исполнитель: Иванова М.И., тел. 8 (000) 000-00-00", 9)
    assert marks(read(sheet)) == []


def test_the_box_of_an_electronic_signature_does_not_tear_the_signature_apart() -> None:
    sheet = page().text(60, 300, "Министр").text(430, 300, "А.Б. Петрова")
    box = [
        "ДОКУМЕНТ ПОДПИСАН",
        "ЭЛЕКТРОННОЙ ПОДПИСЬЮ",
        "Сертификат: 00A1B2C3D4E5F60718293A4B",
        "Действителен с 01.01.2024 до 01.04.2025",
    ]
    sheet.lines(180, 288, box, 7, 1.7)
    document = read(sheet)
    assert [text for name, text in marks(document) if name == "signature_stamp"] == box
    assert any(isinstance(block, Paragraph) and block.text == "Министр А.Б. Петрова" for block in document.blocks)


@pytest.mark.parametrize(
    "box",
    [
        [
            "ДОКУМЕНТ ПОДПИСАН",
            "ЭЛЕКТРОННОЙ ПОДПИСЬЮ",
            "Сертификат",
            "00A1B2C3D4E5F60718293A4B",
            "Владелец",
            "Иванова И.И.",
        ],
        [
            "Подлинник электронного документа, подписанного ЭП,",
            "хранится в системе документооборота",
            "СВЕДЕНИЯ О СЕРТИФИКАТЕ ЭП",
            "Сертификат: 00A1B2C3D4E5F60718293A4B",
            "Кому выдан: Иванова И.И.",
            "Действителен",
            "с 01.01.2024 по 01.04.2025",
        ],
    ],
)
def test_values_on_lines_of_their_own_belong_to_the_box(box: list[str]) -> None:
    sheet = page().lines(180, 250, box, 8, 1.4).lines(60, 390, ["Действует отдел министерства."], 8)
    document = read(sheet)
    assert [text for name, text in marks(document) if name == "signature_stamp"] == box
    assert "Действует отдел министерства." in [b.text for b in document.blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize("offset", [0, 1])
def test_a_name_beside_a_wrapped_position_is_read_after_it(offset: int) -> None:
    position = ["Заместитель министра", "труда и социального развития"]
    sheet = page().lines(60, 300, position).text(430, 300 + 14.4 * offset, "А.Б. Петрова")
    texts = [block.text for block in read(sheet).blocks if isinstance(block, Paragraph)]
    assert " ".join(texts).endswith("Заместитель министра труда и социального развития А.Б. Петрова")
