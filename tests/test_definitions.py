"""Terms and what they mean: lines with a dash that define, those that do not, and where a definition ends."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.definitions import find_definitions
from normalizers.terms import find_term
from parsers.parts import document_to_structure
from parsers.reading import read_document, read_text

ROOT = Path(__file__).parent.parent
HEAD = "Приложение\nк приказу министерства труда Энской области\nот 12.03.2024 N 45-П\n\nПорядок\nработы с клиентом\n\n"
GENERAL = "1. Общие положения\n1.1. "
GLOSSARY = "1. Термины и определения\n1.1. "


def definitions(body: str) -> list[tuple[str, str]]:
    return [
        (found.term.text, found.text.text) for found in find_definitions(document_to_structure(read_text(HEAD + body)))
    ]


def terms(body: str) -> list[str]:
    return [term for term, _ in definitions(body)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Клиент – физическое лицо, обратившееся в орган.", ("Клиент", "физическое лицо, обратившееся в орган")),
        ("Клиент - это физическое или юридическое лицо.", ("Клиент", "это физическое или юридическое лицо")),
        ("Клиент — гражданин и организация;", ("Клиент", "гражданин и организация")),
        ("Клиент (внешний и внутренний) – любое лицо.", ("Клиент (внешний и внутренний)", "любое лицо")),
        ("Точка (далее – ТВ) – место контакта с клиентом.", ("Точка", "место контакта с клиентом")),
        ("«Внешний клиент» – гражданин или организация.", ("Внешний клиент", "гражданин или организация")),
        ("ЕПГУ – федеральная информационная система.", ("ЕПГУ", "федеральная информационная система")),
        ("Клиентоцентричность –подход к работе органа.", ("Клиентоцентричность", "подход к работе органа")),
        ("Онлайн опрос – метод сбора информации.", ("Онлайн опрос", "метод сбора информации")),
        ("Офлайн-точка – место приема клиентов в органе.", ("Офлайн-точка", "место приема клиентов в органе")),
        ("Цифровые точки - официальный сайт, почта.", ("Цифровые точки", "официальный сайт, почта")),
        (
            "Клиент (физическое лицо (заявитель)) – гражданин России.",
            ("Клиент (физическое лицо (заявитель))", "гражданин России"),
        ),
        (
            "Точка – место по адресу: г. Энск, ул. Мира, д. 6. Прием ведется.",
            ("Точка", "место по адресу: г. Энск, ул. Мира, д. 6"),
        ),
    ],
)
def test_a_term_with_a_dash_is_defined_in_any_chapter(line: str, expected: tuple[str, str]) -> None:
    assert definitions(GENERAL + line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "График приема: понедельник – четверг: 9.00 – 18.00.",
        "График: вторник / четверг: 14:00 - 18:00.",
        "Понедельник – четверг с 9.00 до 18.00, пятница – до 17.00.",
        "Перерыв – с 13.00 до 14.00.",
        "Телефон – 8 (8692) 55-74-69.",
        "Телефон горячей линии – +7 (383) 238-75-06.",
        "Электронная почта - do@region.gov.ru.",
        "Официальный сайт – https://region.gov.ru.",
        "Почтовый адрес – 630007, г. Энск, ул. Мира, д. 6.",
        "Место приема – ул. Мира, д. 6.",
        "Срок рассмотрения обращения – в течение 30 дней.",
        "Срок хранения – пять лет со дня подачи.",
        "Основная цель Порядка – повышение качества услуг.",
        "Количество переключений – не более двух.",
        "Ответственный исполнитель – отдел кадров министерства.",
        "Министр – Иванов И.И.",
        "При отказе – уведомление клиента.",
        "Для юридических лиц – выписка из реестра.",
        "В случае неявки клиента – отметка в журнале.",
        "Официальный сайт – получение информации клиентом.",
        "Электронная почта – цифровая точка.",
        "Опрос клиента – ежеквартально.",
        "Прием ведется – по записи гражданина.",
        "Заявитель вправе: обратиться – лично; получить – ответ.",
        "Министерство труда (далее – Министерство) ведет прием граждан.",
        "В жалобе указываются фамилия, имя, отчество (последнее – при наличии) заявителя.",
        "Утратил силу. - Приказ министерства от 11.02.2025 N 57-пр.",
        "К точкам взаимодействия относятся: офлайн-точки - личный прием клиентов; цифровые точки - телефонный звонок.",
        "Программа на 2024 - 2026 годы утверждается отдельно.",
        "Понятия, используемые в настоящем Порядке, – понятия законодательства.",
    ],
)
def test_other_lines_with_a_dash_define_nothing(line: str) -> None:
    assert definitions(GENERAL + line) == []


def test_places_with_their_needs_in_a_list_define_nothing() -> None:
    items = "1) сайт – получение информации, подача обращения;\n2) телефон – консультация;\n3) чат – 8-800-100-00-00."
    assert definitions(f"1. Цифровые точки:\n{items}") == []


def test_elsewhere_a_definition_ends_with_its_sentence() -> None:
    assert definitions(f"{GENERAL}Клиент – физическое лицо. Прием клиентов ведется ежедневно.") == [
        ("Клиент", "физическое лицо")
    ]


def test_in_a_chapter_of_definitions_it_ends_with_its_clause() -> None:
    line = "Клиент – физическое лицо. В случаях, указанных в законе, им является организация."
    assert definitions(GLOSSARY + line) == [
        ("Клиент", "физическое лицо. В случаях, указанных в законе, им является организация")
    ]


def test_a_paragraph_that_goes_on_belongs_to_the_definition_and_a_sub_term_does_not() -> None:
    body = (
        "I. Используемые понятия\n1. Система связи – система, позволяющая узнать отношение.\n\n"
        "Система связи включает точки.\n\nЦифровые точки – точки в сети Интернет.\n\n2. Сервис – ресурс."
    )
    assert definitions(body) == [
        ("Система связи", "система, позволяющая узнать отношение. Система связи включает точки"),
        ("Цифровые точки", "точки в сети Интернет"),
        ("Сервис", "ресурс"),
    ]


def test_sub_terms_below_a_colon_are_definitions_of_their_own() -> None:
    body = (
        "2. В Порядке используются следующие термины:\nточки взаимодействия – точки, подразделяемые на:\n\n"
        "цифровые точки – сайт, почта;\n\nофлайн-точки – места приема."
    )
    expected = [
        ("точки взаимодействия", "точки, подразделяемые на"),
        ("цифровые точки", "сайт, почта"),
        ("офлайн-точки", "места приема"),
    ]
    assert definitions(body) == expected


def test_sub_terms_inside_a_definition_are_definitions_of_their_own() -> None:
    line = "Точки – способы связи: цифровые точки – официальный сайт, почта; офлайн-точки – место приема."
    expected = [
        ("Точки", "способы связи"),
        ("цифровые точки", "официальный сайт, почта"),
        ("офлайн-точки", "место приема"),
    ]
    assert definitions(GLOSSARY + line) == expected


def test_items_of_a_list_below_a_definition_belong_to_it() -> None:
    body = f"{GLOSSARY}Точки – места, в том числе:\n- сайт;\n- почта.\n1.2. Клиент – лицо."
    assert definitions(body) == [("Точки", "места, в том числе: сайт; почта"), ("Клиент", "лицо")]


@pytest.mark.parametrize(
    "introduction",
    [
        "В настоящем Порядке используются следующие термины и определения:",
        "Для целей настоящего Порядка применяются понятия:",
        "Основные понятия:",
        "Используемые в Порядке сокращения и определения:",
        "В настоящем Порядке используются следующие понятия.",
    ],
)
def test_an_introduction_makes_a_list_of_definitions(introduction: str) -> None:
    body = f"1. Общие положения\n1.1. {introduction}\nрабочее время – с 8.00 до 17.00 часов;\nсервис – ресурс."
    assert definitions(body) == [("рабочее время", "с 8.00 до 17.00 часов"), ("сервис", "ресурс")]


def test_one_paragraph_can_hold_all_definitions() -> None:
    body = "1. Понятия, используемые в Порядке: клиент – лицо; точка взаимодействия – место контакта."
    assert definitions(body) == [("клиент", "лицо"), ("точка взаимодействия", "место контакта")]


def test_a_sentence_of_a_chapter_of_definitions_can_begin_with_a_term() -> None:
    line = "Клиент – лицо. Внешний клиент – гражданин, не являющийся сотрудником. К ним относятся все."
    expected = [("Клиент", "лицо"), ("Внешний клиент", "гражданин, не являющийся сотрудником. К ним относятся все")]
    assert definitions(GLOSSARY + line) == expected


@pytest.mark.parametrize(
    "heading", ["Порядок сокращения сроков", "Терминалы", "Порядок определения точек", "Общие положения"]
)
def test_other_headings_make_no_chapter_of_definitions(heading: str) -> None:
    assert definitions(f"1. {heading}\n1.1. Рабочее время – с 8.00 до 17.00.") == []


@pytest.mark.parametrize(
    "body",
    [
        '1. Пункт 1.3 изложить в следующей редакции:\n"1.3. Клиент – физическое лицо, обратившееся в орган.";',
        '1. Внести в Порядок изменения:\n1) дополнить: "1.4. Сервис – цифровой ресурс";\n2) клиент – лицо органа.',
        "1. Порядок изложить в следующей редакции:\n«Клиент – физическое лицо.\nТочка – место контакта клиента.».",
    ],
)
def test_words_quoted_from_an_amended_order_define_nothing(body: str) -> None:
    assert definitions(body) == []


def test_what_follows_a_quotation_defines_again() -> None:
    body = (
        "1. Абзац изложить в новой редакции:\n«Клиент – физическое лицо органа.».\n2. Сервис – цифровой ресурс органа."
    )
    assert terms(body) == ["Сервис"]


def test_cells_of_a_table_define_nothing() -> None:
    assert definitions("N |\nТочка |\n1 |\nКлиент - физическое лицо органа |\n2 |\nСервис - цифровой ресурс |\n") == []


ORDERS = [path.with_suffix(".json") for path in sorted((ROOT / "tests" / "orders").glob("*.txt"))]


@pytest.mark.parametrize("path", ORDERS, ids=lambda path: path.stem)
def test_definitions_are_those_that_people_read(path: Path) -> None:
    found = find_definitions(document_to_structure(read_document(path.with_suffix(".txt"))))
    expected = [(item["term"], item["text"]) for item in json.loads(path.read_text("utf-8"))["definitions"]]
    assert [(item.term.text, item.text.text) for item in found] == expected


def test_the_five_orders_of_the_corpus_hold_thirty_six_definitions() -> None:
    documents = [read_document(path) for path in sorted((ROOT / "corpus").glob("*.txt"))]
    assert [len(find_definitions(document_to_structure(document))) for document in documents] == [8, 0, 21, 2, 5]


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*.txt")), ids=lambda path: path.stem)
def test_term_and_text_are_found_at_their_spans(path: Path) -> None:
    document = read_document(path)
    for found in find_definitions(document_to_structure(document)):
        for quote in (found.term, found.text):
            assert document.view(quote.spans).quote().text == quote.text


VOCABULARY = """1.|1.1.|Термины|понятия:|Клиент|точки|–|-|лицо,|место|;|.|:|(|)|(далее|«|»|"|сайт|в|цифровые|изложить в
новой|\n1. |\n\n|содержания:|внести |физическое|1)|а)|Сервис"""
LINES = st.lists(st.sampled_from(VOCABULARY.split("|")), max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_definitions_of_any_text_stand_at_their_spans(text: str) -> None:
    document = read_text(HEAD + text)
    for found in find_definitions(document_to_structure(document)):
        assert found.term.text
        assert document.view(found.term.spans).quote().text == found.term.text
        assert document.view(found.text.spans).quote().text == found.text.text


@settings(deadline=None)
@given(st.text(alphabet='клиент лицо–-().,:;«»"Ё1\n\u0130', max_size=120), st.booleans())
def test_a_term_lies_before_its_meaning(text: str, in_glossary: bool) -> None:
    term = find_term(text, in_glossary=in_glossary)
    assert term is None or 0 <= term.start < term.end < term.body < len(text)
