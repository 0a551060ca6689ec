"""Categories of needs: one line for each need, written as regional orders write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.codes import NeedCategory
from normalizers.need_categories import categories_of
from normalizers.need_segments import without_brackets

NEEDS = """
# information
получение информации | information
получение справочной информации | information
получение информации о порядке предоставления государственной услуги | information
получение сведений о порядке и сроках предоставления услуги | information
информация о деятельности министерства | information
информирование граждан о мерах социальной поддержки | information
предоставление информации о результатах деятельности | information
размещение информации о деятельности | information
ознакомление с нормативными правовыми актами | information
ознакомиться с перечнем услуг | information
узнать график работы | information
уточнение графика приема | information
получение контактных данных | information
контактные данные | information
контакты | information
график приема граждан | information
режим работы | information
нормативные правовые акты | information
публикации о деятельности | information
публикация новостей | information
новости, анонсы мероприятий | information
поиск информации | information
просмотр перечня услуг | information
доступ к информации о деятельности органа | information
получение доступа к информации | information
получение доступа к открытым данным | information
уведомление о записи на прием | information
получение уведомления о дате проведения аукциона | information
напоминание о визите | information
уведомление о переадресации обращения | information
часто задаваемые вопросы | information
вопросы и ответы | information
ответы на часто задаваемые вопросы | information
получение информации о вакансиях | information
отчеты о деятельности | information
тексты нормативных правовых актов | information
тексты правовых актов министерства | information
сроки проведения публичных обсуждений | information
обзоры правоприменительной практики | information
информационная рассылка | information
информационное сопровождение | information
освещение деятельности органа власти | information
реестр лицензий | information
план проверок | information
скачивание нормативных документов | information
получение информации о мерах поддержки, условиях их предоставления | information
ссылки на официальные страницы в социальных сетях | information
получение или изменение информации о категории риска | information
новости | information
# information on progress
получение информации о ходе рассмотрения обращения | information.progress
получение информации о ходе предоставления государственной услуги | information.progress
информирование о ходе рассмотрения заявления | information.progress
получение информации о статусе заявления | information.progress
получение сведений о статусе рассмотрения заявки | information.progress
отслеживание статуса заявления | information.progress
узнать статус обращения | information.progress
проверить статус заявки | information.progress
проверка статуса заявления | information.progress
контроль за ходом рассмотрения обращения | information.progress
уточнение стадии рассмотрения обращения | information.progress
уведомление о ходе рассмотрения заявления и документов | information.progress
уведомление о регистрации обращения | information
о ходе рассмотрения обращения | information.progress
получение информации о ходе исполнения заявки | information.progress
получение информации, в том числе о ходе рассмотрения документов | information information.progress
получение информации о порядке обращения, в том числе о ходе рассмотрения обращения | information information.progress
мониторинг хода рассмотрения заявки | information.progress
получение информации о ходе и сроках рассмотрения обращения | information.progress
# consultation
получение консультации | consultation
консультирование по вопросам предоставления услуг | consultation
консультация специалиста | consultation
консультации | consultation
получение консультаций по вопросам лицензирования | consultation
оказание консультационной помощи | consultation
оказание методической помощи | consultation
получение методической помощи | consultation
разбор вопросов граждан | consultation
личные беседы и разбор вопросов | consultation
обсуждение проблемных вопросов | consultation
решение вопросов | consultation
задать вопрос | consultation
ответы на вопросы граждан | consultation
помощь в заполнении заявления | consultation
возможность получить консультацию | consultation
проконсультироваться со специалистом | consultation
техническая поддержка пользователей | consultation
проведение консультаций | consultation
получение информации и консультации | information consultation
получение информации и (или) консультации | information consultation
получение консультации и информации | consultation information
консультирование и информирование граждан | consultation information
получение информации, консультаций | information consultation
получение устной консультации | consultation
# forms
получение форм документов | forms
получение бланков заявлений | forms
получение форм проверочных листов | forms
получение форм заявок | forms
образцы заполнения заявлений | forms
скачивание бланков | forms
скачать форму заявления | forms
шаблоны документов | forms
получение образцов документов | forms
формы документов | forms
# submissions
подача заявления | submission.application
подача заявки | submission.application
подача заявки на участие в отборе | submission.application
направление заявления в электронной форме | submission.application
прием заявлений | submission.application
оформление заявки | submission.application
подать заявление | submission.application
подача ходатайства | submission.application
подача заявления о предоставлении отпуска | submission.application
заявка на ремонт оргтехники | submission.application
подача заявки на предоставление субсидии | submission.application
подача заявления и документов | submission.application submission.documents
подача заявления о предоставлении услуги и документов | submission.application submission.documents
прием заявления и прилагаемых к нему документов | submission.application submission.documents
подача заявления и отчета о профессиональной деятельности | submission.application submission.documents
подача обращения | submission.appeal
направление обращения | submission.appeal
направить обращение | submission.appeal
подача письменного обращения | submission.appeal
подача устного обращения | submission.appeal
подача обращения в форме электронного документа | submission.appeal
подача обращения в письменной форме на бумажном носителе | submission.appeal
прием обращений граждан | submission.appeal
направление сообщения о проблеме | submission.appeal
сообщить о нарушении | submission.appeal
обратиться в министерство | submission.appeal
подача сообщения | submission.appeal
оставить сообщение | submission.appeal
регистрация обращения | submission.appeal
направление предложений | submission.appeal
подача обращения, жалобы | submission.appeal submission.complaint
направление обращений и запросов | submission.appeal submission.request
подача жалобы | submission.complaint
направление жалобы на решения и действия должностных лиц | submission.complaint
досудебное обжалование решений | submission.complaint
обжалование действий (бездействия) | submission.complaint
жалобой на нарушение срока рассмотрения обращения | submission.complaint
обратиться с жалобой | submission.complaint
подача жалобы на отказ в приеме документов | submission.complaint
подача претензии | submission.complaint
направление запроса | submission.request
направление запроса о порядке заполнения шаблонов отчетности | submission.request
направить запрос | submission.request
подача запроса и документов | submission.request submission.documents
подача запроса о предоставлении справки | submission.request
заказ справки | submission.request
предоставление документов | submission.documents
представление документов | submission.documents
представление документов по запросу инспектора | submission.documents
сдача отчетности | submission.documents
передача документов | submission.documents
прием документов | submission.documents
направление документов на согласование | submission.documents
обмен документами | submission.documents
представление отчета о выполнении мероприятий | submission.documents
представление пакета документов | submission.documents
представление документов, прилагаемых к заявлению | submission.documents
# results
получение результата | result
получение результата государственной услуги | result
получение результата рассмотрения жалобы | result
получение ответа на обращение | result
получение ответа на обращение, жалобу | result
получение письменного ответа | result
направление ответа на обращение | result
возможность получения ответа | result
получение разъяснения | result
получение разъяснений по вопросам применения законодательства | result
получение справки | result
получение архивной справки | result
выдача лицензии | result
получение выписки из реестра | result
получение субсидии | result
предоставление субсидии | result
получение статуса безработного | result
получение акта проверки | result
получение материальных ценностей | result
получение канцелярских товаров | result
получение оборудования | result
выдача канцелярских принадлежностей | result
обеспечение канцелярскими товарами | result
получение документов | result
получение документов (акта, предписания) по итогам проверки | result
получение копии приказа | result
получение государственной услуги | result
предоставление государственной услуги | result
заключение договора | result
подписание соглашения | result
аттестация в качестве эксперта | result
уведомление о результате рассмотрения заявления | result
получение уведомления о результате предоставления услуги | result
информирование о принятом решении | result
получение мер социальной поддержки | result
получение постановления по делу | result
вручение предписания | result
получение ответа на вопрос | result
получение удостоверения | result
# inspection
проведение проверки | inspection
проведение документарной проверки (получение документов (акта, предписания) по ее итогам) | inspection
проведение профилактического визита | inspection
проведение контрольных (надзорных) мероприятий | inspection
предоставление объектов для осмотра | inspection
предоставление помещений и оборудования для осмотра | inspection
предоставление оборудования для осмотра (проверки) | inspection
предоставление доступа на объект для проверки | inspection
оценка соответствия объекта обязательным требованиям | inspection
осмотр объекта | inspection
обследование помещений | inspection
выездная проверка | inspection
прохождение технического осмотра | inspection
сдача экзамена | inspection
# feedback
обратная связь | feedback
получение обратной связи | feedback
предоставление обратной связи | feedback
оценка качества предоставления услуги | feedback
оценить качество обслуживания | feedback
оценить работу министерства | feedback
оставить отзыв | feedback
направление отзыва | feedback
отзывы | feedback
отзыв о работе точки взаимодействия | feedback
прохождение опроса | feedback
участие в опросе | feedback
участие в опросах о качестве услуг | feedback
пройти анкетирование | feedback
проведение онлайн-опросов | feedback
направление предложений по улучшению работы | feedback
благодарность | feedback
голосование | feedback
форма «Обратной связи» | feedback
получение результата рассмотрения обратной связи | feedback.result
информирование о результатах рассмотрения отзыва | feedback.result
# appointment and redirection
запись на прием | appointment
предварительная запись на прием | appointment
запись на личный прием к руководителю | appointment
запись на консультацию | appointment
записаться на прием | appointment
запись на получение государственной услуги | appointment
бронирование времени приема | appointment
отмена записи на прием | appointment
выбор даты и времени визита | appointment
получение талона | appointment
переадресация обращения | redirection
переадресация обращений по компетенции | redirection
перенаправление обращения | redirection
направление обращения по подведомственности | redirection
переадресация обращений и уведомление клиента о переадресации | redirection information
# mixed
узнать о статусе рассмотрения моего обращения | information.progress
получить ответ по существу поставленных вопросов | result
получение квалифицированной консультации специалиста | consultation
проинформировать о мерах поддержки | information
получение информации о работе учреждения, телефонах, адресах | information
предоставление заявителем документов, необходимых для получения услуги | submission.documents
обращение по вопросу назначения пособия | submission.appeal
подача заявки на участие в конкурсном отборе, на получение гранта | submission.application
прием и регистрация заявлений и документов | submission.application submission.documents
прием, регистрация обращений граждан | submission.appeal
выдача результата предоставления услуги | result
получение уведомления о принятом решении | result
получение уведомления об отказе в предоставлении услуги | result
получение уведомлений | information
оформление заявления при помощи специалиста | submission.application
заполнение формы обращения | submission.appeal
сообщение о коррупционных проявлениях | submission.appeal
направление предложений по совершенствованию работы | feedback
выражение благодарности | feedback
оставление отзывов | feedback
оценка удовлетворенности | feedback
участие в анкетировании | feedback
запись на консультацию к специалисту | appointment
онлайн-запись на прием | appointment
предварительная запись | appointment
изменение или отмена записи на прием | appointment
передача обращения по подведомственности | redirection
перенаправление обращений в муниципальные образования | redirection
проведение контрольных мероприятий | inspection
проведение выездных проверок | inspection
проведение осмотра помещений | inspection
консультирование контролируемых лиц | consultation
объявление предостережения | result
получение предписания об устранении нарушений | result
представление возражений | submission.appeal
ознакомление с материалами проверки | information
скачивание бланков заявлений | forms
получение образцов заполнения документов | forms
получение бланка заявления | forms
подача жалобы на действия (бездействие) должностных лиц | submission.complaint
досудебное обжалование | submission.complaint
обжалование решений контрольного органа | submission.complaint
получение ответа на жалобу | result
подача запроса о предоставлении информации | submission.request
направление запросов | submission.request
получение ответа на запрос | result
получение архивных справок и копий документов | result
получение технической поддержки | consultation
подача заявки на ремонт оргтехники | submission.application
получение расходных материалов | result
согласование служебных документов | submission.documents
получение справочных и информационных материалов | information
поиск нормативных документов | information
получение информации о результатах рассмотрения заявления | result
информация о вакансиях | information
подбор персонала | other
содействие в трудоустройстве | other
прохождение обучения | other
получение выплаты | result
перечисление субсидии | result
продление лицензии | result
исправление технической ошибки | other
получение дубликата | result
разъяснение законодательства | result
получение разъяснений положений законодательства | result
ответы на обращения | result
личное общение с руководителем | other
обсуждение проектов нормативных актов | other
Подача заявления о предоставлении государственной услуги | submission.application
Подача заявления и прилагаемых документов | submission.application submission.documents
Получение результата предоставления услуги | result
Получение информации об услуге | information
Получение консультации по вопросам предоставления услуги | consultation
Информирование о статусе рассмотрения заявления | information.progress
Получение сведений о ходе выполнения запроса | information.progress
Направление обращения (жалобы) | submission.appeal
Направление обращений, заявлений, жалоб | submission.appeal submission.application submission.complaint
Получение ответа на обращение в электронной форме | result
Запись на приём | appointment
Оценка качества предоставленной услуги | feedback
Предоставление обратной связи по качеству услуг | feedback
Подача документов на получение субсидии | submission.documents
Заключение соглашения о предоставлении субсидии | result
Предоставление отчетности | submission.documents
Получение методических рекомендаций | information
Ознакомление с нормативной правовой базой | information
Получение информации об обязательных требованиях | information
Прохождение профилактического визита | inspection
Подача возражений на акт проверки | submission.appeal
Получение решения о проведении проверки | result
Консультирование по вопросам соблюдения обязательных требований | consultation
Уведомление о проведении контрольного мероприятия | information
Получение актуальной информации о деятельности министерства | information
Ознакомление с новостями | information
Оставить обращение | submission.appeal
Задать вопрос специалисту | consultation
Подача предложений | submission.appeal
Регистрация обращений | submission.appeal
Рассмотрение обращений | submission.appeal
Переадресация звонка | redirection
Направление документов на рассмотрение | submission.documents
Получение поручений | result
Получение канцтоваров | result
Получение ЭЦП | result
Настройка рабочего места | other
Подача заявки в техническую поддержку | submission.application
Получение технической помощи | consultation
Решение технических вопросов | consultation
Получение информации о вакантных должностях | information
Получение справки 2-НДФЛ | result
Получение расчетного листка | result
Оформление отпуска | result
Подача служебной записки | submission.documents
Получение доступа к информационным системам | result
Прием посетителей | other
Личное общение | other
Размещение вакансий | information
Подача сведений о потребности в работниках | submission.documents
письменные заявления и документы | submission.application submission.documents
обращения, жалобы | submission.appeal submission.complaint
размеры государственной пошлины | information
# none of these
переход на единый портал государственных услуг для получения услуг | other
выбрать наиболее удобный способ обращения | other
устранение неисправностей оргтехники | other
оплата государственной пошлины | other
обучение | other
ремонт компьютера | other
"""
CASES = [line.rsplit("|", 1) for line in NEEDS.strip().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("need", "categories"), CASES, ids=[need.strip() for need, _ in CASES])
def test_need_has_its_categories(need: str, categories: str) -> None:
    assert categories_of(need.strip()) == tuple(categories.split())


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_known_codes_each_once(text: str) -> None:
    codes = categories_of(text)
    assert codes and set(codes) <= set(NeedCategory) and len(codes) == len(set(codes))


@settings(deadline=None)
@given(st.sampled_from(CASES), st.sampled_from(["{};", "{}.", "{} (при наличии технической возможности)"]))
def test_frame_of_a_need_changes_nothing(case: list[str], frame: str) -> None:
    need = case[0].strip()
    assert categories_of(frame.format(need)) == categories_of(need)


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        ("проверка (акта (копии)) лица", "проверка                лица"),
        ("без скобок", "без скобок"),
        ("не закрыта (акта", "не закрыта (акта"),
        ("закрыта зря) акта", "закрыта зря) акта"),
        ("(a)(b)", "      "),
    ],
)
def test_brackets_are_blanked(text: str, cleared: str) -> None:
    assert without_brackets(text) == cleared


def test_deep_brackets_are_blanked_in_linear_time() -> None:
    assert without_brackets("(" * 50_000 + ")" * 50_000).strip() == ""
