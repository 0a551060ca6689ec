"""The running numbers of a story's lists, printed as markers."""

import re

from parsers.docx.numbering import LEVELS, Level, List
from parsers.docx.symbols import bullet_text

_PLACE = re.compile(r"%([1-9])")


class Counters:
    """The running numbers of one story of a document."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[int] = set()

    def marker(self, found: List, level: int) -> str:
        """Count a paragraph and return its printed marker with the space that follows it."""
        counts = self._counts.setdefault(found.key, [None] * LEVELS)
        self._count(counts, found, level)
        shown = found.levels.get(level)
        if shown is None or shown.hidden:
            return ""
        text = bullet_text(shown.text, shown.font) if shown.format == "bullet" else self._text(counts, found, shown)
        return text.rstrip() + shown.suffix if text.strip() and shown.suffix else text

    def _count(self, counts: list[int | None], found: List, level: int) -> None:
        for upper in range(level):
            if counts[upper] is None:
                counts[upper] = found.levels[upper].start if upper in found.levels else 1
        first = level in found.starts and id(found) not in self._started
        if first:
            self._started.add(id(found))
        current = counts[level]
        counts[level] = found.start(level) if current is None or first else current + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or level < restart:
                counts[deeper] = None

    def _text(self, counts: list[int | None], found: List, shown: Level) -> str:
        def place(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            count = counts[level]
            quoted = found.levels.get(level, shown)
            return quoted.number(found.start(level) if count is None else count, shown.legal)

        return _PLACE.sub(place, shown.text)
