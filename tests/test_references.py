"""Mentions of other documents: the grammar over one text, their keys, and the mentions of whole orders."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.references import find_order_references, reference_key
from normalizers.quoted import QuoteMarks
from normalizers.reference_keys import act_key, linked_keys
from normalizers.reference_nouns import find_nouns
from normalizers.references import FoundReference, find_references
from parsers.parts import document_to_structure
from parsers.reading import read_document, read_text

ROOT = Path(__file__).parent.parent
NOUNS = tomllib.loads((ROOT / "normalizers" / "reference_nouns.toml").read_text("utf-8"))["noun"]
HEAD = "Приложение\nк приказу министерства труда Энской области\nот 12.03.2024 N 45-П\n\nПорядок\nработы с клиентом\n\n"


def parts(text: str, found: FoundReference) -> tuple[str | None, ...]:
    def cut(part: tuple[int, int] | None) -> str | None:
        return text[slice(*part)] if part else None

    return found.kind, cut(found.number), found.date, cut(found.title), cut(found.authority)


def mentions(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_references(text)]


def order_mentions(body: str, head: str = HEAD) -> list[str]:
    document = read_text(head + body)
    return [found.text.text for found in find_order_references(document_to_structure(document), document)]


LAW = ("law", "59-ФЗ", "2006-05-02", "О порядке рассмотрения обращений", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Федеральным законом от 02.05.2006 N 59-ФЗ "О порядке рассмотрения обращений"', LAW),
        ("Федерального закона от 2 мая 2006 года № 59-ФЗ «О порядке рассмотрения обращений»", LAW),
        ("Федеральный закон от 2 мая 2006 г. N 59-ФЗ «О порядке рассмотрения обращений»", LAW),
        ("законом № 59-ФЗ от 02.05.2006 «О порядке рассмотрения обращений»", LAW),
        ("Федеральным законом «О порядке рассмотрения обращений» от 02.05.2006 № 59-ФЗ", LAW),
        ("законом «О порядке рассмотрения обращений» (№ 59-ФЗ от 02.05.2006)", LAW),
        ("Федерального закона от 02.05.2006 г.№59-ФЗ «О порядке рассмотрения обращений»", LAW),
        ("Федеральным законом от 02.05.2006 59-ФЗ «О порядке рассмотрения обращений»", LAW),
        ("Федеральным законом от 02.05.2006 N 59-ФЗ (ред. от 28.12.2022) «О порядке рассмотрения обращений»", LAW),
        ("Федеральный закон № 210-ФЗ", ("law", "210-ФЗ", None, None, None)),
        ("ФЗ от 27.07.2010 № 210-ФЗ", ("law", "210-ФЗ", "2010-07-27", None, None)),
        ("Федеральным законом «О персональных данных»", ("law", None, None, "О персональных данных", None)),
        (
            "Федеральным законом о персональных данных от 27.07.2006 № 152-ФЗ",
            ("law", "152-ФЗ", "2006-07-27", "о персональных данных", None),
        ),
        (
            "Законом Курской области от 15 июля 2010 года № 60-ЗКО «О правовых актах»",
            ("law", "60-ЗКО", "2010-07-15", "О правовых актах", "Курской области"),
        ),
        (
            "областным законом от 12.03.2020 N 5-оз",
            ("law", "5-оз", "2020-03-12", None, None),
        ),
        ("Закона города Москвы от 08.07.2009 № 25", ("law", "25", "2009-07-08", None, "города Москвы")),
        (
            "Указом Президента Российской Федерации от 7 мая 2012 г. № 601",
            ("decree", "601", "2012-05-07", None, "Президента Российской Федерации"),
        ),
        (
            "указа Губернатора Пермского края от 27.12.2010 N 109",
            ("decree", "109", "2010-12-27", None, "Губернатора Пермского края"),
        ),
        (
            "постановление Главы администрации (губернатора) Краснодарского края от 30.06.2016 N 512",
            ("resolution", "512", "2016-06-30", None, "Главы администрации (губернатора) Краснодарского края"),
        ),
        (
            "постановлением Правительства Москвы от 24.10.2006 № 829-ПП",
            ("resolution", "829-ПП", "2006-10-24", None, "Правительства Москвы"),
        ),
        (
            "распоряжением Губернатора области от « 15 » 05. 2023 № 100-рг",
            ("directive", "100-рг", "2023-05-15", None, "Губернатора области"),
        ),
        ("приказом № 45 от 12.03.2024", ("order", "45", "2024-03-12", None, None)),
        ("приказом Росреестра N П/0012 от 12.01.2021", ("order", "П/0012", "2021-01-12", None, "Росреестра")),
        (
            "приказом ФНС России от 08.09.2021 N ЕД-7-21/799@",
            ("order", "ЕД-7-21/799@", "2021-09-08", None, "ФНС России"),
        ),
        ("приказом от 30.01.2024 в„– 7-О", ("order", "7-О", "2024-01-30", None, None)),
        (
            "приказ от 12.03.2024 № 45 Министерства труда «Об утверждении Порядка»",
            ("order", "45", "2024-03-12", "Об утверждении Порядка", "Министерства труда"),
        ),
        (
            "приказом Федеральной службы государственной регистрации, кадастра и картографии от 01.06.2021 № 1",
            (
                "order",
                "1",
                "2021-06-01",
                None,
                "Федеральной службы государственной регистрации, кадастра и картографии",
            ),
        ),
        (
            "приказом Минтруда России и Минздрава России от 01.03.2021 № 100н/101н",
            ("order", "100н/101н", "2021-03-01", None, "Минтруда России и Минздрава России"),
        ),
        (
            "приказ ГБУ «МФЦ» «Об утверждении графика» от 12.03.2024 № 5",
            ("order", "5", "2024-03-12", "Об утверждении графика", "ГБУ «МФЦ»"),
        ),
        (
            'ПРИКАЗОМ МИНИСТЕРСТВА ТРУДА ОТ 12.03.2020 N 5 "О КАДРАХ"',
            ("order", "5", "2020-03-12", "О КАДРАХ", "МИНИСТЕРСТВА ТРУДА"),
        ),
        (
            "приказа Министерства от 22.09.2023 № 432 «Об утверждении плана («дорожной карты») Министерства»",
            ("order", "432", "2023-09-22", "Об утверждении плана («дорожной карты») Министерства", "Министерства"),
        ),
        (
            "приказа департамента от 12.03.2023 № 45 «О мерах по программе «Развитие», утвержденного",
            ("order", "45", "2023-03-12", "О мерах по программе «Развитие»", "департамента"),
        ),
        (
            "решением Совета депутатов города Энска от 12.03.2024 № 45",
            ("other", "45", "2024-03-12", None, "Совета депутатов города Энска"),
        ),
        (
            "протокола заседания проектного комитета от 15.06.2023 № 7",
            ("other", "7", "2023-06-15", None, None),
        ),
        (
            "поручений Президента Российской Федерации по итогам заседания Совета от 10.07.2023 № Пр-1374",
            ("other", "Пр-1374", "2023-07-10", None, "Президента Российской Федерации"),
        ),
        ("стандарта «Государство для людей»", ("standard", None, None, "Государство для людей", None)),
        (
            'государственной программы Энской области "Развитие"',
            ("programme", None, None, "Развитие", None),
        ),
        ("федерального проекта «Государство для людей»", ("programme", None, None, "Государство для людей", None)),
        (
            "инициативы социально-экономического развития до 2030 года «Государство для людей»",
            ("programme", None, None, "Государство для людей", None),
        ),
        (
            "плана мероприятий («дорожной карты») «Открытое ведомство»",
            ("other", None, None, "Открытое ведомство", None),
        ),
        (
            "Жилищным кодексом Российской Федерации",
            ("law", None, None, "Жилищным кодексом Российской Федерации", None),
        ),
        (
            "Кодексом Российской Федерации об административных правонарушениях",
            ("law", None, None, "Кодексом Российской Федерации об административных правонарушениях", None),
        ),
        (
            "Гражданским кодексом РФ от 30.11.1994 № 51-ФЗ",
            ("law", "51-ФЗ", "1994-11-30", "Гражданским кодексом РФ", None),
        ),
        ("Конституцией Республики Татарстан", ("law", None, None, "Конституцией Республики Татарстан", None)),
        (
            "Уставом (Основным Законом) Ставропольского края",
            ("law", None, None, "Уставом (Основным Законом) Ставропольского края", None),
        ),
        ("Уставом города Смоленска", ("other", None, None, "Уставом города Смоленска", None)),
        (
            "ГОСТ Р 7.0.97-2016 «Система стандартов»",
            ("standard", "7.0.97-2016", None, "Система стандартов", None),
        ),
        ("СП 59.13330.2020", ("standard", "59.13330.2020", None, None, None)),
        ("59-ФЗ", ("law", "59-ФЗ", None, None, None)),
    ],
)
def test_a_mention_is_read_whole_with_all_its_parts(text: str, expected: tuple[str | None, ...]) -> None:
    framed = f"в соответствии с {text}"
    found = find_references(framed)
    assert [parts(framed, item) for item in found] == [expected]
    if not text.endswith("утвержденного"):
        assert mentions(framed) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Федеральными законами от 06.10.1999 N 184-ФЗ "Об общих принципах", от 02.05.2006 N 59-ФЗ'
            " и от 27.07.2010 N 210-ФЗ",
            [
                'Федеральными законами от 06.10.1999 N 184-ФЗ "Об общих принципах"',
                "от 02.05.2006 N 59-ФЗ",
                "от 27.07.2010 N 210-ФЗ",
            ],
        ),
        ("стандартами «А» и «Б», применяемыми", ["стандартами «А»", "«Б»"]),
        ("программ «Школа», «Дороги», а также «Жилье»", ["программ «Школа»", "«Дороги»", "«Жилье»"]),
        (
            "постановлениями Правительства РФ № 1 (далее - Правила), № 2 и № 3",
            ["постановлениями Правительства РФ № 1", "№ 2", "№ 3"],
        ),
        (
            "приказами Минтруда России от 1 марта 2021 г. № 100н и Минздрава России от 2 марта 2021 г. № 101н",
            ["приказами Минтруда России от 1 марта 2021 г. № 100н", "Минздрава России от 2 марта 2021 г. № 101н"],
        ),
        (
            "приказ от 12.03.2020 № 5 «О кадрах» (в редакции приказов от 01.02.2021 № 10, от 03.04.2022 № 20)",
            ["приказ от 12.03.2020 № 5 «О кадрах»", "приказов от 01.02.2021 № 10", "от 03.04.2022 № 20"],
        ),
        (
            "Указом Президента РФ от 07.05.2024 № 309, приказом Минфина России от 01.02.2024 № 9н; ТК РФ",
            ["Указом Президента РФ от 07.05.2024 № 309", "приказом Минфина России от 01.02.2024 № 9н", "ТК РФ"],
        ),
        (
            'протокола комитета федерального проекта "Забота" от 18.04.2022 N 1',
            ['протокола комитета федерального проекта "Забота" от 18.04.2022 N 1', 'федерального проекта "Забота"'],
        ),
        (
            'слова "законом от 01.01.2001 № 1-ФЗ" заменить словами "законом от 02.02.2002 № 2-ФЗ «О новом»"',
            ["законом от 01.01.2001 № 1-ФЗ", "законом от 02.02.2002 № 2-ФЗ «О новом»"],
        ),
        (
            "приказ и постановление Правительства РФ от 01.02.2024 № 9",
            ["постановление Правительства РФ от 01.02.2024 № 9"],
        ),
        (
            "пунктом 5 постановления Правительства РФ от 01.02.2024 № 9",
            ["постановления Правительства РФ от 01.02.2024 № 9"],
        ),
        ("статьи 521 Федерального закона от 02.05.2006 № 59-ФЗ", ["Федерального закона от 02.05.2006 № 59-ФЗ"]),
        (
            "приказ Минтруда России от 05.05.2023 № 7н (зарегистрирован 01.06.2023, регистрационный № 77777)",
            ["приказ Минтруда России от 05.05.2023 № 7н"],
        ),
        (
            "приказ от 01.02.2024 № 9 «О внесении изменений в приказ от 01.02.2023 № 8», приказ от 02.02.2024 № 10",
            ["приказ от 01.02.2024 № 9 «О внесении изменений в приказ от 01.02.2023 № 8»", "приказ от 02.02.2024 № 10"],
        ),
    ],
)
def test_every_act_of_a_list_is_a_mention_of_its_own(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "в соответствии с федеральными законами, указами Президента, постановлениями Правительства",
        "согласно приложению № 2 к настоящему приказу",
        "приказом министерства согласно приложению N 2",
        "Порядок, утвержденный приказом, приложение № 3",
        "настоящим приказом от 12.03.2020 № 5",
        "в установленный законом срок 5 дней, форма № 3",
        "приказа от «___» ________ 2024 г. № ____",
        "утратил силу. - Приказ комитета по труду Энской обл. от 11.02.2025 N 57-пр;",
        "Пункт 3 изменен с 15 ноября 2024 г. - Приказ Департамента от 11 ноября 2024 г. N 204",
        "(п. 5 введен Приказом комитета по труду Энской обл. от 20.09.2024 N 341-пр)",
        "(в ред. Приказов комитета от 20.09.2024 N 341-пр, от 11.02.2025 N 57-пр)",
        "{Абзац введен приказом управления от 14 января 2025 года N 7-ОД}",
        "(далее – Федеральный закон № 210-ФЗ)",
        'Плана мероприятий ("Дорожная карта") по внедрению Стандартов клиентоцентричности',
        "программы поддержки в центре «Мой бизнес»",
        "стандарт обслуживания на портале «Госуслуги»",
        "стандарта предоставления услуги «Выдача разрешений»",
        "компьютерной программой «1С»",
        "программное обеспечение «Дело», проект «Бережливый МФЦ»",
        "подготовить письмо в срок до 12.03.2024 № 5",
        "горячая линия № 122, договор от 12.03.2024 № 5",
        "Кодексом этики, уставом учреждения",
        "понедельник - четверг с 9.00 до 18.00, каб. № 28",
        "указано в заявлении от 12.03.2024 № 5",
        "приказываю утвердить форму № 5",
        "СП 5 человек",
    ],
)
def test_what_names_no_other_document_is_no_mention(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun["stems"][0])
def test_every_noun_finds_its_examples_and_spares_its_counter_examples(noun: dict[str, list[str]]) -> None:
    def kinds(text: str) -> set[tuple[str, str]]:
        return {(found.kind, found.reads) for found in find_nouns(text)}

    own = (noun["kind"], noun["reads"])
    assert all(own in kinds(example) for example in noun["examples"])
    assert not any(own in kinds(example) for example in noun["counter_examples"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("law", "59-ФЗ", "2006-05-02", None), ("law", "59-фз", "2006-05-02", "О порядке")),
        (("order", "7-O", "2024-01-30", None), ("order", "7 – О", "2024-01-30", None)),
        (("standard", None, None, "Государство для людей"), ("standard", None, None, "ГОСУДАРСТВО ДЛЯ ЛЮДЕЙ")),
        (("law", None, None, "Жилищным кодексом Российской Федерации"), ("law", None, None, "ЖК РФ")),
        (("law", None, None, "Конституции РФ"), ("law", None, None, "Конституцией Российской Федерации")),
    ],
)
def test_two_spellings_of_one_act_have_one_key(
    one: tuple[str, str, str, str], other: tuple[str, str, str, str]
) -> None:
    assert act_key(*one) == act_key(*other)


def test_acts_that_differ_have_different_keys() -> None:
    named = [
        ("order", "5", "2024-01-01"),
        ("order", "5", "2023-01-01"),
        ("order", "6", "2024-01-01"),
        ("decree", "5", None),
    ]
    assert len({act_key(*name) for name in named}) == len(named)


def test_a_short_mention_is_linked_only_if_one_fuller_mention_fits() -> None:
    first, second = ("order", "5", "2024-01-01", "О кадрах"), ("order", "5", "2023-01-01", None)
    short = ("order", "5", None, None)
    assert linked_keys([first, short])[1] == act_key(*first)
    assert linked_keys([first, second, short])[2] == act_key(*short)
    assert linked_keys([first, ("order", None, None, "О кадрах")])[1] == act_key(*first)


def test_mentions_of_one_law_in_one_order_share_a_key() -> None:
    body = "1. По Федеральному закону от 02.05.2006 N 59-ФЗ.\n2. По 59-ФЗ и закону N 59-ФЗ."
    document = read_text(HEAD + body)
    found = find_order_references(document_to_structure(document), document)
    assert len(found) == 3
    assert {item.key for item in found} == {"law:59-фз:2006-05-02"}
    assert reference_key(found[0]) == found[0].key


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Порядок утвержден приказом министерства от 12.03.2024 N 45-П.", []),
        ("1. Порядок утвержден приказом министерства от 12 марта 2024 г. № 45-п, см. приказ № 45-П.", []),
        ("1. Применять приказ министерства от 12.03.2023 N 45-П.", ["приказ министерства от 12.03.2023 N 45-П"]),
        ("1. Применять указ Губернатора от 12.03.2024 N 45-П.", ["указ Губернатора от 12.03.2024 N 45-П"]),
        (
            "1. Термины:\n1) закон - Федеральный закон N 1-ФЗ;\n2) стандарт «Забота».",
            ["Федеральный закон N 1-ФЗ", "стандарт «Забота»"],
        ),
        (
            "N |\nОснование |\n1 |\nПриказ Минтруда России от 01.02.2024 N 9н |\n",
            ["Приказ Минтруда России от 01.02.2024 N 9н"],
        ),
        (
            "I. Реализация Указа Президента РФ от 07.05.2024 N 309\n1. Прием ведется.",
            ["Указа Президента РФ от 07.05.2024 N 309"],
        ),
    ],
)
def test_an_order_mentions_others_in_clauses_headings_and_cells_but_not_itself(body: str, expected: list[str]) -> None:
    assert order_mentions(body) == expected


def test_the_title_of_an_order_mentions_the_order_that_it_amends() -> None:
    head = (
        "МИНИСТЕРСТВО ТРУДА ЭНСКОЙ ОБЛАСТИ\n\nПРИКАЗ\n\nот 12.03.2024 № 45\n\n"
        "О внесении изменений в приказ министерства труда Энской области от 01.02.2023 № 7\n\n"
    )
    body = "В соответствии с законом № 59-ФЗ приказываю:\n\n1. Утвердить изменения.\n\nМинистр\n\nИ.И. Иванов\n"
    assert order_mentions(body, head) == [
        "приказ министерства труда Энской области от 01.02.2023 № 7",
        "законом № 59-ФЗ",
    ]


ORDERS = sorted((ROOT / "tests" / "orders").glob("*.txt"))


@pytest.mark.parametrize("path", ORDERS, ids=lambda path: path.stem)
def test_mentions_are_those_that_people_read(path: Path) -> None:
    document = read_document(path)
    found = find_order_references(document_to_structure(document), document)
    keys = ("text", "kind", "number", "date", "title", "authority")
    expected = [
        tuple(item[key] for key in keys)
        for item in json.loads(path.with_suffix(".json").read_text("utf-8"))["references"]
    ]
    got = [(item.text, item.kind, item.number, item.date, item.title, item.authority) for item in found]
    assert [tuple(part.text if isinstance(part, tuple) else part for part in item) for item in got] == expected


def test_the_five_orders_of_the_corpus_mention_eleven_documents() -> None:
    documents = [read_document(path) for path in sorted((ROOT / "corpus").glob("*.txt"))]
    counts = [len(find_order_references(document_to_structure(document), document)) for document in documents]
    assert counts == [0, 0, 5, 2, 4]


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*.txt")), ids=lambda path: path.stem)
def test_every_part_is_found_at_its_spans(path: Path) -> None:
    document = read_document(path)
    for found in find_order_references(document_to_structure(document), document):
        for quote in (found.text, found.number, found.title, found.authority):
            assert quote is None or document.view(quote.spans).quote().text == quote.text


VOCABULARY = """приказ приказом Федеральным законом указа закон стандартами «Дом» «О доме» » « " ( ) (далее – , ; . от №
N 5-П 59-ФЗ 12.03.2024 1 мая 2023 г. Министерства труда Правительства и в ред. утратил силу - кодекс Жилищным РФ Устав
города ГОСТ протокола программы"""
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_parts_are_found_in_the_text_of_their_mention(text: str) -> None:
    for found in find_references(text):
        assert 0 <= found.start < found.end <= len(text)
        for part in (found.number, found.title, found.authority):
            assert part is None or found.start <= part[0] < part[1] <= found.end
        assert found.number or found.date or found.title


@given(st.text(alphabet='приказзакон «»"№N59-ФЗот().,;0123456789\n\u0130ß', max_size=200))
def test_no_text_is_refused(text: str) -> None:
    assert all(text[found.start : found.end] for found in find_references(text))


@given(st.text(alphabet='аБ «»"“„”(),.', min_size=1, max_size=60), st.integers(0, 59))
def test_what_stands_in_quotation_marks_lies_behind_the_mark_that_opens(text: str, position: int) -> None:
    marks = QuoteMarks(text)
    found = marks.quoted(position) if marks.opens_at(position) else None
    assert found is None or position < found.start <= found.end <= found.outer_end <= len(text)


@given(
    st.lists(
        st.sampled_from(["приказом от 12.03.2024 № 5", "стандарта «Дом»", "КоАП РФ", "59-ФЗ", "на сайте"]), max_size=8
    )
)
def test_mentions_stand_in_order_of_place(pieces: list[str]) -> None:
    found = find_references("; ".join(pieces))
    assert len(found) == sum(piece != "на сайте" for piece in pieces)
    assert [item.start for item in found] == sorted(item.start for item in found)


HOSTILE = [
    'закон "',
    "приказ № 5 (",
    "{ приказ № 5",
    "закон «О",
    "приказ начальника, ",
    "59-ФЗ ",
    "«",
    "Уставом города ",
    "стандарт «А» и ",
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_hostile_text_is_read_like_a_short_one(unit: str) -> None:
    kinds = {reference.kind for reference in find_references(unit * 20)}
    assert {reference.kind for reference in find_references(unit * (40_000 // len(unit)))} >= kinds
