"""What one file may take of a worker."""

import sys
from contextlib import suppress
from dataclasses import dataclass

from parsers.limits import DEFAULT_LIMITS, MEGABYTE


@dataclass(frozen=True, slots=True)
class WorkLimits:
    """Seconds and bytes of memory for one file."""

    seconds: float = DEFAULT_LIMITS.seconds
    memory_bytes: int = DEFAULT_LIMITS.memory_bytes

    @property
    def megabytes(self) -> int:
        """The memory in megabytes, as the command line gives it."""
        return self.memory_bytes // MEGABYTE


if sys.platform == "win32":

    def limit_memory(size: int) -> None:
        """No limit: the system knows none of this kind."""

else:
    import resource

    def limit_memory(size: int) -> None:
        """Hold this process to so much memory; past it Python says ``MemoryError``."""
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        allowed = size if hard == resource.RLIM_INFINITY else min(size, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
