"""Lines of a document to the frame its text is set in: edges, first-line indent, distance of lines."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf.layer import GridPart, Line, PageContent
from parsers.pdf.settings import PdfSettings

USUAL_PITCH = 1.15
_LEAST_SHARE = 0.05
_OUTLIERS = 0.02
_NEAR_END = 3.0
_SPACE = 0.2
_FLUSH = 2.0
_MOSTLY = 0.7
_OWN_LINES = 12
_WIDE = 0.6
_PADDING = 5.4
_LEAST_FULL = 4
_CLOSING = ".;:!?"


@dataclass(frozen=True, slots=True)
class Region:
    """The edges text runs between, where first lines begin (if set in), and the distance of base lines in sizes.

    ``justified`` is true where full lines all reach the right edge.
    """

    left: float
    right: float
    indent: float | None = None
    pitch: float = USUAL_PITCH
    justified: bool = False

    @property
    def width(self) -> float:
        """The width of a full line."""
        return self.right - self.left


def pages_to_regions(pages: Sequence[PageContent], settings: PdfSettings) -> Callable[[Line], Region]:
    """The region a line stands in; pages of one size share theirs, but for those that clearly have their own.

    Text in columns has a region of its own beside that of the page.
    """
    by_size: dict[tuple[int, int], list[PageContent]] = {}
    for page in pages:
        by_size.setdefault((round(page.width), round(page.height)), []).append(page)
    found: dict[tuple[int, bool], Region] = {}
    for some in by_size.values():
        for narrow in (False, True):
            runs = [[item for item in page.items if isinstance(item, Line) and item.narrow == narrow] for page in some]
            region = lines_to_region(runs, some[0].width, settings, None if narrow else _table_edges(some))
            for page, run in zip(some, runs, strict=True):
                own = lines_to_region([run], page.width, settings, None) if len(run) >= _OWN_LINES else region
                found[page.number, narrow] = own if own.justified and own.indent is not None else region
    return lambda line: found[line.page, line.narrow]


def _table_edges(pages: Sequence[PageContent]) -> tuple[float, float] | None:
    """Where the text of the widest drawn table begins and ends, if it is as wide as text: it fills the page then."""
    widest = max(
        (item for page in pages for item in page.items if isinstance(item, GridPart) and item.ruled),
        key=lambda part: part.walls[-1] - part.walls[0],
        default=None,
    )
    if widest is None or widest.walls[-1] - widest.walls[0] < _WIDE * pages[0].width:
        return None
    return widest.walls[0] + _PADDING, widest.walls[-1] - _PADDING


def lines_to_region(
    runs: Sequence[Sequence[Line]], width: float, settings: PdfSettings, table: tuple[float, float] | None
) -> Region:
    """The region of lines, one run of them a page; edges they do not show are those of a table."""
    lines = [line for run in runs for line in run]
    if not lines:
        return Region(*(table or (0.0, width)))
    starts = Counter(round(line.x0) for line in lines)
    left = _left(starts, len(lines))
    if table and table[0] < left - settings.indent and starts[round(left)] < _LEAST_FULL:
        left = table[0]
    right = _right(lines, table[1] if table else width - left)
    pitch = _pitch(runs, right, settings)
    return Region(left, right, _indent(runs, left, right, settings), pitch, _justified(runs, right))


def _left(starts: Counter[int], count: int) -> float:
    """The leftmost place where a fair share of the lines begins."""
    for place in sorted(starts):
        if starts[place] + starts[place + 1] >= max(1.0, _LEAST_SHARE * count):
            return float(place)
    return float(min(starts))


def _right(lines: Sequence[Line], usual: float) -> float:
    """Where full lines end, lines that close a sentence aside; where too few are full, as far in as the left edge."""
    ends = sorted(line.x1 for line in lines)
    right = ends[-1 - int(len(ends) * _OUTLIERS)]
    full = sum(line.x1 > right - _NEAR_END * line.size and line.text[-1] not in _CLOSING for line in lines)
    return right if full >= max(_LEAST_FULL, _LEAST_SHARE * len(ends)) else max(right, usual)


def _pitch(runs: Sequence[Sequence[Line]], right: float, settings: PdfSettings) -> float:
    """The commonest distance after a full line, in sizes."""
    return _commonest(
        (before, after)
        for before, after in _pairs(runs)
        if wraps(before, after, right) and abs(before.size - after.size) < settings.size_slack * before.size
    )


def usual_pitch(runs: Iterable[Sequence[Line]]) -> float:
    """The commonest distance of lines, in sizes: that of the lines of one paragraph where most have several."""
    return _commonest(_pairs(runs))


def _commonest(pairs: Iterable[tuple[Line, Line]]) -> float:
    counted: Counter[int] = Counter()
    for before, after in pairs:
        if before.page == after.page:
            counted[round(20 * (after.base - before.base) / before.size)] += 1
    usual = [(count, -pitch) for pitch, count in counted.items() if 16 <= pitch <= 60]
    return -max(usual)[1] / 20 if usual else USUAL_PITCH


def _indent(runs: Sequence[Sequence[Line]], left: float, right: float, settings: PdfSettings) -> float | None:
    """The commonest place where a line begins that the next one returns from to the left edge."""
    counted: Counter[int] = Counter()
    for before, after in _pairs(runs):
        if wraps(before, after, right) and before.x0 > left + settings.indent and abs(after.x0 - left) <= settings.edge:
            counted[round(before.x0)] += 1
    return float(counted.most_common(1)[0][0]) if counted else None


def wraps(before: Line, after: Line, right: float) -> bool:
    """Whether the first word of a line had no room on the one before."""
    return before.x1 + _SPACE * after.size + after.head > right


def _justified(runs: Sequence[Sequence[Line]], right: float) -> bool:
    """Whether nearly all lines that the next one could not join reach the right edge."""
    full = [before for before, after in _pairs(runs) if wraps(before, after, right) and " " in before.text]
    flush = sum(abs(line.x1 - right) < _FLUSH for line in full)
    return flush >= max(_LEAST_FULL, _MOSTLY * len(full))


def _pairs(runs: Iterable[Sequence[Line]]) -> Iterable[tuple[Line, Line]]:
    for run in runs:
        yield from pairwise(run)
