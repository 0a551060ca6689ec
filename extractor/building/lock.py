"""One build at a time in a folder of results. The lock ends with the process that holds it, however that one ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from normalizers.errors import Reason, ReestrError

LOCK = ".reestr-lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder.

    Raises :class:`ReestrError` (``output``) where another build holds it; the file that a dead one left holds nothing.
    """
    path = folder / LOCK
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    except OSError as error:
        raise ReestrError(Reason.OUTPUT, f"cannot write {path}: {error.strerror}", "check the folder") from error
    try:
        if not _lock(handle):
            holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "?"
            message = f"another build (process {holder}) writes into {folder}"
            raise ReestrError(Reason.OUTPUT, message, "wait for it, or choose another folder")
        os.truncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
        os.truncate(handle, 0)
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> bool:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _lock(handle: int) -> bool:
        """A lock of the process: workers forked from it do not hold it on after it was killed."""
        import fcntl

        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
