"""Verbs and roles that lay a duty, and verbs that lay none."""

import re

from extractor.provisions.vocabulary import stems, word_set

LAID = word_set("возложить возлагаю возлагается возлагаются возложен возложена возложено возложены")
APPOINTS = stems("назнач определ утвер являет являют закреп")
OBLIGED = word_set("должен должна должно должны обязан обязана обязано обязаны")
TO_DO = word_set("необходимо следует надлежит запрещается поручается поручить предписывается")
# "Отдел находится по адресу", "Сотрудники имеют доступ", "Администрация постановляет"
NO_DUTY = stems(
    "находит располага явля имеет имеют может могут состо подчиня вход относ называ действу существу включа",
    "постановля приказыва распоряжа счита становит содерж понима означа нужда хоч хот знает знают",
    "облада распростран вступа",
)
# what an authority as a whole does by its nature: "Министерство осуществляет взаимодействие с клиентами"
BY_NATURE = stems("осуществля использу взаимодейству оказыва предоставля получа стрем устанавлива определя")
# reflexive, and no passive: "Сотрудники руководствуются Порядком"
OWN_REFLEXIVE = stems("руководству забот обязу отчитыва знаком обраща убежда")
PLURAL = stems("ют ут ят ат ются утся ятся атся ны")
_ROLE = re.compile(
    r"\b(?:(?:ответственн|уполномоченн)(?:ым|ой|ыми)|(?:координатор|оператор|куратор)(?:ом|ами)|исполнител(?:ем|ями))\b",
    re.IGNORECASE,
)
_ROLE_STEMS = stems("тветственн полномоченн оординатор ператор уратор сполнител")


def may_have_role(text: str) -> bool:
    """A cheap look for :func:`has_role` and for a role that opens a sentence."""
    return any(stem in text for stem in _ROLE_STEMS)


def has_role(text: str) -> bool:
    """Whether somebody is made responsible: "ответственным", "координатором".

    >>> has_role("Ответственным за Перечень является отдел"), has_role("сообщается оператору")
    (True, False)
    """
    return may_have_role(text) and _ROLE.search(text) is not None
