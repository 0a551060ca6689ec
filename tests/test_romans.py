import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.errors import Reason, ReestrError
from normalizers.romans import roman_to_int

PARTS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [("I", 1), ("XIV", 14), ("ХІV", 14), ("ХХІ", 21), ("iv", 4), (" VI ", 6), ("Ⅳ", 4), ("МСМ", 1900)],
)
def test_a_numeral_is_read(text: str, value: int) -> None:
    assert roman_to_int(text) == value


@pytest.mark.parametrize("text", ["", " ", "IIII", "IC", "VX", "XIVa", "5", "И", "MMMM", "X I", "X" * 10_000])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ReestrError) as caught:
        roman_to_int(text)
    assert caught.value.reason is Reason.BAD_VALUE


@given(st.integers(1, 3999))
def test_every_numeral_is_read_back(value: int) -> None:
    rest, numeral = value, ""
    for worth, letters in PARTS:
        numeral += letters * (rest // worth)
        rest %= worth
    assert roman_to_int(numeral) == value
