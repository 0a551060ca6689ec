"""Processes measured from outside: warm workers fed batch by batch, and cold runs with their time and memory."""

import json
import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WORKERS = Path(__file__).resolve().parent / "workers"
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}


@dataclass
class Worker:
    """A warm process; ``batch`` gives the seconds that a batch of files took it."""

    python: Path
    script: str
    peak: int = 0
    process: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        command = [str(self.python), str(WORKERS / self.script)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_CORE
        )

    def batch(self, paths: list[Path]) -> float:
        """Seconds for these files."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([str(path) for path in paths]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.script} died")
        answer: dict[str, Any] = json.loads(line)
        self.peak = answer["peak"]
        return float(answer["seconds"])

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


@dataclass(frozen=True)
class Run:
    """A whole process: seconds on the wall, bytes of memory at most."""

    seconds: float
    peak: int


def run_cold(command: list[str]) -> Run:
    """Run a command to its end, its output thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=os.environ | ONE_CORE)
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {errors.decode(errors='replace')}")
    return Run(seconds, usage.ru_maxrss * 1024)
