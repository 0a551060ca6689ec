"""Boxes of words drawn close around their ink: those of a recogniser are often a letter too wide or a line too high."""

from collections.abc import Sequence

import numpy as np

from parsers.ocr.image import Ink
from parsers.ocr.tesseract import Seen


def close_boxes(words: Sequence[Seen], ink: Ink) -> list[Seen]:
    """The words of a page, each in the box of the ink within its own; one without ink stays as it is."""
    return [_close(word, ink) for word in words]


def _close(word: Seen, ink: Ink) -> Seen:
    left, top = max(0, int(word.x0)), max(0, int(word.top))
    part = ink[top : int(word.bottom) + 1, left : int(word.x1) + 1]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not rows.size:
        return word
    return word._replace(
        x0=left + float(columns[0]),
        x1=left + float(columns[-1]) + 1,
        top=top + float(rows[0]),
        bottom=top + float(rows[-1]) + 1,
    )
