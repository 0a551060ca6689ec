"""A small order and editions of it, from rows."""

from typing import Any, NamedTuple

from extractor.pipeline import document_to_registry
from parsers.reading import read_text

HEAD = """Приказ Министерства труда и социальной защиты Магаданской области от 01.02.2024 N 17
Об утверждении перечня точек взаимодействия
Приложение
к приказу Министерства труда и социальной защиты
Магаданской области
от 01.02.2024 N 17
Перечень точек взаимодействия с клиентами
1. Клиент - гражданин, который обратился в Министерство.
2. Перечень обновляется ежеквартально.
N |
Точка взаимодействия |
Потребности клиента |
Характеристика |
"""


class Row(NamedTuple):
    """A row of the table."""

    name: str
    needs: str
    notes: str = "цифровая точка"


SERVICES = "Предоставление государственных услуг"
APPEALS = "Рассмотрение обращений граждан"

SITE = Row("Официальный сайт Министерства", "получение информации об услугах; получение форм документов")
PORTAL = Row("Единый портал государственных услуг", "подача заявления и документов; получение результата услуги")
CENTRE = Row("Многофункциональный центр", "подача заявления; получение консультации", "офлайн-точка")
PHONE = Row("Телефон горячей линии", "получение консультации; запись на прием", "офлайн-точка")
RECEPTION = Row("Личный прием граждан", "подача обращения; получение ответа", "офлайн-точка")
MAILBOX = Row("Электронная почта Министерства", "направление обращения; получение ответа на обращение")
STAND = Row("Информационный стенд", "получение информации о порядке рассмотрения обращений", "офлайн-точка")
CHATBOT = Row("Чат-бот Министерства", "оценка качества услуги; обратная связь")

Sections = dict[str, list[Row]]
OLD: Sections = {SERVICES: [SITE, PORTAL, CENTRE, PHONE], APPEALS: [RECEPTION, MAILBOX, STAND]}


def order_text(sections: Sections, head: str = HEAD) -> str:
    """The order with these rows, numbered through each section."""
    lines = [head]
    for section, rows in sections.items():
        lines.append(f"{section} ||||\n")
        for number, row in enumerate(rows, 1):
            lines.append(f"{number} |\n{row.name} |\n{row.needs} |\n{row.notes} |\n")
    return "".join(lines)


def registry(text: str) -> dict[str, Any]:
    """The registry of an order's text, as plain data."""
    return document_to_registry(read_text(text)).model_dump(mode="json", warnings=False)
