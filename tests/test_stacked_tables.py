"""Tables whose cells stand one under another; a case is its paragraphs, "/" between them, and the rows it must give."""
# ruff: noqa: E501 - a case is one line

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.document import Document, Paragraph, Table
from parsers.reading import read_text
from parsers.stacked_cells import cells_to_rows, pars_to_cells
from parsers.stacked_paragraphs import Par, follows, row_number

ORDERS = Path(__file__).parent / "orders"
HEAD = "N п/п / Точка взаимодействия / Потребности клиента / Особенности"
WIDE = "№ п/п / Наименование услуги / Точка контакта / Потребности клиента / Вид точки / Контактная информация"


def document_of(written: str, gap: str = "\n\n") -> Document:
    """A dump whose paragraphs are parted by blank lines."""
    return read_text(gap.join(part.strip() for part in written.split(" / ")) + "\n")


def tables_of(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def rows_of(table: Table) -> list[str]:
    """Cells of each row between bars, a dash for an empty one, a dot for each padded one."""
    return [" | ".join([*(cell.text or "–" for cell in row.cells), *["."] * row.padding]) for row in table.rows]


CASES = {
    "column numbers tell the width": (
        f"{HEAD} / 1 / 2 / 3 / 4 / 1 / Официальный сайт / получение информации / цифровая точка",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности",
            "1 | 2 | 3 | 4",
            "1 | Официальный сайт | получение информации | цифровая точка",
        ],
    ),
    "no column numbers": (
        f"{HEAD} / 1. / Официальный сайт / получение информации / цифровая точка / 2. / МФЦ / подача заявления / офлайн-точка",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности",
            "1. | Официальный сайт | получение информации | цифровая точка",
            "2. | МФЦ | подача заявления | офлайн-точка",
        ],
    ),
    "sections whose rows count anew": (
        f"{HEAD} / Предоставление государственных услуг / 1 / ЕПГУ / подача заявления / цифровая точка"
        " / Рассмотрение обращений граждан / 1 / Личный прием / подача обращения / офлайн-точка",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности",
            "Предоставление государственных услуг | . | . | .",
            "1 | ЕПГУ | подача заявления | цифровая точка",
            "Рассмотрение обращений граждан | . | . | .",
            "1 | Личный прием | подача обращения | офлайн-точка",
        ],
    ),
    "sections whose rows count on": (
        f"{HEAD} / 1 / 2 / 3 / 4 / Предоставление государственных услуг / 1 / ЕПГУ / подача заявления / цифровая точка"
        " / Взаимодействие с внутренним клиентом / 2 / СЭД / направление документов / цифровая точка",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности",
            "1 | 2 | 3 | 4",
            "Предоставление государственных услуг | . | . | .",
            "1 | ЕПГУ | подача заявления | цифровая точка",
            "Взаимодействие с внутренним клиентом | . | . | .",
            "2 | СЭД | направление документов | цифровая точка",
        ],
    ),
    "section number in a paragraph of its own": (
        f"{HEAD} / I. / Предоставление государственных услуг / 1 / ЕПГУ / подача заявления / цифровая точка"
        " / II. / Рассмотрение обращений / 1 / Электронная почта / направление обращения / цифровая точка",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности",
            "I. Предоставление государственных услуг | . | . | .",
            "1 | ЕПГУ | подача заявления | цифровая точка",
            "II. Рассмотрение обращений | . | . | .",
            "1 | Электронная почта | направление обращения | цифровая точка",
        ],
    ),
    "items of a list are one cell": (
        f"{HEAD} / 1 / Официальный сайт / - получение информации; / - получение форм документов; / - подача обращения / цифровая точка"
        " / 2 / МФЦ / 1) подача заявления; / 2) получение результата / офлайн-точка",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности",
            "1 | Официальный сайт | - получение информации; - получение форм документов; - подача обращения | цифровая точка",
            "2 | МФЦ | 1) подача заявления; 2) получение результата | офлайн-точка",
        ],
    ),
    "paragraphs of a cell without any sign": (
        f"{HEAD} / 1 / Официальный сайт / получение информации / получение форм документов / подача обращения / цифровая точка"
        " / 2 / МФЦ / подача заявления / офлайн-точка",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности",
            "1 | Официальный сайт | получение информации получение форм документов подача обращения | цифровая точка",
            "2 | МФЦ | подача заявления | офлайн-точка",
        ],
    ),
    "a missing cell is padding": (
        f"{WIDE} / 1 / 2 / 3 / 4 / 5 / 6 / 1 / Выдача лицензии / Официальный сайт / получение информации / цифровая точка"
        " / https://dep.example.ru / 2 / Личный прием / получение консультации / офлайн-точка",
        [
            "№ п/п | Наименование услуги | Точка контакта | Потребности клиента | Вид точки | Контактная информация",
            "1 | 2 | 3 | 4 | 5 | 6",
            "1 | Выдача лицензии | Официальный сайт | получение информации | цифровая точка | https://dep.example.ru",
            "2 | Личный прием | получение консультации | офлайн-точка | . | .",
        ],
    ),
    "a missing contact is empty": (
        f"{HEAD} / Контакты / 1 / Телефон / - получение консультации; / - запись на прием / офлайн-точка"
        " / 2 / Электронная почта / направление обращения / цифровая точка / dep@example.ru",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности | Контакты",
            "1 | Телефон | - получение консультации; - запись на прием | офлайн-точка | –",
            "2 | Электронная почта | направление обращения | цифровая точка | dep@example.ru",
        ],
    ),
    "row numbers of two parts": (
        f"{HEAD} / Предоставление государственных услуг / 1.1 / ЕПГУ / подача заявления / цифровая точка / 1.2 / МФЦ"
        " / подача заявления / офлайн-точка / Рассмотрение обращений граждан / 2.1 / Личный прием / подача обращения / офлайн-точка",
        [
            "N п/п | Точка взаимодействия | Потребности клиента | Особенности",
            "Предоставление государственных услуг | . | . | .",
            "1.1 | ЕПГУ | подача заявления | цифровая точка",
            "1.2 | МФЦ | подача заявления | офлайн-точка",
            "Рассмотрение обращений граждан | . | . | .",
            "2.1 | Личный прием | подача обращения | офлайн-точка",
        ],
    ),
    "no column of numbers": (
        "Точка взаимодействия / Потребности клиента / Канал взаимодействия / Официальный сайт / получение информации / цифровой"
        " / Личный прием / подача обращения / офлайн",
        [
            "Точка взаимодействия | Потребности клиента | Канал взаимодействия",
            "Официальный сайт | получение информации | цифровой",
            "Личный прием | подача обращения | офлайн",
        ],
    ),
    "no column of numbers, lists and sections": (
        "Точка взаимодействия / Потребности клиента / Канал взаимодействия / Предоставление государственных услуг"
        " / Официальный сайт / - получение информации; / - получение форм документов / цифровой / Телефон / получение консультации / офлайн"
        " / Взаимодействие с внутренним клиентом / СЭД / направление документов / цифровой",
        [
            "Точка взаимодействия | Потребности клиента | Канал взаимодействия",
            "Предоставление государственных услуг | . | .",
            "Официальный сайт | - получение информации; - получение форм документов | цифровой",
            "Телефон | получение консультации | офлайн",
            "Взаимодействие с внутренним клиентом | . | .",
            "СЭД | направление документов | цифровой",
        ],
    ),
    "header cell of two paragraphs": (
        "N п/п / Точка взаимодействия / с клиентом / Потребности клиента / Особенности / 1 / 2 / 3 / 4"
        " / 1 / ЕПГУ / подача заявления / цифровая точка",
        [
            "N п/п | Точка взаимодействия с клиентом | Потребности клиента | Особенности",
            "1 | 2 | 3 | 4",
            "1 | ЕПГУ | подача заявления | цифровая точка",
        ],
    ),
}


@pytest.mark.parametrize(("written", "rows"), CASES.values(), ids=CASES.keys())
def test_paragraphs_make_rows(written: str, rows: list[str]) -> None:
    tables = tables_of(document_of(written))
    assert [rows_of(table) for table in tables] == [rows]
    assert not tables[0].merges_known and {len(row.cells) + row.padding for row in tables[0].rows} == {tables[0].width}


@pytest.mark.parametrize("name", [name for name in CASES if name != "header cell of two paragraphs"])
def test_dump_without_blank_lines_gives_the_same_rows(name: str) -> None:
    written, rows = CASES[name]
    assert [rows_of(table) for table in tables_of(document_of(written, "\n"))] == [rows]


ROW = "1 / Официальный сайт / получение информации / цифровая точка"
BEHIND = {
    "stamp": "Приложение 2 / к приказу / министерства",
    "clause": "2. Настоящий Порядок определяет правила ведения перечня точек взаимодействия с клиентом министерства.",
    "chapter": "III. Заключительные положения.",
    "signature": "А.Н. Шалнев",
    "position and signature": "Начальник управления / А.Н.ШАЛНЕВ",
    "banner": "Документ предоставлен КонсультантПлюс",
    "paragraph": "Контроль за ведением перечня осуществляет отдел организационной работы министерства в установленном порядке.",
}


@pytest.mark.parametrize("behind", BEHIND.values(), ids=BEHIND.keys())
def test_table_ends_before_what_follows(behind: str) -> None:
    document = document_of(f"{HEAD} / {ROW} / {behind}")
    assert rows_of(tables_of(document)[0])[1:] == ["1 | Официальный сайт | получение информации | цифровая точка"]
    after = [block.text for block in document.blocks if isinstance(block, Paragraph)] + [m.text for m in document.marks]
    assert after == [part.strip() for part in behind.split(" / ")]


NO_TABLES = {
    "header alone": HEAD,
    "header and text": f"{HEAD} / Перечень ведет отдел организационной работы министерства.",
    "definitions": "Точка взаимодействия / Потребности клиента / Порядок ведения перечня устанавливает министерство.",
    "headings": "Точка взаимодействия / 1. Общие положения / 2. Порядок ведения перечня",
    "numbers of pages": "Наименование услуги / 1 / Текст первой страницы приказа. / 2 / Текст второй страницы приказа.",
    "a list of headings": "Общие положения / Порядок ведения перечня / Ответственность / 1 / 2 / 3",
}


@pytest.mark.parametrize("written", NO_TABLES.values(), ids=NO_TABLES.keys())
def test_other_paragraphs_make_no_table(written: str) -> None:
    assert tables_of(document_of(written)) == []


def test_note_between_rows_is_a_mark_outside_the_table() -> None:
    note = "{Строка в редакции, введенной в действие приказом министерства от 14 января 2025 года N 7-ОД}"
    document = document_of(f"{HEAD} / {ROW} / {note} / 2 / МФЦ / подача заявления / офлайн-точка")
    table = tables_of(document)[0]
    assert [mark.text for mark in document.marks] == [note]
    assert rows_of(table)[-1] == "2 | МФЦ | подача заявления | офлайн-точка"
    assert not any(note in document.text[start:end] for start, end in table.spans)


def test_header_that_a_page_break_repeats_is_a_running_head() -> None:
    document = document_of(
        f"{HEAD} / 1 / 2 / 3 / 4 / {ROW} / {HEAD} / 1 / 2 / 3 / 4 / 2 / МФЦ / подача заявления / офлайн-точка"
    )
    assert rows_of(tables_of(document)[0])[2:] == [
        "1 | Официальный сайт | получение информации | цифровая точка",
        "2 | МФЦ | подача заявления | офлайн-точка",
    ]
    assert [mark.name for mark in document.marks] == ["running_head"]


def test_paragraphs_of_a_cell_are_its_lines_and_wraps_are_not() -> None:
    text = "N п/п\n\nТочка взаимодействия\n\nПотребности клиента\n\n1\n\nОфициальный сайт\n\nполучение\nинформации;\n\nподача обращения\n"
    cell = tables_of(read_text(text))[0].rows[1].cells[2]
    assert cell.text == "получение информации; подача обращения"
    assert [cell.text[at:] for at in cell.breaks] == ["подача обращения"]


def test_row_that_breaks_off_is_padded() -> None:
    table = tables_of(document_of(f"{HEAD} / {ROW} / 2 / МФЦ"))[0]
    assert rows_of(table)[-1] == "2 | МФЦ | . | ."


def test_order_of_this_kind_is_read() -> None:
    document = read_text((ORDERS / "kursk-2024-06-26-93-od.txt").read_text(encoding="utf-8"))
    tables = tables_of(document)
    assert [(table.width, len(table.rows)) for table in tables] == [(5, 13)]
    assert [row.cells[0].text for row in tables[0].rows[2:]] == [str(number) for number in range(1, 12)]


def test_every_line_stands_in_one_block_or_mark() -> None:
    for written, _ in CASES.values():
        document = document_of(f"Перечень точек / {written} / Приложение 2")
        places = [span for block in document.blocks for span in block.spans] + [mark.span for mark in document.marks]
        covered = "".join(document.text[start:end] for start, end in sorted(places))
        assert covered.replace("\n", "") == document.text.replace("\n", "")


PIECES = st.sampled_from(
    [
        *HEAD.split(" / "),
        "1",
        "2",
        "3",
        "1.1",
        "-",
        "I.",
        "Приложение 1",
        "А.Н. Шалнев",
        "получение информации;",
        "Предоставление государственных услуг",
        "цифровая точка",
        "(4712) 72-44-10",
        "- подача жалобы",
        "𗀀",
        "{Пункт 1}",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["\n", "\n\n"]))
def test_any_paragraphs_are_read_and_none_is_lost(pieces: list[str], gap: str) -> None:
    document = read_text(gap.join([*HEAD.split(" / "), *pieces]))
    places = [span for block in document.blocks for span in block.spans] + [mark.span for mark in document.marks]
    covered = "".join(document.text[start:end] for start, end in sorted(places))
    assert covered.split() == document.text.split() or "".join(covered.split()) == "".join(document.text.split())


@pytest.mark.parametrize(
    "unit", [f"{HEAD} / {ROW} / ", f"{HEAD} / ", "Точка взаимодействия / ", "1 / ", "N п/п / 1 / 2 / "]
)
@pytest.mark.timeout(60)
def test_a_long_repetition_is_read_and_none_of_it_lost(unit: str) -> None:
    document = document_of(unit * 480)
    spans = [span for block in document.blocks for span in block.spans] + [mark.span for mark in document.marks]
    assert sum(end - start for start, end in spans) >= len("".join(document.text.split()))


@pytest.mark.parametrize(
    ("number", "previous", "fits"),
    [
        ((1,), None, True),
        ((2,), None, False),
        ((2,), (1,), True),
        ((4,), (1,), True),
        ((5,), (1,), False),
        ((1,), (9,), True),
        ((2,), (2,), False),
        ((1, 2), (1, 1), True),
        ((2, 1), (1, 4), True),
        ((3,), (2, 5), True),
    ],
)
def test_row_numbers_follow_each_other(number: tuple[int, ...], previous: tuple[int, ...] | None, fits: bool) -> None:
    assert follows(number, previous) == fits


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", (1,)),
        ("12.", (12,)),
        ("3)", (3,)),
        ("1.10.", (1, 10)),
        ("2024", None),
        ("5 шт.", None),
        ("I.", None),
        ("-", None),
    ],
)
def test_paragraph_is_a_row_number(text: str, number: tuple[int, ...] | None) -> None:
    assert row_number(text) == number


def par(text: str) -> Par:
    return Par(text, (), 0, (0,))


@pytest.mark.parametrize(
    ("written", "cells"),
    [
        ("- получение информации; / - подача жалобы / цифровая точка", 2),
        ("клиент может: / - подать жалобу; / - получить ответ", 1),
        ("получение информации; / цифровая точка", 2),
        ("получение информации; / подача жалобы", 1),
        ("прием граждан / (по предварительной записи)", 1),
        ("Телефон / (4712) 72-44-10", 2),
        ("а) подача заявления / б) получение результата", 1),
        ("Официальный сайт / - / цифровая точка", 3),
    ],
)
def test_paragraphs_that_are_surely_one_cell_are_joined(written: str, cells: int) -> None:
    assert len(pars_to_cells([par(text) for text in written.split(" / ")])) == cells


def test_rows_without_cells_or_columns_are_none() -> None:
    assert cells_to_rows([], ["touchpoint"], False) == [] and cells_to_rows([par("сайт")], [], True) == []
