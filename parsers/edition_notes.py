"""Which edition of an order a source holds, by the marks that legal systems print in its head and its text.

The edition's date is that of the latest amending act: "(в ред. приказа от 12.03.2024 N 45)" (КонсультантПлюс),
"С изменениями и дополнениями от: …" (ГАРАНТ), "(с изменениями на …)", "{Пункт 3 в редакции приказа от …}" (Техэксперт).
A note behind the name of another act ("постановлением Правительства от … (в ред. от …)") says nothing of this order.
"""

import re
from collections.abc import Iterator
from itertools import islice

from normalizers.dates import find_dates
from normalizers.edition_dates import amending_dates
from parsers.document import Document

_UNSAID = frozenset({"deleted", "moved_from", "comment", "hidden", "glossary", "field_code"})
"""Marks of text that is not in force, or not of the order."""

_AMENDED = r"(?:\bред\.|\bредакци|\bизм\.|измен[её]?н|дополн[её]?н|исключ[её]н|изложен|введ[её]н|признан|утрати)"
_UNIT = (
    r"(?:(?:п|пп|подп|абз|ст|гл|разд|прил)\.|(?:под)?пункт|абзац|статья|раздел|глава|часть|строка|позици|таблица"
    r"|наименование|преамбула|приложение|порядок|перечень|сноска|графа)"
)
_ACT = r"(?:закон|указ|приказ|постановлени|распоряжени|решени)"
_BRACKET = re.compile(rf"[({{\[](?=[^(){{}}\[\]]{{0,160}}?{_AMENDED})", re.IGNORECASE)
_EDGES = {"(": re.compile(r"[()]"), "{": re.compile(r"[{}]"), "[": re.compile(r"[\[\]]")}
_REST = r"(?:[^\n|]|\n(?![^\S\n]*\n))"
_LINE_NOTES = tuple(
    re.compile(rf"^[^\S\n]*{pattern}", re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"(?-i:С)\s+изменениями(?:\s+и\s+дополнениями)?,?\s+от\b",
        rf"изменения(?:\s+и\s+дополнения)?\s*:\s+{_ACT}",
        r"(?:текст|документ)[^\S\n][^\n.]{0,60}?\bв\s+редакции\s+от\b",
        r"(?:действующая\s+)?редакция\s+(?:документа\s+)?(?:(?:N|№)\s?\d+\s+)?от\b",
        rf"(?-i:В)\s+ред(?:\.|акции)\s+{_ACT}{_REST}{{0,300}}?\bот\b",
        r"(?:(?-i:[А-ЯЁ])[а-я]+[^\S\n]+(?:[а-я]+[^\S\n]+){0,2}с|(?-i:С))(?:\s+уч[её]том)?\s+изменени(?:ями|й)(?:\s+и\s+дополнени(?:ями|й))?,\s+внес[её]нны",
        rf"(?:(?:[\d.]+\)?|[а-я]\))\s+)?(?:{_UNIT}{_REST}{{0,80}}?\s)?(?:утрати\w+\s+силу|исключ[её]н\w*)"
        rf"{_REST}{{0,60}}?[-–—]\s+{_ACT}\w*\s",
        rf"{_UNIT}{_REST}{{0,100}}?\s{_AMENDED}\w*\s{_REST}{{0,80}}?[-–—]\s+{_ACT}",
        rf"{_ACT}(?:ом|ем)\s{_REST}{{0,300}}?\sв\s+(?:{_UNIT}|настоящ|наименовани|преамбул){_REST}{{0,80}}?внесен\w*\s+измен",
    )
)
"""Notes without brackets, each at the beginning of its line; what a wrapped sentence goes on with begins small."""

_GOES_ON = re.compile(
    r"\s*(?:[а-яё(]|N\s?\d|№|\d{1,2}\s+(?:[а-я]{3,8}\s+\d{4}|[а-я]{3,8}\s*,)|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2},|\d{4}\s*г)"
)
_FUTURE = re.compile(r"будущ\w+ редакци", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\bг)[.;:!?]\s|\n[^\S\n]*\n|\|")
_OTHER_ACT = re.compile(
    rf"\b{_ACT}[а-я]{{0,4}}\b[^|]{{0,300}}?(?:\bот\s|\bN\s?[0-9А-Я]|№|[«\"])"
    r"|\bот\s+[«\"]?[0-9]{1,2}[\s.»\"]|\b(?:закон|кодекс|конституци|устав)",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(rf"{_ACT}|^{_UNIT}", re.IGNORECASE)
_ENDS_AS_ACT = re.compile(r"(?:\bN|№)\s?[\w/.-]{1,30}[»\"]?\s*$")
_LONGEST, _BEFORE, _AFTER = 3000, 500, 120
_MOST = 3000


def document_to_edition(document: Document, signed: str | None) -> str | None:
    """The ISO date of the edition that a source holds, ``None`` for an order that no mark tells to be amended.

    ``signed`` is the ISO date of the order itself, ``None`` where the source does not say; a date that is not later is
    none of an amending act.
    """
    dates = {date for note in edition_notes(_said(document), signed) for date in amending_dates(note)}
    return max((date for date in dates if signed is None or date > signed), default=None)


def edition_notes(text: str, signed: str | None) -> Iterator[str]:
    """The notes on amendments of the order itself, in brackets first.

    >>> list(edition_notes("Утвержден приказом от 01.02.2024 N 5 (в ред. от 02.03.2024).", "2024-02-01"))
    ['в ред. от 02.03.2024']
    >>> list(edition_notes("согласно указу от 01.02.2023 N 5 (в ред. от 02.03.2024)", "2024-02-01"))
    []
    """
    for found in islice(_BRACKET.finditer(text), _MOST):
        inner = _inner(text, found.start())
        if inner and (found[0] == "{" or _is_own(text, found.start(), inner, signed)):
            yield inner
    for pattern in _LINE_NOTES:
        for found in islice(pattern.finditer(text), _MOST):
            note = _lines(text, found.start())
            if not _FUTURE.search(text, found.start(), found.start() + len(note) + _AFTER):
                yield note


def _said(document: Document) -> str:
    """The reader's text without what was deleted or stands beside it."""
    pieces, position = [], 0
    for mark in sorted(document.marks, key=lambda mark: mark.span):
        if mark.name in _UNSAID and mark.span.start >= position:
            pieces.append(document.text[position : mark.span.start])
            position = mark.span.end
    return "".join((*pieces, document.text[position:]))


def _inner(text: str, start: int) -> str:
    """What stands between a bracket and its fellow; nothing where that is too far, or missing."""
    depth = 0
    for edge in _EDGES[text[start]].finditer(text, start, start + _LONGEST):
        depth += 1 if edge[0] == text[start] else -1
        if not depth:
            return text[start + 1 : edge.start()]
    return ""


def _lines(text: str, start: int) -> str:
    """A note to the end of its paragraph: lines that go on with it, over a blank one only where it is unfinished."""
    end = _line_end(text, start)
    while end < min(len(text), start + _LONGEST) and _GOES_ON.match(text, end):
        if text[end + 1 : _line_end(text, end + 1)].strip() or text[start:end].rstrip().endswith((":", ",", ";")):
            end = _line_end(text, end + 1)
        else:
            break
    return text[start:end]


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def _is_own(text: str, start: int, inner: str, signed: str | None) -> bool:
    """Whether a note in brackets is about this order: no other act is named before it in its sentence.

    A note on lines of its own that says what it amended, or by what, may stand below a title that names another act.
    """
    before = text[max(0, start - _BEFORE) : start]
    before = before[max((end.end() for end in _SENTENCE_END.finditer(before)), default=0) :]
    other = max((act.start() for act in _OTHER_ACT.finditer(before)), default=None)
    if other is None or _names(before[other:], signed):
        return True
    return bool(_SAYS_WHAT.search(inner)) and _stands_alone(text, start, inner) and not _ENDS_AS_ACT.search(before)


def _stands_alone(text: str, start: int, inner: str) -> bool:
    """Whether nothing else stands on the lines of a note."""
    end = start + len(inner) + 2
    line_end = text.find("\n", end)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return not before.strip() and not text[end : line_end if line_end >= 0 else len(text)].strip(" .\t|")


def _names(words: str, signed: str | None) -> bool:
    """Whether words name the order itself: by its date alone, for stamps misprint its number."""
    dates = find_dates(words)
    return bool(dates) and dates[-1].iso == signed
