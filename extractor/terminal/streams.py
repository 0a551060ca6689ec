"""Standard output: bytes of UTF-8 whatever the locale, an error where they cannot be written."""

import errno
import os
import sys
from typing import IO

from extractor.exit_codes import ExitCode
from normalizers.errors import Reason, ReestrError


def emit(text: str) -> None:
    """Write to standard output at once.

    A lone surrogate (an undecodable byte of a file's name) is spelled ``\\udcff``, which JSON reads back as it was.
    Raises :class:`ReestrError` (``output``) where it cannot be written; ends at once where nobody reads any more.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        sys.stdout.flush()
        _binary().write(data)
        _binary().flush()
    except OSError as error:
        _abandon()
        if error.errno == errno.EPIPE:
            raise SystemExit(ExitCode.OUTPUT) from error
        raise ReestrError(
            Reason.OUTPUT,
            f"cannot write to standard output: {error.strerror}",
            "check the space left, or what reads it",
        ) from error


def _binary() -> IO[bytes]:
    return sys.stdout.buffer


def _abandon() -> None:
    """Point standard output at nothing, so that the interpreter does not fail again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
