"""Straight lines drawn on a picture: runs of ink -> stripes of neighbouring runs -> rules; the picture without them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from parsers.ocr.image import Grey, Ink
from parsers.pdf.layer import Rule

_POINTS = 72.0
_SHORTEST_RUN = 14.0
_SHORTEST_RULE = 20.0
_THICKEST = 4.0
_BESIDE = 2.4
_MOST_BESIDE = 0.4
_SURE_RUN = 45.0
_RIM = 2
_MOST_RUNS = 50_000


class Run(NamedTuple):
    """Ink without a gap along a row."""

    row: int
    start: int
    stop: int


@dataclass(slots=True)
class Stripe:
    """Runs that touch one another."""

    runs: list[Run] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the first run begins."""
        return min(run.start for run in self.runs)

    @property
    def stop(self) -> int:
        """Where the last run ends."""
        return max(run.stop for run in self.runs)

    @property
    def at(self) -> float:
        """Its place across its direction: the mean row, longer runs counting more."""
        weight = sum(run.stop - run.start for run in self.runs)
        return sum(run.row * (run.stop - run.start) for run in self.runs) / weight

    @property
    def thickness(self) -> float:
        """Its mean height."""
        return sum(run.stop - run.start for run in self.runs) / max(1, self.stop - self.start)


def picture_to_rules(grey: Grey, ink: Ink, dots: float) -> tuple[list[Rule], Grey]:
    """The rules in points, and the picture without them."""
    rules: list[Rule] = []
    clean = grey.copy()
    for vertical in (False, True):
        stripes = find_stripes(ink.T if vertical else ink, dots)
        scale = _POINTS / dots
        rules += [Rule(vertical, (s.at + 0.5) * scale, s.start * scale, s.stop * scale) for s in stripes]
        _erase(clean.T if vertical else clean, stripes)
    return rules, clean


def find_stripes(ink: Ink, dots: float) -> list[Stripe]:
    """Level stripes of ink that are long, thin and stand free."""
    pixel = dots / _POINTS
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    stripes = runs_to_stripes(_runs(thick, int(_SHORTEST_RUN * pixel)))
    return [stripe for stripe in stripes if _is_rule(stripe, ink, pixel)]


def _runs(ink: Ink, shortest: int) -> list[Run]:
    """Every run of a least length, row by row."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = ink
    change = np.diff(padded, axis=1)
    rows, starts = np.nonzero(change == 1)
    stops = np.nonzero(change == -1)[1]
    kept = stops - starts >= shortest
    if int(kept.sum()) > _MOST_RUNS:
        return []
    found = zip(rows[kept].tolist(), starts[kept].tolist(), stops[kept].tolist(), strict=True)
    return [Run(*each) for each in found]


def runs_to_stripes(runs: Iterable[Run]) -> list[Stripe]:
    """Runs of neighbouring rows that overlap, as stripes.

    >>> [len(stripe.runs) for stripe in runs_to_stripes([Run(1, 0, 9), Run(1, 20, 29), Run(2, 5, 12), Run(9, 0, 9)])]
    [2, 1, 1]
    """
    stripes: list[Stripe] = []
    active: list[Stripe] = []
    for run in runs:
        active = [stripe for stripe in active if run.row - stripe.runs[-1].row <= 1]
        met = [stripe for stripe in active if _meet(run, stripe)]
        if not met:
            met = [Stripe()]
            stripes += met
            active += met
        first = met[0]
        for other in met[1:]:
            first.runs = sorted(first.runs + other.runs)
            other.runs = []
            active.remove(other)
        first.runs.append(run)
    return [stripe for stripe in stripes if stripe.runs]


def _meet(run: Run, stripe: Stripe) -> bool:
    """Whether a run touches a stripe's runs of its own row or the one before."""
    for other in reversed(stripe.runs):
        if run.row - other.row > 1:
            return False
        if run.start <= other.stop and other.start <= run.stop:
            return True
    return False


def _is_rule(stripe: Stripe, ink: Ink, pixel: float) -> bool:
    """Long and thin; a short one with paper on both sides, for the feet of letters stand in a row too."""
    start, stop = stripe.start, stripe.stop
    if stop - start < _SHORTEST_RULE * pixel or stripe.thickness > _THICKEST * pixel:
        return False
    if max(run.stop - run.start for run in stripe.runs) >= _SURE_RUN * pixel:
        return True
    return all(_ink_beside(stripe, ink, side * round(_BESIDE * pixel)) < _MOST_BESIDE for side in (-1, 1))


def _ink_beside(stripe: Stripe, ink: Ink, away: int) -> float:
    """The share of ink so many rows off the edge of a stripe."""
    edge = max if away > 0 else min
    edges: dict[int, int] = {}
    step = max(1, (stripe.stop - stripe.start) // 64)
    for run in stripe.runs:
        for column in range(run.start - run.start % step, run.stop, step):
            edges[column] = edge(edges.get(column, run.row), run.row)
    inside = [(row + away, column) for column, row in edges.items() if 0 <= row + away < ink.shape[0] and column >= 0]
    return sum(bool(ink[place]) for place in inside) / len(inside) if inside else 0.0


def _erase(grey: Grey, stripes: Iterable[Stripe]) -> None:
    for stripe in stripes:
        for row, start, stop in stripe.runs:
            grey[max(0, row - _RIM) : row + _RIM + 1, max(0, start - _RIM) : stop + _RIM] = 255
