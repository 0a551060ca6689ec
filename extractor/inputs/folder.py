"""The orders of a folder: every regular file in it and below, sorted, in which nothing leads out of it.

Left out: hidden files and folders, JSON (what the tool itself writes) and the folder of results, if it stands inside.
"""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePath

from extractor.attempts import Failure
from normalizers.errors import Reason

_OWN_SUFFIXES = (".json", ".jsonl")


def folder_to_sources(corpus: Path, results: Path, only: str = "*") -> tuple[list[PurePath], list[Failure]]:
    """Paths of the orders within ``corpus`` whose names match the pattern ``only``, and what cannot be taken."""
    failures: list[Failure] = []
    found = [path for path in _walk(corpus, results.resolve(), failures) if fnmatch(path.name, only)]
    taken = [path for path in found if _is_taken(corpus, path, failures)]
    return sorted(taken, key=PurePath.as_posix), sorted(failures, key=lambda failure: failure.file)


def is_source(name: str) -> bool:
    """Whether a file of this name may be an order.

    >>> is_source("order.txt"), is_source(".order.txt"), is_source("order.json")
    (True, False, False)
    """
    return not name.startswith(".") and not name.lower().endswith(_OWN_SUFFIXES)


def _walk(corpus: Path, results: Path, failures: list[Failure]) -> Iterator[PurePath]:
    def unreadable(error: OSError) -> None:
        failures.append(
            _refused(str(error.filename), f"cannot read: {error.strerror}", "check the path and the rights")
        )

    for folder, below, names in os.walk(corpus, onerror=unreadable):
        below[:] = [name for name in below if not name.startswith(".") and Path(folder, name).resolve() != results]
        inner = PurePath(folder).relative_to(corpus)
        yield from (inner / name for name in names if is_source(name))


def _is_taken(corpus: Path, path: PurePath, failures: list[Failure]) -> bool:
    """Whether a path is a file of this folder; a link that leads out of it, a pipe, a device is told of."""
    full = corpus / path
    if full.is_symlink() and not full.resolve().is_relative_to(corpus.resolve()):
        failures.append(_refused(str(full), "the link leads out of the folder", "put the file itself there"))
        return False
    if full.is_file():
        return True
    failures.append(_refused(str(full), "it is no regular file", "remove it"))
    return False


def _refused(file: str, message: str, advice: str) -> Failure:
    return Failure(file, Reason.UNREADABLE, message, advice)
