"""Durations and numerals: what the genre writes, what looks like a duration and is none, and hostile input."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers import numerals
from normalizers.durations import find_durations
from normalizers.numerals import compound_to_int, numeral_to_int


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[item.start : item.end], item.iso, item.days) for item in find_durations(text)]


@pytest.mark.parametrize(
    ("text", "quote", "iso", "days"),
    [
        ("в течение 3 (трех) рабочих дней", "3 (трех) рабочих дней", "P3D", "working"),
        ("в течение трех (3) рабочих дней", "трех (3) рабочих дней", "P3D", "working"),
        ("составляет 15 рабочих дней;", "15 рабочих дней", "P15D", "working"),
        ("в течение 30 дней с даты регистрации", "30 дней", "P30D", "calendar"),
        ("не превышает 30 календарных дней", "30 календарных дней", "P30D", "calendar"),
        ("30 (тридцати) календарных дней", "30 (тридцати) календарных дней", "P30D", "calendar"),
        ("в течение максимум 24 часов после публикации", "24 часов", "PT24H", None),
        ("не должно превышать 10 минут.", "10 минут", "PT10M", None),
        ("не более 15 (пятнадцати) минут", "15 (пятнадцати) минут", "PT15M", None),
        ("не более 15 мин.", "15 мин.", "PT15M", None),
        ("в течение одного месяца", "одного месяца", "P1M", None),
        ("в течение двух недель", "двух недель", "P2W", None),
        ("в течение трех лет", "трех лет", "P3Y", None),
        ("в течение трёх лет", "трёх лет", "P3Y", None),
        ("на срок до 5 лет", "5 лет", "P5Y", None),
        ("в семидневный срок", "семидневный срок", "P7D", "calendar"),
        ("в десятидневный срок", "десятидневный срок", "P10D", "calendar"),
        ("в двадцатипятидневный срок", "двадцатипятидневный срок", "P25D", "calendar"),
        ("в 5-дневный срок", "5-дневный срок", "P5D", "calendar"),
        ("в 5-ти дневный срок", "5-ти дневный срок", "P5D", "calendar"),
        ("в 10 дневный срок", "10 дневный срок", "P10D", "calendar"),
        ("семидневный рабочий срок", "семидневный рабочий срок", "P7D", "working"),
        ("по истечении тридцатидневного срока", "тридцатидневного срока", "P30D", "calendar"),
        ("в месячный срок", "месячный срок", "P1M", None),
        ("в трехмесячный срок", "трехмесячный срок", "P3M", None),
        ("в двухнедельный срок", "двухнедельный срок", "P2W", None),
        ("в недельный срок", "недельный срок", "P1W", None),
        ("в суточный срок", "суточный срок", "P1D", "calendar"),
        ("в пятилетний срок", "пятилетний срок", "P5Y", None),
        ("пятнадцати рабочих дней", "пятнадцати рабочих дней", "P15D", "working"),
        ("не позднее одного рабочего дня", "одного рабочего дня", "P1D", "working"),
        ("не позднее 1-го рабочего дня", "1-го рабочего дня", "P1D", "working"),
        ("в течение полугода", "полугода", "P6M", None),
        ("в течение получаса", "получаса", "PT30M", None),
        ("в течение 10-ти дней", "10-ти дней", "P10D", "calendar"),
        ("3-х рабочих дней", "3-х рабочих дней", "P3D", "working"),
        ("3х дней", "3х дней", "P3D", "calendar"),
        ("5 раб. дней", "5 раб. дней", "P5D", "working"),
        ("двадцати пяти дней", "двадцати пяти дней", "P25D", "calendar"),
        ("ста двадцати дней", "ста двадцати дней", "P120D", "calendar"),
        ("Десять рабочих дней", "Десять рабочих дней", "P10D", "working"),
        ("В ТЕЧЕНИЕ 20 РАБОЧИХ ДНЕЙ", "20 РАБОЧИХ ДНЕЙ", "P20D", "working"),
        ("в течение трех суток", "трех суток", "P3D", "calendar"),
        ("в течение 5\nрабочих\nдней", "5\nрабочих\nдней", "P5D", "working"),
        ("в течение 5\u00a0рабочих\u00a0дней", "5\u00a0рабочих\u00a0дней", "P5D", "working"),
        ("от 3 до 5 дней", "5 дней", "P5D", "calendar"),
        ("3-5 рабочих дней", "3-5 рабочих дней", "P5D", "working"),
        ("в течение 1 часа 30 минут", "1 часа 30 минут", "PT1H30M", None),
        ("в срок до 48 часов", "48 часов", "PT48H", None),
        ("не позднее 24 часов с момента поступления", "24 часов", "PT24H", None),
        ("продолжительность ожидания до 2 часов", "2 часов", "PT2H", None),
        ("не позднее чем за 3 дня до дня проведения", "3 дня", "P3D", "calendar"),
        ("в течение месяца", "месяца", "P1M", None),
        ("в течение часа", "часа", "PT1H", None),
        ("в течение рабочего дня", "рабочего дня", "P1D", "working"),
        ("за месяц до окончания", "месяц", "P1M", None),
        ("не позднее следующего рабочего дня", "рабочего дня", "P1D", "working"),
        ("на следующий день после", "день", "P1D", "calendar"),
        ("не позднее рабочего дня, следующего за днем регистрации", "рабочего дня", "P1D", "working"),
    ],
)
def test_duration_is_found_with_its_span(text: str, quote: str, iso: str, days: str | None) -> None:
    assert told(text) == [(quote, iso, days)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "27 июля 2010 года",
        "до 2030 года",
        "на 2024 год",
        "2024 г.",
        "в установленный срок",
        "в пределах срока, в возможно короткий срок",
        "ежедневный, ежемесячный, повседневный срок",
        "понедельник – четверг: с 9.00 часов до 18.00 часов, перерыв с 13.00 часов до 13.48 часов",
        "с 9 часов до 18 часов",
        "с 9 до 18 часов",
        "с 9-00 до 18-00 часов",
        "с 9 часов 00 минут до 18 часов 00 минут",
        "не позднее 18 часов",
        "9-18 часов",
        "в 10 часов утра",
        "в 10 часов 15 минут",
        "граждане старше 18 лет",
        "дети до 14 лет",
        "в возрасте от 14 до 18 лет",
        "ул. 40 лет Победы, д. 5",
        "не реже 1 раза в 3 месяца",
        "один раз в два года",
        "каждые 3 месяца",
        "24 часа в сутки, 7 дней в неделю",
        "в рабочие дни",
        "в день обращения",
        "не позднее дня поступления",
        "число обращений, поступивших за месяц",
        "в текущем году",
        "полутора лет",
        "пункт 2.5 дней",
        "15.01.2024 дня",
        "приказ № 5 дней",
        "0 дней",
    ],
)
def test_what_only_looks_like_a_duration_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("в течение 3 дней, а при продлении 30 дней", ["P3D", "P30D"]),
        ("в 10-дневный срок, но не позднее двух месяцев", ["P10D", "P2M"]),
        ("с 9 до 18 часов; ответ – в течение 15 рабочих дней", ["P15D"]),
        ("не должно превышать 10 минут, ответ в течение 24 часов", ["PT10M", "PT24H"]),
    ],
)
def test_several_durations_come_in_order(text: str, isos: list[str]) -> None:
    assert [item.iso for item in find_durations(text)] == isos


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("двух", 2),
        ("двадцати пяти", 25),
        ("Пятнадцать", 15),
        ("тридцатью", 30),
        ("девяноста", 90),
        ("ста", 100),
        ("двухсот сорока пяти", 245),
        ("трёх", 3),
        ("одной", 1),
        ("10-ти", 10),
        ("3-х", 3),
        ("25", 25),
        ("полутора", None),
        ("пять двадцать", None),
        ("пятнадцать три", None),
        ("дней", None),
        ("", None),
    ],
)
def test_numeral_in_any_case_gives_its_value(text: str, value: int | None) -> None:
    assert numeral_to_int(text) == value


def test_every_form_of_the_table_gives_its_value() -> None:
    table = tomllib.loads((Path(numerals.__file__).parent / "numerals.toml").read_text("utf-8"))
    rows = [(int(value), form) for rank in table.values() for value, forms in rank.items() for form in forms]
    assert [(numeral_to_int(form), form) for _, form in rows] == rows


@pytest.mark.parametrize(
    ("stem", "value"),
    [("семи", 7), ("одно", 1), ("двух", 2), ("сорока", 40), ("двадцатипяти", 25), ("стодвадцати", 120), ("еже", None)],
)
def test_compound_numeral_gives_its_value(stem: str, value: int | None) -> None:
    assert compound_to_int(stem) == value


_PIECES = [
    "5",
    "трех ",
    "(трех) ",
    "рабочих ",
    "дней",
    "дневный ",
    "срок",
    "семи",
    "до ",
    "с ",
    "часов",
    "-",
    "\n",
    "9.00",
]


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    end = 0
    for item in find_durations(text):
        assert end <= item.start < item.end <= len(text)
        assert item.iso.startswith("P")
        end = item.end


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=4).map(" ".join)))
def test_any_text_is_a_numeral_or_none(text: str) -> None:
    assert numeral_to_int(text) is None or isinstance(numeral_to_int(text), int)
    assert compound_to_int(text) is None or isinstance(compound_to_int(text), int)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    [
        "1-" * 50000,
        "5 дней " * 6000,
        "рабочих " * 12000,
        ("5" + " " * 80 + "дней") * 1000,
        "дневный " * 12000,
        "двадцати " * 10000,
        "с 9 часов " * 4000,
        " " * 100000,
        "семи" * 25000 + "дневный срок",
    ],
)
def test_hostile_text_does_not_hang(text: str) -> None:
    find_durations(text)
