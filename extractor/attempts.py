"""One file of a batch: its result, or a named failure. What goes wrong in one file ends no batch."""

import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from normalizers.errors import Reason, ReestrError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file gave no result."""

    file: str
    reason: Reason
    message: str
    advice: str = ""


def attempt(file: str, work: Callable[[], T]) -> T | Failure:
    """What ``work`` makes of a file; a failure for any error, also one that nobody foresaw (``internal``).

    >>> attempt("a.txt", lambda: 1), attempt("a.txt", lambda: 1 // 0).reason.value
    (1, 'internal')
    """
    try:
        return work()
    except ReestrError as error:
        return Failure(file, error.reason, error.message, error.advice)
    except MemoryError:
        return Failure(file, Reason.TOO_LARGE, "it needs more memory than it may take", "split it, or allow more")
    except OSError as error:
        return Failure(
            file, Reason.UNREADABLE, f"cannot read: {error.strerror or error}", "check the path and the rights"
        )
    except Exception as error:  # noqa: BLE001 - the one place where a batch is kept going past a fault of the program
        return _internal(file, error)


def _internal(file: str, error: Exception) -> Failure:
    """A fault of the program: what was raised and where; REESTR_DEBUG shows all of it."""
    if os.environ.get("REESTR_DEBUG"):
        traceback.print_exception(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    said = str(error).splitlines()[0][:200] if str(error) else ""
    message = f"{type(error).__name__}: {said} ({PurePath(place.filename).name}:{place.lineno})"
    return Failure(file, Reason.INTERNAL, message, "report it with the file; REESTR_DEBUG=1 shows where it arose")
