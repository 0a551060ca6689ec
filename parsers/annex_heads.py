"""Where an annex begins: its stamp («Приложение N 2 к приказу …», «УТВЕРЖДЕН …») and its title over several lines."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from normalizers.act_numbers import find_number
from normalizers.authority_heads import AUTHORITY_HEAD_RE
from normalizers.dates import find_dates
from parsers.document import Block, Document, Paragraph, Table
from parsers.markers import Kind, marker_of
from parsers.stamps import AGREED, APPROVED, is_annex_start, is_sentence, read_stamp
from parsers.structure import Stamp

_MAX_STAMP = 30
_APPROVED_BELOW = re.compile(r"\((?:утв|утверждён|утвержден)[.\w]*\s", re.IGNORECASE)
_TITLE_WORD = (
    r"порядок|перечень|регламент|положение|правила|методика|методические рекомендации|инструкция|реестр|план|стандарт|"
    r"состав|карта|схема|список|требования|критерии|образец|бланк|анкета|точки взаимодействия"
    r"|точки контакта|номенклатура|"
    r"алгоритм|концепция|программа|паспорт|каталог|справочник|памятка|рекомендации|матрица"
    r"|сведения|информация|опросный лист|"
    r"заявление|журнал|отчет|показатели|свод|модель|методология|механизм|политика"
)
TITLE = re.compile(
    rf"(?:[А-ЯЁ][\w-]*(?:ый|ий|ой|ая|ое|ые" rf"|ие)\s+(?:и\s+\w+\s+)?){{0,3}}(?:форма\s+)?(?:{_TITLE_WORD})\b",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:[А-ЯЁ]\s){3,}[А-ЯЁ]\b")
_FORM_MARK = re.compile(
    r"\(?\s*(?:форма|бланк|образец|типовая форма|примерная форма|рекомендуемая форма)\)?\s*$", re.IGNORECASE
)
_SMALL = re.compile(r"[а-яё]")
_CONTINUES = re.compile(r"[\"«(]?[а-яё]|\d{2}\.\d{2}\.\d{4}|(?:N|№)\s?\d")


class AnnexHead(NamedTuple):
    """The head of an annex and the index of the first block of its body."""

    stamp: Stamp | None
    stamp_blocks: tuple[Paragraph, ...]
    title_blocks: tuple[Paragraph, ...]
    form: bool
    body: int


def is_title_start(text: str) -> bool:
    """Whether a line opens a title: a title word in the nominative with a capital.

    >>> is_title_start("ПОРЯДОК"), is_title_start("Порядка ведения"), is_title_start("П Е Р Е Ч Е Н Ь")
    (True, False, True)
    """
    if _SPACED.match(text):
        text = text.replace(" ", "", 40)
    return text[:1].isupper() and bool(TITLE.match(text)) and not text.rstrip().endswith((";", ":"))


def _opens_title(blocks: Sequence[Block], index: int) -> bool:
    """Whether a title begins here: with a title word, or with «ФОРМА» over "сведений о точке взаимодействия"."""
    block = blocks[index]
    if not isinstance(block, Paragraph):
        return False
    if is_title_start(block.text):
        return True
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return bool(_FORM_MARK.fullmatch(block.text)) and isinstance(below, Paragraph) and bool(_SMALL.match(below.text))


def read_annex_head(document: Document, blocks: Sequence[Block], start: int) -> AnnexHead:
    """Take the stamp and the title that begin at ``start``.

    Postcondition: ``body`` is behind the last block taken, and at ``start`` if there is neither stamp nor title.
    """
    stop, title_stop, body = _stops(blocks, start)
    stamp_blocks = _paragraphs(blocks[start:stop]) + _paragraphs(blocks[title_stop:body])
    title_blocks = _paragraphs(blocks[stop:title_stop])
    form = any(_FORM_MARK.fullmatch(block.text) for block in stamp_blocks)
    approved = [block for block in stamp_blocks if not _FORM_MARK.fullmatch(block.text)]
    return AnnexHead(read_stamp(document, approved), tuple(stamp_blocks), tuple(title_blocks), form, body)


def annex_body(blocks: Sequence[Block], start: int) -> int:
    """Where the body of an annex begins whose stamp and title begin at ``start``."""
    return _stops(blocks, start)[-1]


def _stops(blocks: Sequence[Block], start: int) -> tuple[int, int, int]:
    """Ends of the stamp, of the title, and of the lines of the stamp below the title."""
    stop = _stamp_end(blocks, start)
    title_stop = body = _title_end(blocks, stop)
    while body < len(blocks) and _goes_below(blocks[body]):
        body += 1
    return stop, title_stop, body


def _goes_below(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_APPROVED_BELOW.match(block.text))


def _paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _stamp_end(blocks: Sequence[Block], start: int) -> int:
    """Past the lines of the stamp: up to a title, a marker, a table."""
    if start >= len(blocks) or not is_annex_start(blocks[start]):
        return start
    position = start + 1
    dated = _is_dated(blocks[start])
    gaps = uses_gaps(blocks, start)
    while position < min(len(blocks), start + _MAX_STAMP):
        block = blocks[position]
        if isinstance(block, Table) or _opens_title(blocks, position):
            return position
        if (
            not is_annex_start(block)
            and marker_of(block.text).kind is not Kind.NONE
            and not find_dates(block.text[:24])
        ):
            return position
        if dated and not _CONTINUES.match(block.text) and not _still_stamp(block, gaps):
            return position
        if len(block.text) > 300 and not is_annex_start(block):
            return position
        dated = dated or _is_dated(block)
        position += 1
    return position


def _is_dated(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(find_number(block.text)) and bool(_numbers_an_act(block.text))


def _numbers_an_act(text: str) -> bool:
    return bool(find_dates(text)) or "_" in text


def uses_gaps(blocks: Sequence[Block], start: int) -> bool:
    """Whether the dump parts paragraphs by blank lines, so that lines without one between belong together."""
    return any(isinstance(block, Paragraph) and block.gap for block in blocks[start : start + 40])


def _still_stamp(block: Paragraph, gaps: bool) -> bool:
    """Behind the date: a second stamp, «Форма», «УТВЕРЖДАЮ» with its lines, the quoted title of the act."""
    return (
        (gaps and not block.gap and not _is_capital_title(block.text))
        or is_annex_start(block)
        or bool(_FORM_MARK.fullmatch(block.text) or AGREED.match(block.text))
        or block.text.startswith(("«Об", '"Об', "«О ", '"О ', "_", "«_"))
        or (not block.gap and bool(AUTHORITY_HEAD_RE.match(block.text)) and len(block.text) < 90)
    )


def _is_capital_title(text: str) -> bool:
    """«ПРЕДЛОЖЕНИЕ о включении …»: a first word in capitals behind the date of the stamp."""
    first = text.split(maxsplit=1)[0]
    return len(first) > 4 and first.isupper() and not APPROVED.match(text)


def _title_end(blocks: Sequence[Block], start: int) -> int:
    """Past the lines of the title: a title word, then what goes on with it."""
    if start >= len(blocks) or not isinstance(blocks[start], Paragraph):
        return start
    first = blocks[start]
    assert isinstance(first, Paragraph)
    if marker_of(first.text).kind is not Kind.NONE or not _opens_title(blocks, start):
        return start
    return title_end(blocks, start)


def title_end(blocks: Sequence[Block], start: int) -> int:
    """Past the lines that go on with the title that begins at ``start``."""
    first = blocks[start]
    last = start + 1
    upper = isinstance(first, Paragraph) and first.text.isupper()
    gaps = uses_gaps(blocks, start)
    for position in range(start + 1, min(len(blocks), start + 14)):
        block = blocks[position]
        if isinstance(block, Table) or marker_of(block.text).kind is not Kind.NONE or _APPROVED_BELOW.match(block.text):
            break
        if (gaps and not block.gap) or _goes_on(block, upper and last == position, blocks[position - 1]):
            last = position + 1
        elif block.gap or len(block.text) > 200 or position > last:
            break
    return last


def _goes_on(block: Paragraph, upper: bool, previous: Block) -> bool:
    text = block.text
    if text.rstrip().endswith((".", ":", ";")) and len(text) > 120:
        return False
    if re.match(r"[\"«(]?[а-яё]", text):
        return not is_sentence(text)
    if upper and text.isupper():
        return True
    head = AUTHORITY_HEAD_RE.match(text)
    genitive = head is not None and not head[0].lower().endswith(("ство", "мент", "ние", "тет"))
    if genitive and not is_sentence(text):
        return True
    open_end = isinstance(previous, Paragraph) and previous.text.rstrip().endswith(
        (",", " и", " в", " с", " на", " по", " для", " от", " к", " о", " об", " при", "(")
    )
    return (open_end or (not block.gap and _is_one_word(previous))) and not is_sentence(text)


def _is_one_word(block: Block) -> bool:
    return isinstance(block, Paragraph) and " " not in block.text.strip()
