"""A corpus that is watched: looked at again and again, by names, sizes and times."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from extractor.building.run import plan
from extractor.building.tasks import file_stat

_PAUSE = 1.0

Look = dict[str, tuple[int, int]]


def changes(
    corpus: Path, results: Path, only: str = "*", sleep: Callable[[float], object] = time.sleep
) -> Iterator[None]:
    """Once at first, then whenever a file came, went or changed; without end."""
    seen: Look | None = None
    while True:
        now = _look(corpus, results, only)
        if now != seen:
            seen = now
            yield
        sleep(_PAUSE)


def _look(corpus: Path, results: Path, only: str) -> Look:
    found: Look = {}
    for task in plan(corpus, results, only)[0]:
        with suppress(OSError):
            found[task.file] = file_stat(task.file)
    return found
