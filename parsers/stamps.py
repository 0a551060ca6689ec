"""The approval stamp of an annex: where one begins, and what it says («Приложение N 2 к приказу …», «УТВЕРЖДЕН …»)."""

import re
from collections.abc import Sequence

from normalizers.act_numbers import find_number
from normalizers.authority_heads import AUTHORITY_HEAD_RE
from normalizers.dates import find_dates
from normalizers.verbatim import Quote
from parsers.document import Block, Document, Paragraph
from parsers.quoting import paragraphs_to_quote
from parsers.structure import Stamp

_ANNEX = re.compile(
    r"(?:Приложени[ея]|ПРИЛОЖЕНИ[ЕЯ])(?:\s*(?:N|№|No\.?|в„–)?\s*(?P<number>\d{1,3}|[IVX]{1,4})(?![\w)]))?[.:]?"
    r"\s*(?:$|[кК]\s|\(|(?:УТВЕРЖД|Утвержд|утвержд))"
)
APPROVED = re.compile(
    r"\(?(?:УТВЕРЖД[ЕЁ]Н[АОЫ]?|Утвержд[её]н[аоы]?" r"|У\s?Т\s?В\s?Е\s?Р\s?Ж\s?Д\s?Е\s?Н\s?[АОЫ]?)(?:[\s:]|$)"
)
AGREED = re.compile(r"(?:УТВЕРЖДАЮ|Утверждаю|СОГЛАСОВАНО)\b")
_ACT = re.compile(r"\b(приказ|постановлени|распоряжени|указ|закон|решени)\w*", re.IGNORECASE)
_KINDS = {"приказ": "order", "постановлени": "resolution", "распоряжени": "directive", "указ": "decree", "закон": "law"}
_OF_ANNEX = re.compile(
    r"\b[кК]\s+(?:настоящему\s+)?(?:административному\s+)?(?:Порядку|порядку|Перечню|перечню"
    r"|Регламенту|регламенту|Положению|положению|Методике|методике|Правилам|правилам)\b"
)


def is_annex_start(block: Block) -> bool:
    """Whether a paragraph opens an annex.

    It begins with «Приложение» or «Утвержден» as a stamp does: short, with no sentence behind it.
    """
    if not isinstance(block, Paragraph) or not block.text[:1].strip("(") or len(block.text) > 600:
        return False
    text = block.text
    if _ANNEX.match(text):
        return not text.rstrip().endswith((".", ";", ":"))
    return bool(APPROVED.match(text)) and not text.rstrip().endswith((";", ":")) and not is_sentence(text)


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, not with «2024 г.»."""
    return text.rstrip().endswith(".") and not text.rstrip().endswith(("г.", "год."))


def read_stamp(document: Document, blocks: Sequence[Paragraph]) -> Stamp | None:
    """What the stamp says: the act's kind, authority, date and number, the annex's own number."""
    if not blocks:
        return None
    first = _ANNEX.match(blocks[0].text)
    number = None
    if first and first["number"]:
        number = blocks[0].view.quote(first.start("number"), first.end("number"))
    body = _approval_blocks(blocks)
    whole = paragraphs_to_quote(document, body)
    if not whole.text or not (_ACT.search(whole.text) or _OF_ANNEX.search(whole.text)):
        return Stamp(whole, annex_number=number, of_annex=False) if whole.text or number else None
    of_annex = bool(_OF_ANNEX.search(whole.text)) and not _dated_act(whole.text)
    if of_annex:
        return Stamp(whole, annex_number=number, of_annex=True)
    return _act_stamp(document, body, number)


def _dated_act(text: str) -> bool:
    return bool(find_dates(text)) and bool(find_number(text))


def _approval_blocks(blocks: Sequence[Paragraph]) -> list[Paragraph]:
    """The stamp without «УТВЕРЖДАЮ» of a blank form, and without a bare «Приложение 3» over «УТВЕРЖДЕН»."""
    kept: list[Paragraph] = []
    for block in blocks:
        if AGREED.match(block.text):
            break
        kept.append(block)
    for index, block in enumerate(kept[1:], 1):
        if APPROVED.match(block.text):
            return kept[index:]
    return kept


def _act_stamp(document: Document, blocks: Sequence[Paragraph], number: Quote | None) -> Stamp:
    view = document.view([span for block in blocks for span in block.spans])
    text = view.text
    act = _ACT.search(text)
    start = act.end() if act else 0
    dates = [found for found in find_dates(text) if found.start >= start]
    found_number = find_number(text, dates[0].end if dates else start) or find_number(text, start)
    limit = min([len(text), *(found.start for found in dates[:1]), *([found_number.start] if found_number else [])])
    head = AUTHORITY_HEAD_RE.search(text, start, limit)
    authority = None
    if head:
        end = re.search(r"\s+(?:от|N|№)\s*[«\"]?\s*$|\s+(?:от|N|№)?\s*[«\"]?$", text[head.start() : limit])
        stop = head.start() + end.start() if end else limit
        authority = view.quote(head.start(), stop)
    kind = _KINDS.get(act[1].lower()) if act else None
    return Stamp(
        view.quote(),
        view.quote(found_number.start, found_number.end) if found_number else None,
        dates[0].iso if dates else None,
        authority,
        kind,
        number,
    )
