"""A name given on the command line to a document; ``-`` is standard input."""

import stat
import sys
from pathlib import Path
from typing import IO

from normalizers.errors import Reason, ReestrError
from parsers.document import Document
from parsers.reading import MAX_BYTES, read_bytes, read_document

STDIN = "-"
STDIN_NAME = "stdin"


def open_document(file: str) -> Document:
    """Read a file, a pipe or standard input.

    Raises :class:`ReestrError` for what cannot be read; a device or a socket is refused, it may never end.
    """
    if file == STDIN:
        return read_bytes(_bounded(sys.stdin.buffer), STDIN_NAME)
    path = Path(file)
    mode = _mode(path)
    if stat.S_ISFIFO(mode):
        with path.open("rb") as pipe:
            return read_bytes(_bounded(pipe), path.name)
    if mode and not stat.S_ISREG(mode):
        raise ReestrError(Reason.UNREADABLE, f"it is {_kind(mode)}, not a file", "give a file, or - for standard input")
    return read_document(path)


def _mode(path: Path) -> int:
    """The mode of a path; 0 where there is none, and the reader will tell why."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _kind(mode: int) -> str:
    return "a folder" if stat.S_ISDIR(mode) else "a device"


def _bounded(stream: IO[bytes]) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReestrError(Reason.TOO_LARGE, f"more than {MAX_BYTES} bytes", "split the file")
    return data
