"""Greatest numbers: "не более двух переключений", "Время разговора не должно превышать 10 минут".

The unit stands behind the number, or is what the sentence counts ("Количество переводов звонка не должно превышать двух").
Lower bounds ("не менее") are none, and terms of an action are deadlines.
"""

import re
from collections.abc import Iterator

from extractor.provisions.found import FoundProvision, Passage, Unit, beginnings, four_letters
from extractor.provisions.measures import is_limit
from extractor.provisions.places import place_hint
from extractor.registry import Limit, ProvisionKind
from normalizers.durations import FoundDuration, find_durations
from normalizers.numerals import numeral_to_int

_CUES = four_letters("должно может могут превышает более свыше больше дольше чаще максимум ожидание переключений продолжительность длительность")
_NUMERALS = four_letters("одного одной одну двух трех трёх четырех пяти шести семи восьми девяти десяти двенадцати пятнадцати двадцати тридцати сорока ста")
_MOST = re.compile(
    r"""(?:
        (?P<strict>\bне\s+(?:долж\w{1,3}|мо(?:же|гу)т)\s+(?:превышать|(?:(?:быть|составлять|длиться|занимать)\s+)?(?:более|больше|свыше|дольше))(?:\s+чем)?
        |\bне\s+превыша(?:ет|ют|ющ\w+)|\bне\s+(?:более|больше|свыше|дольше|чаще)(?:\s+чем)?(?:\s+(?P<extension>на|в))?|\bмаксимум
        |\bмаксимальн\w{2,3}\b[^.;:]{0,90}?(?:[–—:-]|составляет|равн\w+))
      | (?P<loose>\bдо|\bсоставля(?:ет|ют)|[–—-])
    )\s+(?=[\dА-Яа-яЁё])""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(r"(?P<figure>\d{1,6}(?:\s000)?)(?:-?(?:ти|х|и|го))?(?![\d.,:]\d)|(?P<word>[а-яё]+(?:\s[а-яё]+){0,2})", re.IGNORECASE)
_TWIN = re.compile(r"\s*\([^()]{1,40}\)")
_UNIT_WORDS = re.compile(r"\s*(?:%|[\w-]+(?:\s+[\w-]+){0,2})")
_UNITS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in {
        "transfer": r"переключени|перевод(?:ов|а|ы)?\b|переадресаци|соединени",
        "minute": r"минут|мин\b",
        "second": r"секунд|сек\b",
        "hour": r"час(?:а|ов)?\b",
        "day": r"(?:рабочих\s+|календарных\s+)?дн(?:я|ей)\b",
        "month": r"месяц",
        "ring": r"гудк|(?:телефонн\w+\s+)?сигнал",
        "call": r"звонк|вызов",
        "character": r"символ|знак",
        "word": r"слов(?:а)?\b",
        "page": r"страниц|лист(?:а|ов)\b",
        "file": r"файл",
        "kilobyte": r"кбайт|кб\b|килобайт",
        "megabyte": r"мбайт|мб\b|мегабайт",
        "gigabyte": r"гбайт|гб\b|гигабайт",
        "percent": r"%|процент",
        "point": r"балл",
        "time": r"раза?\b",
        "question": r"вопрос",
        "document": r"документ",
        "message": r"сообщени",
        "request": r"обращени|заявлени|запрос|заявк|жалоб|отзыв",
        "person": r"человек|лиц\b|граждан|посетител|клиент|участник|специалист|сотрудник|заявител|представител",
        "step": r"шаг|действи|переход|клик",
        "metre": r"метр",
        "rouble": r"руб",
        "visit": r"посещени|визит",
        "attempt": r"попыт",
        "copy": r"экземпляр",
    }.items()
)
_COUNTED = re.compile(r"\b(?:количеств\w+|числ[оа]|объ[её]м\w*)\s+(?P<what>[\w-]+(?:\s+[\w-]+){0,1})", re.IGNORECASE)
_PERIOD = re.compile(r"раза?\s+в\s+(?P<period>день|неделю|месяц|квартал|год)", re.IGNORECASE)
_PERIODS = {"день": "day", "неделю": "week", "месяц": "month", "квартал": "quarter", "год": "year"}
_TIMES = {"M": "minute", "H": "hour"}
_ISO = re.compile(r"PT(\d+)([HM])")


def find_limits(unit: Unit) -> Iterator[FoundProvision]:
    """One for each greatest number of the clause's sentences."""
    if not _may_limit(unit.beginnings):
        return
    for passage in unit.passages:
        if len(unit.passages) == 1 or _may_limit(beginnings(passage.text)):
            for value in dict.fromkeys(_values(passage)):
                hint = place_hint(unit, passage, ProvisionKind.LIMIT)
                yield FoundProvision(ProvisionKind.LIMIT, unit.clause, passage.quote(), Limit(max=value[0], unit=value[1]), hint)


def _may_limit(words: set[str]) -> bool:
    if words.isdisjoint(_CUES):
        return False
    return not words.isdisjoint(_NUMERALS) or any(word[0] in "0123456789" for word in words)


def _values(passage: Passage) -> Iterator[tuple[int, str]]:
    text = passage.text
    durations = find_durations(text)
    for found in durations:
        length = _ISO.fullmatch(found.iso)
        if length and is_limit(text, found.start, found.end, found.iso) and _is_bounded(text, found):
            yield int(length[1]), _TIMES[length[2]]
    for most in _MOST.finditer(text):
        value = _count(text, most)
        if value and not any(found.start - 2 <= most.end() < found.end for found in durations if not most["extension"]):
            yield value


def _is_bounded(text: str, found: FoundDuration) -> bool:
    """As in "не должно превышать 10 минут", "до 15 минут", "максимальное время ожидания – 15 минут"."""
    before = text[max(0, found.start - 160) : found.start]
    return any(most.end() >= len(before) - 1 for most in _MOST.finditer(before + "1"))


def _count(text: str, most: re.Match[str]) -> tuple[int, str] | None:
    number = _NUMBER.match(text, most.end())
    if number is None:
        return None
    value, end = _number(number)
    if not value:
        return None
    twin = _TWIN.match(text, end)
    unit = _unit(text, twin.end() if twin else end)
    if unit is None and most["strict"]:
        unit = _counted(text[: most.start()])
    if unit is None or (most["loose"] and unit != "transfer") or (unit in ("day", "month", "hour", "minute") and not most["extension"]):
        return None
    return value, unit


def _number(number: re.Match[str]) -> tuple[int, int]:
    """The value and where the numeral ends; of words, the longest run that is a numeral."""
    if number["figure"]:
        return int(number["figure"].replace(" ", "").replace("\xa0", "")), number.end()
    words = number["word"].split()
    for size in range(len(words), 0, -1):
        value = numeral_to_int(" ".join(words[:size]))
        if value:
            return value, number.start() + len(" ".join(words[:size]))
    return 0, number.end()


def _unit(text: str, position: int) -> str | None:
    """The unit in the words behind the number: "10 (десяти) полных минут"."""
    period = _PERIOD.match(text.strip(), 0) if position == 0 else _PERIOD.match(text, position + 1)
    if period:
        return f"time_per_{_PERIODS[period['period'].lower()]}"
    words = _UNIT_WORDS.match(text, position)
    if words is None:
        return None
    return _code(words[0].strip())


def _code(words: str) -> str | None:
    pieces = words.split()
    for index in range(len(pieces)):
        rest = " ".join(pieces[index:])
        code = next((code for code, pattern in _UNITS if pattern.match(rest)), None)
        if code:
            return code
    return None


def _counted(before: str) -> str | None:
    """As in "Количество переводов звонка не должно превышать двух"."""
    counted = list(_COUNTED.finditer(before))
    if not counted:
        return None
    return _code(counted[-1]["what"]) or "item"
