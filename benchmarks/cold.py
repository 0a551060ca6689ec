"""Whole processes, from their start to their end, with their time and memory."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from machine import ENVIRONMENT, IS_LINUX

_SAMPLE_SECONDS = 0.2


@dataclass(frozen=True)
class Run:
    """A whole process: seconds on the wall, and of processor time with all its children; resident memory in bytes.

    ``peak`` is of the process that needed most, ``family_peak`` the sum of what each needed at most (memory that a
    fork shares counts in each).
    """

    seconds: float
    processor: float
    peak: int
    family_peak: int = 0


def run_cold(command: Sequence[str], with_family: bool = False) -> Run:
    """Run a command to its end, its output thrown away; ``with_family`` looks at the memory of all its processes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT)
    family = Family(process.pid) if with_family and IS_LINUX else None
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {errors.decode(errors='replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, family.end() if family else 0)


class Family:
    """Looks at a process and its children until told to end."""

    def __init__(self, head: int) -> None:
        self._head = head
        self._peaks: dict[int, int] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """The sum of the greatest resident memory of each."""
        self._ended.set()
        self._thread.join()
        return sum(self._peaks.values())

    def _look(self) -> None:
        while not self._ended.wait(_SAMPLE_SECONDS):
            self._peaks |= {member: peak for member in self._members() if (peak := _peak(member))}

    def _members(self) -> list[int]:
        pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
        return [pid for pid in pids if self._head in (pid, _parent(pid))]


def _parent(pid: int) -> int:
    return _status(pid, "PPid:")


def _peak(pid: int) -> int:
    return _status(pid, "VmHWM:") * 1024


def _status(pid: int, name: str) -> int:
    """A number that the system tells of a process; 0 where that process is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
