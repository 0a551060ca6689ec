"""Running text set in two columns, as bulletins print orders: unrolled into one column, the right one under the left.

Lines of both columns that stand at one height come in as one line. A band of a page is in two columns where no line
crosses the gutter and both sides are full of text: a table without rules leaves blanks beside its longer cells, stamps
side by side do not fill their lines.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from parsers.pdf.layer import GridPart, Line, PageContent
from parsers.pdf.regions import wraps

_MIDDLE = (0.3, 0.7)
_LEAST_LINES, _LEAST_KNOWN = 6, 2
_LEAST_LETTERS = 15
_MOSTLY = 0.6
_HARDLY = 0.15
_ALIGNED = 0.35
Items = Sequence[Line | GridPart]


def unroll_columns(pages: Sequence[PageContent]) -> None:
    """Put the text of each page that stands in two columns into one. Postcondition: no line is lost, none is new."""
    before: float | None = None
    for page in pages:
        gutter = _gutter(page) or before
        if gutter is not None:
            before = gutter if _unroll_page(page, gutter, before is not None) else None


def _unroll_page(page: PageContent, gutter: float, known: bool) -> bool:
    """Unroll the bands of a page, and tell whether it has any; ``known`` if the page before had columns."""
    items: list[Line | GridPart] = []
    found = False
    for band in _bands(page.items, gutter):
        left, right = _sides(band, gutter)
        if known and not right and not items:
            items += left
        elif _are_columns(left, right, _LEAST_KNOWN if known else _LEAST_LINES):
            items += _unrolled(page, band, left, right)
            found = True
        else:
            items += band
    page.items = items
    return found


def _gutter(page: PageContent) -> float | None:
    """The place near the middle of the page where the most parts of lines begin, less a hair."""
    first, last = (share * page.width for share in _MIDDLE)
    lines = [item for item in page.items if isinstance(item, Line)]
    starts = Counter(round(part.x0) for line in lines for part in line.pieces or (line,) if first < part.x0 < last)
    place, count = max(starts.items(), key=lambda start: (start[1], -start[0]), default=(0, 0))
    return place - 1.5 if count >= _LEAST_LINES else None


def _bands(items: Items, gutter: float) -> Iterator[list[Line | GridPart]]:
    """Neighbouring items of which none, or each, crosses the gutter; the two sides begin and end about together."""
    band: list[Line | GridPart] = []
    for item in items:
        if band and (_crosses(item, gutter) != _crosses(band[-1], gutter) or _away(band, item)):
            yield from _begun_together(band, gutter)
            band = []
        band.append(item)
    yield from _begun_together(band, gutter)


def _begun_together(band: list[Line | GridPart], gutter: float) -> Iterator[list[Line | GridPart]]:
    """What stands on one side only above the first line of the other side is no part of the columns."""
    left, right = (min((item.top for item in side), default=0.0) for side in _sides(band, gutter))
    height = max((item.bottom - item.top for item in band if isinstance(item, Line)), default=0.0)
    above = [item for item in band if item.top < max(left, right) - height]
    yield above
    yield band[len(above) :]


def _away(band: Items, item: Line | GridPart) -> bool:
    """Whether blank space of some lines parts an item from a band."""
    height = item.bottom - item.top if isinstance(item, Line) else 0.0
    return item.top - max(above.bottom for above in band[-4:]) > 2 * height > 0


def _parts(item: Line | GridPart) -> Sequence[tuple[float, float]]:
    if isinstance(item, GridPart):
        return [(item.walls[0], item.walls[-1])]
    return [(part.x0, part.x1) for part in item.pieces or (item,)]


def _crosses(item: Line | GridPart, gutter: float) -> bool:
    return any(x0 < gutter < x1 for x0, x1 in _parts(item))


def _sides(band: Items, gutter: float) -> tuple[list[Line | GridPart], list[Line | GridPart]]:
    """What stands on the left and on the right of the gutter, lines of both cut in two."""
    left: list[Line | GridPart] = []
    right: list[Line | GridPart] = []
    for item in band:
        if isinstance(item, GridPart):
            (left if item.walls[0] < gutter else right).append(item)
            continue
        parts = item.pieces or (item,)
        for side, own in (
            (left, [part for part in parts if part.x0 < gutter]),
            (right, [part for part in parts if part.x0 >= gutter]),
        ):
            if own:
                side.append(_whole(own))
    return left, right


def _whole(parts: Sequence[Line]) -> Line:
    """Parts of a line as one."""
    whole = replace(parts[0], text=" ".join(part.text for part in parts), x1=parts[-1].x1, narrow=True)
    whole.pieces = tuple(parts) if len(parts) > 1 else ()
    return whole


def _are_columns(left: Items, right: Items, least: int) -> bool:
    """Whether both sides are running text of about one width."""
    sides = [[item for item in side if isinstance(item, Line)] for side in (left, right)]
    if any(len(lines) < least or not _is_prose(lines) for lines in sides):
        return False
    narrow, wide = sorted(_right(lines) - min(line.x0 for line in lines) for lines in sides)
    return narrow > _MOSTLY * wide


def _right(lines: Sequence[Line]) -> float:
    return sorted(line.x1 for line in lines)[-1 - len(lines) // 20]


def _is_prose(lines: Sequence[Line]) -> bool:
    """Lines that most often had no room for the word after them, one under another, in no columns of their own."""
    right = _right(lines)
    full = sum(wraps(before, after, right) for before, after in pairwise(lines))
    steps = [after.base - before.base for before, after in pairwise(lines)]
    blanks = sum(step > 1.5 * median(steps) for step in steps)
    inner = Counter(round(part.x0) for line in lines for part in line.pieces[1:])
    aligned = max(inner.values(), default=0)
    letters = sum(len(line.text) for line in lines)
    return (
        full >= _MOSTLY * len(lines)
        and blanks <= _HARDLY * len(lines)
        and aligned <= _ALIGNED * len(lines)
        and letters >= _LEAST_LETTERS * len(lines)
    )


def _unrolled(page: PageContent, band: Items, left: Items, right: Items) -> list[Line | GridPart]:
    """The left column and the right one below it, in the place of the left; the rest of the page moves down."""
    shift = max(item.bottom for item in left) - min(item.top for item in right)
    aside = min(_parts(item)[0][0] for item in left) - min(_parts(item)[0][0] for item in right)
    end = max(item.bottom for item in band)
    for below in page.items:
        if below.top >= end:
            _move(below, 0.0, shift)
    for _, mark in page.marks:
        if mark.top >= end:
            _move(mark, 0.0, shift)
    for item in right:
        _move(item, aside, shift)
    return [*left, *right]


def _move(item: Line | GridPart, aside: float, down: float) -> None:
    item.top += down
    item.bottom += down
    if isinstance(item, Line):
        item.base += down
        item.x0, item.x1, item.second = item.x0 + aside, item.x1 + aside, item.second + aside
        for part in item.pieces:
            _move(part, aside, down)
