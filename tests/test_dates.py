from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.dates import find_dates, parse_date
from normalizers.errors import Reason, ReestrError

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
GENITIVES = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("30.01.2024", "2024-01-30"),
        ("12.02.2024 г.", "2024-02-12"),
        ("12.02.2024г.", "2024-02-12"),
        ("от 1.2.2024", "2024-02-01"),
        ("30. 01. 2024", "2024-01-30"),
        ("от.30.01.2024", "2024-01-30"),
        ("30.09.24", "2024-09-30"),
        ("30.09.98", "1998-09-30"),
        ("28 декабря 2023 г.", "2023-12-28"),
        ("28 декабря 2023 года", "2023-12-28"),
        ("28\u00a0декабря\u00a02023\u00a0г.", "2023-12-28"),
        ("28 ДЕКАБРЯ 2023 ГОДА", "2023-12-28"),
        ("5 марта2024 г.", "2024-03-05"),
        ("28 декабря\n2023\nгода", "2023-12-28"),
        ("«30» 09 2024", "2024-09-30"),
        ("« 30 » 09. 2024", "2024-09-30"),
        ("«30» 09.2024", "2024-09-30"),
        ("«30»09.2024", "2024-09-30"),
        ('"30" сентября 2024', "2024-09-30"),
        ("“30” мая 2024 г.", "2024-05-30"),
        ("<<30>> 09 2024", "2024-09-30"),
        ("''30'' 09 2024", "2024-09-30"),
        ("«_30_»__сентября__2024 г.", "2024-09-30"),
        ("«30» сентября 20 24 г.", "2024-09-30"),
        ("от 30 09 2024", "2024-09-30"),
        ("29.02.2024", "2024-02-29"),
        ("01.01.1990", "1990-01-01"),
        ("31.12.2100", "2100-12-31"),
    ],
)
def test_a_printed_date_is_read(text: str, iso: str) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "«___» _____ 2024 года",
        "«  » 2024",
        "«___» 09 2024",
        "«30» _____ 2024",
        "«___» сентября 2024 г.",
        "20__ г.",
        "30.13.2024",
        "31.02.2024",
        "29.02.2023",
        "00.01.2024",
        "31.12.1989",
        "01.01.2101",
        "130.01.2024",
        "30.01.20245",
        "п. 2.30.01.2024",
        "192.168.10.12",
        "1.2.24",
        "10.11.12. Заявитель вправе",
        "30.09.60",
        "с 9.00 до 18.00",
        "тел. 22-10-10, 2000",
        "к 2030 году",
        "",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text", ["", "вчера", "от 30.01.2024 N 7-О", "с 01.01.2024 по 31.12.2024", "31.02.2024", "x" * 500]
)
def test_text_that_is_not_one_date_is_refused(text: str) -> None:
    with pytest.raises(ReestrError) as caught:
        parse_date(text)
    assert caught.value.reason is Reason.BAD_VALUE


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("от 30.01.2024 N 7-О", "30.01.2024"),
        ("от «30» 09 2024 № 2156", "«30» 09 2024"),
        ("приказ от 12.02.2024 г.№508", "12.02.2024 г."),
        ("16.02.2024 г. Екатеринбург", "16.02.2024"),
        ("16.02.2024 г.Екатеринбург", "16.02.2024"),
        ("16.02.2024 г.\nПРИКАЗ", "16.02.2024 г."),
        ("28 декабря 2023 года N 5", "28 декабря 2023 года"),
    ],
)
def test_the_span_holds_the_date_and_nothing_of_the_town(text: str, printed: str) -> None:
    (found,) = find_dates(text)
    assert text[found.start : found.end] == printed


def test_dates_come_in_order() -> None:
    text = "от 22.09.2023 № 432 (в ред. от 28 декабря 2023 г. и «30» 09 2024)"
    assert [found.iso for found in find_dates(text)] == ["2023-09-22", "2023-12-28", "2024-09-30"]


@given(DAYS)
def test_every_day_is_read_back_from_every_spelling(day: date) -> None:
    word = GENITIVES[day.month - 1]
    spellings = [f"{day:%d.%m.}{day.year}", f"{day.day} {word} {day.year} года", f"«{day:%d}» {day:%m} {day.year}"]
    assert {parse_date(spelling) for spelling in spellings} == {day.isoformat()}


@given(st.text(alphabet='0123456789. «»"_мартая2024г\n', max_size=60))
def test_a_found_date_lies_in_the_text_and_in_the_calendar(text: str) -> None:
    ends = [0]
    for found in find_dates(text):
        assert ends[-1] <= found.start < found.end <= len(text)
        assert date.fromisoformat(found.iso) - date(1990, 1, 1) >= timedelta(0)
        ends.append(found.end)
