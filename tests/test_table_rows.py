"""Rows that repeat the one above, tables of offices, hours that stand in cells."""

import pytest

from extractor.pipeline import document_to_registry
from extractor.registry import Registry
from parsers.reading import read_text

STAMP = "Приложение 1\nк приказу министерства труда Омской области\nот 01.02.2024 N 5\n"


def table(title: str, header: str, *rows: str) -> Registry:
    lines = [header, "|".join("---" for _ in header.split("|")), *rows]
    return document_to_registry(read_text(f"{STAMP}\n{title}\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n"))


HEADER = "Точка взаимодействия|Категория клиента|Потребности клиента|Канал"


@pytest.mark.parametrize("same", ["то же", "То же", '-"-', "аналогично"])
def test_a_cell_that_repeats_the_one_above_names_no_place_of_its_own(same: str) -> None:
    registry = table(
        "Перечень точек взаимодействия",
        HEADER,
        "Телефонная связь|внешний клиент|получение консультации|офлайн",
        f"{same}|внутренний клиент|подача заявки|{same}",
    )
    assert [(place.name, place.clients) for place in registry.touchpoints] == [
        ("Телефонная связь", ["external", "internal"])
    ]
    assert [need.text for need in registry.touchpoints[0].needs] == ["получение консультации", "подача заявки"]


OFFICES = "№ п/п|Наименование подразделения|Адрес|Телефон|График приема"
OFFICE = "1|Отдел по Тарскому району|г. Тара, ул. Ленина, д. 5|8 (38171) 2-10-10|вторник, четверг: 9.00 – 17.00"


def test_offices_under_a_list_of_places_are_places_of_the_type_of_its_title() -> None:
    registry = table("Перечень мест личного приема граждан", OFFICES, OFFICE)
    place = registry.touchpoints[0]
    assert (place.name, place.types, place.channels) == ("Отдел по Тарскому району", ["in_person"], ["offline"])
    assert (place.contacts.addresses, place.contacts.phones) == (["г. Тара, ул. Ленина, д. 5"], ["+73817121010"])


def test_offices_under_another_title_are_none() -> None:
    assert table("Перечень подведомственных учреждений", OFFICES, OFFICE).touchpoints == []


def test_hours_in_a_cell_are_a_schedule_of_its_place() -> None:
    registry = table("Перечень мест личного приема граждан", OFFICES, OFFICE)
    schedule = registry.provisions[0]
    assert (schedule.kind, schedule.clause, schedule.touchpoint) == ("schedule", None, registry.touchpoints[0].id)
    assert schedule.text == "вторник, четверг: 9.00 – 17.00"


def test_a_place_open_around_the_clock_has_no_hours_of_reception() -> None:
    header = "Точка взаимодействия|Потребности клиента|Особенности взаимодействия"
    row = "официальный сайт|получение информации|доступно круглосуточно"
    assert table("Перечень точек взаимодействия", header, row).provisions == []
