"""Addresses of sites: as orders print them, what only looks like one, and hostile input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.urls import find_urls, same_url, url_key


def values(text: str) -> list[str]:
    return [found.value for found in find_urls(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Единый реестр https://ervk.gov.ru/public/0af4cd2e-78cb |", "https://ervk.gov.ru/public/0af4cd2e-78cb"),
        ("обращения https://sev.gov.ru/feedback/new/:", "https://sev.gov.ru/feedback/new/"),
        ("(<https://energy.midural.ru>)", "https://energy.midural.ru"),
        ("телеграм-канал «…» <https://t.me/+pIKCwlfVqPhiMmJi>.", "https://t.me/+pIKCwlfVqPhiMmJi"),
        ("<https://mtsr.nso.ru/\npage/8039>", "https://mtsr.nso.ru/page/8039"),
        ("сайт министерства www.msh.krasnodar.ru |", "www.msh.krasnodar.ru"),
        ("сайт msh.krasnodar.ru.", "msh.krasnodar.ru"),
        ("(gosuslugi.ru)", "gosuslugi.ru"),
        ("«gosuslugi.ru»", "gosuslugi.ru"),
        ("сайт: мвд.рф/приём", "мвд.рф/приём"),
        ("на портале госуслуги.рф;", "госуслуги.рф"),
        ("МВД.РФ", "МВД.РФ"),
        ("http://www.gov.ru/a?b=1&c=2#d,", "http://www.gov.ru/a?b=1&c=2#d"),
        ("https://ru.wikipedia.org/wiki/Приём_(радио).", "https://ru.wikipedia.org/wiki/Приём_(радио)"),
        ("(см. https://a.ru/b_(c)).", "https://a.ru/b_(c)"),
        ("(https://a.ru/b)", "https://a.ru/b"),
        ("[сайт](https://a.ru/b)", "https://a.ru/b"),
        ("https://a.ru(далее – сайт)", "https://a.ru"),
        ("https://a.ru/b(далее – сайт)", "https://a.ru/b"),
        ("https://a.ru,тел. 8-800", "https://a.ru"),
        ("**https://a.ru/b**", "https://a.ru/b"),
        ('"https://a.ru/b"', "https://a.ru/b"),
        ("https://a.ru/page,12.html", "https://a.ru/page,12.html"),
        ("vk.com/mtsr_nso", "vk.com/mtsr_nso"),
        ("https://vk.com/@mtsr", "https://vk.com/@mtsr"),
        ("t.me/mtsr.", "t.me/mtsr"),
        ("HTTPS://GOSUSLUGI.RU", "HTTPS://GOSUSLUGI.RU"),
        ("Gosuslugi.ru", "Gosuslugi.ru"),
        ("ЕПГУ/gosuslugi.ru", "gosuslugi.ru"),
        ("gosuslugi.ru/600123/1/form", "gosuslugi.ru/600123/1/form"),
        ("портал gosuslugi.ru.Далее", "gosuslugi.ru"),
        ("сайтgosuslugi.ru", "gosuslugi.ru"),
        ("www.город-сочи.рф", "www.город-сочи.рф"),
        ("https://xn--b1aew.xn--p1ai/", "https://xn--b1aew.xn--p1ai/"),
        ("http://10.1.2.3:8080/a", "http://10.1.2.3:8080/a"),
        ("2gis.ru", "2gis.ru"),
        ("pos.gosuslugi.ru:443/lkp", "pos.gosuslugi.ru:443/lkp"),
        ("a@b.ru, сайт c.ru", "c.ru"),
    ],
)
def test_url_is_found_as_printed(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "msh@krasnodar.ru",
        "ivanov.ru@mail.ru",
        "priem-gov.ru-1@mail.ru",
        "приёмная@мвд.рф",
        "прил.docx, форма.pdf, отчёт.xlsx, readme.md",
        "и т.д., т.п., п.п. 1.1.2, г.Москва, ул.Ленина, 30.01.2024",
        "Гражданский кодекс.РФ",
        "пункт 2.5.Ответ",
        "т.е.рф",
        "https://",
        "https://…",
        "www.",
        "www.сайт",
        "gosuslugi.rus",
        "ru.",
        ".ru",
        "в зоне .рф",
        "Обращение.Ru",
    ],
)
def test_what_is_no_url_gives_none(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.ru, www.b.ru и c.ru", ["https://a.ru", "www.b.ru", "c.ru"]),
        ("https://a.ru;https://b.ru", ["https://a.ru", "https://b.ru"]),
        ("https://a.ru,www.b.ru", ["https://a.ru", "www.b.ru"]),
        ("[https://a.ru](https://a.ru)", ["https://a.ru", "https://a.ru"]),
        ("vk.com, ok.ru, rutube.ru", ["vk.com", "ok.ru", "rutube.ru"]),
        ("<https://a.ru>\n<https://b.ru>", ["https://a.ru", "https://b.ru"]),
    ],
)
def test_several_urls_come_in_order(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("https://gosuslugi.ru/", "http://www.gosuslugi.ru"),
        ("https://Gosuslugi.RU", "gosuslugi.ru"),
        ("https://мвд.рф/", "xn--b1aew.xn--p1ai"),
        ("https://a.ru/%D0%B0", "https://a.ru/а"),
        ("https://a.ru:443/b/", "a.ru/b"),
        ("<https://a.ru/b>", "a.ru/b"),
    ],
)
def test_spellings_of_one_address_are_the_same(a: str, b: str) -> None:
    assert same_url(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("https://mtsr.nso.ru/page/8039", "https://mtsr.nso.ru/page/15256"),
        ("https://mtsr.nso.ru", "https://mtsr.nso.ru/page"),
        ("https://knd.gosuslugi.ru", "https://gosuslugi.ru"),
        ("https://a.ru:8080", "https://a.ru"),
        ("https://a.ru/?a=1", "https://a.ru/?a=2"),
    ],
)
def test_two_sections_or_sites_differ(a: str, b: str) -> None:
    assert not same_url(a, b)


_PIECES = [
    "https://",
    "www.",
    "a",
    "ру",
    ".",
    "ru",
    "рф",
    "@",
    "/",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    " ",
    "\n",
    ",",
    "-",
    "xn--",
]


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)))
def test_any_text_gives_ordered_values_at_their_spans(text: str) -> None:
    end = 0
    for found in find_urls(text):
        assert end <= found.start < found.end <= len(text)
        assert "".join(text[found.start : found.end].split()) == found.value
        end = found.end


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=9).map("".join)))
def test_any_value_has_a_key(text: str) -> None:
    assert same_url(text, text)
    assert url_key(text) == url_key(f" {text}")


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    [
        "1-" * 50000 + ".ru",
        "г. " * 20000 + "a.ru",
        "a." * 50000,
        "a.ru" * 25000,
        "a.ru+" * 20000,
        "https://" * 12000,
        "https://a.ru/" + "(" * 100000,
        "https://a.ru/" + "()" * 50000,
        "<https://a\n" * 10000,
        "<https://a" + "\nb" * 50000,
        "<www.a" + "\n" * 100000,
        "я" * 100000 + ".рф",
        "a.ru@" * 20000,
        "a@b.ru " * 15000,
        "www." * 25000,
    ],
)
def test_hostile_text_does_not_hang(text: str) -> None:
    find_urls(text)
