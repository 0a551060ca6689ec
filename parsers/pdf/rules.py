"""Paths of a page to straight rules: thin shapes by their bounds, the rest by their stroked segments."""

import itertools
import math
from collections.abc import Sequence

from parsers.pdf import native
from parsers.pdf.frame import Box, Frame
from parsers.pdf.layer import Rule
from parsers.pdf.settings import PdfSettings

_PATH, _IMAGE, _FORM = 2, 3, 5
_MOVE, _LINE = 2, 0
_MAX_SEGMENTS = 20_000
_STRAIGHT = 1.0
_MAX_DEPTH = 4
Matrix = tuple[float, ...]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawing:
    """What a page draws besides text: rules, the area of its images, the number of its paths."""

    def __init__(self, frame: Frame, settings: PdfSettings) -> None:
        self.frame = frame
        self.settings = settings
        self.rules: list[Rule] = []
        self.picture_area = 0.0
        self.paths = 0
        self.left = settings.page_objects

    def add(self, objects: Sequence[int], matrix: Matrix = _IDENTITY, depth: int = 0) -> None:
        """Take in objects of the page, or of a form under its matrix; a page of too many is drawn art, not rules."""
        for item, kind in zip(objects, native.object_types(objects), strict=True):
            self.left -= 1
            if self.left < 0:
                return
            if kind == _PATH:
                self.paths += 1
                self._path(item, matrix)
            elif kind == _IMAGE:
                self._image(item, matrix)
            elif kind == _FORM and depth < _MAX_DEPTH:
                inner = multiplied(native.object_matrix(item), matrix)
                self.add(native.form_objects(item, self.left), inner, depth + 1)

    def _image(self, item: int, matrix: Matrix) -> None:
        left, bottom, right, top = native.bounds(item)
        (x0, y0), (x1, y1) = applied(matrix, left, bottom), applied(matrix, right, top)
        self.picture_area += abs((x1 - x0) * (y1 - y0))

    def _path(self, item: int, matrix: Matrix) -> None:
        left, bottom, right, top = native.bounds(item)
        box = self.frame.box(*applied(matrix, left, bottom), *applied(matrix, right, top))
        if not self._thin(box):
            self._parts(item, multiplied(native.object_matrix(item), matrix))

    def _thin(self, box: Box) -> bool:
        """Take a thin shape for a rule along its middle; a dot is none."""
        width, height = box.x1 - box.x0, box.bottom - box.top
        if not math.isfinite(width + height):
            return True
        if min(width, height) > self.settings.rule_thickness:
            return False
        if max(width, height) >= self.settings.min_rule:
            vertical = width < height
            self.rules.append(
                Rule(True, (box.x0 + box.x1) / 2, box.top, box.bottom)
                if vertical
                else Rule(False, (box.top + box.bottom) / 2, box.x0, box.x1)
            )
        return True

    def _parts(self, item: int, matrix: Matrix) -> None:
        """The straight segments of a stroked path; the thin shapes of a filled one."""
        stroked = native.is_stroked(item)
        corners: list[tuple[float, float]] = []
        for kind, x, y, closes in native.path_points(item, _MAX_SEGMENTS):
            if kind == _MOVE:
                self._shape(corners, stroked)
                corners = []
            corners.append(self.frame.point(*applied(matrix, x, y)))
            if closes:
                corners.append(corners[0])
        self._shape(corners, stroked)

    def _shape(self, corners: Sequence[tuple[float, float]], stroked: bool) -> None:
        if len(corners) < 2:
            return
        if stroked:
            for (ax, ay), (bx, by) in itertools.pairwise(corners):
                if min(abs(ax - bx), abs(ay - by)) < _STRAIGHT:
                    self._thin(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
        else:
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            self._thin(Box(min(xs), min(ys), max(xs), max(ys)))


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point under a matrix.

    >>> applied((2, 0, 0, 2, 10, 0), 1, 1)
    (12, 2)
    """
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def multiplied(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies ``first`` and then ``second``.

    >>> multiplied((1, 0, 0, 1, 5, 0), (2, 0, 0, 2, 0, 0))
    (2, 0, 0, 2, 10, 0)
    """
    a, b, c, d, e, f = first
    k, m, n, p, q, r = second
    return (a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r)
