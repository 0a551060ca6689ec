"""A build in which nothing changed: one walk over the corpus, no source opened, no path made.

Anything out of the ordinary – a link, a file more, another time, a registry missing – is left to the whole build.
"""

import json
import os
from collections import Counter
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from stat import S_ISREG
from typing import Any

from extractor.building.index import INDEX, MANIFEST
from extractor.building.state import JOURNAL, QUICK
from extractor.building.summary import Summary
from extractor.inputs.folder import is_source

Files = dict[str, tuple[int, int, str, int]]
"""Of each source its size and time, of its registry name and size."""


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
    folder, real = f"{results}/", os.path.realpath(results)
    count = 0
    waiting = [(str(corpus), "")]
    for path, inner in waiting:
        with os.scandir(path) as found:
            for each in found:
                known = files.get(inner + each.name)
                if known is None:
                    if _is_odd(each, only):
                        return -1
                    if _is_to_be_walked(each, real):
                        waiting.append((each.path, f"{inner}{each.name}/"))
                elif only == "*" or fnmatch(each.name, only):
                    if not _stands(each, known, folder):
                        return -1
                    count += 1
    return count


def _stands(each: "os.DirEntry[str]", known: tuple[int, int, str, int], folder: str) -> bool:
    """Whether a source is a file of the size and time that are known, and its registry of its size; never a link."""
    size, time, output, length = known
    stat = each.stat(follow_symlinks=False)
    if stat.st_mtime_ns != time or stat.st_size != size or not S_ISREG(stat.st_mode):
        return False
    return os.stat(folder + output).st_size == length  # noqa: PTH116 - a Path costs more than the call


def _is_odd(each: "os.DirEntry[str]", only: str) -> bool:
    """What only the whole build can judge: a link, a new source."""
    if each.is_symlink():
        return True
    return is_source(each.name) and fnmatch(each.name, only) and not each.is_dir()


def _is_to_be_walked(each: "os.DirEntry[str]", results: str) -> bool:
    return each.is_dir() and not each.name.startswith(".") and os.path.realpath(each.path) != results
