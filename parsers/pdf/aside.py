"""What stands on a page beside the order: the box of an electronic signature, footnotes.

Both are named and kept. The box often stands between the position and the name of a signature and tears them apart.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from parsers.pdf.layer import GridPart, Line, PageContent

_STAMP = re.compile(
    r"(?:документ\s+)?подписан[оа]?\s+(?:усиленной\s+\w+\s+)?электронной(?:\s+цифровой)?\s+подписью|электронной\s+подписью|документ\s+подписан"
    r"|(?:номер\s+)?сертификат[а]?\s*:?\s*№?\s*(?:[0-9a-f]{2}\s*){8,}|действител(?:ен|ьно)\s*:?\s*с\s+\d.*|подлинник\s+электронного\s+документа.*"
    r"|сведения\s+о\s+сертификате\s+эп|(?:владелец|кому\s+выдан|кем\s+выдан)\s*:?\s*\S.*|сертификат:?|действителен:?|владелец:?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:сертификат|владелец|кому\s+выдан|кем\s+выдан|действител(?:ен|ьно)):?", re.IGNORECASE)
_SURE = re.compile(r"электронной\s+(?:цифровой\s+)?подписью|(?:[0-9a-f]{2}\s*){8,}|сертификат", re.IGNORECASE)
_LEAST_SURE = 2
_SAME_SIZE = 0.6
_BOX = 160.0
_NEXT = 0.8
_FOOTNOTE = re.compile(r"(?:[⁰¹²³⁴-⁹]+|\d{1,2}|\*{1,3})\s?[^\W\d_]")
_SMALLER = 0.92


def mark_stamps(page: PageContent) -> None:
    """Move the lines of a signature box to the marks, out of lines that they share with others too."""
    parts = [part for item in page.items if isinstance(item, Line) for part in item.pieces or (item,)]
    stamps = [part for part in parts if _STAMP.fullmatch(part.text.strip())]
    if sum(bool(_SURE.search(part.text)) for part in stamps) < _LEAST_SURE:
        return
    found = {id(part) for part in stamps} | {id(part) for part in parts if _is_inside(part, stamps)}
    items: list[Line | GridPart] = []
    for item in page.items:
        items.extend(_without_stamp(item, page, found) if isinstance(item, Line) else [item])
    page.items = items


def _is_inside(part: Line, stamps: Sequence[Line]) -> bool:
    """Whether a line stands right below one of the box, in its size: after a bare label, or with another one below."""
    near = _NEXT * part.size
    alike = [line for line in stamps if abs(line.size - part.size) < _SAME_SIZE and line.x0 - near < part.x0]
    alike = [line for line in alike if part.x1 < max(line.x1, line.x0 + _BOX) + near]
    above = [line for line in alike if 0 < part.base - line.base < part.size + near]
    below = any(0 < line.base - part.base < part.size + near for line in alike)
    return bool(above) and (below or any(_LABEL.fullmatch(line.text.strip()) for line in above))


def _without_stamp(line: Line, page: PageContent, found: Collection[int]) -> list[Line]:
    """The line, or what is left of it."""
    parts = line.pieces or (line,)
    kept = [part for part in parts if id(part) not in found]
    if len(kept) == len(parts):
        return [line]
    page.marks.extend(("signature_stamp", part) for part in parts if id(part) in found)
    if not kept:
        return []
    whole = replace(kept[0], text=" ".join(part.text for part in kept), x1=kept[-1].x1)
    whole.pieces = tuple(kept) if len(kept) > 1 else ()
    return [whole]


def mark_footnotes(page: PageContent, usual: float) -> None:
    """Move lines smaller than usual at the foot of a page, below a short rule, to the marks."""
    lines = _last_lines(page.items)
    small = [line for line in lines if line.size < _SMALLER * usual]
    while small and not (_FOOTNOTE.match(small[0].text) and _below_rule(small[0], page)):
        small = small[1:]
    if not small:
        return
    gone = {id(line) for line in small}
    page.items = [item for item in page.items if id(item) not in gone]
    page.marks.extend(("footnote", line) for line in small)


def _last_lines(items: Sequence[Line | GridPart]) -> list[Line]:
    """The lines after the last table."""
    found: list[Line] = []
    for item in reversed(items):
        if not isinstance(item, Line):
            break
        found.append(item)
    return found[::-1]


def usual_size(pages: Sequence[PageContent]) -> float:
    """The size most of the running text is set in."""
    counted: Counter[float] = Counter()
    for page in pages:
        for item in page.items:
            if isinstance(item, Line):
                counted[round(item.size, 1)] += len(item.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def _below_rule(line: Line, page: PageContent) -> bool:
    """Whether a short rule stands right above a line."""
    return any(-0.5 * line.size < line.top - rule < 2.5 * line.size for rule in page.short_rules)
