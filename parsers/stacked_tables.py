"""Tables of Техэксперт dumps: every cell a paragraph of its own."""

from collections.abc import Sequence

from parsers.document import Composer
from parsers.lines import Line


def stacked_table(composer: Composer, lines: Sequence[Line], start: int) -> int:
    """Append the table whose cells stand one under another; return the position after it."""
    return start
