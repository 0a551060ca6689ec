import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import regions
from normalizers.regions import all_regions, find_cities, find_regions, region_of, region_of_city

# Article 65 of the Constitution, in the order of the codes: code, nominative, genitive.
SUBJECTS = """
01 Республика Адыгея (Адыгея) | Республики Адыгея (Адыгея)
02 Республика Башкортостан | Республики Башкортостан
03 Республика Бурятия | Республики Бурятия
04 Республика Алтай | Республики Алтай
05 Республика Дагестан | Республики Дагестан
06 Республика Ингушетия | Республики Ингушетия
07 Кабардино-Балкарская Республика | Кабардино-Балкарской Республики
08 Республика Калмыкия | Республики Калмыкия
09 Карачаево-Черкесская Республика | Карачаево-Черкесской Республики
10 Республика Карелия | Республики Карелия
11 Республика Коми | Республики Коми
12 Республика Марий Эл | Республики Марий Эл
13 Республика Мордовия | Республики Мордовия
14 Республика Саха (Якутия) | Республики Саха (Якутия)
15 Республика Северная Осетия - Алания | Республики Северная Осетия - Алания
16 Республика Татарстан (Татарстан) | Республики Татарстан (Татарстан)
17 Республика Тыва | Республики Тыва
18 Удмуртская Республика | Удмуртской Республики
19 Республика Хакасия | Республики Хакасия
20 Чеченская Республика | Чеченской Республики
21 Чувашская Республика - Чувашия | Чувашской Республики - Чувашии
22 Алтайский край | Алтайского края
23 Краснодарский край | Краснодарского края
24 Красноярский край | Красноярского края
25 Приморский край | Приморского края
26 Ставропольский край | Ставропольского края
27 Хабаровский край | Хабаровского края
28 Амурская область | Амурской области
29 Архангельская область | Архангельской области
30 Астраханская область | Астраханской области
31 Белгородская область | Белгородской области
32 Брянская область | Брянской области
33 Владимирская область | Владимирской области
34 Волгоградская область | Волгоградской области
35 Вологодская область | Вологодской области
36 Воронежская область | Воронежской области
37 Ивановская область | Ивановской области
38 Иркутская область | Иркутской области
39 Калининградская область | Калининградской области
40 Калужская область | Калужской области
41 Камчатский край | Камчатского края
42 Кемеровская область - Кузбасс | Кемеровской области - Кузбасса
43 Кировская область | Кировской области
44 Костромская область | Костромской области
45 Курганская область | Курганской области
46 Курская область | Курской области
47 Ленинградская область | Ленинградской области
48 Липецкая область | Липецкой области
49 Магаданская область | Магаданской области
50 Московская область | Московской области
51 Мурманская область | Мурманской области
52 Нижегородская область | Нижегородской области
53 Новгородская область | Новгородской области
54 Новосибирская область | Новосибирской области
55 Омская область | Омской области
56 Оренбургская область | Оренбургской области
57 Орловская область | Орловской области
58 Пензенская область | Пензенской области
59 Пермский край | Пермского края
60 Псковская область | Псковской области
61 Ростовская область | Ростовской области
62 Рязанская область | Рязанской области
63 Самарская область | Самарской области
64 Саратовская область | Саратовской области
65 Сахалинская область | Сахалинской области
66 Свердловская область | Свердловской области
67 Смоленская область | Смоленской области
68 Тамбовская область | Тамбовской области
69 Тверская область | Тверской области
70 Томская область | Томской области
71 Тульская область | Тульской области
72 Тюменская область | Тюменской области
73 Ульяновская область | Ульяновской области
74 Челябинская область | Челябинской области
75 Забайкальский край | Забайкальского края
76 Ярославская область | Ярославской области
77 город Москва | города Москвы
78 город Санкт-Петербург | города Санкт-Петербурга
79 Еврейская автономная область | Еврейской автономной области
83 Ненецкий автономный округ | Ненецкого автономного округа
86 Ханты-Мансийский автономный округ - Югра | Ханты-Мансийского автономного округа - Югры
87 Чукотский автономный округ | Чукотского автономного округа
89 Ямало-Ненецкий автономный округ | Ямало-Ненецкого автономного округа
90 Запорожская область | Запорожской области
91 Республика Крым | Республики Крым
92 город Севастополь | города Севастополя
93 Донецкая Народная Республика | Донецкой Народной Республики
94 Луганская Народная Республика | Луганской Народной Республики
95 Херсонская область | Херсонской области
"""
ROWS = [(line[:2], *line[3:].split(" | ")) for line in SUBJECTS.strip().splitlines()]
TABLE = tomllib.loads(Path(regions.__file__).with_name("regions.toml").read_text(encoding="utf-8"))
ENTRIES = TABLE["region"]
EXAMPLES = [(phrase, entry["code"]) for entry in ENTRIES for phrase in entry["examples"]]
COUNTER_EXAMPLES = [(phrase, entry["code"]) for entry in ENTRIES for phrase in entry["counter_examples"]]
CITIES = [(city, entry["code"]) for entry in ENTRIES for city in entry["cities"]]
FEW_TOWNS = {"01": 2, "04": 1, "49": 2, "79": 2, "83": 1}


def code_of(text: str) -> str | None:
    region = region_of(text)
    return region.code if region else None


def code_of_city(text: str) -> str | None:
    region = region_of_city(text)
    return region.code if region else None


def test_the_table_holds_the_89_subjects_of_the_constitution() -> None:
    assert len(ROWS) == 89
    assert [(region.code, region.name) for region in all_regions()] == [
        (code, f"город {name}" if name in ("Москва", "Санкт-Петербург", "Севастополь") else name)
        for code, name, _ in ROWS
    ]


def test_codes_names_and_towns_are_unique() -> None:
    assert len({region.code for region in all_regions()}) == len({region.name for region in all_regions()}) == 89
    assert [city for city, count in Counter(city.removeprefix("г. ") for city, _ in CITIES).items() if count > 1] == []


def test_no_case_form_belongs_to_towns_of_two_subjects() -> None:
    owners: dict[str, set[str]] = {}
    for city, code in CITIES:
        for form in regions._town_forms(city):
            owners.setdefault(form, set()).add(code)
    assert {form: codes for form, codes in owners.items() if len(codes) > 1} == {}


def test_every_entry_has_these_keys_and_no_others() -> None:
    keys = {"code", "name", "patterns", "examples", "counter_examples", "cities"}
    assert {frozenset(entry) for entry in ENTRIES} == {frozenset(keys)}
    assert set(TABLE) == {"parts", "towns", "region"}


@pytest.mark.parametrize(("code", "nominative", "genitive"), ROWS)
def test_every_subject_is_found_in_the_nominative_and_the_genitive(code: str, nominative: str, genitive: str) -> None:
    phrases = [nominative, genitive, f"приказ министерства {genitive} от 30.01.2024"]
    phrases += [phrase.upper() for phrase in phrases] + [phrase.replace(" ", "\n") for phrase in phrases]
    phrases += [phrase.replace("-", "–").replace(" ", "\u00a0") for phrase in phrases]
    assert {code_of(phrase) for phrase in phrases} == {code}


@pytest.mark.parametrize(("phrase", "code"), EXAMPLES)
def test_every_example_gives_its_subject(phrase: str, code: str) -> None:
    assert code_of(phrase) == code


@pytest.mark.parametrize(("phrase", "code"), COUNTER_EXAMPLES)
def test_no_counter_example_gives_the_subject(phrase: str, code: str) -> None:
    assert code_of(phrase) != code


def test_every_pattern_has_an_example() -> None:
    unmatched = [
        pattern
        for entry in ENTRIES
        for pattern in entry["patterns"]
        if not any(
            re.search(regions._expression(pattern), regions._fold(phrase))
            for phrase in [entry["name"], *entry["examples"]]
        )
    ]
    assert unmatched == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ДЕПАРТАМЕНТ АРХИТЕКТУРЫ И ГРАДОСТРОИТЕЛЬСТВА МАГАДАНСКОЙ ОБЛАСТИ", "49"),
        ("Департамента образования и науки\nгорода Севастополя", "92"),
        ("г. Севастополя", "92"),
        ("в Краснодарском крае", "23"),
        ("ХМАО - Югры", "86"),
        ("Ханты-Мансийского автономного округа – Югры", "86"),
        ("Ямало – Ненецкого автономного округа", "89"),
        ("Ненецким АО", "83"),
        ("Магаданская обл.", "49"),
        ("Московской области", "50"),
        ("Московской городской Думы", "77"),
        ("Правительством Москвы", "77"),
        ("Ленинградской области", "47"),
        ("Санкт-Петербурга и Ленинградской области", "78"),
        ("Архангельской и Вологодской областей", "29"),
        ("Алтайскому и Красноярскому краям", "22"),
        ("Курского муниципального округа Ставропольского края", "26"),
        ("Красноярского района Самарской области", "63"),
        ("Республике Алтай", "04"),
        ("Алтайском крае", "22"),
        ("Коми-Пермяцкого округа Пермского края", "59"),
        ("Донецкой Народной Республики", "93"),
        ("Республики Саха (Якутия)", "14"),
    ],
)
def test_a_text_gives_the_first_subject_it_names(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    "text",
    ["", "управление образования", "РТ", "Алтайский ГАУ", "ул. Московская", "Кировского района", "Коми-Пермяцкого"],
)
def test_a_text_that_names_no_subject_gives_none(text: str) -> None:
    assert region_of(text) is None


def test_every_subject_has_its_centre_and_larger_towns() -> None:
    few = {entry["code"]: len(entry["cities"]) for entry in ENTRIES if len(entry["cities"]) < 3}
    assert few == FEW_TOWNS


@pytest.mark.parametrize(("city", "code"), CITIES)
def test_every_town_gives_its_subject(city: str, code: str) -> None:
    name = city.removeprefix("г. ")
    assert {code_of_city(f"г. {name}"), code_of_city(f"АДМИНИСТРАЦИЯ ГОРОДА {name.upper()}")} == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("г. Екатеринбург", "66"),
        ("г.Новосибирск", "54"),
        ("мэрии Ярославля", "76"),
        ("Администрация городского округа город Уфа", "02"),
        ("Набережных Челнов", "16"),
        ("Ростова-на-Дону", "61"),
        ("Нижнего Новгорода", "52"),
        ("Великого Новгорода", "53"),
        ("города Орла", "57"),
        ("городом Владимиром", "33"),
        ("Екатеринбургской городской Думы", "66"),
        ("Казанской городской Думы", "16"),
        ("Самарской Губернской Думы города Самары", "63"),
        ("Петропавловска-Камчатского городского округа", "41"),
    ],
)
def test_a_town_is_found_in_its_case_forms(text: str, code: str) -> None:
    assert code_of_city(text) == code


@pytest.mark.parametrize(
    "text", ["", "Владимир Иванов", "И.И. Кирова", "шахты и грязи", "Кировского района", "грозный"]
)
def test_surnames_and_common_words_are_no_towns(text: str) -> None:
    assert region_of_city(text) is None


@pytest.mark.parametrize(
    "text", ["московской, " * 40_000, "р" * 400_000, "республика " * 40_000, "город " * 60_000, "а-" * 200_000]
)
@pytest.mark.timeout(30)
def test_hostile_text_names_no_region(text: str) -> None:
    assert not list(find_regions(text)) + list(find_cities(text))


@given(st.text(alphabet="московскаяилбтьюгр -–.\nİё", max_size=80))
def test_found_places_lie_in_the_text_in_order(text: str) -> None:
    for places in (list(find_regions(text)), list(find_cities(text))):
        bounds = [bound for place in places for bound in (place.start, place.end)]
        assert bounds == sorted(bounds)
        assert all(0 <= bound <= len(text) for bound in bounds)
