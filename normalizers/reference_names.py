"""Documents known by a name or designation of their own: codes, constitutions, charters, ГОСТ, СанПиН.

Sources: the codes of the Russian Federation in force; article 5 of the Constitution (constitutions and charters of the
subjects); ГОСТ Р 1.5-2012, 3.1 (index, number and year of a standard).

>>> text = "Жилищным кодексом Российской Федерации, КоАП РФ, Уставом Курской области и ГОСТ Р 52872-2019"
>>> [(name.kind, text[name.start : name.end]) for name in find_names(text)]
... # doctest: +NORMALIZE_WHITESPACE
[('law', 'Жилищным кодексом Российской Федерации'), ('law', 'КоАП РФ'), ('law', 'Уставом Курской области'),
 ('standard', 'ГОСТ Р 52872-2019')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COUNTRY = r"(?:Российской\s+Федерации|РФ|России)"
_SUBJECT = (
    r"(?:(?:Донецкой|Луганской|Чеченской|Чувашской|Удмуртской|Кабардино-Балкарской|Карачаево-Черкесской)\s+(?:Народной\s+)?Республики"
    r"|Республики\s+[А-ЯЁ][а-яё]+(?:[\s-]+[А-ЯЁ][а-яё]+)?(?:\s+[-–—]\s+[А-ЯЁ][а-яё]+|\s+\([А-ЯЁ][а-яё]+\))?"
    r"|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+(?:области|края|автономн[а-я]{2,3}\s+(?:области|округа))(?:\s+[-–—]\s+Югры)?"
    r"|города\s+(?:федерального\s+значения\s+)?(?:Москвы|Санкт-Петербурга|Севастополя)|Санкт-Петербурга)"
)
_WHERE = rf"(?:{_COUNTRY}|{_SUBJECT})"
_BRANCH = (
    r"(?:[Гг]ражданск|[Жж]илищн|[Тт]рудов|[Нн]алогов|[Бб]юджетн|[Зз]емельн|[Гг]радостроительн|[Лл]есн|[Вв]одн|[Сс]емейн|[Уу]головн"
    r"|[Уу]головно-процессуальн|[Уу]головно-исполнительн|[Аа]рбитражн|[Вв]оздушн|[Тт]аможенн|[Ии]збирательн|[Пп]роцессуальн)"
)
_ABOUT = (
    r"(?:об\s+административных\s+(?:право)?нарушениях|административного\s+судопроизводства"
    r"|внутреннего\s+водного\s+транспорта|торгового\s+мореплавания)"
)
_NAME = re.compile(
    rf"""(?<![\w-])(?:
      (?P<branch>{_BRANCH}[а-яё]{{2,3}}\s+(?:процессуальн[а-яё]{{2,3}}\s+)?кодекс(?:ом|ами|ах|ов|[ауеы])?(?![а-яё])
        (?:\s+{_WHERE}(?![а-яё]))?)
    | (?P<code>[Кк]одекс(?:ом|[ауе])?(?:\s+{_WHERE})?\s+{_ABOUT}(?:\s+{_WHERE}(?![а-яё]))?)
    | (?P<short>(?:КоАП|КАС|ГрК|[АГУ]ПК|[БВГЖЗЛНСТУ]К|УИК)\s+РФ(?![а-яё]))
    | (?P<constitution>(?:К|к)онституци(?:[яию]|ей)(?:\s+\(Основн[а-яё]+\s+Закон[а-яё]*\))?\s+{_WHERE}(?![а-яё]))
    | (?P<charter>(?:У|у)став(?:ом|[ауе])?(?:\s+\(Основн[а-яё]+\s+Закон[а-яё]*\))?\s+{_SUBJECT}(?![а-яё]))
    | (?P<local>Устав(?:ом|[ауе])?\s+
        (?:муниципального\s+(?:образования|округа|района)|городского\s+(?:округа|поселения)|города)
        (?:\s+(?:город(?:ской\s+округ)?|район|округ))?\s+[«"]?[А-ЯЁ][а-яё]+(?:-[а-яё]+-[А-ЯЁ][а-яё]+|-[А-ЯЁ][а-яё]+)?
        (?:\s+[А-ЯЁ][а-яё]+)?[»"]?(?:\s+(?:области|края))?)
    | (?P<standard>(?:ГОСТ(?:\s+(?:Р|РВ|IEC|ISO|ИСО|МЭК)(?![а-яёa-z])){{0,2}}|СанПиН|СНиП|СП|ОСТ)\s+(?:№\s?)?
        (?P<number>\d[\d.]{{0,12}}\d(?:[-–]\d{{2,4}})?)(?![\w.]*\d))
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A document named by its own name; ``number_start`` where a designation holds one."""

    start: int
    end: int
    kind: str
    number_start: int | None = None


def may_name(text: str) -> bool:
    """A cheap look: whether the text holds a piece of such a name."""
    return (
        "одекс" in text
        or "Устав" in text
        or "устав" in text
        or "онституци" in text
        or "К РФ" in text
        or "П РФ" in text
        or "С РФ" in text
        or "ГОСТ" in text
        or "СП " in text
        or "нПиН" in text
        or "СНиП" in text
    )


def find_names(text: str) -> Iterator[FoundName]:
    """Every such name in order.

    >>> [name.kind for name in find_names("Кодексом этики, уставом учреждения, Уставом города Смоленска")]
    ['other']
    """
    for match in _NAME.finditer(text):
        if match["standard"]:
            if match["standard"].startswith("СП ") and match["number"].count(".") < 2:
                continue
            yield FoundName(match.start(), match.end("number"), "standard", match.start("number"))
        else:
            yield FoundName(match.start(), match.end(), "other" if match["local"] else "law")


_SHORT = {
    "коап": "кодекс об административный правонарушение",
    "кас": "кодекс административный судопроизводство",
    "грк": "градостроительный кодекс",
    "апк": "арбитражный процессуальный кодекс",
    "гпк": "гражданский процессуальный кодекс",
    "упк": "уголовно-процессуальный кодекс",
    "уик": "уголовно-исполнительный кодекс",
    "бк": "бюджетный кодекс",
    "вк": "водный кодекс",
    "гк": "гражданский кодекс",
    "жк": "жилищный кодекс",
    "зк": "земельный кодекс",
    "лк": "лесной кодекс",
    "нк": "налоговый кодекс",
    "ск": "семейный кодекс",
    "тк": "трудовой кодекс",
    "ук": "уголовный кодекс",
}
_STATE = re.compile(r"\s*\b(?:российский федерация|рф|россия)\b")


def name_key(name: str) -> str:
    """What all case forms and the abbreviation of a name share; the Federation itself is left out.

    >>> name_key("Жилищным кодексом Российской Федерации") == name_key("ЖК РФ") == name_key("Жилищного кодекса")
    True
    """
    from normalizers.morphology import lemma

    words = [lemma(word) for word in re.findall(r"[\w-]+", name.lower())]
    key = _STATE.sub("", " ".join(words)).strip()
    return _SHORT.get(key, key)
