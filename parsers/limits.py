"""How much of a file a reader takes in before it refuses: one validated object for every format.

The defaults let a 1,000-page order through many times over and stop bombs before they are unpacked.
"""

from dataclasses import dataclass, fields

from normalizers.errors import ReestrError, Reason

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of one file; every one is a positive whole number.

    >>> Limits(file_bytes=10).file_bytes
    10
    >>> Limits(pages=0)
    Traceback (most recent call last):
    normalizers.errors.ReestrError: bad_value: limit pages must be a positive whole number, not 0
    """

    file_bytes: int = 128 * MEGABYTE
    zip_entries: int = 10_000
    member_bytes: int = 256 * MEGABYTE
    total_bytes: int = 1024 * MEGABYTE
    ratio: int = 400
    ratio_from_bytes: int = 16 * MEGABYTE
    xml_depth: int = 100
    table_cells: int = 1_000_000
    pages: int = 5_000
    seconds: int = 300
    memory_bytes: int = 2048 * MEGABYTE

    def __post_init__(self) -> None:
        for item in fields(self):
            value: object = vars_of(self)[item.name]
            if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
                raise ReestrError(
                    Reason.BAD_VALUE, f"limit {item.name} must be a positive whole number, not {value!r}"
                )

    def check(self, name: str, value: int) -> None:
        """Refuse a file whose ``name`` (a limit's name) is ``value`` where that is too much."""
        allowed = vars_of(self)[name]
        if value > allowed:
            raise ReestrError(
                Reason.TOO_LARGE,
                f"{name} is {value:,}, the limit is {allowed:,}",
                "split the file, or raise the limit if you trust it",
            )


def vars_of(limits: Limits) -> dict[str, int]:
    """The limits by name."""
    return {item.name: object.__getattribute__(limits, item.name) for item in fields(limits)}


DEFAULT_LIMITS = Limits()
