"""Signatures: a position and a person's name at the end of a part."""

import re
from collections.abc import Sequence

from normalizers.verbatim import Quote
from parsers.document import Block, Document, Paragraph, Table
from parsers.names import find_person, is_person
from parsers.quoting import paragraphs_to_quote
from parsers.structure import Signatory

_ACTING = r"(?:врио|вр\.?\s?и\.?\s?о\.?|и\.?\s?о\.?|временно исполняющ\w+ обязанности|исполняющ\w+ обязанности)\s+"
_POSITION = re.compile(
    rf"(?:(?:{_ACTING})+(?:председател|руководител|заместител|секретар|глав|управляющ)"
    rf"|(?:{_ACTING}|(?:первый|главный|генеральный|старший)\s+)*"
    r"(?:министр|руководитель|начальник|директор|заместитель|председатель|губернатор|глава|мэр|управляющий|специалист|"
    r"консультант|советник|секретарь|президент|заведующ|ветеринарный врач|государственный"
    r"|инспектор|архитектор|уполномоченн|референт|статс))",
    re.IGNORECASE,
)
_MAX_BLOCKS = 8
_LONGEST_LINE = 120
"""A line of a position over several lines: the page parts the name from it."""


def split_signature(document: Document, blocks: Sequence[Block]) -> tuple[Signatory | None, int, list[Block]]:
    """The signatory of a part, how many of its blocks are body, and the blocks of the signature.

    The name closes the part or stands close to its end; the position goes before it, in the same line or above.
    """
    lowest = max(0, len(blocks) - _MAX_BLOCKS)
    for index in range(len(blocks) - 1, lowest - 1, -1):
        block = blocks[index]
        if isinstance(block, Table):
            signed = table_to_signatory(block)
            return (signed, index, list(blocks[index:])) if signed else (None, len(blocks), [])
        found = _read(document, blocks, index, block)
        if found:
            signatory, first = found
            return signatory, first, list(blocks[first:])
    return None, len(blocks), []


def table_to_signatory(table: Table) -> Signatory | None:
    """A table of a position and a name: two cells or three, one of them a person."""
    cells = [cell for row in table.rows for cell in row.cells if cell.text.strip()]
    names = [cell for cell in cells if is_person(cell.text)]
    if len(cells) > 4 or len(names) != 1:
        return None
    rest = [cell for cell in cells if cell is not names[0] and any(map(str.isalpha, cell.text))]
    if not rest:
        return None
    quotes = [cell.view.quote() for cell in rest]
    position = Quote(" ".join(quote.text for quote in quotes), tuple(span for quote in quotes for span in quote.spans))
    return Signatory(names[0].view.quote(), position)


def _read(document: Document, blocks: Sequence[Block], index: int, block: Paragraph) -> tuple[Signatory, int] | None:
    text = block.text.strip()
    if is_person(text):
        first, position = _position_above(document, blocks, index)
        return (Signatory(block.view.quote(), position), first) if position else None
    name = find_person(block.text)
    if name is None or len(text) > 250 or text.endswith((".", ";")):
        return None
    before, after = block.text[: name.start()].strip(), block.text[name.end() :].strip()
    if after or not before:
        return None
    position = block.view.quote(0, name.start())
    own = bool(_POSITION.match(text))
    first, upper = _position_above(document, blocks, index)
    if not own and (upper is None or len(before) > _LONGEST_LINE):
        return None
    if upper is None or (own and not _more_above(blocks, index)):
        return Signatory(block.view.quote(name.start(), name.end()), position), index
    position = Quote(f"{upper.text} {position.text}", upper.spans + position.spans)
    return Signatory(block.view.quote(name.start(), name.end()), position), first


def _position_above(document: Document, blocks: Sequence[Block], index: int) -> tuple[int, Quote | None]:
    """Lines above a name, or above the end of a position beside it, up to one that begins a position."""
    for first in range(index - 1, max(-1, index - 6), -1):
        block = blocks[first]
        if not isinstance(block, Paragraph) or len(block.text) > 200 or block.text.rstrip().endswith((".", ";", ":")):
            return index, None
        if _POSITION.match(block.text.strip()) and not _more_above(blocks, first):
            lines = [b for b in blocks[first:index] if isinstance(b, Paragraph)]
            return first, paragraphs_to_quote(document, lines)
    return index, None


def _more_above(blocks: Sequence[Block], index: int) -> bool:
    """«Глава Республики –» over "Председатель Правительства": a dash or comma joins the line above."""
    above = blocks[index - 1] if index else None
    return isinstance(above, Paragraph) and above.text.rstrip().endswith(("–", "-", "—", ",")) and len(above.text) < 120
