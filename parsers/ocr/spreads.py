"""Two pages scanned on one sheet: told by the blank gutter between two blocks of text, put one under the other."""

import numpy as np

from parsers.ocr.image import Grey, Ink, grey_to_ink

_WIDE = 1.25
_MIDDLE, _GUTTER = 0.06, 0.02
_ROWS, _COLUMNS = 0.2, 0.5


def one_page(grey: Grey) -> Grey:
    """The picture, or that of a spread's right page under its left one, both as wide."""
    cut = gutter(grey_to_ink(grey)) if grey.shape[1] > _WIDE * grey.shape[0] else 0
    if not cut:
        return grey
    left, right = grey[:, :cut], grey[:, cut:]
    width = max(left.shape[1], right.shape[1])
    return np.concatenate(
        [np.pad(half, ((0, 0), (0, width - half.shape[1])), constant_values=255) for half in (left, right)]
    )


def gutter(ink: Ink) -> int:
    """The column between two pages; 0 where the sheet holds one: a landscape table has rules across its middle."""
    width = ink.shape[1]
    first, last = round(width * (0.5 - _MIDDLE / 2)), round(width * (0.5 + _MIDDLE / 2))
    columns = np.flatnonzero(~ink[:, first:last].any(axis=0)) + first
    blank = max(np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1), key=len)
    if blank.size < _GUTTER * width or not (_is_page(ink[:, : blank[0]]) and _is_page(ink[:, blank[-1] :])):
        return 0
    return int(blank[blank.size // 2])


def _is_page(half: Ink) -> bool:
    """Whether text stands on a good part of the rows and columns."""
    return bool(half.any(axis=1).mean() > _ROWS and half.any(axis=0).mean() > _COLUMNS)
