"""Units of limits as codes: what a greatest number counts.

>>> unit_at("не более 2 переключений", 10), unit_at("не чаще 1 раза в месяц", 9)
('transfer', 'time_per_month')
>>> unit_counted("Количество переводов звонка "), unit_counted("Количество столов ")
('transfer', 'item')
"""

import re

_UNITS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in {
        "transfer": r"переключени|перевод(?:ов|а|ы)?\b|переадресаци|соединени",
        "minute": r"минут|мин\b",
        "second": r"секунд|сек\b",
        "hour": r"час(?:а|ов)?\b",
        "day": r"дн(?:я|ей)\b",
        "month": r"месяц",
        "ring": r"гудк|сигнал",
        "call": r"звонк|вызов",
        "character": r"символ|знак",
        "word": r"слова?\b",
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
_WORDS = re.compile(r"\s*(?:%|[\w-]+(?:\s+[\w-]+){0,2})")
_COUNTED = re.compile(r"\b(?:количеств\w+|числ[оа]|объ[её]м\w*)\s+(?P<what>[\w-]+(?:\s+[\w-]+)?)", re.IGNORECASE)
_PERIOD = re.compile(r"\s+раза?\s+в\s+(?P<period>день|неделю|месяц|квартал|год)", re.IGNORECASE)
_PERIODS = {"день": "day", "неделю": "week", "месяц": "month", "квартал": "quarter", "год": "year"}


def unit_at(text: str, position: int) -> str | None:
    """The unit in the words behind a number: "10 полных минут"."""
    period = _PERIOD.match(text, position)
    if period:
        return f"time_per_{_PERIODS[period['period'].lower()]}"
    found = _WORDS.match(text, position)
    return _code(found[0]) if found else None


def unit_counted(before: str) -> str | None:
    """The unit that the words before the bound count; "item" for one without a code."""
    counted = list(_COUNTED.finditer(before))
    return (_code(counted[-1]["what"]) or "item") if counted else None


def _code(text: str) -> str | None:
    pieces = text.split()
    codes = (code for piece in pieces for code, pattern in _UNITS if pattern.match(piece))
    return next(codes, None)
