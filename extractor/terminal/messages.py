"""Messages on standard error: one line each, ``reestr: FILE: reason: message; advice``."""

import sys

from extractor.attempts import Failure
from extractor.terminal.plain import plain


def failure_line(failure: Failure) -> str:
    """The line that tells of a failure.

    >>> from normalizers.errors import Reason
    >>> failure_line(Failure("a.txt", Reason.EMPTY, "the file holds no text", "check the export"))
    'reestr: a.txt: empty: the file holds no text; check the export'
    """
    advice = f"; {failure.advice}" if failure.advice else ""
    return f"reestr: {plain(failure.file)}: {failure.reason}: {plain(failure.message + advice)}"


def report(failure: Failure) -> None:
    """Tell of a failure."""
    say(failure_line(failure))


def say(line: str) -> None:
    """A line on standard error."""
    sys.stderr.write(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
    sys.stderr.flush()
