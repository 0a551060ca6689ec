"""Standard output: bytes of UTF-8 whatever the locale, an error where they cannot be written."""

import os
import sys
from typing import IO

from normalizers.errors import Reason, ReestrError


def emit(text: str) -> None:
    """Write to standard output at once.

    A lone surrogate (an undecodable byte of a file's name) is spelled ``\\udcff``, which JSON reads back as it was.
    Raises :class:`ReestrError` (``output``) where the stream is closed or the disk full.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        sys.stdout.flush()
        _binary().write(data)
        _binary().flush()
    except OSError as error:
        _abandon()
        raise ReestrError(Reason.OUTPUT, f"cannot write: {error.strerror}", "check what reads it") from error


def _binary() -> IO[bytes]:
    return sys.stdout.buffer


def _abandon() -> None:
    """Point standard output at nothing, so that the interpreter does not fail again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
