"""How much of a file a reader takes in before it refuses: one validated object for every format.

The defaults let a 1,000-page order through many times over and stop bombs before they are unpacked.
"""

from dataclasses import asdict, dataclass

from normalizers.errors import Reason, ReestrError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of one file; every one is a positive whole number.

    ``ratio`` holds for archive members larger than ``ratio_from_bytes``: a long table of like rows may shrink a
    hundredfold, a bomb a thousandfold. ``xml_depth`` counts containers inside one another that a reader descends.

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
    part_bytes: int = 32 * MEGABYTE
    ratio: int = 400
    ratio_from_bytes: int = 16 * MEGABYTE
    xml_depth: int = 100
    table_cells: int = 1_000_000
    pages: int = 5_000
    seconds: int = 300
    memory_bytes: int = 2048 * MEGABYTE

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
                raise ReestrError(Reason.BAD_VALUE, f"limit {name} must be a positive whole number, not {value!r}")


DEFAULT_LIMITS = Limits()


def within(name: str, value: int, allowed: int) -> None:
    """Refuse a file that has ``value`` of something where ``allowed`` is the limit ``name``.

    >>> within("pages", 3, 2)
    Traceback (most recent call last):
    normalizers.errors.ReestrError: too_large: pages: 3, the limit is 2; split the file, or raise the limit
    """
    if value > allowed:
        raise ReestrError(
            Reason.TOO_LARGE,
            f"{name}: {value:,}, the limit is {allowed:,}",
            "split the file, or raise the limit",
        )
