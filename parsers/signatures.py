"""Signatures: a position and a person's name at the end of a part."""

import re
from collections.abc import Sequence

from normalizers.verbatim import Quote
from parsers.document import Block, Document, Paragraph
from parsers.names import PERSON, is_person
from parsers.quoting import paragraphs_to_quote
from parsers.structure import Signatory

_POSITION = re.compile(
    r"(?:(?:врио|вр\.?\s?и\.?\s?о\.?|и\.?\s?о\.?|временно исполняющ\w+ обязанности|исполняющ\w+ обязанности|первый|главный|"
    r"генеральный|старший)\s+)*"
    r"(?:министр|руководитель|начальник|директор|заместитель|председатель|губернатор|глава|мэр|управляющий|специалист|"
    r"консультант|советник|секретарь|президент|заведующ|ветеринарный врач|государственный|инспектор|архитектор|уполномоченн|"
    r"референт|статс)",
    re.IGNORECASE,
)
_MAX_BLOCKS = 8


def split_signature(document: Document, blocks: Sequence[Block]) -> tuple[Signatory | None, int, list[Paragraph]]:
    """The signatory of a part, how many of its blocks are body, and the paragraphs of the signature.

    The name closes the part or stands close to its end; the position goes before it, in the same line or above.
    """
    lowest = max(0, len(blocks) - _MAX_BLOCKS)
    for index in range(len(blocks) - 1, lowest - 1, -1):
        block = blocks[index]
        if not isinstance(block, Paragraph):
            return None, len(blocks), []
        found = _read(document, blocks, index, block)
        if found:
            signatory, first = found
            taken = [b for b in blocks[first:] if isinstance(b, Paragraph)]
            return signatory, first, taken
    return None, len(blocks), []


def _read(document: Document, blocks: Sequence[Block], index: int, block: Paragraph) -> tuple[Signatory, int] | None:
    text = block.text.strip()
    if is_person(text):
        first, position = _position_above(document, blocks, index)
        return (Signatory(block.view.quote(), position), first) if position else None
    name = PERSON.search(block.text)
    if name is None or not _POSITION.match(text) or len(text) > 250 or text.endswith((".", ";")):
        return None
    before, after = block.text[: name.start()].strip(), block.text[name.end() :].strip()
    if after or not before:
        return None
    first, upper = _position_above(document, blocks, index)
    position = block.view.quote(0, name.start())
    if upper and not _POSITION.match(before):
        position = Quote(f"{upper.text} {position.text}", upper.spans + position.spans)
    return Signatory(block.view.quote(name.start(), name.end()), position), index


def _position_above(document: Document, blocks: Sequence[Block], index: int) -> tuple[int, Quote | None]:
    """Lines above a lone name up to one that begins a position."""
    for first in range(index - 1, max(-1, index - 6), -1):
        block = blocks[first]
        if not isinstance(block, Paragraph) or len(block.text) > 200 or block.text.rstrip().endswith((".", ";", ":")):
            return index, None
        if _POSITION.match(block.text.strip()):
            lines = [b for b in blocks[first:index] if isinstance(b, Paragraph)]
            return first, paragraphs_to_quote(document, lines)
    return index, None
