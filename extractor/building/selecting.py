"""Which registries of a folder still stand for their sources, and which are to be made."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from extractor.attempts import Failure
from extractor.building.state import JOURNAL, Entry
from extractor.building.tasks import Task, file_stat


class Selection(NamedTuple):
    """Tasks to do, the longest first; entries that stand; how many have another time; those whose source is no more."""

    tasks: list[Task]
    kept: list[Entry]
    refreshed: int
    gone: list[Entry]
    hidden: list[Entry]


def select(
    folder: Path,
    tasks: Sequence[Task],
    entries: Mapping[str, Entry],
    version: str,
    verify: bool,
    refused: Iterable[Failure],
    corpus: Path,
) -> Selection:
    """Compare what is with what the folder remembers; ``verify`` trusts no size and no time.

    Registries of a build that was cut short are hashed in any case: a disk that lost power may have lost their bytes.
    """
    hashed = verify or (folder / JOURNAL).exists()
    todo: list[Task] = []
    kept: list[Entry] = []
    refreshed = 0
    for task in tasks:
        entry = entries.get(task.source)
        stands = None if entry is None else _standing(folder, task, entry, version, verify, hashed)
        if stands is None:
            todo.append(task)
        else:
            kept.append(stands)
            refreshed += stands is not entry
    planned = {task.source for task in tasks}
    blocked = frozenset(failure.file for failure in refused)
    gone: list[Entry] = []
    hidden: list[Entry] = []
    for file, entry in entries.items():
        if file not in planned:
            (hidden if _is_behind(corpus, file, blocked) else gone).append(entry)
    todo.sort(key=_size, reverse=True)
    return Selection(todo, kept, refreshed, gone, hidden)


def _standing(folder: Path, task: Task, entry: Entry, version: str, verify: bool, hashed: bool) -> Entry | None:
    """The entry, its time brought up to date, where its registry is still the right one.

    ``verify``: the source's size and time are not trusted; ``hashed``: the registry's size is not.
    """
    if entry.extractor != version or entry.line.get("stale") or entry.output != task.output.as_posix():
        return None
    try:
        stat = file_stat(task.file)
        output = f"{folder}/{entry.output}"
        if file_stat(output)[0] != entry.size:
            return None
        if hashed and _hash(output) != entry.line["registry_sha256"]:
            return None
        if stat == entry.stat and not verify:
            return entry
        return _with_stat(entry, stat) if stat[0] and _hash(task.file) == entry.hash else None
    except OSError:
        return None


def _size(task: Task) -> int:
    """The size of a source. Great ones are begun first, so that no worker is left alone with one at the end."""
    try:
        return file_stat(task.file)[0]
    except OSError:
        return 0


def _with_stat(entry: Entry, stat: tuple[int, int]) -> Entry:
    return entry if stat == entry.stat else replace(entry, stat=stat)


def _hash(file: str) -> str:
    with Path(file).open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _is_behind(corpus: Path, file: str, blocked: frozenset[str]) -> bool:
    """Whether a source may still be there, behind a folder or a name that cannot be read."""
    inner = PurePosixPath(file)
    return any(str(corpus / each) in blocked for each in (inner, *inner.parents))
