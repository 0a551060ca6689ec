"""Rules to the edges of pdfplumber's table finder and the points where they cross, open sides of tables closed.

An edge is the finder's own: a dictionary of its box and its orientation, "v" or "h". The finder looks at all pairs of
edges and of crossings (a page of 5 x 30 cells: 17 ms, of 52 x 52: 0.6 s), so a page with more of them than the settings
allow is drawn art and gives none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from parsers.pdf.layer import Rule
from parsers.pdf.settings import PdfSettings

Edge = dict[str, Any]
Crossings = dict[tuple[float, float], dict[str, list[Edge]]]
_DIGITS = 3
_LONE_CROSS = 2


def rules_to_crossings(rules: Sequence[Rule], settings: PdfSettings) -> Crossings:
    """The points where the edges of drawn tables cross; none on a page that is a drawing."""
    edges = joined([_edge(*rule) for rule in rules], settings)
    crossings = _crossings(edges, settings)
    missing = [_edge(*rule) for rule in missing_sides(crossings, settings)]
    return _crossings(joined(edges + missing, settings), settings) if missing else crossings


def _edge(vertical: bool, at: float, start: float, end: float) -> Edge:
    length = end - start
    if vertical:
        return {"orientation": "v", "x0": at, "x1": at, "top": start, "bottom": end, "width": 0.0, "height": length}
    return {"orientation": "h", "x0": start, "x1": end, "top": at, "bottom": at, "width": length, "height": 0.0}


def joined(edges: list[Edge], settings: PdfSettings) -> list[Edge]:
    """Edges that lie on nearly the same line put on it, and joined where they nearly meet.

    The finder moves an edge by its distance to the mean, and the sums of floats differ in the last bit: rounded, edges
    of one line are on one line.
    """
    from pdfplumber.table import merge_edges, snap_edges

    found = snap_edges(edges, settings.snap, settings.snap)
    for edge in found:
        edge.update({key: round(edge[key], _DIGITS) for key in ("x0", "x1", "top", "bottom")})
    merged: list[Edge] = merge_edges(found, 0, 0, settings.join, settings.join)
    return merged


def _crossings(edges: list[Edge], settings: PdfSettings) -> Crossings:
    """Where edges cross; the finder compares all pairs, and cells take it time quadratic in the crossings."""
    from pdfplumber.table import edges_to_intersections

    if len(edges) > settings.max_rules:
        return {}
    found: Crossings = edges_to_intersections(edges, settings.touch, settings.touch)
    return found if len(found) <= settings.max_crossings else {}


@dataclass(slots=True)
class _Bar:
    """An edge with the places of the walls that cross it, by their identity; a short end beyond the last is cut off."""

    at: float
    start: float
    end: float
    walls: dict[int, float] = field(default_factory=dict)

    def cut(self, reach: float) -> None:
        first, last = min(self.walls.values()), max(self.walls.values())
        self.start = first if abs(first - self.start) <= reach else self.start
        self.end = last if abs(last - self.end) <= reach else self.end

    def covers(self, place: float, reach: float) -> bool:
        return self.start - reach <= place <= self.end + reach


def missing_sides(crossings: Crossings, settings: PdfSettings) -> Iterator[Rule]:
    """Rules for the sides of cells that a drawing leaves open.

    Two neighbouring bars end at one place and no wall joins them there, though one does elsewhere.
    """
    across, down = _bars(crossings, True, settings), _bars(crossings, False, settings)
    yield from _missing_corners(across, down)
    for vertical, found in ((True, across), (False, down)):
        bars = sorted(found.values(), key=_place)
        for index, bar in enumerate(bars):
            for side in (_start, _end):
                place = side(bar)
                after = next((other for other in bars[index + 1 :] if _is_next(bar, other, place, settings)), None)
                if after and abs(side(after) - place) <= settings.snap and not _walled(bar, after, place):
                    yield Rule(vertical, place, bar.at, after.at)


def _missing_corners(across: dict[int, _Bar], down: dict[int, _Bar]) -> Iterator[Rule]:
    """The outer sides of corner cells in a table drawn without a frame: its outermost bars stick out both ways."""
    for bar in across.values():
        for side, outermost in ((_start, min), (_end, max)):
            wall = down[outermost(bar.walls, key=bar.walls.__getitem__)]
            x = side(bar)
            for other_side, farthest in ((_start, min), (_end, max)):
                y = other_side(wall)
                is_corner = farthest(wall.walls.values()) == bar.at and x != wall.at and y != bar.at
                if is_corner and len(bar.walls) + len(wall.walls) > _LONE_CROSS:
                    yield Rule(True, x, min(y, bar.at), max(y, bar.at))
                    yield Rule(False, y, min(x, wall.at), max(x, wall.at))


def _place(bar: _Bar) -> float:
    return bar.at


def _start(bar: _Bar) -> float:
    return bar.start


def _end(bar: _Bar) -> float:
    return bar.end


def _is_next(bar: _Bar, other: _Bar, place: float, settings: PdfSettings) -> bool:
    return other.at > bar.at and other.covers(place, settings.snap) and not bar.walls.keys().isdisjoint(other.walls)


def _walled(bar: _Bar, other: _Bar, place: float) -> bool:
    return any(bar.walls[wall] == place for wall in bar.walls.keys() & other.walls.keys())


def _bars(crossings: Crossings, vertical: bool, settings: PdfSettings) -> dict[int, _Bar]:
    """The edges that vertical (or horizontal) walls join, by their identity."""
    own, other = ("h", "v") if vertical else ("v", "h")
    at, start, end = ("top", "x0", "x1") if vertical else ("x0", "top", "bottom")
    found: dict[int, _Bar] = {}
    for (x, y), edges in crossings.items():
        for edge in edges[own]:
            bar = found.setdefault(id(edge), _Bar(edge[at], edge[start], edge[end]))
            bar.walls.update((id(wall), x if vertical else y) for wall in edges[other])
    for bar in found.values():
        bar.cut(settings.open_side)
    return found
