"""Types of a place from its name: one line for each name, written as regional orders write them."""
# ruff: noqa: E501 - a case is one line

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.touchpoint_types import channel_by_type, types_of

NAMES = """
# sites and their sections
официальный сайт министерства труда и социальной защиты населения Ставропольского края | website
Официальный интернет-сайт Управления | website
интернет-портал органов государственной власти Тюменской области | website
официальный портал Администрации Приморского края www.primorsky.ru | website
Портал органов государственной власти Камчатского края | website
единый портал органов исполнительной власти Сахалинской области | website
раздел «Обращения граждан» официального сайта Правительства Калужской области | website
Подраздел «Вопрос-ответ» | website
Страница Министерства на официальном портале Правительства Оренбургской области | website
веб-сайт подведомственного учреждения | website
сайт Департамента (https://depobr.example.ru) | website
интернет-приемная Губернатора Ярославской области | website
Виртуальная приёмная министра | website
форма обратной связи на официальном сайте | website
Инвестиционный портал Липецкой области | website
интернет-ресурс Комитета | website
официальный сайт МФЦ | website
официальный сайт центра занятости населения | website
Сайт единого контакт-центра | website
официальный сайт в информационно-телекоммуникационной сети «Интернет» | website
официальный интернет-портал правовой информации (www.pravo.gov.ru) | website
http://www.minobr63.ru | website
https://fks.volgograd.ru/ | website
# federal and regional portals of services
ЕПГУ | epgu
Единый портал | epgu
единый портал государственных и муниципальных услуг (функций) (www.gosuslugi.ru) | epgu
Портал государственных услуг Российской Федерации | epgu
портал «Госуслуги» | epgu
Госуслуги | epgu
федеральный портал государственных и муниципальных услуг | epgu
личный кабинет Единого портала | personal_account epgu
Единый портал государственных и муниципальных услуг/РПГУ | epgu rpgu
ЕПГУ, РПГУ, МФЦ | epgu rpgu mfc
ЕПГУ (knd.gosuslugi.ru) | epgu
подсистема досудебного обжалования ЕПГУ | epgu
сайт Госуслуги | epgu
https://esia.gosuslugi.ru | epgu
региональный портал государственных и муниципальных услуг | rpgu
Региональный портал услуг Вологодской области | rpgu
Портал государственных и муниципальных услуг Московской области | rpgu
портал государственных услуг Республики Татарстан | rpgu
Портал государственных и муниципальных услуг (функций) Краснодарского края | rpgu
региональный портал (РПГУ) | rpgu
портал государственных и муниципальных услуг Санкт-Петербурга | rpgu
Региональная государственная информационная система «Портал государственных и муниципальных услуг (функций) Астраханской области» | rpgu
федеральная государственная информационная система «Единый портал государственных и муниципальных услуг (функций)» | epgu
региональный портал государственных услуг (ЕПГУ) | rpgu
Единый портал государственных и муниципальных услуг (РПГУ) | epgu
республиканский портал государственных и муниципальных услуг | rpgu
# control, feedback, other state systems
ЕРВК | control_system
ФГИС «Единый реестр видов контроля» | control_system
Единый реестр контрольных (надзорных) мероприятий (далее - ЕРКНМ) | control_system
единый реестр проверок | control_system
ГИС ТОР КНД | control_system
Государственная информационная система «Типовое облачное решение по автоматизации контрольной (надзорной) деятельности» (ГИС ТОР КНД) | control_system
https://ervk.gov.ru | control_system
сайт https://proverki.gov.ru/portal | control_system
Платформа обратной связи (ПОС) | feedback_platform
ПОС «Госуслуги. Решаем вместе» | feedback_platform
подсистема Единого портала «Платформа обратной связи» | feedback_platform
виджет ПОС на официальном сайте министерства | feedback_platform
сервис «Госуслуги. Решаем вместе» | feedback_platform
https://pos.gosuslugi.ru/landing/ | feedback_platform
платформа обратной связи на ЕПГУ | feedback_platform
ГИИС «Электронный бюджет» | government_system
ГИС ЖКХ | government_system
ФГИС «Меркурий» | government_system
ФГИС ЕГРН | government_system
ЕГИССО | government_system
АИС «Навигатор дополнительного образования» | government_system
РГИС «Региональный сегмент ЕГИСЗ» | government_system
Единая цифровая платформа в сфере занятости «Работа в России» | government_system
ЕЦП «Работа в России» | government_system
портал «Работа в России» trudvsem.ru | government_system
ИСОГД Воронежской области | government_system
ФГИС лесного комплекса | government_system
единая информационная система в сфере закупок (ЕИС) | government_system
Цифровая платформа МСП.РФ | government_system
государственная автоматизированная информационная система «Управление» | government_system
ведомственная информационная система «Реестр перевозчиков» | government_system
информационная система «Единое окно» | government_system
система «Инцидент Менеджмент» | government_system
Единая система идентификации и аутентификации (ЕСИА) | epgu
Госуслуги.Дом | mobile_app
# accounts, mail, networks, messengers
Личный кабинет | personal_account
личный кабинет заявителя на официальном сайте | personal_account
личный кабинет на региональном портале | personal_account rpgu
личный кабинет застройщика | personal_account
электронная почта | email
адрес электронной почты: mail@example.ru | email
E-mail: info@example.ru | email
e-mail министерства | email
эл. почта | email
служебная почта | email
официальная электронная почта ведомства | email
электронный почтовый адрес Управления | email
mintrud@gov74.ru | email
электронная почта МФЦ | email
почта электронная | email
Социальные сети | social_network
официальные сообщества в социальных сетях «ВКонтакте», «Одноклассники» | social_network
Официальная группа ВКонтакте | social_network
группа министерства во «ВКонтакте» | social_network
госпаблики | social_network
VK, ОК | social_network
аккаунт министерства в социальной сети | social_network
https://vk.com/mintrans56 | social_network
https://ok.ru/group/123 | social_network
мессенджер | messenger
Telegram-канал | messenger
телеграмм-канал Главы Республики | messenger
канал в MAX | messenger
мессенджер МАХ | messenger
национальный мессенджер «MAX» | messenger
https://t.me/minzdrav | messenger
WhatsApp, Viber | messenger
социальные сети и мессенджеры | social_network messenger
корпоративный мессенджер | messenger
рабочий чат отдела | messenger
корпоративный чат | messenger
Социальные сети (ВКонтакте, Telegram) | social_network
# bots, apps, api, surveys
чат-бот | chatbot
чат-бот в мессенджере Telegram | chatbot
Телеграм-бот «Помощник абитуриента» | chatbot
чат-бот «Робот Макс» на ЕПГУ | chatbot
чат-бот на официальном сайте | chatbot
виртуальный помощник | chatbot
онлайн-чат на сайте министерства | chatbot
мобильное приложение | mobile_app
мобильное приложение «Госуслуги» | mobile_app
мобильное приложение «Инспектор» | mobile_app
Мобильное приложение «Моя налоговая помощь» | mobile_app
голосовой помощник | voice_assistant
голосовой робот контакт-центра | voice_assistant
автоответчик | voice_assistant
API портала открытых данных | api
СМЭВ | api
онлайн-опрос | online_survey
онлайн-анкета на официальном сайте | online_survey
анкетирование клиентов | online_survey
электронное анкетирование посетителей | online_survey
телефонный опрос | phone
опрос по телефону | phone
очный опрос посетителей | in_person
# conferences, document flow, internal systems, internet
видео-конференц-связь | video_conference
видеоконференцсвязь (ВКС) | video_conference
ВКС | video_conference
прием в режиме видео-конференц-связи | video_conference
личный прием граждан в режиме видеосвязи | video_conference
онлайн-совещание | video_conference
вебинары | video_conference
видеоконсультация | video_conference
СЭД | edms
СЭД «Дело» | edms
ЕСЭД Ленинградской области | edms
МЭДО | edms
система межведомственного электронного документооборота (МЭДО) | edms
МСЭД | edms
Единая система электронного документооборота Пензенской области | edms
ДЕЛО-Web | edms
система электронного документооборота и делопроизводства «Тезис» | edms
ГИС «Единая система электронного документооборота Самарской области» | edms
сетевой диск | internal_system
сетевая папка «Обмен» | internal_system
общая сетевая папка | internal_system
корпоративный портал | internal_system
внутренний портал министерства | internal_system
АРМ сотрудника | internal_system
Service Desk | internal_system
система заявок технической поддержки | internal_system
1С:Предприятие | internal_system
локальная вычислительная сеть | internal_system
информационно-телекоммуникационная сеть «Интернет» | internet
сеть Интернет | internet
# telephones
телефон | phone
тел. 8 (4012) 599-000 | phone
телефон приемной | phone
телефон приемной министра | phone
телефонная связь | phone
по телефону | phone
IP-телефония | phone
внутренний телефон | phone
служебный телефон сотрудника | phone
телефон отдела лицензирования | phone
телефон для справок | phone
СМС-сообщения | phone
факс | phone
телефон горячей линии | hotline
горячая линия Губернатора | hotline
«Горячая линия» по вопросам ЖКХ: 8-800-000-00-00 | hotline
прямая телефонная линия | hotline
единый номер 122 | hotline
телефонная «горячая линия» | hotline
контакт-центр | call_center
Единый контакт-центр | call_center
телефон контакт-центра | call_center
колл-центр МФЦ | call_center
call-центр | call_center
Единая справочная служба | call_center
# persons, windows, reception rooms
личный прием | in_person
Личный приём граждан | in_person
личное обращение | in_person
личное посещение министерства | in_person
прием граждан руководителем | in_person
место приема заявителей | in_person
кабинет приема граждан | in_person
окно приема документов | in_person
Общественная приемная Губернатора | in_person
приемная министра | in_person
приемная граждан | in_person
выездной прием граждан | in_person
кабинет № 12 (прием заявителей) | in_person
помещение для приема посетителей | in_person
зал обслуживания заявителей | in_person
устное обращение | in_person
здание министерства | in_person
очная консультация специалиста | in_person
прием в министерстве | in_person
личная встреча | in_person
место приема внешних клиентов | in_person
место предоставления государственной услуги | in_person
стойка администратора | in_person
# one-stop places
МФЦ | mfc
ГБУ «МФЦ Владимирской области» | mfc
многофункциональные центры предоставления государственных и муниципальных услуг «Мои документы» | mfc
КГКУ «Многофункциональный центр предоставления государственных и муниципальных услуг» | mfc
офисы МФЦ | mfc
центр «Мои документы» | mfc
личный прием в МФЦ | mfc
центр «Мой бизнес» | service_center
Центр занятости населения | service_center
кадровый центр «Работа России» | service_center
комплексный центр социального обслуживания населения | service_center
Фонд «Защитники Отечества» | service_center
центр поддержки экспорта | service_center
клиентская служба Социального фонда | service_center
# paper
почтовый адрес | paper_mail
почтовая связь | paper_mail
Почта России | paper_mail
место приема корреспонденции | paper_mail
место приема письменных обращений граждан | paper_mail
пункт приема входящей корреспонденции | paper_mail
окно приема и регистрации корреспонденции | paper_mail
кабинет приема корреспонденции | paper_mail
письменное обращение | paper_mail
ящик для обращений граждан | paper_mail
ящик «Для обращений» | paper_mail
почтовый ящик для корреспонденции | paper_mail
канцелярия министерства | paper_mail
почтовое отправление | paper_mail
почтой | paper_mail
адрес для направления корреспонденции | paper_mail
почтовый адрес, электронная почта | paper_mail email
# stands, sites of control, meetings, workplaces, media
информационный стенд | info_stand
информационные стенды в МФЦ | info_stand
Информационные стенды в кабинетах приема | info_stand
электронное табло в холле | info_stand
бегущая строка | info_stand
информационный киоск | info_stand
раздаточные материалы, буклеты | info_stand
место осуществления деятельности контролируемого лица | on_site
места нахождения контролируемых лиц | on_site
место нахождения поднадзорного объекта | on_site
объекты контроля | on_site
по месту осуществления деятельности лицензиата | on_site
производственный объект контролируемого лица | on_site
место жительства заявителя | on_site
встречи с населением | public_meeting
сход граждан | public_meeting
публичные слушания | public_meeting
семинары, круглые столы | public_meeting
ярмарка вакансий | public_meeting
выездные встречи с предпринимателями | public_meeting
отраслевые совещания | public_meeting
рабочее место сотрудника | workplace
рабочие кабинеты структурных подразделений | workplace
кабинеты работников | workplace
кабинет 214 | workplace
кабинет системного администратора | workplace
СМИ | media
средства массовой информации | media
газета, радио, телевидение | media
пресс-конференции | media
прямой эфир | media
# a channel or a word alone names no type
офлайн точка |
цифровая точка |
цифровые точки, офлайн точки |
любой удобный способ |
должностное лицо |
"""
CASES = [line.rsplit("|", 1) for line in NAMES.strip().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("name", "types"), CASES, ids=[name.strip() for name, _ in CASES])
def test_name_gives_its_types(name: str, types: str) -> None:
    assert types_of(name.strip()).codes == tuple(types.split())


CONTRADICTIONS = [
    ("региональный портал государственных и муниципальных услуг (ЕПГУ)", ("epgu",)),
    ("Единый портал государственных услуг (РПГУ)", ("rpgu",)),
    ("Многофункциональный центр (далее - МФЦ)", ()),
    ("система электронного документооборота (СЭД)", ()),
    ("мессенджеры (Телеграм)", ()),
]


@pytest.mark.parametrize(("name", "contradicted"), CONTRADICTIONS)
def test_abbreviation_that_contradicts_the_name_is_told(name: str, contradicted: tuple[str, ...]) -> None:
    assert types_of(name).contradicted == contradicted


@pytest.mark.parametrize("name", ["сеть Интернет", "почта", "анкетирование", "портал"])
def test_weak_word_is_told(name: str) -> None:
    assert types_of(name).weak


def test_every_type_has_a_channel() -> None:
    assert set(channel_by_type().values()) == {("digital",), ("offline",), ("digital", "offline")}


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_known_codes_each_once(text: str) -> None:
    codes = types_of(text).codes
    assert set(codes) <= set(channel_by_type()) and len(codes) == len(set(codes))


@settings(deadline=None)
@given(st.sampled_from(CASES), st.sampled_from(["{}", "  {} ", "«{}»", "- {};", "{} (далее - Точка)"]))
def test_frame_of_a_name_changes_nothing(case: list[str], frame: str) -> None:
    name = case[0].strip()
    assert types_of(frame.format(name)).codes == types_of(name).codes
