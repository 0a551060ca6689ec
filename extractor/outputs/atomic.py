"""A file that is written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from normalizers.errors import Reason, ReestrError

TEMPORARY = ".reestr-{token}.tmp"
"""Names of files in the making, beside what they become; one that a killed run left may be removed."""


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in place: a reader sees the old bytes or the new, never a part.

    Raises :class:`ReestrError` (``output``); the old file then stands as it was.
    """
    temporary = path.with_name(TEMPORARY.format(token=os.urandom(6).hex()))
    try:
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise ReestrError(Reason.OUTPUT, message, "check the folder, its rights and the free space") from error
    finally:
        with suppress(OSError):
            temporary.unlink()
