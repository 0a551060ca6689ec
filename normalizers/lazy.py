"""Expressions that are compiled when a text first asks for them.

The long expressions of addresses take a quarter of a second to compile; an order without an address never needs them.
"""

import re
from functools import cached_property


class LazyPattern:
    """A pattern with the two questions that are asked of it.

    >>> LazyPattern("[0-9]+").match("12а")[0]
    '12'
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that begins at ``start``."""
        return self._compiled.match(text, start)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in a range."""
        return self._compiled.search(text, start, end)
