"""E-mail addresses: as orders print them, what only looks like one, and hostile input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.emails import email_key, find_emails


def values(text: str) -> list[str]:
    return [found.value for found in find_emails(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("msh@krasnodar.ru", ["msh@krasnodar.ru"]),
        ("- электронная почта Департамента: do@sev.gov.ru;", ["do@sev.gov.ru"]),
        ("Краснодарского края msh@krasnodar.ru |", ["msh@krasnodar.ru"]),
        ("(e-mail: Priem_1@49gov.ru).", ["Priem_1@49gov.ru"]),
        ("e-mail:min-trud.priem@mail.nso.ru,", ["min-trud.priem@mail.nso.ru"]),
        ("<msh@krasnodar.ru>", ["msh@krasnodar.ru"]),
        ("**msh@krasnodar.ru**", ["msh@krasnodar.ru"]),
        ("«msh@krasnodar.ru»", ["msh@krasnodar.ru"]),
        ("mailto:msh@krasnodar.ru?subject=1", ["msh@krasnodar.ru"]),
        ("почтамsh msh@krasnodar.ru.Далее", ["msh@krasnodar.ru"]),
        ("-msh@krasnodar.ru", ["msh@krasnodar.ru"]),
        ("a@b.ru, c@d.ru; e@f.ru", ["a@b.ru", "c@d.ru", "e@f.ru"]),
        ("a@b.ru/c@d.ru", ["a@b.ru", "c@d.ru"]),
        ("приёмная@мвд.рф", ["приёмная@мвд.рф"]),
        ("info@xn--b1aew.xn--p1ai", ["info@xn--b1aew.xn--p1ai"]),
        ("info@мвд.рф", ["info@мвд.рф"]),
        ("msh@\nkrasnodar.ru", ["msh@krasnodar.ru"]),
        ("INFO@GOV.RU", ["INFO@GOV.RU"]),
        ("адресinfo@gov.ru", ["info@gov.ru"]),
        ("ivanov.ru@mail.ru", ["ivanov.ru@mail.ru"]),
    ],
)
def test_email_is_found_as_printed(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "@", "канал @min_trud", "a@b", "цена @ 5 руб.", "a @ b.ru", "@gov.ru", "a@@b.ru", "инфо@mail.ru"],
)
def test_what_is_no_email_gives_none(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("MSH@Krasnodar.RU", "msh@krasnodar.ru"),
        ("<msh@krasnodar.ru>", "msh@krasnodar.ru"),
        ("mailto:msh@krasnodar.ru", "msh@krasnodar.ru"),
        ("info@xn--b1aew.xn--p1ai", "info@мвд.рф"),
        ("msh@\nkrasnodar.ru", "msh@krasnodar.ru"),
    ],
)
def test_spellings_of_one_mailbox_share_a_key(a: str, b: str) -> None:
    assert email_key(a) == email_key(b)


def test_two_mailboxes_have_two_keys() -> None:
    assert email_key("do@sev.gov.ru") != email_key("od@sev.gov.ru")


@settings(deadline=None)
@given(st.one_of(st.text(), st.text("ab.@- \nфё_,<>xn1")))
def test_any_text_gives_ordered_values_at_their_spans(text: str) -> None:
    end = 0
    for found in find_emails(text):
        assert end <= found.start < found.end <= len(text)
        assert "".join(text[found.start : found.end].split()) == found.value
        end = found.end


@settings(deadline=None)
@given(st.text())
def test_key_of_a_key_is_the_key(text: str) -> None:
    assert email_key(email_key(text)) == email_key(text)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text", ["@" * 99999, "a.a-" * 25000 + "@", "@" + "a." * 50000, "a@b.ru" * 15000, "a@" * 50000]
)
def test_hostile_text_does_not_hang(text: str) -> None:
    find_emails(text)
