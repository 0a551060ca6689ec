"""One line of the table."""

from dataclasses import dataclass

MEGABYTE = 1e6


@dataclass(frozen=True)
class Result:
    """A figure and its target, ``least`` where the target is a least value; ``value`` is ``None`` if not measured."""

    name: str
    value: float | None
    target: float
    least: bool
    note: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether the target is met; ``None`` where nothing was measured."""
        if self.value is None:
            return None
        return self.value >= self.target if self.least else self.value <= self.target

    @property
    def bound(self) -> str:
        """The target as a person reads it."""
        return f"{'>=' if self.least else '<='} {self.target:g}"


def at_least(name: str, value: float, target: float, note: str = "") -> Result:
    """A figure that is to be high."""
    return Result(name, value, target, True, note)


def at_most(name: str, value: float, target: float, note: str = "") -> Result:
    """A figure that is to be low."""
    return Result(name, value, target, False, note)


def not_measured(name: str, target: float, least: bool, reason: str) -> Result:
    """A line without a figure, and why."""
    return Result(name, None, target, least, f"not measured: {reason}")
