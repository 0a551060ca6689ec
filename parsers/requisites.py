"""Requisites of the order: from its own head, else from the stamp of its first annex."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from normalizers.act_numbers import find_number
from normalizers.authority_heads import AUTHORITY_HEAD_RE
from normalizers.dates import find_dates
from normalizers.morphology import readings
from normalizers.verbatim import Quote, Span
from parsers.document import Block, Document, Paragraph, Table
from parsers.markers import Kind, marker_of
from parsers.names import find_person
from parsers.quoting import paragraphs_to_quote
from parsers.structure import Requisites, Signatory, Stamp

_KIND = re.compile(r"(приказ|постановление|распоряжение|указ|закон|решение)(?=\b)", re.IGNORECASE)
_KIND_ALONE = re.compile(
    r"(?:п\s?р\s?и\s?к\s?а\s?з|п\s?о\s?с\s?т\s?а\s?н\s?о\s?в\s?л\s?е\s?н\s?и\s?е"
    r"|р\s?а\s?с\s?п\s?о\s?р\s?я\s?ж\s?е\s?н\s?и\s?е|у\s?к\s?а\s?з|з\s?а\s?к\s?о\s?н"
    r"|р\s?е\s?ш\s?е\s?н\s?и\s?е)\b",
    re.IGNORECASE,
)
_CODES = {
    "приказ": "order",
    "постановление": "resolution",
    "распоряжение": "directive",
    "указ": "decree",
    "закон": "law",
    "решение": "other",
}
_TITLE = re.compile(r"[«\"]?(?:Об?|ОБ?)\s+\S")
_PLACE = re.compile(
    r"(?:г|гор|город|п|пос|с|пгт|рп|р\.п|ст-ца|станица|село" r"|поселок)\.?\s?[А-ЯЁ][\w-]+(?:[\s-][А-ЯЁ][\w-]+)*"
)
_ENACTS = re.compile(
    r"(?:^|[\s,])(?:п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?(?:ю|е\s?т|е\s?м)"
    r"|п\s?о\s?с\s?т\s?а\s?н\s?о\s?в\s?л\s?я\s?(?:ю|е\s?т|е\s?м)"
    r"|р\s?е\s?ш\s?и\s?л\w?|о\s?б\s?я\s?з\s?ы\s?в\s?а\s?(?:ю|е\s?т))\s*:?\s*$",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"(?:В целях|В соответстви|Во исполнение|На основании|Руководствуясь|В рамках|С целью|В связи|Во испол|По итогам|"
    r"В порядке|Учитывая|Для|Согласно|Рассмотрев|Правительство|Администрация)\b"
)
_GARANT_TITLE = re.compile(r"(?P<kind>[А-ЯЁ][а-яё]+)\s+(?P<rest>.*?)\s+от\s", re.DOTALL)
_QUOTED_TITLE = re.compile(r"[\"«](?P<title>Об?\s.+)[\"»]?\s*$", re.DOTALL)
_HEAD_LIMIT = 40


@dataclass(slots=True)
class _Head:
    """What the lines of the head have given so far."""

    kind: str | None = None
    authority: list[Paragraph] = field(default_factory=list)
    number: Quote | None = None
    date: str | None = None
    place: Quote | None = None
    title: Quote | None = None
    authority_quote: Quote | None = None
    spans: list[Span] = field(default_factory=list)
    kind_seen_after_authority: bool = False


def read_order_head(document: Document, blocks: Sequence[Block]) -> tuple[_Head, int]:
    """The requisites above the order's text and the index of the first block of that text."""
    head = _Head()
    index = 0
    while index < min(len(blocks), _HEAD_LIMIT):
        block = blocks[index]
        if isinstance(block, Table) or _begins_text(block, head):
            break
        taken = _read_line(document, blocks, index, block, head)
        if not taken:
            break
        head.spans.extend(span for b in blocks[index : index + taken] if isinstance(b, Paragraph) for span in b.spans)
        index += taken
    if head.authority and head.authority_quote is None:
        head.authority_quote = paragraphs_to_quote(document, head.authority)
    return head, index


def read_below_signature(head: _Head, signature: Sequence[Block]) -> None:
    """Date, number and place that stand below the signature, as decrees have them; what the head says stays."""
    for block in signature[1:]:
        if isinstance(block, Paragraph) and find_person(block.text) is None:
            _dates_and_numbers(block, head)


def _begins_text(block: Paragraph, head: _Head) -> bool:
    if _ENACTS.search(block.text) or (_PREAMBLE.match(block.text) and len(block.text) > 80):
        return True
    kind = marker_of(block.text).kind
    return kind is not Kind.NONE and not find_dates(block.text[:30]) and head.kind is not None


def _read_line(document: Document, blocks: Sequence[Block], index: int, block: Paragraph, head: _Head) -> int:
    """Give one line (or a title of several) to the head; how many blocks were taken, 0 if none."""
    text = block.text.strip()
    if _one_line_title(block, head) or _repeats(block, head):
        return 1
    if _TITLE.match(text) and head.title is None and (head.kind or head.authority or head.date or index > 0):
        size = _title_size(blocks, index)
        title = [b for b in blocks[index : index + size] if isinstance(b, Paragraph)]
        head.title = _unquoted(paragraphs_to_quote(document, title))
        return size
    kind = _KIND_ALONE.match(text)
    if kind and len(text) < 160 and not head.kind:
        _read_kind(block, kind, head)
        return 1
    if AUTHORITY_HEAD_RE.match(text) and len(text) < 300 and not head.title:
        if head.authority and head.kind is None and _is_genitive(text):
            head.authority.append(block)
        elif head.kind is None or not head.authority:
            head.authority = [block]
        return 1
    if head.authority and head.kind is None and text.startswith("(") and text.endswith(")"):
        return 1
    if _dates_and_numbers(block, head):
        return 1
    if head.authority and head.kind is None and len(text) < 200 and not text.endswith("."):
        head.authority.append(block)
        return 1
    return 1 if len(text) < 120 and head.title is None and not text.endswith(".") else 0


def _is_genitive(text: str) -> bool:
    """«КОМИТЕТ ПО ТАРИФАМ» over «ПРАВИТЕЛЬСТВА КРАЯ»: a second line in the genitive goes on with the name."""
    word = re.split(r"[\s,]", text, maxsplit=1)[0]
    cases = {form.case for form in readings(word) if form.number == "sing"}
    return "gent" in cases and "nomn" not in cases


def _read_kind(block: Paragraph, kind: re.Match[str], head: _Head) -> None:
    """«ПРИКАЗ», "ПРИКАЗ N 63-пр", "Приказ Министерства …"."""
    head.kind = _CODES.get(kind[0].lower().replace(" ", ""), "other")
    rest = block.text[kind.end() :]
    authority = AUTHORITY_HEAD_RE.match(rest.strip())
    if authority and not head.authority:
        start = block.text.index(rest.strip(), kind.end())
        stop = re.search(r"\s+от\s|\s+(?:N|№)", block.text[start:])
        head.authority_quote = block.view.quote(start, start + stop.start() if stop else None)
    _dates_and_numbers(block, head)


def _one_line_title(block: Paragraph, head: _Head) -> bool:
    """ГАРАНТ's head: «Приказ Министерства X от 22 марта 2024 г. N 110 "Об утверждении …"»."""
    text = block.text
    found = _GARANT_TITLE.match(text)
    if head.kind or not found or found["kind"].lower() not in _CODES:
        return False
    dates = find_dates(text)
    number = find_number(text)
    if not dates or number is None or not AUTHORITY_HEAD_RE.match(found["rest"]):
        return False
    head.kind = _CODES[found["kind"].lower()]
    head.authority_quote = block.view.quote(found.start("rest"), found.end("rest"))
    head.date, head.number = dates[0].iso, block.view.quote(number.start, number.end)
    title = _QUOTED_TITLE.search(text, number.end)
    if title and not title["title"].rstrip('"» ').endswith("..."):
        head.title = _unquoted(block.view.quote(title.start("title")))
    return True


def _repeats(block: Paragraph, head: _Head) -> bool:
    """A saved page prints the head twice: once as the name of the page, once over the text."""
    if head.title and block.text.strip().strip('«»"') == head.title.text:
        return True
    found = _GARANT_TITLE.match(block.text)
    number = find_number(block.text) if found and found["kind"].lower() in _CODES else None
    return bool(number and head.number and block.text[number.start : number.end] == head.number.text)


def _unquoted(quote: Quote) -> Quote:
    """A title without the quotes around the whole of it."""
    text = quote.text
    if text[:1] in '«"' and text[-1:] in '»"':
        return Quote(text[1:-1], _shrunk(quote, 1, 1))
    if text[-1:] in '»"' and text.count("«") + text.count('"') < text.count("»") + 2 * (text.count('"') % 2):
        return Quote(text[:-1], _shrunk(quote, 0, 1))
    return quote


def _shrunk(quote: Quote, left: int, right: int) -> tuple[Span, ...]:
    spans = list(quote.spans)
    spans[0] = Span(spans[0].start + left, spans[0].end)
    spans[-1] = Span(spans[-1].start, spans[-1].end - right)
    return tuple(spans)


def _title_size(blocks: Sequence[Block], start: int) -> int:
    """How many blocks the title takes: lines that go on with it."""
    first = blocks[start]
    assert isinstance(first, Paragraph)
    upper = first.text.isupper()
    size = 1
    for block in blocks[start + 1 : start + 12]:
        if isinstance(block, Table) or _PREAMBLE.match(block.text) or _ENACTS.search(block.text):
            break
        if marker_of(block.text).kind is not Kind.NONE or find_dates(block.text[:40]) or len(block.text) > 250:
            break
        small = re.match(r"[\"«(]?[а-яё]", block.text)
        if not (small or (upper and block.text.isupper()) or (not block.gap and not block.text.rstrip().endswith("."))):
            break
        size += 1
    return size


def _dates_and_numbers(block: Paragraph, head: _Head) -> bool:
    """Date, number and place of a line such as «16.02.2024 г. Екатеринбург № 89»."""
    text = block.text
    if len(text) > 160:
        return False
    dates, number = find_dates(text), find_number(text)
    place = None if AUTHORITY_HEAD_RE.match(text.strip()) else _PLACE.search(text)
    if place and dates and dates[0].start <= place.start() < dates[0].end:
        place = _PLACE.search(text, dates[0].end)
    if dates and head.date is None:
        head.date = dates[0].iso
    if number and head.number is None:
        head.number = block.view.quote(number.start, number.end)
    if place and head.place is None and (dates or number or place[0].strip() == text.strip()):
        head.place = block.view.quote(place.start(), place.end())
    return bool(dates or number or (place and place[0].strip() == text.strip()))


def head_to_requisites(head: _Head, signatory: Signatory | None) -> Requisites:
    """The requisites that the order's own head gives."""
    span = Span(head.spans[0].start, head.spans[-1].end) if head.spans else None
    return Requisites(
        head.kind or "other",
        head.authority_quote,
        head.number,
        head.date,
        head.place,
        head.title,
        signatory,
        span,
    )


def stamp_to_requisites(stamp: Stamp | None) -> Requisites:
    """The requisites that the stamp of an annex gives where the source holds the annex alone."""
    if stamp is None:
        return Requisites("other", None, None, None, None, None, None, None)
    spans = stamp.text.spans
    span = Span(spans[0].start, spans[-1].end) if spans else None
    return Requisites(stamp.kind or "other", stamp.authority, stamp.number, stamp.date, None, None, None, span)
