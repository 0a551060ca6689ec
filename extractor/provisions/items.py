"""Items of a list: which clauses they are, and their words with those of their sub-items."""

import re
from collections.abc import Iterator

from normalizers.verbatim import Quote, trimmed
from parsers.markers import Kind
from parsers.structure import Clause

_REPEALED = re.compile(
    r"""\W{0,3}(?:утратил[аио]?\s+силу | исключ[её]н[аоы]?\b | не\s+действует
        | (?:подпункт|пункт|абзац|п\.|пп\.)\s.{0,80}(?:утратил|исключен))""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTE = re.compile(
    r"""\W{0,3}(?:(?:п|пп|подп|абз)\. | пункт | подпункт | абзац | часть)?\s?[\d.]{0,8}\W{0,3}
        (?:в\s+ред\. | введ[её]н[аоы]?\s)""",
    re.IGNORECASE | re.VERBOSE,
)
_VOIDING = ("утратил", "исключ", "не действует", "в ред", "введ", "п", "абз", "част")
_FIRST_LETTERS = frozenset('уиннпвачУИНПВАЧ( "')
_INLINE_MARKER = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[а-яё]\)|[-–—•])\s+")
_UNMARKED = Kind.NONE


def is_void(clause: Clause) -> bool:
    """Whether a clause says nothing any more: "утратил силу", "(в ред. Приказа …)"."""
    head = clause.own[:160]
    if head[:1] not in _FIRST_LETTERS or not head.lstrip(' ("').lower().startswith(_VOIDING):
        return False
    return bool(_REPEALED.match(head) or _NOTE.match(head))


def list_items(clause: Clause) -> list[Clause]:
    """Items of the list that a clause opens; an unmarked paragraph after marked items is none."""
    children = [child for child in clause.children if not is_void(child) and not child.heading]
    if children and children[0].kind is not _UNMARKED:
        return [child for child in children if child.kind is not _UNMARKED]
    return children


def item_quote(item: Clause) -> Quote:
    """The item whole: its own words and those of its sub-items, markers left out."""
    if not item.children:
        return item.text if item.text.text else item.heading or item.text
    ranges = [(clause.view, *_stripped(clause)) for clause in item.walk() if clause is item or not is_void(clause)]
    ranges = [(view, start, end) for view, start, end in ranges if trimmed(view.text, start, end)[0] < end]
    while ranges:  # the last words lose their closing punctuation, and all if they are nothing else
        view, start, end = ranges.pop()
        start, end = trimmed(view.text, start, end)
        if start < end:
            ranges.append((view, start, end))
            break
    text = " ".join(view.text[start:end] for view, start, end in ranges)
    return Quote(text, tuple(span for view, start, end in ranges for span in view.spans(start, end)))


def _stripped(clause: Clause) -> tuple[int, int]:
    text, start, end = clause.view.text, clause.start, clause.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def inline_items(clause: Clause, start: int, end: int) -> Iterator[Quote]:
    """Pieces between semicolons of ``view.text[start:end]``: a list that stands in one paragraph."""
    text = clause.view.text
    for piece in text[start:end].split(";"):
        marker = _INLINE_MARKER.match(piece)
        quote = clause.view.quote(start + (marker.end() if marker else 0), start + len(piece))
        if quote.text:
            yield quote
        start += len(piece) + 1
