"""A page's picture made ready: even paper, straight lines of text."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Grey = NDArray[np.uint8]
Ink = NDArray[np.bool_]

_DARK = 0.72
_PAPER_GRID = 16
_MOST_SKEW = 6.0
_STEPS = (0.5, 0.1, 0.02)
_LEAST_SKEW = 0.04
_SKEW_POINTS = 400_000
_LEAST_POINTS = 200
_GRAIN_REACH = 3
_LEAST_DOT = 9
_RIM = 7


def picture_to_grey(picture: Any) -> Grey:
    """Grey levels on white paper: shadows and the tint of the paper are levelled out."""
    image: Image.Image = picture.convert("L")
    small = (max(1, image.width // _PAPER_GRID), max(1, image.height // _PAPER_GRID))
    paper = image.resize(small, Image.Resampling.BOX).filter(ImageFilter.MaxFilter(5))
    paper = paper.filter(ImageFilter.GaussianBlur(4)).resize(image.size, Image.Resampling.BILINEAR)
    level = np.maximum(np.asarray(paper, dtype=np.float32), 64.0)
    grey = np.asarray(image, dtype=np.float32) * (255.0 / level)
    return np.minimum(grey, 255.0).astype(np.uint8)


def grey_to_ink(grey: Grey) -> Ink:
    """Where the page is printed."""
    return grey < int(255 * _DARK)


def without_grain(grey: Grey) -> Grey:
    """The page with white paper wherever nothing is printed: grain is else read as letters, for minutes."""
    ink = Image.fromarray(grey_to_ink(grey).astype(np.uint8) * 255)
    density = np.asarray(ink.filter(ImageFilter.BoxBlur(_GRAIN_REACH)), dtype=np.float32) / 255
    printed = (np.asarray(ink) > 0) & (density * (2 * _GRAIN_REACH + 1) ** 2 >= _LEAST_DOT)
    near = np.asarray(Image.fromarray(printed.astype(np.uint8)).filter(ImageFilter.MaxFilter(_RIM)))
    return np.where(near > 0, grey, np.uint8(255)).astype(np.uint8)


def skew_of(ink: Ink) -> float:
    """The angle in degrees by which lines rise to the right, found where rows of ink are sharpest."""
    places = np.nonzero(ink)
    if len(places[0]) < _LEAST_POINTS:
        return 0.0
    step = max(1, len(places[0]) // _SKEW_POINTS)
    rows, columns = places[0][::step].astype(np.float32), places[1][::step].astype(np.float32)
    best, reach = 0.0, _MOST_SKEW
    for width in _STEPS:
        count = round(reach / width)
        angles = [best + width * index for index in range(-count, count + 1)]
        best = max(angles, key=lambda angle: _sharpness(rows, columns, angle, 2.0))
        reach = width
    return best


def _sharpness(rows: NDArray[np.float32], columns: NDArray[np.float32], angle: float, bin_height: float) -> float:
    places = (rows + columns * math.tan(math.radians(angle))) / bin_height
    counts = np.bincount((places - places.min()).astype(np.int64)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def straightened(grey: Grey) -> Grey:
    """The page with its lines level."""
    angle = skew_of(grey_to_ink(grey))
    if abs(angle) < _LEAST_SKEW:
        return grey
    turned = Image.fromarray(grey).rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(turned)
