"""The machine: which cores a measure may use, and how much of it others took meanwhile."""

import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN_PYTHON = Path(sys.executable)
REESTR = OWN_PYTHON.parent / "reestr"
IS_LINUX = sys.platform == "linux"
CORES = frozenset(os.sched_getaffinity(0)) if sys.platform == "linux" else frozenset(range(os.cpu_count() or 1))
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
ENVIRONMENT = {**os.environ, **ONE_THREAD, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}


@contextmanager
def one_core() -> Iterator[None]:
    """This process and all it starts meanwhile run on one core, where the system can say so."""
    _stay_on({max(CORES)})
    try:
        yield
    finally:
        _stay_on(CORES)


def _stay_on(cores: frozenset[int] | set[int]) -> None:
    if sys.platform == "linux":
        os.sched_setaffinity(0, cores)


class Others:
    """What other programs take of the machine from now on, in shares of all its cores."""

    def __init__(self) -> None:
        self._start = time.monotonic(), _busy_seconds(), _own_seconds()

    @property
    def share(self) -> float | None:
        """0 where the machine was ours alone, 1 where others had all of it; ``None`` where the system does not say."""
        start, busy, own = self._start
        if not IS_LINUX:
            return None
        whole = (time.monotonic() - start) * (os.cpu_count() or 1)
        return max(0.0, (_busy_seconds() - busy) - (_own_seconds() - own)) / whole


def _busy_seconds() -> float:
    """Processor time of all programs since the machine started: user, nice, system, interrupts, stolen."""
    if not IS_LINUX:
        return 0.0
    ticks = [int(word) for word in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


def _own_seconds() -> float:
    """Processor time of this process and of all it started that have ended."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
