"""Random tables printed as a ГАРАНТ dump prints them, in any order of columns and rows, are read back as they were."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import document_to_registry
from parsers.reading import read_text

HEADERS = {
    "number": ["N", "N п/п", "№ п/п"],
    "process": ["Процесс взаимодействия с клиентом", "Наименование услуги", "Функция"],
    "touchpoint": [
        "Точка взаимодействия",
        "Точка контакта",
        "Место (точка) контакта",
        "Наименование точки взаимодействия",
    ],
    "needs": ["Удовлетворяемые потребности клиента", "Цель обращения клиента", "Осуществляемое взаимодействие"],
    "features": ["Особенности взаимодействия", "Примечание", "Дополнительная информация"],
}
PLACES = {
    "Официальный сайт службы": ["website"],
    "Единый портал государственных и муниципальных услуг (функций)": ["epgu"],
    "Электронная почта службы": ["email"],
    "Телефон приемной: (4212) 30-00-01": ["phone"],
    "Личный прием в службе": ["in_person"],
    "Информационный стенд": ["info_stand"],
    "Чат-бот": ["chatbot"],
    "ЕПГУ/электронная почта": ["epgu", "email"],
}
NEEDS = {
    "получение информации": ["information"],
    "подача заявления и документов": ["submission.application", "submission.documents"],
    "получение консультации": ["consultation"],
    "направление жалобы": ["submission.complaint"],
    "получение результата услуги": ["result"],
    "запись на прием": ["appointment"],
}
NOTES = {"цифровая точка": ["digital"], "офлайн-точка": ["offline"], "цифровая и офлайн точка": ["digital", "offline"]}
PROCESSES = [
    "Прием обращений граждан",
    "Предоставление лицензии",
    "Проведение профилактического визита",
    "Личный прием",
]
SECTIONS = {
    "Предоставление государственных услуг": "public_services",
    "Рассмотрение обращений граждан": "appeals",
    "Региональный государственный контроль (надзор)": "state_control",
}


@dataclass(frozen=True)
class Row:
    process: str
    place: str
    needs: tuple[str, ...]
    notes: str


rows = st.builds(
    Row,
    st.sampled_from(PROCESSES),
    st.sampled_from(sorted(PLACES)),
    st.lists(st.sampled_from(sorted(NEEDS)), min_size=1, max_size=3, unique=True).map(tuple),
    st.sampled_from(sorted(NOTES)),
)
tables = st.dictionaries(
    st.sampled_from(sorted(SECTIONS)),
    st.lists(rows, min_size=2, max_size=5, unique_by=lambda row: (row.process, row.place)),
    min_size=1,
    max_size=3,
)
columns = st.permutations(["process", "touchpoint", "needs", "features"]).map(lambda order: ["number", *order])


def dump(table: dict[str, list[Row]], order: list[str], headers: dict[str, str]) -> str:
    """The text of a ГАРАНТ dump: a cell a line, a full-width row for each section."""
    lines = [
        "Приложение",
        "к приказу службы по тарифам Хабаровского края",
        "от 12.03.2024 N 45-п",
        "Перечень",
        "точек взаимодействия с клиентом",
    ]
    lines += [f"{headers[column]} |" for column in order]
    for section, body in table.items():
        lines.append(f"{section} | " + "|" * (len(order) - 1))
        for number, row in enumerate(body, 1):
            cells = {
                "number": f"{number}.",
                "process": row.process,
                "touchpoint": row.place,
                "needs": "; ".join(f"- {need}" for need in row.needs),
                "features": row.notes,
            }
            lines += [f"{cells[column]} |" for column in order]
    return "\n".join(lines) + "\n"


@settings(max_examples=60, deadline=None)
@given(tables, columns, st.data())
def test_columns_in_any_order_and_under_any_title_are_read_by_meaning(
    table: dict[str, list[Row]], order: list[str], data: st.DataObject
) -> None:
    headers = {role: data.draw(st.sampled_from(titles)) for role, titles in HEADERS.items()}
    registry = document_to_registry(read_text(dump(table, order, headers)))
    found = [
        (
            t.section,
            t.context,
            t.number,
            t.process,
            t.name,
            t.types,
            t.channels,
            [(n.text, n.categories) for n in t.needs],
            t.features,
        )
        for t in registry.touchpoints
    ]
    expected = [
        (
            section,
            SECTIONS[section],
            str(number),
            row.process,
            row.place,
            PLACES[row.place],
            NOTES[row.notes],
            [(need, NEEDS[need]) for need in row.needs],
            row.notes,
        )
        for section, body in table.items()
        for number, row in enumerate(body, 1)
    ]
    assert found == expected


@settings(max_examples=30, deadline=None)
@given(st.lists(rows, min_size=2, max_size=6, unique_by=lambda row: (row.process, row.place)))
def test_ids_stay_when_rows_change_places(body: list[Row]) -> None:
    order = ["number", "process", "touchpoint", "needs", "features"]
    headers = {role: titles[0] for role, titles in HEADERS.items()}
    turned = list(reversed(body))
    section = "Рассмотрение обращений граждан"
    one = document_to_registry(read_text(dump({section: body}, order, headers)))
    other = document_to_registry(read_text(dump({section: turned}, order, headers)))
    assert {(t.process, t.name): t.id for t in one.touchpoints} == {
        (t.process, t.name): t.id for t in other.touchpoints
    }
