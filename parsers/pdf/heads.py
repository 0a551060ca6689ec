"""Running heads, foots and page numbers: lines at the edge of pages that repeat from page to page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from parsers.pdf.layer import Line, PageContent
from parsers.pdf.settings import PdfSettings

_NUMBER = re.compile(
    r"(?:[-–—]\s?)?(\d{1,4})(?:\s?[-–—])?"
    r"|(?:страница|стр\.?|лист|с\.)\s?(\d{1,4})(?:\s?(?:из|/)\s?\d{1,4})?"
    r"|(\d{1,4})\s?(?:из|/)\s?\d{1,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_OWN = re.compile(r"приложени|утвержд|к (?:приказ|постановлен|распоряжен|поряд|положен)", re.IGNORECASE)
_LAYERS = 5
_LEAST_PAGES = 2
_LEAST_SHARE = 0.34
_MOST_PIECES = 2
_APART = 1.0
_SMALLER = 0.9


class _Edge(NamedTuple):
    """The outermost free line of a page at its top or foot; ``apart`` if it is smaller than its neighbour or away."""

    page: int
    line: Line
    apart: bool


def mark_heads(pages: Sequence[PageContent], settings: PdfSettings) -> None:
    """Move running heads, foots and page numbers from the items of pages to their marks, outermost first.

    A line of the order may open page after page too ("Приложение"): stamps of annexes are never heads, nor are pages
    that are equal for more lines than heads have (a form printed again and again).
    """
    for at_top in (True, False):
        before = {page.number: (page.items, len(page.marks)) for page in pages}
        moved: Counter[int] = Counter()
        for _ in range(_LAYERS):
            edges = [edge for page in pages if (edge := _edge(page, at_top, settings))]
            found = {edge.page: "page_number" for edge in _numbers(edges)}
            for edge in _repeated(edges, settings):
                found.setdefault(edge.page, "running_head")
            if not found:
                break
            _move(pages, edges, found)
            moved.update(list(found))
        for page in pages:
            if moved[page.number] == _LAYERS:
                page.items, kept = before[page.number]
                del page.marks[kept:]


def _edge(page: PageContent, at_top: bool, settings: PdfSettings) -> _Edge | None:
    """The first or last line of a page, if it stands in the margin's reach and in no table."""
    if not page.items:
        return None
    line = page.items[0 if at_top else -1]
    if not isinstance(line, Line):
        return None
    if at_top and len(line.pieces) > _MOST_PIECES and _columns_below(page):
        return None
    reach = settings.margin_share * page.height
    near = line.bottom <= reach if at_top else line.top >= page.height - reach
    return _Edge(page.number, line, _is_apart(page, at_top)) if near else None


def _is_apart(page: PageContent, at_top: bool) -> bool:
    """Whether the edge line of a page differs in size from its neighbour, or more than a line of space divides them."""
    nearest = page.items[:2] if at_top else page.items[-1:-3:-1]
    if len(nearest) < 2:
        return True
    line, neighbour = nearest
    if not isinstance(line, Line) or not isinstance(neighbour, Line):
        return True
    space = max(line.top, neighbour.top) - min(line.bottom, neighbour.bottom)
    return space > _APART * line.size or line.size < _SMALLER * neighbour.size


def _columns_below(page: PageContent) -> bool:
    """Whether the second line of a page stands in columns too: the first is the header of a table then."""
    below = page.items[1] if len(page.items) > 1 else None
    return isinstance(below, Line) and len(below.pieces) > 1


def _move(pages: Sequence[PageContent], edges: Sequence[_Edge], found: dict[int, str]) -> None:
    by_number = {page.number: page for page in pages}
    for edge in edges:
        name = found.get(edge.page)
        if name:
            page = by_number[edge.page]
            page.items = [item for item in page.items if item is not edge.line]
            page.marks.append((name, edge.line))


def page_number(text: str) -> int | None:
    """The number of a line that is nothing but a page number.

    >>> page_number("- 7 -"), page_number("Страница 2 из 10"), page_number("3 / 12"), page_number("1.")
    (7, 2, 3, None)
    """
    found = _NUMBER.fullmatch(text.strip())
    return int(next(group for group in found.groups() if group)) if found else None


def _numbers(edges: Sequence[_Edge]) -> list[_Edge]:
    """Lone numbers that rise with the pages, or that are the number of their page."""
    lone = [(edge, number) for edge in edges if (number := page_number(edge.line.text)) is not None]
    shifts: dict[int, int] = defaultdict(int)
    for edge, number in lone:
        shifts[number - edge.page] += 1
    return [edge for edge, number in lone if number == edge.page or shifts[number - edge.page] > 1]


def _repeated(edges: Sequence[_Edge], settings: PdfSettings) -> list[_Edge]:
    """Lines of one wording at one height on enough pages; digits may differ if one of them counts the pages."""
    groups: dict[str, list[_Edge]] = defaultdict(list)
    for edge in edges:
        if not _OWN.match(edge.line.text) and page_number(edge.line.text) is None:
            groups[_DIGITS.sub("#", edge.line.text)].append(edge)
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(edges))
    return [
        edge
        for group in groups.values()
        if len(group) >= least and _same_place(group, settings) and _same_wording(group) and _are_heads(group)
        for edge in group
    ]


def _are_heads(group: Sequence[_Edge]) -> bool:
    """Whether repeated lines are heads, not items of the order that two pages happen to share at one height."""
    return len(group) > _LEAST_PAGES or all(edge.apart for edge in group)


def _same_place(group: Sequence[_Edge], settings: PdfSettings) -> bool:
    places = sorted(edge.line.base for edge in group)
    return places[-1] - places[0] <= settings.same_place


def _same_wording(group: Sequence[_Edge]) -> bool:
    """Equal texts, or texts that differ only in numbers that grow with the page."""
    if len({edge.line.text for edge in group}) == 1:
        return True
    numbers = [[int(digits[:9]) for digits in _DIGITS.findall(edge.line.text)] for edge in group]
    return any(
        all(
            row[index] - edge.page == numbers[0][index] - group[0].page
            for row, edge in zip(numbers, group, strict=True)
        )
        for index in range(len(numbers[0]))
    )
