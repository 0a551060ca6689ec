"""What a folder of results remembers of the build that filled it: size, time and hash of each source.

``.reestr-state.jsonl`` is the last build that ended, ``.reestr-quick.json`` what of it tells that nothing changed,
``.reestr-journal.jsonl`` what a build that was cut short had done.

A loss of power may undo whatever was not brought to the disk, in any order. To bring each registry there as it is
written would cost 2 to 4 ms each; so it is done once, at the end, many at a time (0.3 ms each), and this order makes
a loss harmless:

1. the journal is on the disk before anything else is written: that it is there tells that a build has not ended;
2. registries and lines of the journal are written, and may be lost;
3. the index and the manifest, and all registries that the last state did not know, are brought to the disk;
4. the state takes the place of the last one, on the disk before its name;
5. the journal is removed. Where this is lost, the state is read again with a journal that says the same.

While there is a journal, no registry is taken for whole by its size (a disk may keep a name and a size and lose the
bytes): its hash must be the one that was noted, else it is made again.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from sys import intern
from typing import Any, NamedTuple, TypeVar

from extractor.canonical import to_json
from extractor.outputs.atomic import TEMPORARY, make_durable, write_atomically
from normalizers.errors import Reason, ReestrError

STATE = ".reestr-state.jsonl"
QUICK = ".reestr-quick.json"
JOURNAL = ".reestr-journal.jsonl"

Stat = tuple[int, int]
T = TypeVar("T")


OWN_IDS, DOUBTFUL_IDS = "", "?"


class Descent(NamedTuple):
    """What a registry was when it was extracted, and where its ids come from since.

    ``marked``: the edition that marks in the text tell; ``extracted``: the hash of the registry with its own ids;
    ``carried``: a digest of the editions that its ids come from, or that they are its own, or in doubt: a build that
    was killed may have written it or not.
    """

    marked: str | None
    extracted: str
    carried: str = OWN_IDS


@dataclass(frozen=True, slots=True)
class Entry:
    """A registry that was written: its source (relative, posix), the source's size and time, its line of the index."""

    file: str
    stat: Stat
    extractor: str
    size: int
    line: dict[str, Any]
    descent: Descent

    def __post_init__(self) -> None:
        """Thousands of lines have the same few keys: they are kept once."""
        object.__setattr__(self, "line", {intern(key): value for key, value in self.line.items()})

    def __reduce__(self) -> tuple[type["Entry"], tuple[Any, ...]]:
        """What comes from a worker is made anew, that it may share those keys."""
        return Entry, (self.file, self.stat, self.extractor, self.size, self.line, self.descent)

    @property
    def output(self) -> str:
        """The registry's name in the folder."""
        return str(self.line["output"])

    @property
    def hash(self) -> str:
        """The hash of the source."""
        return str(self.line["sha256"])

    @property
    def counts(self) -> dict[str, int]:
        """What a summary counts of the registry."""
        severities: dict[str, int] = self.line["diagnostics"]
        return {"touchpoints": self.line["touchpoints"], "needs": self.line["needs"], **severities}

    def as_stale(self) -> "Entry":
        """The same, where the source gives no registry any more: what stands in the folder is of an earlier text."""
        return replace(self, line={**self.line, "stale": True})

    def text(self) -> str:
        """One line of JSON."""
        return to_json([self.file, self.stat, self.extractor, self.size, self.line, self.descent], None)


def read_entries(folder: Path) -> dict[str, Entry]:
    """What the folder remembers, the journal over the state; a torn or foreign line is as good as none."""
    found: dict[str, Entry] = {}
    owners: dict[str, str] = {}
    for name in (STATE, JOURNAL):
        with suppress(OSError), (folder / name).open("rb") as file:
            for line in file:
                entry = _entry(line)
                if entry is not None:
                    found[entry.file] = entry
                    owners[entry.output] = entry.file
    return {file: entry for file, entry in found.items() if owners[entry.output] == file}


def _entry(line: bytes) -> Entry | None:
    try:
        file, (length, time), extractor, size, index, descent = json.loads(line)
        entry = Entry(file, (int(length), int(time)), extractor, int(size), index, Descent(*descent))
        return entry if entry.output and entry.hash else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def write_state(folder: Path, entries: Sequence[Entry]) -> None:
    """Remember a build that ended, its registries brought to the disk; its journal is done with."""
    lines = [entry.text().encode("utf-8", "backslashreplace") for entry in entries]
    _settle(folder, entries, lines)
    write_atomically(folder / STATE, b"".join(lines), durable=True)
    files = {entry.file: (*entry.stat, entry.output, entry.size) for entry in entries}
    counts = Counter[str]()
    for entry in entries:
        counts.update(entry.counts)
    quick = to_json({"files": files, "counts": counts}, None)
    write_atomically(folder / QUICK, quick.encode("utf-8", "backslashreplace"), durable=True)
    make_durable((), [folder])
    (folder / JOURNAL).unlink(missing_ok=True)


def _settle(folder: Path, entries: Sequence[Entry], lines: Sequence[bytes]) -> None:
    """Bring to the disk what the last state did not know, and the folders in which names came or went."""
    known: set[bytes] = set()
    with suppress(OSError):
        known.update((folder / STATE).read_bytes().splitlines(keepends=True))
    fresh = [entry.output for entry, line in zip(entries, lines, strict=True) if line not in known]
    gone = [entry.output for entry in map(_entry, known.difference(lines)) if entry]
    inner = {PurePath(output.rpartition("/")[0]) for output in (*fresh, *gone)}
    folders = {folder / each for path in inner for each in (path, *path.parents)}
    make_durable([folder / output for output in fresh], sorted({*folders, folder, folder.parent}))


def sweep(folder: Path) -> None:
    """Remove what a build that was killed left half written."""
    if (folder / JOURNAL).exists():
        for path in folder.rglob(TEMPORARY.format(token="*")):
            path.unlink(missing_ok=True)


class Journal:
    """What is done, line by line, so that a build that is killed goes on from there."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / JOURNAL

    def __enter__(self) -> "Journal":
        """Open it before anything is written: that it is there tells that a build has not ended."""
        self._file = self._attempt(lambda: self._path.open("ab", buffering=0))
        if self._file.tell():
            self._write(b"\n")
        make_durable([self._path], [self._path.parent])
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; it stays until the state takes its place."""
        self._file.close()

    def add(self, entry: Entry) -> None:
        """Note a registry that stands in its place; raises :class:`ReestrError` (``output``)."""
        self._write(entry.text().encode("utf-8", "backslashreplace"))

    def _write(self, data: bytes) -> None:
        self._attempt(lambda: self._file.write(data))

    def _attempt(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except OSError as error:
            message = f"cannot write {self._path}: {error.strerror}"
            raise ReestrError(Reason.OUTPUT, message, "check the folder and the free space") from error
