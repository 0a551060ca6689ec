"""One noun and what follows it to the mentions that it opens.

A noun may open several acts: "Федеральными законами от … № … и от … № …", "стандартами «…» и «…»".

>>> from normalizers.reference_nouns import find_nouns
>>> text = "постановлениями Правительства Российской Федерации от 1 июля 2022 г. N 1 и от 2 июля 2022 г. N 2"
>>> chain = read_chain(Parts(text), next(find_nouns(text)))
>>> text[chain[1].start : chain[1].end], text[slice(*chain[1].shared_authority)]
('от 2 июля 2022 г. N 2', 'Правительства Российской Федерации')
"""

import re
from dataclasses import replace

from normalizers.authority_heads import AUTHORITY_HEAD_RE
from normalizers.quoted import Quoted
from normalizers.reference_authorities import LONGEST, is_authority
from normalizers.reference_draft import Draft, FoundReference, Range
from normalizers.reference_heads import Head, anchor, head, is_paper_head, stripped
from normalizers.reference_nouns import Noun
from normalizers.reference_parts import Parts
from normalizers.reference_titled import titled

_ON = re.compile(r"(?:обо?|о)\s")
_JOIN = re.compile(
    r"\s{0,3}(?:\((?:далее|в ред|с изм|ред)[^()]{0,200}\)\s{0,3})?"
    r"(?:[,;]\s{0,3}(?:а\s+также\s+|и\s+|или\s+)?|(?:и|или|а\s+также)\s+)"
)


def read_chain(parts: Parts, noun: Noun) -> list[FoundReference]:
    """The mentions that a noun opens, none if it names nothing by date, number or title."""
    draft = _titled(parts, noun) if noun.reads == "titled" else _act(parts, noun)
    chain: list[FoundReference] = []
    while draft:
        chain.append(draft.found())
        draft = _next(parts, noun, chain[-1])
    return chain


def _titled(parts: Parts, noun: Noun) -> Draft | None:
    quoted = titled(parts, noun)
    return _titled_draft(parts, noun, quoted) if quoted else None


def _titled_draft(parts: Parts, noun: Noun, quoted: Quoted, authority: Range | None = None) -> Draft:
    title = quoted.start, quoted.end
    return Draft(parts, noun.start, quoted.outer_end, noun.kind, title=title, authority=authority)


def _act(parts: Parts, noun: Noun) -> Draft | None:
    draft = _title_first(parts, noun) or _head_first(parts, noun)
    if draft is None:
        return None
    draft.complete()
    _authority_after(draft)
    if noun.reads == "paper" and not (draft.number and draft.date):
        return None
    return draft if draft.number or draft.date or draft.title else None


def _authority_after(draft: Draft) -> None:
    """ "приказ от 12.03.2024 № 45 Министерства труда «Об утверждении …»"."""
    parts, start = draft.parts, draft.end + 1
    if draft.authority or draft.title or not draft.number or not AUTHORITY_HEAD_RE.match(parts.text, start):
        return
    opening = parts.marks.next_opening(start)
    quoted = parts.title_opening(opening) if opening else None
    if opening is None or quoted is None or not _ON.match(parts.small, quoted.start):
        return
    authority = stripped(parts, start, opening)
    if is_authority(parts.text[slice(*authority)]):
        draft.authority, draft.title, draft.end = authority, (quoted.start, quoted.end), quoted.outer_end


def _title_first(parts: Parts, noun: Noun) -> Draft | None:
    """ "приказом министерства «Об утверждении …» от … № …"."""
    first = min(anchor(parts, noun.end, noun.kind), noun.end + LONGEST)
    opening = parts.marks.next_opening(noun.end)
    while opening is not None and opening < first:
        quoted = parts.marks.quoted(opening)
        if quoted is None:
            return None
        if _ON.match(parts.small, quoted.start) or (noun.kind == "law" and parts.title_opening(opening)):
            named = head(parts, noun.end, opening)
            return _titled_draft(parts, noun, quoted, named.authority) if named else None
        opening = parts.marks.next_opening(quoted.outer_end)  # "приказ ГБУ «МФЦ» «Об утверждении …»"
    return None


def _head_first(parts: Parts, noun: Noun) -> Draft | None:
    """ "приказом министерства от … № …", "протокола заседания комитета от … № …"."""
    first = anchor(parts, noun.end, noun.kind)
    if first > noun.end + LONGEST:
        return None
    named = head(parts, noun.end, first)
    if named is None and noun.reads == "paper" and is_paper_head(parts.small[noun.end : first]):
        named = Head()
    return Draft(parts, noun.start, first, noun.kind, title=named.title, authority=named.authority) if named else None


def _next(parts: Parts, noun: Noun, previous: FoundReference) -> Draft | None:
    """The next act of the list that the noun opens."""
    join = _JOIN.match(parts.small, previous.end)
    if join is None:
        return None
    if noun.reads == "titled":
        quoted = parts.title_opening(join.end())
        return replace(_titled_draft(parts, noun, quoted), start=join.end()) if quoted else None
    return _next_act(parts, noun, previous, join.end())


def _next_act(parts: Parts, noun: Noun, previous: FoundReference, start: int) -> Draft | None:
    first = anchor(parts, start, noun.kind)
    shared = previous.authority or previous.shared_authority
    if first == start:
        draft = Draft(parts, start, start, noun.kind, shared_authority=shared)
    elif first - start <= LONGEST and AUTHORITY_HEAD_RE.match(parts.text, start):
        end = stripped(parts, start, first)[1]
        if not is_authority(parts.text[start:end]):
            return None
        draft = Draft(parts, start, first, noun.kind, authority=(start, end))
    else:
        return None
    draft.complete()
    return draft if draft.number and (draft.date or first == start) else None
