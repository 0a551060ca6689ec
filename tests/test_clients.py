"""Clients that a cell, a section or a title names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.clients import clients_of

TEXTS = """
Взаимодействие с внутренним клиентом | internal
Взаимодействие с внутренними клиентами по кадровым вопросам | internal
кабинеты внутренних клиентов | internal
внутренний | internal
Внутренние клиенты | internal
внутренний клиент (сотрудник министерства) | internal
для работников Департамента | internal
для государственных гражданских служащих министерства | internal
Сотрудники министерства | internal
Государственные гражданские служащие | internal
работники подведомственных учреждений | internal
Взаимодействие с сотрудниками министерства | internal
структурные подразделения министерства | internal
внутренние пользователи | internal
место приема внешних клиентов в министерстве | external
внешний | external
Внешний клиент | external
граждане, организации | external
Физические лица, юридические лица | external
физические и юридические лица | external
индивидуальные предприниматели | external
заявители | external
контролируемые лица | external
Взаимодействие с гражданами | external
внешний, внутренний | external internal
внешний/внутренний | external internal
Внешние и внутренние клиенты | external internal
Порядок взаимодействия с внешними и внутренними клиентами | external internal
внутренний и внешний клиент | external internal
взаимодействия с клиентами (внешними, внутренними) | external internal
граждане; сотрудники министерства | external internal
телефонный звонок сотрудникам сектора |
телефон специалиста отдела |
личный прием граждан |
рабочее место клиентов |
Встречи с работниками предприятий |
внутренний телефон |
официальный сайт |
Рассмотрение обращений граждан |
внутренняя почта |
Личное взаимодействие со специалистом кадровой службы |
"""
CASES = [line.rsplit("|", 1) for line in TEXTS.strip().splitlines()]


@pytest.mark.parametrize(("text", "clients"), CASES, ids=[text.strip() for text, _ in CASES])
def test_text_names_its_clients(text: str, clients: str) -> None:
    assert clients_of(text.strip()) == tuple(clients.split())


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_known_codes_in_order(text: str) -> None:
    assert clients_of(text) in {(), ("external",), ("internal",), ("external", "internal")}
