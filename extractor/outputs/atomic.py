"""A file that is written whole or not at all."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from normalizers.errors import Reason, ReestrError

TEMPORARY = ".reestr-{token}.tmp"
"""Names of files in the making, beside what they become; one that a killed run left may be removed."""


_WRITERS = 8
_BATCH = 256
"""Files that are brought to the disk at once, as the disk writes many together in little more time than one; and
files that wait for it."""


def write_atomically(path: Path, data: bytes, durable: bool = False) -> None:
    """Write beside the file, then put it in place: a reader sees the old bytes or the new, never a part.

    ``durable``: the bytes are on the disk before the name is theirs, so that this holds after a loss of power too.
    Raises :class:`ReestrError` (``output``); the old file then stands as it was.
    """
    temporary = path.with_name(TEMPORARY.format(token=os.urandom(6).hex()))
    try:
        with temporary.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise ReestrError(Reason.OUTPUT, message, "check the folder, its rights and the free space") from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def make_durable(files: Sequence[Path], folders: Iterable[Path]) -> None:
    """Bring files that were written, and the names in folders, to the disk; what is not there any more is passed over.

    Raises :class:`ReestrError` (``output``) where the disk refuses what it took before.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_WRITERS) as writers:
        for start in range(0, len(files), _BATCH):
            for _ in writers.map(_sync, files[start : start + _BATCH]):
                pass
    for folder in folders:
        with suppress(OSError, ReestrError):  # Windows and some disks of a network know no such thing
            _sync(folder, os.O_RDONLY)


def _sync(path: Path, mode: int = os.O_RDWR) -> None:
    try:
        handle = os.open(path, mode)
    except FileNotFoundError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise ReestrError(Reason.OUTPUT, message, "check the disk and the free space") from error
    finally:
        os.close(handle)
