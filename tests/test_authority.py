import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import authority_heads
from normalizers.authority import AUTHORITY_HEAD_RE, nominative_authority
from normalizers.authority_heads import head_of
from normalizers.errors import Reason, ReestrError
from normalizers.letter_case import sentence_case

# The changing words, each with its endings from the nominative on; then the words that stay.
AUTHORITIES = """
департамент|,а,у,ом,е; архитектуры и градостроительства Магаданской области
Департамент|,а,у,ом,е; образования и науки города Севастополя
министерств|о,а,у,ом,е; сельского хозяйства и перерабатывающей промышленности Краснодарского края
министерств|о,а,у,ом,е; труда и социального развития Новосибирской области
Министерств|о,а,у,ом,е; энергетики и жилищно-коммунального хозяйства Свердловской области
Министерств|о,а,у,ом,е; спорта Республики Саха (Якутия)
Министерств|о,а,у,ом,е; цифрового развития, информационной политики и массовых коммуникаций Чувашской Республики
министерств|о,а,у,ом,е; природных ресурсов, лесного хозяйства и экологии Пермского края
министерств|о,а,у,ом,е; имущественных и земельных отношений Республики Калмыкия
Министерств|о,а,у,ом,е; образования и науки Республики Татарстан
Министерств|о,а,у,ом,е; здравоохранения Донецкой Народной Республики
Министерств|о,а,у,ом,е; Республики Саха (Якутия) по развитию Арктики и делам народов Севера
департамент|,а,у,ом,е; лесного хозяйства Ярославской области
Департамент|,а,у,ом,е; социального развития Ханты-Мансийского автономного округа - Югры
департамент|,а,у,ом,е; экономики Ямало-Ненецкого автономного округа
Департамент|,а,у,ом,е; города Москвы по конкурентной политике
Департамент|,а,у,ом,е; ЖКХ и ТЭК Тюменской области
Главн|ое,ого,ому,ым,ом управлени|е,я,ю,ем,и; архитектуры Костромской области
управлени|е,я,ю,ем,и; ветеринарии Брянской области
Контрольн|ое,ого,ому,ым управлени|е,я,ю,ем; Губернатора Мурманской области
Межрегионально|е,го,му управлени|е,я,ю; Росприроднадзора
Государственн|ая,ой,ой жилищн|ая,ой,ой инспекци|я,и,ей; Липецкой области
Государственн|ая,ой,ой инспекци|я,и,ей; по охране объектов культурного наследия Вологодской области
инспекци|я,и,ей,ю; государственного строительного надзора Нижегородской области
комитет|,а,у,ом,е; по тарифам Санкт-Петербурга
Комитет|,а,у,ом,е; ветеринарии Ставропольского края
Государственн|ый,ого,ому,ым комитет|,а,у,ом; Республики Башкортостан по тарифам
Ленинградск|ий,ого,им областн|ой,ого,ым комитет|,а,ом; по управлению государственным имуществом
служб|а,ы,е,ой; по тарифам Астраханской области
Ветеринарн|ая,ой,ой служб|а,ы,ой; Иркутской области
агентств|о,а,у,ом,е; по туризму Камчатского края
Архивн|ое,ого,ому,ым агентств|о,а,у,ом; Красноярского края
Региональн|ая,ой,ой энергетическ|ая,ой,ой комисси|я,и,ей; Омской области
Контрольно-счетн|ая,ой,ой палат|а,ы,ой; Республики Марий Эл
Территориальн|ый,ого,ому,ым фонд|,а,у,ом; обязательного медицинского страхования Томской области
Правительств|о,а,у,ом,е; Москвы
Правительств|о,а,у,ом,е; Еврейской автономной области
аппарат|,а,у,ом,е; Губернатора и Правительства Воронежской области
Кабинет|,а,у,ом,е; Министров Республики Татарстан
Совет|,а,у,ом,е; Министров Республики Крым
администраци|я,и,ей,ю; города Березники
администраци|я,и,ей,ю; Сысертского городского округа
администраци|я,и,ей,ю; городского округа Щелково Московской области
Администраци|я,и,ей,ю; Главы Республики Коми
администраци|я,и,ей,ю; муниципального образования город Краснодар
администраци|я,и,ей,ю; Центрального района Санкт-Петербурга
администраци|я,и,ей,ю; города Ростова-на-Дону
управлени|е,я,ю,ем,и; образования администрации города Нижний Тагил
мэри|я,и,ей,ю; города Новосибирска
Губернатор|,а,у,ом,е; Пензенской области
Глав|а,ы,е,ой,у; Республики Коми
Уполномоченн|ый,ого,ому,ым; по правам ребенка в Тульской области
"""


def forms_of(line: str) -> list[str]:
    """The authority in each case of the line, the nominative first."""
    changing, rest = line.split("; ")
    words = [(stem, endings.split(",")) for stem, endings in (word.split("|") for word in changing.split())]
    return [" ".join([*(stem + endings[case] for stem, endings in words), rest]) for case in range(len(words[0][1]))]


ROWS = [forms_of(line) for line in AUTHORITIES.strip().splitlines()]
NAMES = [nominative[0].upper() + nominative[1:] for nominative, *_ in ROWS]
CASES = [(form, name) for name, forms in zip(NAMES, ROWS, strict=True) for form in forms]
GENITIVES = [(forms[1], name) for name, forms in zip(NAMES, ROWS, strict=True)]
HEADS = tomllib.loads(Path(authority_heads.__file__).with_name("authority.toml").read_text(encoding="utf-8"))["head"]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_name_in_any_case_form_becomes_nominative(text: str, name: str) -> None:
    assert nominative_authority(text) == name


def test_the_table_holds_authorities_of_many_regions() -> None:
    assert len(NAMES) == len(set(NAMES)) >= 50


@pytest.mark.parametrize("name", NAMES)
def test_an_all_capitals_name_takes_the_case_of_a_sentence(name: str) -> None:
    assert nominative_authority(name.upper()) == name


@pytest.mark.parametrize(("genitive", "name"), GENITIVES)
def test_an_all_capitals_name_takes_the_case_of_the_body(genitive: str, name: str) -> None:
    body = f"{name.upper()}\nПРИКАЗ\nПоложение о деятельности {genitive}, утвержденное в 2024 году"
    assert nominative_authority(genitive.upper(), body) == name


@pytest.mark.parametrize(
    ("text", "body", "name"),
    [
        ("КОМИТЕТ ОХРАНЫ ПРИРОДЫ", "о комитете Охраны природы", "Комитет Охраны природы"),
        ("МИНИСТЕРСТВО РОСТА", "в Министерстве Роста", "Министерство Роста"),
        ("УПРАВЛЕНИЕ ДЕЛАМИ ДУМЫ", "управлением делами Думы", "Управление делами Думы"),
        ("ДЕПАРТАМЕНТ ИРА", "сотрудники департамента ИРА", "Департамент ИРА"),
        ("АДМИНИСТРАЦИЯ ГОРОДА УФЫ", "В АДМИНИСТРАЦИИ ГОРОДА УФЫ", "Администрация города Уфы"),
    ],
)
def test_the_body_decides_the_letter_case_word_by_word(text: str, body: str, name: str) -> None:
    assert nominative_authority(text, body) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Минцифры Чувашии", "Минцифры Чувашии"),
        ("Минстроя Кузбасса", "Минстрой Кузбасса"),
        ("Минздравом Республики Бурятия", "Минздрав Республики Бурятия"),
        ("Депсоцразвития Югры", "Депсоцразвития Югры"),
        ("Роспотребнадзора", "Роспотребнадзор"),
        ("Единой дирекции капитального строительства", "Единая дирекция капитального строительства"),
        ("контрольного и ревизионного управления", "Контрольное и ревизионное управление"),
        ("министерства\nтруда и\nсоциального развития\n", "Министерство труда и социального развития"),
        ("Министерства труда (далее - Министерство)", "Министерство труда"),
        ("**МИНИСТЕРСТВО ТРУДА**", "Министерство труда"),
        ("МИНИСТЕРСТВО ТРУДА Новосибирской области", "Министерство труда Новосибирской области"),
        ("счётной палаты", "Счётная палата"),
        ("счетной палаты", "Счетная палата"),
        ("министерства", "Министерство"),
        ("Высшего контрольного органа", "Высший контрольный орган"),
        ("внутренней службы", "Внутренняя служба"),
        ("АДМИНИСТРАЦИЯ ПОСЁЛКА КЕДРОВЫЙ", "Администрация посёлка Кедровый"),
    ],
)
def test_other_spellings_of_a_name(text: str, name: str) -> None:
    assert nominative_authority(text) == name


@pytest.mark.parametrize("text", ["", " ", "№ 5", "**", "(далее - Министерство)"])
def test_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(ReestrError) as caught:
        nominative_authority(text)
    assert caught.value.reason is Reason.BAD_VALUE


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Главном управлении архитектуры", "Главном управлении"),
        ("государственной жилищной инспекцией края", "государственной жилищной инспекцией"),
        ("МИНИСТЕРСТВОМ ТРУДА", "МИНИСТЕРСТВОМ"),
        ("контрольно-счетной палатой", "контрольно-счетной палатой"),
        ("Минцифры Чувашии", "Минцифры"),
        ("правительства области", "правительства"),
    ],
)
def test_a_head_is_recognised_with_its_adjectives(text: str, head: str) -> None:
    match = AUTHORITY_HEAD_RE.match(text)
    assert match is not None
    assert match[0] == head


@pytest.mark.parametrize(
    "text",
    ["приказом министерства", "общественной приемной министерства", "утвержденный распоряжением Правительства",
     "главного", "министр", "минимального размера", "депутатам", "управленческий", "служебная", "порядок"],
)  # fmt: skip
def test_words_that_do_not_agree_or_are_no_heads_are_not_recognised(text: str) -> None:
    assert AUTHORITY_HEAD_RE.match(text) is None


@pytest.mark.parametrize("row", HEADS, ids=lambda row: row["stems"][0])
def test_every_form_of_every_head_gives_its_nominative(row: dict[str, object]) -> None:
    endings, stems = row["endings"], row["stems"]
    assert isinstance(endings, dict)
    assert isinstance(stems, list)
    found = {head_of(stem + ending) for stem in stems for forms in endings.values() for ending in forms}
    assert {head.nominative for head in found if head} == {stem + endings["nomn"][0] for stem in stems}
    assert all(
        AUTHORITY_HEAD_RE.fullmatch(stem + ending) for stem in stems for forms in endings.values() for ending in forms
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("МКУ «ЦЕНТР РАЗВИТИЯ»", "МКУ «Центр развития»"),
        ("ФЕДЕРАЛЬНАЯ НАЛОГОВАЯ СЛУЖБА", "Федеральная налоговая служба"),
        ("УПРАВЛЕНИЕ ФЕДЕРАЛЬНОЙ СЛУЖБЫ СУДЕБНЫХ ПРИСТАВОВ", "Управление Федеральной службы судебных приставов"),
        ("О РАЗВИТИИ СИБИРСКОГО ФЕДЕРАЛЬНОГО ОКРУГА", "О развитии Сибирского федерального округа"),
        ("УКАЗ ПРЕЗИДЕНТА РОССИЙСКОЙ ФЕДЕРАЦИИ", "Указ Президента Российской Федерации"),
        ("АДМИНИСТРАЦИЯ Г. ЕКАТЕРИНБУРГА", "Администрация г. Екатеринбурга"),
        ("Порядок", "Порядок"),
        ("", ""),
    ],
)
def test_a_heading_takes_the_case_of_a_sentence(text: str, sentence: str) -> None:
    assert sentence_case(text) == sentence


@pytest.mark.parametrize(
    "body", ["И " * 200_000, "МИНИСТЕРСТВО ТРУДА " * 20_000, "министерство " * 30_000, "и" * 400_000]
)
@pytest.mark.timeout(30)
def test_a_hostile_body_changes_no_word(body: str) -> None:
    found = nominative_authority("МИНИСТЕРСТВО ТРУДА И СОЦИАЛЬНОГО РАЗВИТИЯ НОВОСИБИРСКОЙ ОБЛАСТИ", body)
    assert found.casefold().startswith("министерство труда и социального развития")


@given(st.text(alphabet="министерствоАПКОЕ -«\nё", min_size=1, max_size=60))
def test_only_letters_change_never_their_order_of_words(text: str) -> None:
    try:
        name = nominative_authority(text)
    except ReestrError:
        return
    assert name[:1] == name[:1].upper()
    assert len(name.split()) <= len(text.split())


@given(st.text(alphabet="МИНИСТЕРСТВОАПКгород -«\n.", max_size=60))
def test_sentence_case_changes_nothing_but_the_case(text: str) -> None:
    assert sentence_case(text).lower() == text.lower()
