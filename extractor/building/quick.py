"""A build in which nothing changed: one walk over the corpus, no source opened, no path made.

Anything out of the ordinary – a link, a file more, another time, a registry missing – is left to the whole build.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from extractor.building.index import INDEX, MANIFEST
from extractor.building.state import JOURNAL, QUICK
from extractor.building.summary import Summary
from extractor.inputs.folder import is_source

Files = dict[str, tuple[int, int, str, int]]
"""Of each source its size and time, of its registry name and size."""

_ODD = ("", -1, -1)


def nothing_changed(corpus: Path, results: Path, only: str, version: str) -> Summary | None:
    """The summary of a build that has nothing to do; ``None`` where it may have something."""
    memory = _read(results) if _is_whole(results, version) else {}
    try:
        files, counts = memory["files"], Counter[str](memory["counts"])
        if not files or _count_standing(corpus, results, only, files) != len(files):
            return None
        return Summary(outcomes=Counter(unchanged=len(files)), counts=counts)
    except (OSError, KeyError, TypeError, ValueError):
        return None


def _read(results: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        found = json.loads((results / QUICK).read_bytes())
        return found if isinstance(found, dict) else {}
    return {}


def _is_whole(results: Path, version: str) -> bool:
    """Whether the last build ended, with this program, and every order gave its registry."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        manifest = json.loads((results / MANIFEST).read_bytes())
        ended = (results / INDEX).is_file() and not (results / JOURNAL).exists()
        return bool(ended and manifest["extractor"] == version and manifest["failed"] == [])
    return False


def _count_standing(corpus: Path, results: Path, only: str, files: Files) -> int:
    """The sources of which size and time are as remembered, and the registry is there; -1, if any is not."""
    folder = f"{results}/"
    count = 0
    for name, size, time in _walk(str(corpus), "", os.path.realpath(results), only):
        known = files.get(name)
        if known is None or known[0] != size or known[1] != time:
            return -1
        if os.stat(folder + known[2]).st_size != known[3]:  # noqa: PTH116 - a Path costs more than the call
            return -1
        count += 1
    return count


def _walk(folder: str, inner: str, results: str, only: str) -> Iterator[tuple[str, int, int]]:
    """Each order with its size and time; for what only the whole build can judge, a name that no order has."""
    with os.scandir(folder) as found:
        for each in found:
            name = each.name
            if each.is_symlink():
                yield _ODD
            elif each.is_dir():
                if not name.startswith(".") and os.path.realpath(each.path) != results:
                    yield from _walk(each.path, f"{inner}{name}/", results, only)
            elif is_source(name) and (only == "*" or fnmatch(name, only)):
                stat = each.stat()
                yield (inner + name, stat.st_size, stat.st_mtime_ns) if each.is_file() else _ODD
