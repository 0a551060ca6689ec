"""What a legal system adds to an order: banners, navigation, editor's notes. Named, kept, never part of the order.

``RULES`` is an ordered list: the first rule that sees a line names it. ``follows`` tells how many of the
next lines the same mark takes in: none, or the note's own lines up to a blank one.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_UNSEEN = "\ufeff\u200b\u2060\xa0 "


class LineRule(NamedTuple):
    """A pattern for a whole line and the name it gives."""

    name: str
    pattern: re.Pattern[str]


def _rule(name: str, *alternatives: str) -> LineRule:
    return LineRule(name, re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE))


_ACT = r"(?:федеральн\w+ закон|закон|указ|приказ|постановлени|распоряжени)\w*"

RULES: tuple[LineRule, ...] = (
    _rule(
        "banner",
        r"^вы можете открыть актуальную версию документа",
        r"^откройте актуальную версию",
        r"^если вы являетесь пользователем (?:интернет-версии )?системы гарант",
        r"^(?:система )?гарант\.ру\b",
        r"^©.*гарант",
        r"^документ предоставлен консультантплюс",
        r"^консультантплюс$",
        r"^надежная правовая поддержка$",
        r"^(?:https?://)?www\.(?:consultant|garant)\.ru/?$",
        r"^дата сохранения:",
        r"^электронный текст документа",
        r"^подготовлен \w+ .?кодекс",
        r"^и сверен по:",
        r"^(?:рассылка|файл-рассылка)$",
        r"^текст документа сверен по",
        r"^актуальная редакция документа",
        r"^редакция документа с уч[её]том",
        r"^изменений и дополнений подготовлена",
        r"^(?:ао|зао|ооо) .?(?:кодекс|информационная компания)",
    ),
    _rule("status", r"^(?:действующий|недействующий|не вступил в силу|отмен[её]н|утратил силу)$"),
    _rule("navigation", r"^<<\s*назад\b", r"^назад$", rf"^содержание {_ACT} .*\.\.\.$", r"^содержание$", r"^\|+$"),
    _rule("fence", r"^[_=]{8,}$", r"^-{8,}$", r"^\*{5,}$"),
    _rule(
        "page_number",
        r"^страница \d+ из \d+$",
        r"^стр\. ?\d+(?: из \d+)?$",
        r"^-\s?\d{1,4}\s?-$",
        r"^–\s?\d{1,4}\s?–$",
    ),
    _rule(
        "editor_note",
        r"^гарант:$",
        r"^информация об изменениях:",
        r"^нумерация (?:\w+ )?(?:приводится|дается|приведена) в соответствии с источником",
        r"^по-видимому, ",
        r"^вероятно, (?:здесь|в тексте|имеется в виду)",
        r"^здесь и далее (?:в тексте|по тексту)",
        r"^см\. (?:предыдущую|текст|будущую|данн\w+|пункт \w+ в другой)",
        r"^см\. также",
        r"^с изменениями и дополнениями от:",
        r"^(?:пункт|подпункт|абзац|раздел|приложение|строка|порядок|перечень|преамбула"
        r"|наименование|таблица|часть|глава)\b"
        r".{0,80}?\b(?:измен[её]н\w*|дополнен\w*|исключ[её]н\w*|изложен\w*|введ[её]н\w*)\s+(?:с|в"
        r"|-|–)\s.*?(?:[-–]|приказ|постановлен)",
        r"^(?:подпункт|пункт|абзац|раздел|приложение|строка)\b.{0,60} утратил\w* силу с\b",
        r"^изменения вступают в силу",
        r"^текст (?:\w+ )?опубликован ",
        r"^примечание изготовителя базы",
        r"^консультантплюс: примечание",
    ),
    _rule(
        "edition_note",
        r"^список изменяющих документов$",
        r"^\((?:в|с) (?:ред|изм)\.?(?:акции)? .*\)$",
        rf"^\(.{{0,60}}(?:введ[её]н\w*|в ред\.|исключ[её]н\w*|дополнительно включ\w*|в редакции).{{0,40}}{_ACT}.*\)$",
        r"^\{.*\}$",
        r"^\((?:с изменениями\b|изменения внесены ).*\)$",
        r"^(?-i:С) изменениями(?: и дополнениями)?, внес[её]нны(?:ми|х) .*\d",
        r"^документ с изменениями, внесенными:",
    ),
)

_TRAILING_EDITION = re.compile(
    r"\s*(?:\((?:в|с) (?:ред|изм)\.[^()]*(?:\([^()]*\)[^()]*)*\)"
    r"|\((?:п|пп|подп|абз|абзац|пункт|подпункт|строка|раздел)\.?\s[^()]{0,60}?(?:введ[её]н"
    r"|в ред\.|исключ[её]н)\w*[^()]*\)|\{[^{}]*\})\s*$",
    re.IGNORECASE,
)
_KEYS = (
    *("вы можете", "откройте", "если вы явл", "систем", "гарант", "©", "документ", "консультант", "надежн"),
    *("https://www", "http://www", "www.", "дата сохр", "электронный текст", "подготовлен", "и сверен", "рассылка"),
    *("файл-", "текст", "актуальная", "действ", "недейств", "не вступ", "отмен", "утратил", "<<", "назад"),
    *("содержание", "|", "_", "=", "-", "–", "*", "стр", "информация", "нумерация", "по-видимому", "вероятно"),
    *("здесь", "см.", "с измен", "пункт", "подпункт", "абзац", "раздел", "приложение", "порядок", "перечень"),
    *("преамбула", "наименование", "таблица", "часть", "глава", "изменени", "примечание", "редакция", "ао", "зао"),
    *("ооо", "список измен", "(", "{"),
)
"""How a line that some rule sees begins, in small letters."""
_LONGEST_KEY = max(map(len, _KEYS))


def squeezed(text: str) -> str:
    """A line as rules read it: one space for a run of white space, nothing unseen at its edges.

    >>> squeezed("\ufeffВы  можете")
    'Вы можете'
    """
    if "  " in text or "\xa0" in text or text[:1] in _UNSEEN:
        return " ".join(text.strip(_UNSEEN).split())
    return text


def line_to_mark(text: str) -> str | None:
    """The name of the mark that a line is, or ``None`` for a line of the order.

    >>> line_to_mark("Нумерация пунктов приводится в соответствии с источником")
    'editor_note'
    >>> line_to_mark("(в ред. Приказа Минтруда от 01.02.2024 N 5)")
    'edition_note'
    >>> line_to_mark("Приложение 3") is None and line_to_mark("- ответ на обращение") is None
    True
    """
    text = squeezed(text)
    if not text[:_LONGEST_KEY].lower().startswith(_KEYS):
        return None
    for rule in RULES:
        if rule.pattern.search(text):
            return rule.name
    return None


def trailing_note(text: str) -> int | None:
    """Where an edition note that closes a paragraph begins; ``None`` without one.

    >>> trailing_note("5.1. Прием ведется ежедневно. (п. 5.1 введен Приказом Минтруда от 01.02.2024 N 5)")
    29
    """
    if not text.endswith((")", "}")):
        return None
    found = _TRAILING_EDITION.search(text, max(0, len(text) - 600))
    return found.start() if found and found.start() else None


_LABELS = re.compile(
    r"^(?:ГАРАНТ:|Информация об изменениях:|С изменениями и дополнениями от:"
    r"|КонсультантПлюс: примечание\.?|Документ с изменениями, внесенными:)$"
)


def is_label(text: str) -> bool:
    """Whether the next line is the note itself, whatever it says.

    >>> is_label("ГАРАНТ:"), is_label("С изменениями и дополнениями от:")
    (True, True)
    """
    return bool(_LABELS.match(squeezed(text)))


FOOTNOTE = re.compile(r"^<(?:\d{1,2}|\*+)>\s")
"""A footnote below its rule, as КонсультантПлюс prints it."""

_DATES_ONLY = re.compile(
    r"^(?=.*\d)(?:(?:\d{1,4}(?!\d)|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|ию[нл][ья]|августа?|сентябр[ья]|октябр[ья]"
    r"|ноябр[ья]|декабр[ья]|г\.?|года?|и)(?:[ ,]+|$))+$"
)
_DATES_OPEN = re.compile(r"^С изменениями(?: и дополнениями)? от:")
_NOTE_OPENS = re.compile(
    r"\((?:(?:в|с) (?:ред|изм)\.|(?:п|пп|подп|абз|ст)\.\s|(?:пункт|подпункт|абзац|строка"
    r"|раздел|приложение)\b.{0,60}?(?:введ|в ред|исключ))",
    re.IGNORECASE,
)
_MAX_NOTE_LINES = 8


def note_length(texts: Sequence[str], label: bool) -> int:
    """How many lines, from the first of ``texts``, are one note: 0 where the first is a line of the order.

    ``label`` tells that the line before was a label.

    >>> note_length(["(в ред. Приказов комитета по труду", "от 20.09.2024 N 341-пр)", "1. Утвердить"], False)
    2
    """
    first = squeezed(texts[0])
    if label:
        return max(1, date_lines(texts))
    if _NOTE_OPENS.match(first) and not first.endswith(")"):
        depth = 0
        for size, text in enumerate(texts[:_MAX_NOTE_LINES], 1):
            depth += text.count("(") - text.count(")")
            if depth <= 0:
                return size if text.rstrip(".").endswith(")") else 0
    return 0


def is_date_list(text: str) -> bool:
    """Whether a line only lists dates of editions, or a part of them where a dump breaks its lines.

    >>> is_date_list("11 ноября 2024 г., 5 февраля 2025 г."), is_date_list("2025 г."), is_date_list("5 дней")
    (True, True, False)
    """
    return bool(_DATES_ONLY.match(squeezed(text)))


def opens_date_list(text: str) -> bool:
    """Whether a list of dates begins on a line, which the next lines may go on with.

    >>> opens_date_list("С изменениями и дополнениями от: 11 ноября,"), opens_date_list("С изменениями на 5 мая")
    (True, False)
    """
    return bool(_DATES_OPEN.match(squeezed(text)))


def date_lines(texts: Sequence[str]) -> int:
    """How many lines, from the first of ``texts``, only list dates.

    >>> date_lines(["11 ноября,", "5 февраля 2025", "г.", "1. Утвердить"])
    2
    """
    return next((size for size, text in enumerate(texts) if not is_date_list(text)), len(texts))
