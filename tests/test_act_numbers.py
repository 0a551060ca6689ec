import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalizers.act_numbers import find_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("от 30.01.2024 N 7-О", "7-О"),
        ("от 03.04.2024 N 508-П", "508-П"),
        ("№ 89", "89"),
        ("№89", "89"),
        ("№\u00a089", "89"),
        ("No 48-П", "48-П"),
        ("No. 48-П", "48-П"),
        ("Nо 48-П", "48-П"),  # Cyrillic о
        ("в„– 01-02/01", "01-02/01"),
        ("№ М17-61-од", "М17-61-од"),
        ("№ 118-П,", "118-П"),
        ("(№ 183/ОД)", "183/ОД"),
        ("№ 1-3.11-935/23;", "1-3.11-935/23"),
        ("№ 1456-р/адм", "1456-р/адм"),
        ("№ 264-рп.", "264-рп"),
        ("N 59-ФЗ «О порядке»", "59-ФЗ"),
        ("№ 2816-р,", "2816-р"),
        ("№ 210-ФЗ«Об организации", "210-ФЗ"),
        ("№ Пр-1234", "Пр-1234"),
        ("№ СЭД-01-05-12", "СЭД-01-05-12"),
        ("№ ЕД-7-21/988@", "ЕД-7-21/988@"),
        ("от 12.02.2024 г.№508", "508"),
        ("30.01.2024№5", "5"),
        ("№ _89_", "89"),
        ("от 22.09.2023 №\n432 «Об утверждении", "432"),
        ("№\n89\nг. Екатеринбург", "89"),
        ("№ 12 - п", "12 - п"),
        ("№ 5 - О внесении изменений", "5"),
        ("№ 89.Об утверждении", "89"),
        ("№ 5-", "5"),
        ("N п/п, приказ N 5", "5"),
    ],
)
def test_a_printed_number_is_read_verbatim(text: str, value: str) -> None:
    found = find_number(text)
    assert found is not None
    assert (found.value, text[found.start : found.end]) == (value, value)


@pytest.mark.parametrize(
    "text",
    [
        "N п/п",
        "№ п/п",
        "№ п/п 1",
        "N |\n1. |",
        "№ ______",
        "№ ____\n1. Утвердить",
        "№\n1. Общие положения",
        "N",
        "",
        "Notebook 5",
        "IN 5",
        "Номер 5",
        "от 30.01.2024",
    ],
)
def test_what_is_no_number_of_an_act_is_not_found(text: str) -> None:
    assert find_number(text) is None


def test_the_search_begins_at_the_given_place() -> None:
    text = "приказ N 7-О, постановление N 8-П"
    second = find_number(text, text.index("постановление"))
    assert second is not None
    assert second.value == "8-П"


@pytest.mark.parametrize(
    "text", ["№" + "1" * 200_000, "№1-" * 70_000, "№ " * 100_000, "N" + "а-" * 100_000, "№" + "1-а" * 70_000]
)
@pytest.mark.timeout(20)
def test_hostile_text_is_searched_without_backtracking(text: str) -> None:
    found = find_number(text)
    assert found is None or text[found.start : found.end] == found.value


@example("NN//0")
@example("N п.п5")
@given(st.text(alphabet="№N0123456789-/.АПопр \n_", max_size=60))
def test_a_found_number_stands_in_the_text_and_has_a_figure(text: str) -> None:
    found = find_number(text)
    assert found is None or (found.value == text[found.start : found.end] and any(map(str.isdigit, found.value)))
