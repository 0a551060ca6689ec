"""Dates of editions that a person tells: ``DATE`` for every source, ``PATTERN=DATE`` for those whose name fits."""

from collections.abc import Iterable, Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import NamedTuple

from normalizers.dates import parse_date
from normalizers.errors import Reason, ReestrError

EVERY = "*"


class Told(NamedTuple):
    """The date of the edition that sources of these names hold."""

    pattern: str
    date: str

    def fits(self, file: str) -> bool:
        """Whether it is about a source (its path within the corpus); a pattern without a slash is about its name.

        >>> Told("*.txt", "").fits("a/b.txt"), Told("a/*", "").fits("a/b.txt"), Told("a/*", "").fits("c/b.txt")
        (True, True, False)
        """
        return fnmatchcase(file if "/" in self.pattern else PurePosixPath(file).name, self.pattern)


def parse_told(text: str) -> Told:
    """What ``--edition`` says.

    Raises :class:`ReestrError` (``bad_value``) where it ends with no date.

    >>> parse_told("2024-06-01"), parse_told("order-2.*=01.06.2024")
    (Told(pattern='*', date='2024-06-01'), Told(pattern='order-2.*', date='2024-06-01'))
    """
    pattern, _, day = text.rpartition("=")
    return Told(pattern or EVERY, parse_day(day))


def parse_day(text: str) -> str:
    """An ISO date, or a date as orders print them.

    Raises :class:`ReestrError` (``bad_value``).
    """
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        try:
            return parse_date(text)
        except ReestrError as error:
            raise ReestrError(Reason.BAD_VALUE, f"no date: {text[:40]!r}", "write it as 2024-06-01") from error


def told_date(file: str, told: Iterable[Told]) -> str | None:
    """The date that is told of a source; of several the last."""
    return next((each.date for each in reversed([*told]) if each.fits(file)), None)


def idle(told: Iterable[Told], files: Sequence[str]) -> list[str]:
    """Patterns that fit no source."""
    return [each.pattern for each in told if each.pattern != EVERY and not any(map(each.fits, files))]
