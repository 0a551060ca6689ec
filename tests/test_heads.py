"""Heads, titles, headings and signatures in the shapes in which saved pages and annexes print them."""

import pytest

from extractor.pipeline import document_to_registry
from extractor.registry import Registry
from parsers.reading import read_text

STAMP = "Приложение 2\nк приказу министерства культуры\nКировской области\nот 12.02.2024 г. N 48-П\n"
BODY = "1. Точки ведет отдел.\n2. Точки пересматривает отдел.\n"


def read(text: str) -> Registry:
    return document_to_registry(read_text(text))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Организационная модель\nвнедрения стандартов", "Организационная модель внедрения стандартов"),
        ("Дорожная карта\nработы с клиентами", "Дорожная карта работы с клиентами"),
        ("Описание\nпути внешнего клиента\nминистерства", "Описание пути внешнего клиента министерства"),
        ("Порядок\nведения перечня", "Порядок ведения перечня"),
    ],
)
def test_a_title_goes_on_over_lines_whatever_word_opens_it(lines: str, title: str) -> None:
    assert read(f"{STAMP}{lines}\n{BODY}").annexes[0].title == title


def test_a_heading_without_a_number_is_no_paragraph() -> None:
    text = f"{STAMP}Порядок ведения\nОбщие положения\nТочки взаимодействия ведет отдел по работе с клиентами.\n"
    heading = read(text).annexes[0].clauses[0]
    assert (heading.heading, heading.text) == ("Общие положения", "")
    assert [child.id for child in heading.children] == ["annex-1/h1/p1"]


def test_an_instruction_is_no_heading() -> None:
    text = f"{STAMP}Порядок ведения\n1. Разместить перечень на сайте.\nСрок не установлен.\n2. Хранить перечень.\n"
    assert read(text).annexes[0].clauses[0].heading is None


HEAD = "Приказ Управления культуры Кировской области от 29 марта 2024 г. N 3"
TITLE = '"Об утверждении Порядка сбора обратной связи"'


@pytest.mark.parametrize("again", ["", f"{HEAD}\n{TITLE}\n", f"{HEAD} {TITLE}\n"])
def test_a_head_that_a_page_prints_twice_is_one_head(again: str) -> None:
    registry = read(f"{HEAD} {TITLE}\n{again}В соответствии с планом приказываю:\n1. Утвердить Порядок.\n")
    assert registry.order.title == TITLE.strip('"')
    assert [clause.id for clause in registry.order.clauses] == ["order/p1", "order/1"]


def test_the_name_in_the_requisites_wins_over_a_shortened_line_above() -> None:
    text = f"Управление культуры Кировской обл.\n{HEAD} {TITLE}\nВ целях работы приказываю:\n1. Утвердить Порядок.\n"
    authority = read(text).order.authority
    assert authority is not None
    assert authority.name == "Управление культуры Кировской области"


def test_a_position_over_several_lines_ends_in_the_line_of_the_name() -> None:
    head = (
        "ПОСТАНОВЛЕНИЕ\nот 10 июня 2024 года № 417\nОб утверждении Порядка\nВ целях работы п о с т а н о в л я е т:\n"
    )
    signed = "Глава муниципального образования\n«Южный муниципальный округ»\nКировской области          И.И. Иванов\n"
    order = read(f"{head}1. Утвердить Порядок.\n2. Разместить Порядок на сайте.\n\n{signed}").order
    assert order.signatory is not None
    assert order.signatory.position == "Глава муниципального образования «Южный муниципальный округ» Кировской области"
    assert [clause.id for clause in order.clauses][-2:] == ["order/1", "order/2"]


ENUMERATION = (
    "Точки взаимодействия подразделяются на:\n"
    "цифровые точки: официальные сайты, чат-боты, программное взаимодействие посредством API;\n"
    'офлайн-точки: места приема клиентов в органах власти и уполномоченных организациях, центр "Мой бизнес", '
    "центр занятости населения.\n"
)


def test_an_enumeration_behind_a_colon_designates_each_of_its_members() -> None:
    found = read(f"{STAMP}Методические рекомендации\n1. {ENUMERATION}").touchpoints
    assert [(place.name, place.types, place.channels) for place in found] == [
        ("официальные сайты", ["website"], ["digital"]),
        ("чат-боты", ["chatbot"], ["digital"]),
        ("программное взаимодействие посредством API", ["api"], ["digital"]),
        ("места приема клиентов в органах власти и уполномоченных организациях", ["in_person"], ["offline"]),
        ('центр "Мой бизнес"', ["service_center"], ["offline"]),
        ("центр занятости населения", ["service_center"], ["offline"]),
    ]


def test_a_sentence_that_enumerates_places_is_no_item_of_the_list_that_its_annex_is() -> None:
    sentence = "1. Точками взаимодействия являются: сайт министерства, телефон министерства и личный прием.\n"
    found = read(f"{STAMP}Перечень точек взаимодействия\n{sentence}2. Перечень ведет отдел.\n").touchpoints
    assert [place.types for place in found] == [["website"], ["phone"], ["in_person"]]


def test_two_channels_of_one_sentence_enumerate_each_its_own() -> None:
    sentence = "1. К цифровым точкам относятся сайты, соцсети; к офлайн-точкам - места приема, МФЦ.\n"
    found = read(f"{STAMP}Методические рекомендации\n{sentence}2. Перечень ведет отдел.\n").touchpoints
    assert [(place.types, place.channels) for place in found] == [
        (["website"], ["digital"]),
        (["social_network"], ["digital"]),
        (["in_person"], ["offline"]),
        (["mfc"], ["offline"]),
    ]


def test_what_can_be_sent_over_a_list_of_places_is_a_need_of_each() -> None:
    body = "1. Сообщение можно направить:\nна официальный сайт https://a.ru;\nна электронную почту a@b.ru.\n"
    found = read(f"{STAMP}Порядок взаимодействия\n{body}2. Перечень ведет отдел.\n").touchpoints
    assert [(place.types, [need.text for need in place.needs]) for place in found] == [
        (["website"], ["Сообщение"]),
        (["email"], ["Сообщение"]),
    ]


def test_an_enumeration_gives_way_to_what_its_annex_designates_elsewhere() -> None:
    listed = "2. Цифровые точки:\n1) сайт министерства www.example.ru;\n2) чат-бот министерства.\n"
    found = read(f"{STAMP}Методические рекомендации\n1. {ENUMERATION}{listed}").touchpoints
    assert [place.name for place in found if set(place.types) & {"website", "chatbot"}] == [
        "сайт министерства www.example.ru",
        "чат-бот министерства",
    ]
