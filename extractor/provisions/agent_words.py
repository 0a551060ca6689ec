"""Units and positions that may have a duty: the nouns that head their names; clients, who have none.

Source: the nouns that head the names of units and positions in orders of regional authorities ("отдел", "заведующий
сектором"), and registers of civil service positions.
"""

import re
from functools import lru_cache

from extractor.provisions.vocabulary import four_letters, word_set
from normalizers.morphology import Form, readings

UNITS = word_set(
    "отдел управление сектор департамент министерство комитет служба инспекция агентство администрация",
    "правительство учреждение центр подразделение орган группа комиссия бюро секретариат канцелярия дирекция",
    "палата аппарат казначейство ведомство филиал отделение штаб представительство приёмная приемная главк",
    "гостехнадзор инспекторат дума мэрия организация совет лаборатория предприятие пресс-служба руководство",
)
POSITIONS = word_set(
    "начальник руководитель заместитель директор министр заведующий специалист сотрудник работник служащий",
    "консультант секретарь председатель глава губернатор врач администратор куратор координатор исполнитель",
    "помощник советник инспектор модератор бухгалтер член дежурный оператор референт эксперт инженер методист",
    "регистратор диспетчер психолог юрист юрисконсульт лицо мэр управляющий ответственный делопроизводитель",
    "аналитик архивист ректор менеджер ассистент замначальника завотделом редактор программист представитель",
    "владелец вице-губернатор статс-секретарь заведовать управлять исполняющий замминистра",
)
HEADS = UNITS | POSITIONS
# the authority as a whole: what it does by its nature is no duty laid on a unit
AUTHORITIES = word_set(
    "департамент министерство комитет служба инспекция агентство администрация правительство управление",
    "палата орган мэрия",
)
# agents only where a word before or behind makes them so: "уполномоченное лицо", "подведомственные организации"
_NEED_WORDS = {
    "лицо": re.compile(r"ответственн|уполномоченн|должностн", re.IGNORECASE),
    "организация": re.compile(
        r"подведомственн|подчин[её]нн|медицинск|областн|краев|республиканск|муниципальн", re.IGNORECASE
    ),
    "представитель": re.compile(r"министерств|департамент|управлени|комитет|орган|отдел", re.IGNORECASE),
    "орган": re.compile(
        r"исполнительн|государственн|местного|управлени|власти|контрольн|муниципальн|территориальн", re.IGNORECASE
    ),
    "центр": re.compile(
        r"занятост|обслуживани|многофункциональн|центр[а-я]{0,3}\s+[«\"]|контакт|ситуационн|консультационн|учебн|помощи",
        re.IGNORECASE,
    ),
    "группа": re.compile(r"рабоч|проектн|экспертн", re.IGNORECASE),
    "ответственный": re.compile(r"ответственн\w+\s+за\b", re.IGNORECASE),
    "управлять": re.compile(r"управляющ\w{2,3}\s+дел", re.IGNORECASE),
    "исполняющий": re.compile(r"исполняющ\w{2,3}\s+обязанност", re.IGNORECASE),
    "руководство": re.compile(r"руководств\w{1,3}\s+[а-яё]", re.IGNORECASE),
    "владелец": re.compile(r"владел\w+\s+(?:точ|процесс|услуг|сервис|перечн|функци|продукт)", re.IGNORECASE),
    "член": re.compile(r"комисси|групп|совет", re.IGNORECASE),
}
# beginnings of all heads and of abbreviations, for a cheap look before the dictionary is asked
BEGINNINGS = four_letters(
    *HEADS,
    *(word.replace("ё", "е") for word in HEADS),
    "лиц лица лицу лице мэра мэру мэры дум думы думе",
    "мфц гку гбу гау мку мбу цзн огку огбу кгку кгбу пресс",
)
CLIENT = re.compile(
    r"(?:клиент|заявител|гражданин|граждане|получател|посетител|пользовател|потребител|застройщик|предпринимател"
    r"|респондент|отправител|автор|работодател|владелец|владельц|поставщик)(?:ь|и|ы|)",
    re.IGNORECASE,
)
_ABBREVIATIONS = frozenset({"МФЦ", "ГКУ", "ГБУ", "ГАУ", "МКУ", "МБУ", "ЦЗН", "ОГКУ", "ОГБУ", "КГКУ", "КГБУ"})
_ANY_CASE = tuple(Form("учреждение", "NOUN", case, "sing", "neut") for case in ("nomn", "datv", "ablt", "accs"))


@lru_cache(1 << 14)
def head_forms(word: str) -> tuple[Form, ...]:
    """Readings of a word as the head of an agent; none for other words.

    >>> sorted({form.case for form in head_forms("начальником")}), head_forms("обращением")
    (['ablt'], ())
    """
    if word in _ABBREVIATIONS:
        return _ANY_CASE
    lower = word.lower()
    if lower[:4] not in BEGINNINGS and "-" not in lower:
        return ()
    return tuple(form for form in readings(lower) if _is_head(form.lemma) and form.pos in ("NOUN", "ADJF", "PRTF"))


def _is_head(lemma: str) -> bool:
    return lemma in HEADS or ("-" in lemma and lemma.split("-")[0] in POSITIONS)  # "специалист-эксперт"


def is_officer(word: str) -> bool:
    """Whether a participle is the name of a position: "заведующий", "управляющими".

    >>> is_officer("заведующим"), is_officer("осуществляющим")
    (True, False)
    """
    return word.lower().startswith(("заведующ", "управляющ", "служащ", "исполняющ", "ответственн"))


def is_agent_name(lemma: str, phrase: str) -> bool:
    """Whether the phrase names an officer where its head alone would not.

    >>> is_agent_name("лицо", "уполномоченное лицо"), is_agent_name("лицо", "физическое лицо")
    (True, False)
    """
    needed = _NEED_WORDS.get(lemma)
    return needed is None or needed.search(phrase) is not None
