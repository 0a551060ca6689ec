"""Provisions: the genre's forms of terms, hours, limits, periods, duties and lists, one line for each case."""

import json
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.provisions import FoundProvision, find_provisions
from extractor.provisions.places import place_words
from extractor.provisions.sentences import split_sentences
from extractor.registry import Duration, Frequency, Limit, Opening, ProvisionKind, Responsible, YearlyDate
from normalizers.verbatim import Quote, Span, verbatim
from parsers.clauses import blocks_to_clauses
from parsers.document import Composer
from parsers.parts import document_to_structure
from parsers.reading import read_document
from parsers.structure import Part, Requisites, Signatory, Structure

ROOT = Path(__file__).parent.parent
ORDERS = sorted((ROOT / "tests" / "orders").glob("*.json"))
SIGNATORY = Signatory(Quote("И.О. Иванова", (Span(0, 1),)), Quote("Министр", (Span(0, 7),)))


def structure(text: str, part_id: str = "annex-1") -> Structure:
    """A part of an order whose paragraphs are the lines of the text."""
    composer = Composer(text)
    position = 0
    for line in text.split("\n"):
        if line.strip():
            composer.paragraph([Span(position, position + len(line))])
        position += len(line) + 1
    part = Part(part_id, signatory=SIGNATORY)
    blocks_to_clauses(part, composer.blocks)
    requisites = Requisites("order", None, None, None, None, None, None, None)
    return Structure(requisites, part, ()) if part_id == "order" else Structure(requisites, None, (part,))


def provisions(text: str, part_id: str = "annex-1") -> list[FoundProvision]:
    return find_provisions(structure(text, part_id))


def short(value: object) -> str:
    """A value in one line."""
    match value:
        case Duration():
            return " ".join(filter(None, [value.duration, value.days, value.after and f"после {value.after}"]))
        case YearlyDate():
            return f"{value.by} {value.every}"
        case Limit():
            return f"{value.max} {value.unit}"
        case Frequency():
            return value.every
        case Responsible():
            return " | ".join(value.who)
        case list():
            return "; ".join(hours(opening) for opening in value)
    return "-"


def hours(opening: Opening) -> str:
    breaks = "".join(f" -{begin}-{end}" for begin, end in opening.breaks)
    return f"{','.join(opening.days)} {opening.opens}-{opening.closes}{breaks}".strip()


def values(text: str, kind: ProvisionKind, part_id: str = "annex-1") -> list[str]:
    return [short(found.value) for found in provisions(text, part_id) if found.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Обращение рассматривается в течение 3 (трех) рабочих дней со дня регистрации.",
            "P3D working после дня регистрации",
        ),
        (
            "Ответ дается в течение 15 календарных дней с даты его поступления.",
            "P15D calendar после даты его поступления",
        ),
        ("Срок рассмотрения обращения – в течение 30 дней с даты его регистрации.", "P30D после даты его регистрации"),
        ("Консультация дается в течение максимум 24 часов после публикации запроса.", "PT24H после публикации запроса"),
        ("Срок регистрации - три дня с момента поступления.", "P3D после момента поступления"),
        ("Срок предоставления услуги составляет 10 рабочих дней.", "P10D working"),
        ("Максимальный срок рассмотрения не должен превышать 30 календарных дней.", "P30D calendar"),
        ("Ответ направляется в срок, не превышающий 15 рабочих дней.", "P15D working"),
        (
            "В 5-дневный срок со дня поступления жалобы заявителю направляется ответ.",
            "P5D после дня поступления жалобы",
        ),
        ("Сведения представляются в месячный срок.", "P1M"),
        ("Жалоба рассматривается в течение двух недель.", "P2W"),
        ("Обращение в течение семи дней со дня регистрации направляется по компетенции.", "P7D после дня регистрации"),
        ("О приеме клиент уведомляется не позднее чем за 3 рабочих дня до его начала.", "P3D working"),
        ("Ответ направляется не позднее следующего рабочего дня.", "P1D working"),
        (
            "Не позднее рабочего дня, следующего за днем поступления, жалоба регистрируется.",
            "P1D working после днем поступления",
        ),
        ("Ответ дается в течение 2 рабочих дней, следующих за днем обращения.", "P2D working после днем обращения"),
        (
            "По истечении 30 дней с даты направления запроса обращение снимается с контроля.",
            "P30D после даты направления запроса",
        ),
        ("Со дня поступления обращения в течение 3 дней готовится ответ.", "P3D после дня поступления обращения"),
        ("Сообщение передается в течение одного часа.", "PT1H"),
        ("Обращение рассматривается до 30 дней.", "P30D"),
        ("Записи разговоров хранятся 3 месяца.", "P3M"),
        ("Подготовка ответа занимает не более 10 дней.", "P10D"),
        ("Скорость ответа внутреннему клиенту не должна превышать 1 рабочего дня.", "P1D working"),
        ("Время ожидания ответа не должно превышать 3 рабочих дней.", "P3D working"),
        (
            "Ответ дается в течение 5 дней со дня поступления заявления в Министерство.",
            "P5D после дня поступления заявления в Министерство",
        ),
        ("Разместить в течение 3 дней после подписания на официальном сайте.", "P3D после подписания"),
        (
            "В течение 5 дней со дня поступления жалобы и прилагаемых к ней документов заявителю дается ответ.",
            "P5D после дня поступления жалобы и прилагаемых к ней документов",
        ),
        (
            "Срок составляет 30 (тридцать) дней со дня регистрации обращения (запроса).",
            "P30D после дня регистрации обращения (запроса)",
        ),
    ],
)
def test_term_and_the_event_it_runs_from(text: str, expected: str) -> None:
    assert values(f"1. {text}", ProvisionKind.DEADLINE) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мониторинг проводится ежегодно, до 1 февраля.", ["--02-01 year"]),
        (
            "Лица, ответственные за ведение, ежегодно, в срок до 31 декабря текущего года, проводят мониторинг.",
            ["--12-31 year"],
        ),
        ("Отчет направляется не позднее 25 числа месяца, следующего за отчетным.", ["---25 month"]),
        (
            "Отчет формируется ежеквартально, до 10-го числа месяца, следующего за отчетным кварталом.",
            ["---10 quarter"],
        ),
        ("Отчет представляется не позднее пятого числа каждого месяца.", ["---05 month"]),
        ("Доклад готовится до 15 числа месяца, следующего за отчетным годом.", ["--01-15 year"]),
        ("Опрос проводится два раза в год: до 1 июня и до 1 декабря.", ["--06-01 year", "--12-01 year"]),
        ("Сведения направляются ежегодно, до 1 июля и 1 декабря.", ["--07-01 year", "--12-01 year"]),
        ("Опрос проводится в срок до 30 сентября 2024 года.", ["-"]),
    ],
)
def test_due_day_comes_round(text: str, expected: list[str]) -> None:
    assert values(f"1. {text}", ProvisionKind.DEADLINE) == expected
    assert values(f"1. {text}", ProvisionKind.FREQUENCY) == []


def test_due_day_in_the_orders_own_text_comes_once_unless_it_says_more() -> None:
    assert values("1. Отделу кадров в срок до 1 марта ознакомить сотрудников.", ProvisionKind.DEADLINE, "order") == [
        "-"
    ]
    yearly = "1. Отделу кадров ежегодно, в срок до 1 марта, представлять сведения."
    assert values(yearly, ProvisionKind.DEADLINE, "order") == ["--03-01 year"]


@pytest.mark.parametrize(
    "text",
    [
        "По результатам рассмотрения в установленный законодательством срок дается ответ.",
        "Обращения регистрируются в день поступления.",
        "В течение рабочего дня сотрудник отвечает на звонки.",
        "Граждане старше 70 лет принимаются вне очереди.",
        "Стандарты внедряются до 2030 года.",
        "Настоящий приказ вступает в силу по истечении 10 дней со дня его официального опубликования.",
        "Запись открывается не ранее чем за 14 дней до даты приема.",
        "Обращения принимаются с 1 января по 31 декабря.",
        "Обращения принимаются с 01.01.2024 по 31.12.2024.",
        "Время разговора не должно превышать 10 минут.",
        "Анализ проводится один раз в 3 месяца.",
        "Мониторинг проводится в течение года.",
        "Учитываются обращения, поступившие в течение последних 12 месяцев.",
        "Стаж работы сотрудника – не менее 3 лет.",
    ],
)
def test_no_figure_or_no_term_gives_no_deadline(text: str) -> None:
    assert values(f"1. {text}", ProvisionKind.DEADLINE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Время разговора, как правило, не должно превышать 10 минут.", ["10 minute"]),
        ("Срок ожидания в очереди не должен превышать пятнадцати минут.", ["15 minute"]),
        (
            "Максимальное время ожидания в очереди – 15 минут; продолжительность приема – до 20 минут.",
            ["15 minute", "20 minute"],
        ),
        ("Допускается не более двух переключений звонка.", ["2 transfer"]),
        ("Количество переводов звонка не должно превышать двух.", ["2 transfer"]),
        ("Количество переключений на других сотрудников не должно превышать двух переключений.", ["2 transfer"]),
        ("Максимальное количество переключений звонка – 2.", ["2 transfer"]),
        ("Допускается не более 1 (одного) перевода звонка клиента.", ["1 transfer"]),
        ("Размер файла не должен превышать 5 Мб, количество файлов – не более 10.", ["5 megabyte", "10 file"]),
        ("Текст сообщения не может превышать 4 000 символов.", ["4000 character"]),
        ("Доля жалоб не должна превышать 5 процентов.", ["5 percent"]),
        ("Срок рассмотрения может быть продлен не более чем на 30 дней.", ["30 day"]),
        ("Запись на прием доступна не чаще одного раза в месяц.", ["1 time_per_month"]),
        ("Скорость ответа в чате не должна превышать 15 минут.", ["15 minute"]),
        ("Количество столов не должно превышать трех.", ["3 item"]),
        ("Доля отзывов составляет не менее 80 процентов.", []),
        ("Ответ дается в течение 15 минут с момента обращения.", []),
        ("Срок рассмотрения не должен превышать 30 дней.", []),
        ("Клиентам старше 18 лет до 2030 года выдано не более чем нужно.", []),
    ],
)
def test_limit(text: str, expected: list[str]) -> None:
    assert values(f"1. {text}", ProvisionKind.LIMIT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Опрос проводится не реже одного раза в квартал.", ["quarter"]),
        ("Осуществляется ежеквартальный мониторинг обращений.", ["quarter"]),
        ("Отдел обеспечивает проведение ежемесячного анализа отзывов.", ["month"]),
        ("Перечень пересматривается не реже 2 раз в год.", ["half_year"]),
        ("Перечень пересматривается не реже 1 раза в полугодие.", ["half_year"]),
        ("Опросы проводятся каждые 6 месяцев.", ["half_year"]),
        ("Отчет готовится 1 раз в 3 месяца.", ["quarter"]),
        ("Сводка представляется еженедельно по понедельникам.", ["week"]),
        ("Данные собираются ежедневно, анализ проводится ежемесячно.", ["day", "month"]),
        ("На основе ежемесячного анализа готовятся предложения.", []),
        ("Получение ежемесячной денежной выплаты на ребенка.", []),
        ("Составляется ежегодный план проверок.", []),
        ("Прием ведется ежедневно с 9.00 до 18.00.", []),
        ("Сбор информации осуществляется постоянно.", []),
    ],
)
def test_frequency(text: str, expected: list[str]) -> None:
    assert values(f"1. {text}", ProvisionKind.FREQUENCY) == expected


WEEK = "mon,tue,wed,thu 09:00-18:00 -13:00-13:48; fri 09:00-17:00 -13:00-13:48"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. График приема: вторник / четверг: 14:00 - 18:00.", ["tue,thu 14:00-18:00"]),
        (
            "1. График приема: понедельник – четверг: с 9.00 часов до 18.00 часов, пятница: с 9.00 часов "
            "до 17.00 часов, перерыв с 13.00 часов до 13.48 часов, выходные дни: суббота, воскресенье.",
            [WEEK],
        ),
        (
            "1. Режим работы: пн.-чт. с 8:30 до 17:15, перерыв 12:30-13:15.",
            ["mon,tue,wed,thu 08:30-17:15 -12:30-13:15"],
        ),
        (
            "1. Прием ежедневно по будням с 9.00 часов до 18.00 часов (в пятницу – до 17.00 часов).",
            ["mon,tue,wed,thu 09:00-18:00; fri 09:00-17:00"],
        ),
        ("1. Прием по вторникам с 14-00 до 17-00. Перерыв с 15.00 до 15.15.", ["tue 14:00-17:00 -15:00-15:15"]),
        (
            "1. График приема граждан:\nпонедельник – четверг: с 9.00 до 18.00;\nпятница: с 9.00 до 17.00;\n"
            "перерыв: с 13.00 до 13.48;\nсуббота, воскресенье – выходные дни.",
            [WEEK],
        ),
        (
            "1. Режим работы точек:\n1) приемная: пн-пт с 9.00 до 18.00;\n2) кабинет № 5: вт с 14.00 до 16.00.",
            ["mon,tue,wed,thu,fri 09:00-18:00", "tue 14:00-16:00"],
        ),
        ("1. Прием ежедневно, кроме субботы и воскресенья, с 9.00 до 18.00.", ["mon,tue,wed,thu,fri 09:00-18:00"]),
        ("1. Горячая линия работает круглосуточно.", ["00:00-24:00"]),
        ("1. Обеспечивается круглосуточный доступ к порталу.", []),
        ("1. Прием ведется в рабочее время.", []),
        ("1. Не допускаются звонки клиентам с 22.00 до 8.00.", []),
        ("1. Требования пунктов 2.10-2.15 распространяются на прием.", []),
    ],
)
def test_schedule(text: str, expected: list[str]) -> None:
    assert values(text, ProvisionKind.SCHEDULE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # passive with an agent
        (
            "Прием ведется заведующим сектора или уполномоченными им лицами.",
            "заведующим сектора | уполномоченными им лицами",
        ),
        (
            "Актуализация проводится лицами, ответственными за взаимодействие с клиентом, по мере необходимости.",
            "лицами, ответственными за взаимодействие с клиентом",
        ),
        (
            "Формирование осуществляется рабочей группой (далее - группа), которая ведет протокол.",
            "рабочей группой",
        ),
        ("Перечень ведется отделом кадров по форме согласно приложению.", "отделом кадров"),
        (
            "Прием ведется сотрудниками управления труда и занятости по месту нахождения.",
            "сотрудниками управления труда и занятости",
        ),
        (
            "Жалоба рассматривается структурным подразделением, к компетенции которого она относится.",
            "структурным подразделением",
        ),
        ("Обращение должно быть рассмотрено начальником отдела.", "начальником отдела"),
        ("Обращения рассматриваются специалистами и подписываются руководителем.", "специалистами | руководителем"),
        (
            "Опрос проводится ведущими специалистами и главными специалистами-экспертами.",
            "ведущими специалистами | главными специалистами-экспертами",
        ),
        # active
        ("Отдел организационной работы ежеквартально проводит анализ обращений.", "Отдел организационной работы"),
        (
            "Личный прием ведут начальник Инспекции и его заместители по вторникам.",
            "начальник Инспекции | его заместители",
        ),
        (
            "Прием проводят министр, его заместители, а также начальники управлений.",
            "министр | его заместители | начальники управлений",
        ),
        ("Ответственность за полноту сведений несут начальники отделов Комитета.", "начальники отделов Комитета"),
        ("Контроль осуществляет заместитель министра, координирующий работу.", "заместитель министра"),
        ("Сотрудник, принявший звонок, обязан представиться.", "Сотрудник"),
        ("Если вопрос не относится к компетенции отдела, сотрудник сообщает контакты.", "сотрудник"),
        (
            "Прием осуществляют должностные лица Отдела обеспечения в соответствии с графиком.",
            "должностные лица Отдела обеспечения",
        ),
        (
            "Мониторинг проводит комитет по труду и занятости населения области.",
            "комитет по труду и занятости населения области",
        ),
        ("Выдачу ответа осуществляет подразделение, готовившее ответ.", "подразделение"),
        ("Министерство ежегодно размещает отчет.", "Министерство"),
        ("Консультирует дежурный специалист (тел. 55-55-55) в порядке очереди.", "дежурный специалист"),
        ("Перечень формирует отдел кадров и утверждает министр.", "отдел кадров | министр"),
        ("Специалист принимает заявку. Начальник отдела ее подписывает.", "Специалист | Начальник отдела"),
        # roles
        (
            "Ответственными лицами за предоставление Министерством услуг определены начальники отделов, ведущих прием.",
            "начальники отделов",
        ),
        (
            "Ответственным за ведение Перечня является отдел по работе с обращениями граждан.",
            "отдел по работе с обращениями граждан",
        ),
        ("Оператором Перечня является отдел цифрового развития.", "отдел цифрового развития"),
        ("Ответственный исполнитель: отдел по вопросам службы и кадров.", "отдел по вопросам службы и кадров"),
        ("Обязанности возлагаются на главного консультанта отдела права.", "главного консультанта отдела права"),
    ],
)
def test_who_has_the_duty(text: str, expected: str) -> None:
    assert values(f"1. {text}", ProvisionKind.RESPONSIBLE) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Контроль за исполнением настоящего приказа оставляю за собой.", "Министр"),
        (
            "Контроль за исполнением возложить на заместителя министра труда области Е.А. Свалова и советника.",
            "заместителя министра труда области Е.А. Свалова | советника",
        ),
        (
            "Контроль возложить на первого заместителя министра Иванову Анну Петровну.",
            "первого заместителя министра Иванову Анну Петровну",
        ),
        (
            "Контроль возложить на заместителя Председателя Правительства области – министра финансов.",
            "заместителя Председателя Правительства области – министра финансов",
        ),
        ("Отделу развития Министерства (далее – Отдел) обеспечить учет.", "Отделу развития Министерства"),
        ("Отделу кадров (Н.Г. Новичкина) разместить приказ на сайте.", "Отделу кадров (Н.Г. Новичкина)"),
        (
            "Заместителям министра, начальникам отделов и руководителям учреждений обеспечить исполнение.",
            "Заместителям министра | начальникам отделов | руководителям учреждений",
        ),
        ("Министерству связи Республики Алтай обеспечить размещение.", "Министерству связи Республики Алтай"),
        ("Структурным подразделениям при работе с клиентами руководствоваться Порядком.", "Структурным подразделениям"),
        ("Поручить отделу кадров ознакомить сотрудников.", "отделу кадров"),
        ("Назначить ответственным за ведение Перечня начальника отдела кадров.", "начальника отдела кадров"),
        ("Определить отдел кадров ответственным подразделением за ведение Перечня.", "отдел кадров"),
        ("Установить, что ответственность за Перечень несут начальники отделов.", "начальники отделов"),
        ("Управлению делами, ГКУ «Центр занятости» организовать работу.", "Управлению делами | ГКУ «Центр занятости»"),
        ("Начальникам отделов:\n1) довести приказ;\n2) обеспечить учет.", "Начальникам отделов"),
    ],
)
def test_who_is_instructed_by_the_order(text: str, expected: str) -> None:
    assert values(f"1. {text}", ProvisionKind.RESPONSIBLE, "order") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Лица, ответственные за взаимодействие:\nорганизуют учет;\nобеспечивают контроль.",
            "Лица, ответственные за взаимодействие",
        ),
        ("1. Уполномоченное лицо в том числе осуществляет:\n1) учет;\n2) контроль.", "Уполномоченное лицо"),
        ("1. При поступлении обращения сотрудник отдела:\n1) регистрирует его;\n2) готовит ответ.", "сотрудник отдела"),
        (
            "1. Прием ведут:\n1) министр – первый вторник месяца;\n2) заместители министра – каждый четверг.",
            "министр | заместители министра",
        ),
        (
            "1. Ответственными за Перечень являются:\nначальник отдела А;\nначальник отдела Б.",
            "начальник отдела А | начальник отдела Б",
        ),
    ],
)
def test_duty_with_a_list(text: str, expected: str) -> None:
    assert values(text, ProvisionKind.RESPONSIBLE) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Обращение регистрируется и рассматривается.",
        "Клиент уведомляет отдел об изменении сведений.",
        "Клиент вправе обратиться к руководителю министерства.",
        "Внутренний клиент направляет заявку в отдел, который принимает ее в работу.",
        "Сотрудники вправе запросить сведения.",
        "Отдел находится по адресу: г. Курск, ул. Садовая, д. 1.",
        "Перечень утверждается приказом министерства.",
        "Перечень ведется под руководством заместителя министра.",
        "Взаимодействие осуществляется между сотрудниками отдела и клиентом.",
        "Настоящий Порядок разработан министерством в целях внедрения стандартов.",
        "Точки взаимодействия – места, в которых сотрудники министерства принимают клиентов.",
        "Для оценки взаимодействия с сектором и (или) Департаментом клиентам предлагается оставить отзыв.",
        "Имеется закрепленный ответственный сотрудник.",
        "Организация формирования перечня в Министерстве включает выделение сведений.",
        "Министерство осуществляет взаимодействие с клиентами.",
        "Если сотрудник, принявший звонок, не располагает информацией, звонок должен быть переадресован.",
        "Получение консультации специалиста отдела по телефону.",
        "Доступ к журналу имеют сотрудники отдела.",
        "Сотруднику рекомендуется улыбаться.",
    ],
)
def test_no_agent_or_no_duty_gives_nobody(text: str) -> None:
    assert values(f"1. {text}", ProvisionKind.RESPONSIBLE) == []


@pytest.mark.parametrize(
    ("intro", "kind"),
    [
        ("Не регистрируются и не принимаются к рассмотрению следующие электронные обращения:", "rejection_ground"),
        ("Не подлежат рассмотрению обращения:", "rejection_ground"),
        ("Обращение не рассматривается в следующих случаях:", "rejection_ground"),
        ("Основаниями для отказа в приеме документов являются:", "rejection_ground"),
        ("В регистрации может быть отказано в следующих случаях:", "rejection_ground"),
        ("Обращение остается без ответа, если:", "rejection_ground"),
        ("Министерство отказывает в предоставлении информации, если:", "rejection_ground"),
        ("В жалобе (обращении) в обязательном порядке указываются:", "required_content"),
        ("Заявление должно содержать следующие сведения:", "required_content"),
        ("Обязательными реквизитами обращения являются:", "required_content"),
        ("Перечень должен содержать следующие сведения о точке:", "required_content"),
        ("В случае отказа направляется уведомление, в котором указываются:", "required_content"),
        ("При внесении изменений в Перечень указываются:", "required_content"),
        ("Основанием для внесения изменений в перечень точек является:", "update_ground"),
        ("Перечень подлежит актуализации в случаях:", "update_ground"),
        ("Перечень пересматривается при:", "update_ground"),
        ("Изменения вносятся при наступлении одного из следующих событий:", "update_ground"),
        ("Анализ проводится по следующим показателям:", "indicator"),
        ("Показателями качества взаимодействия являются:", "indicator"),
        ("Эффективность оценивается по критериям:", "indicator"),
        ("Для каждой точки необходимо определить удовлетворяемые потребности клиента (цель обращения):", "client_need"),
        (
            "Порядок разработан в целях повышения уровня удовлетворения ключевых потребностей клиентов:",
            "client_need",
        ),
        ("К потребностям клиентов, обращающихся в Службу, относятся:", "client_need"),
        ("При описании точки используется общий перечень потребностей клиента:", "client_need"),
    ],
)
def test_items_are_provisions_by_their_introduction(intro: str, kind: str) -> None:
    found = provisions(f"1. {intro}\n- первое;\n- второе;\n- третье.")
    listed = [(item.kind.value, item.clause.id, item.text.text, item.line) for item in found if item.value is None]
    assert listed == [
        (kind, f"annex-1/1/-{number}", word, "annex-1/1")
        for number, word in enumerate(("первое", "второе", "третье"), 1)
    ]


@pytest.mark.parametrize(
    "intro",
    [
        "Раздел официального сайта содержит информацию:",
        "На информационном стенде размещается следующая информация:",
        "Требования к взаимодействию с клиентом включают:",
        "Рассмотрение обращений включает следующие этапы:",
        "Основными целями Порядка являются:",
        "К точкам взаимодействия относятся:",
        "Принципы формирования точек взаимодействия:",
        "Потребности клиента, удовлетворяемые посредством официального сайта:",
        "Для изучения потребностей клиентов используются:",
        "Потребности клиентов выявляются следующими способами:",
        "Для расчета показателей используются:",
        "Перечень индикаторов риска включает:",
        "Выявление точек взаимодействия осуществляется на основании анализа:",
        "Внести в приказ следующие изменения:",
    ],
)
def test_other_lists_give_nothing(intro: str) -> None:
    assert provisions(f"1. {intro}\n- первое;\n- второе.") == []


def test_item_is_whole_with_its_sub_items_and_gives_no_other_provision() -> None:
    text = "1. Не рассматриваются обращения:\n1) содержащие:\nа) угрозы;\nб) рекламу;\n2) повторные в течение 30 дней."
    found = [(item.kind.value, item.text.text) for item in provisions(text)]
    assert found == [
        ("rejection_ground", "содержащие: угрозы; рекламу"),
        ("rejection_ground", "повторные в течение 30 дней"),
    ]


def test_hybrid_list_takes_items_of_all_marks_and_no_paragraph_behind_them() -> None:
    text = "1. Перечень актуализируется в случаях:\n1) открытия точки;\n- закрытия точки.\nРешение принимает министр."
    assert [item.kind.value for item in provisions(text)] == ["update_ground", "update_ground", "responsible"]


def test_list_in_one_paragraph_is_cut_at_semicolons() -> None:
    found = provisions("1. Основаниями для отказа являются: 1) неполный комплект; 2) отсутствие подписи.")
    assert [item.text.text for item in found] == ["неполный комплект", "отсутствие подписи"]


def test_repealed_item_gives_nothing() -> None:
    text = (
        "1. Потребностями клиента являются:\n1) консультация;\n2) утратил силу. - Приказ от 11.02.2025 N 57;\n3) ответ."
    )
    assert [item.text.text for item in provisions(text)] == ["консультация", "ответ"]


def test_actions_under_a_condition_are_no_grounds() -> None:
    text = "1. В случае изменения сведений начальник отдела:\n1) вносит изменения;\n2) уведомляет клиентов."
    assert [item.kind.value for item in provisions(text)] == ["responsible"]


def test_nested_conditions_keep_their_terms() -> None:
    text = (
        "1. При поступлении обращения сотрудник:\n1) регистрирует его в течение 1 рабочего дня;\n2) при основаниях:\n"
        "а) для отказа – готовит уведомление;\nб) для ответа – готовит ответ в течение 20 дней."
    )
    found = [(item.clause.id, short(item.value)) for item in provisions(text) if item.kind is ProvisionKind.DEADLINE]
    assert found == [("annex-1/1/1", "P1D working"), ("annex-1/1/2/б", "P20D")]


def test_text_is_the_one_sentence_or_the_clause_without_its_list() -> None:
    found = provisions("1. Отзыв можно оставить на сайте. Ответ дается в течение 15 дней. Отзывы учитываются.")
    assert [item.text.text for item in found] == ["Ответ дается в течение 15 дней"]
    found = provisions("1. Отзывы анализируются отделом ежеквартально по показателям:\n- доля;\n- срок.")
    assert [item.text.text for item in found][:2] == ["Отзывы анализируются отделом ежеквартально по показателям"] * 2


def test_order_that_amends_another_and_blank_forms_give_nothing() -> None:
    text = "1. Пункт 2 изложить в следующей редакции: «2. Срок – в течение 3 дней.»\n2. Ответ дается в течение 5 дней."
    assert values(text, ProvisionKind.DEADLINE, "order") == ["P5D"]
    form = structure("1. Ответ дается в течение 5 дней.")
    form.annexes[0].form = True
    assert find_provisions(form) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("График работы контакт-центра Министерства: понедельник с 9 до 18", "контакт-центра Министерства"),
        ("Количество переводов звонка не должно превышать двух", "звонка"),
        (
            "Прием граждан проводится в общественной приемной министерства ежедневно",
            "общественной приемной министерства",
        ),
        (
            "посредством мессенджера, в телеграм-канале «Вопросы занятости» консультирование",
            "телеграм-канале «Вопросы занятости»",
        ),
        ('Отзыв оставляют в разделе "Оценка" официального сайта Службы', 'разделе "Оценка" официального сайта Службы'),
        ("Обращение регистрируется в течение трех дней", None),
    ],
)
def test_words_of_a_place(text: str, words: str | None) -> None:
    assert place_words(text) == words


def test_place_is_sought_in_the_sentence_before_it_and_above() -> None:
    before = provisions("1. Отзыв можно оставить на сайте Службы. Ответ дается в течение 15 дней.")
    assert [item.place_hint for item in before] == ["сайте Службы"]
    above = provisions(
        "1. Взаимодействие посредством телефонной связи:\n- количество переключений не должно превышать двух."
    )
    assert [item.place_hint for item in above] == ["телефонной связи"]
    own = provisions("1. Отделу кадров разместить приказ на официальном сайте в течение 3 дней.", "order")
    assert [item.place_hint for item in own] == [None, None]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Прием по адресу: г. Томск, ул. Мира, д. 6, каб. 5. Время – 10 мин. Ответ дает А.И. Петров.", 3),
        ("Закон от 2 мая 2006 г. N 59-ФЗ применяется. Приказ 2024 г. Отменен.", 3),
        ("пн. Ср. Пт.", 1),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text, 0, len(text))) == count


# -- readings by people ---------------------------------------------------------------------------------------


def found_in(source: Path) -> list[tuple[str, str, str, Any]]:
    found = find_provisions(document_to_structure(read_document(source)))
    return [(item.kind.value, item.clause.id, item.text.text, dumped(item)) for item in found]


def dumped(item: FoundProvision) -> Any:
    if isinstance(item.value, list):
        return [opening.model_dump(mode="json") for opening in item.value]
    return item.value.model_dump(mode="json") if item.value else None


@pytest.mark.parametrize("reading", ORDERS, ids=[path.stem for path in ORDERS])
def test_provisions_are_those_that_a_reader_found(reading: Path) -> None:
    expected = json.loads(reading.read_text(encoding="utf-8"))["provisions"]
    wanted = [(each["kind"], each["clause"], each["text"], each["value"]) for each in expected]
    assert found_in(reading.with_suffix(".txt")) == wanted


def test_the_five_orders_hold_94_provisions() -> None:
    kinds = sorted(kind for source in sorted((ROOT / "corpus").glob("*.txt")) for kind, *_ in found_in(source))
    counts = {kind: len(list(group)) for kind, group in groupby(kinds)}
    assert counts == {
        **{"client_need": 21, "deadline": 4, "frequency": 2, "indicator": 4, "limit": 4, "rejection_ground": 16},
        **{"required_content": 18, "responsible": 14, "schedule": 5, "update_ground": 6},
    }


# -- metamorphic ----------------------------------------------------------------------------------------------

SAMPLE = (
    "1. Личный прием ведется заведующим сектора. График приема: вторник: 14:00 - 18:00.\n"
    "2. Ответ дается в течение 3 (трех) рабочих дней со дня поступления. Время разговора не превышает 10 минут.\n"
    "3. Не рассматриваются обращения:\n- без подписи;\n- содержащие угрозы.\n"
    "4. Отдел кадров ежегодно, до 1 февраля, проводит опрос, анализ проводится ежеквартально."
)
CHANGES = {
    "a clause in front": lambda text: "9. Порядок определяет правила взаимодействия.\n" + text,
    "a clause behind": lambda text: text + "\n9. Порядок определяет правила взаимодействия.",
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "no-break spaces": lambda text: text.replace(" рабочих ", "\u00a0рабочих ").replace(" 10 ", "\u00a010\u00a0"),
    "double spaces": lambda text: text.replace(" не ", "  не  ").replace(" до ", "  до "),
    "long dashes": lambda text: text.replace(" - ", " – "),
    "soft hyphens": lambda text: text.replace("рабочих", "ра\u00adбочих"),
    "a numeral without its twin": lambda text: text.replace("3 (трех)", "3"),
    "a numeral in words": lambda text: text.replace("3 (трех)", "трех"),
}


def essence(text: str) -> list[tuple[str, str]]:
    return [(found.kind.value, short(found.value)) for found in provisions(text)]


def test_the_sample_says_what_it_says() -> None:
    assert [kind for kind, _ in essence(SAMPLE)] == [
        *("responsible", "schedule", "deadline", "limit", "rejection_ground", "rejection_ground"),
        *("responsible", "deadline", "frequency"),
    ]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_does_not_matter_changes_nothing(change: Any) -> None:
    assert change(SAMPLE) != SAMPLE
    assert essence(change(SAMPLE)) == essence(SAMPLE)


def test_order_of_clauses_is_order_of_provisions() -> None:
    first, second = "1. Ответ дается в течение 3 дней.", "2. Опрос проводится ежемесячно."
    assert essence(f"{first}\n{second}") == essence(first) + essence(second)
    assert essence(f"{second}\n{first}") == essence(second) + essence(first)


# -- invariants -----------------------------------------------------------------------------------------------

FRAGMENTS = st.sampled_from(
    [
        *("Отдел кадров", "заместителем министра", "в течение", "5 дней", "со дня", "регистрации", "не более", "двух"),
        *("до 1 февраля", "ежегодно", "числа", "с 9.00 до 18.00", "понедельник", "перерыв", "ведется", "обеспечивает"),
        *("отказ", "показателям", ":", ";", ".", ",", "(", ")", "«", "»", "\n", "\n1) ", "\n- ", "\n2.1. ", "который"),
        *(
            "ответственный за",
            "возложить на",
            "начальника",
            "И.И. Иванова",
            "раз в",
            "минут",
            "срок",
            "если",
            "что",
            "\u00ad",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=60).map(" ".join))


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, part_id=st.sampled_from(["order", "annex-1"]))
def test_any_text_is_read_and_every_quote_stands_at_its_spans(text: str, part_id: str) -> None:
    for found in provisions(text, part_id):
        quotes = [found.text, *(quote for pointer, quote in found.quotes if quote != SIGNATORY.position)]
        for quote in quotes:
            assert quote.text
            cut = verbatim(" ".join(text[start:end] for start, end in quote.spans))
            assert cut.split() == verbatim(quote.text).split()


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_values_quote_their_own_sentence(text: str) -> None:
    for found in provisions(text):
        for pointer, quote in found.quotes:
            where = found.text.text if pointer == "/value/after" else found.clause.view.text + items_text(found)
            assert quote.text in where


def items_text(found: FoundProvision) -> str:
    return "".join(child.view.text for child in found.clause.children)


def test_a_very_long_sentence_is_read_in_linear_time() -> None:
    sentence = "Отдел кадров в течение 5 дней со дня регистрации направляет ответ, " * 1500
    assert len(provisions("1. " + sentence)) == 1500
