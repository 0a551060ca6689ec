"""Colour for a terminal, and for nothing else: a pipe, a file, ``NO_COLOR`` and ``TERM=dumb`` get none."""

import os
import sys
from collections.abc import Callable
from typing import TextIO

Paint = Callable[[str, str], str]

_STYLES = {"red": "31", "green": "32", "yellow": "33", "blue": "34", "dim": "2", "bold": "1"}


def is_coloured(stream: TextIO) -> bool:
    """Whether a stream shows colour."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def painter(stream: TextIO | None = None) -> Paint:
    """A function that paints a text in a style, for standard output unless told otherwise.

    >>> import io
    >>> painter(io.StringIO())("warning", "yellow")
    'warning'
    """
    if not is_coloured(stream or sys.stdout):
        return lambda text, style: text
    return lambda text, style: f"\x1b[{_STYLES[style]}m{text}\x1b[0m"
