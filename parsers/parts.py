"""A document to its structure: the order's own part, then each annex, each with its clauses.

``document_to_structure`` is the front door of the parsers; it never refuses a document.
"""

from collections.abc import Sequence

from parsers.annex_heads import AnnexHead, annex_body, is_title_start, read_annex_head, title_end
from parsers.clauses import blocks_to_clauses
from parsers.document import Block, Document, Paragraph
from parsers.markers import Kind, marker_of
from parsers.quoting import paragraphs_to_quote
from parsers.requisites import head_to_requisites, read_below_signature, read_order_head, stamp_to_requisites
from parsers.signatures import split_signature
from parsers.stamps import is_annex_start
from parsers.structure import Part, Requisites, Structure


def document_to_structure(document: Document) -> Structure:
    """Take a document apart.

    Postconditions: every block belongs to one part; ids of clauses are unique; requisites come from the order's
    own head, else from the first stamp.
    """
    blocks = document.blocks
    starts = annex_starts(blocks)
    first = starts[0] if starts else len(blocks)
    order: Part | None = None
    requisites: Requisites | None = None
    if first > 0:
        order, requisites = _order_part(document, blocks[:first])
    annexes: list[Part] = []
    for index, start in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else len(blocks)
        annexes.append(_annex_part(document, blocks[start:stop], f"annex-{index + 1}"))
    if requisites is None or (requisites.date is None and requisites.number is None):
        requisites = _with_stamp(requisites, annexes)
    return Structure(requisites, order, tuple(annexes))


def annex_starts(blocks: Sequence[Block]) -> list[int]:
    """Indices of the blocks at which annexes begin; stamp lines of one annex count once."""
    starts: list[int] = []
    index = 0
    while index < len(blocks):
        if is_annex_start(blocks[index]) and not _inside_order_list(blocks, index):
            starts.append(index)
            index = max(index + 1, annex_body(blocks, index))
        else:
            index += 1
    if not starts and _is_bare_annex(blocks):
        starts.append(0)
    return starts


def _is_bare_annex(blocks: Sequence[Block]) -> bool:
    """A dump that begins with the title of an annex, no stamp and no order above it."""
    first = blocks[0] if blocks else None
    return isinstance(first, Paragraph) and is_title_start(first.text)


def _inside_order_list(blocks: Sequence[Block], index: int) -> bool:
    """«Приложение N 1 к приказу изложить в новой редакции» follows a colon: it is text of a clause."""
    previous = blocks[index - 1] if index else None
    return isinstance(previous, Paragraph) and previous.text.rstrip().endswith(":")


def _order_part(document: Document, blocks: Sequence[Block]) -> tuple[Part, Requisites]:
    head, body = read_order_head(document, blocks)
    part = Part("order", start=_start(blocks), end=_end(blocks))
    signatory, stop, signature = split_signature(document, blocks[body:])
    part.signatory = signatory
    read_below_signature(head, signature)
    part.requisites.extend(head.spans)
    part.requisites.extend(span for block in signature for span in block.spans)
    blocks_to_clauses(part, blocks[body : body + stop])
    return part, head_to_requisites(head, signatory)


def _annex_part(document: Document, blocks: Sequence[Block], part_id: str) -> Part:
    head = read_annex_head(document, blocks, 0)
    part = Part(part_id, start=_start(blocks), end=_end(blocks), stamp=head.stamp)
    body = _take_heads(document, part, head, blocks)
    signatory, stop, signature = split_signature(document, blocks[body:])
    part.signatory = signatory
    part.requisites.extend(span for block in signature for span in block.spans)
    part.form = head.form
    blocks_to_clauses(part, blocks[body : body + stop])
    return part


def _take_heads(document: Document, part: Part, head: AnnexHead, blocks: Sequence[Block]) -> int:
    """Record stamp and title; where no title word was found, the first line that is no clause is the title."""
    for paragraph in head.stamp_blocks:
        part.requisites.extend(paragraph.spans)
    title = list(head.title_blocks)
    body = head.body
    if not title and body < len(blocks):
        block = blocks[body]
        short = (
            isinstance(block, Paragraph) and len(block.text) < 300 and not block.text.rstrip().endswith((".", ":", ";"))
        )
        if short and isinstance(block, Paragraph) and marker_of(block.text).kind is Kind.NONE:
            stop = title_end(blocks, body)
            title, body = [line for line in blocks[body:stop] if isinstance(line, Paragraph)], stop
    if title:
        part.title = paragraphs_to_quote(document, title)
        part.headings.extend(span for paragraph in title for span in paragraph.spans)
    return body


def _with_stamp(own: Requisites | None, annexes: Sequence[Part]) -> Requisites:
    """Requisites of the first dated stamp; what the order's head does say stays."""
    for annex in annexes:
        if annex.stamp and annex.stamp.number and annex.stamp.date:
            found = stamp_to_requisites(annex.stamp)
            if own is None:
                return found
            return own.__class__(
                own.kind if own.kind != "other" else found.kind,
                own.authority or found.authority,
                own.number or found.number,
                own.date or found.date,
                own.place,
                own.title,
                own.signatory,
                own.span or found.span,
            )
    return own or stamp_to_requisites(annexes[0].stamp if annexes else None)


def _start(blocks: Sequence[Block]) -> int:
    return blocks[0].spans[0].start if blocks else 0


def _end(blocks: Sequence[Block]) -> int:
    return blocks[-1].spans[-1].end if blocks else 0
