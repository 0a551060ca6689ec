"""Warm processes, fed batch by batch."""

import json
import subprocess
import tempfile
from pathlib import Path

from machine import ENVIRONMENT, OWN_PYTHON

WORKERS = Path(__file__).resolve().parent / "workers"


class AbsentError(Exception):
    """A worker that cannot start here; says why."""


class Worker:
    """A warm process; raises :class:`AbsentError` where what it needs is not there."""

    def __init__(self, script: str, python: Path = OWN_PYTHON) -> None:
        self.script = script
        self.peak = 0
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - closed below
        if not python.exists():
            raise AbsentError(f"no {python.name} in {python.parent}")
        self._process = subprocess.Popen(
            [str(python), str(WORKERS / script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            env=ENVIRONMENT,
        )
        if not self._answer():
            raise AbsentError(self._last_words())

    def batch(self, paths: list[Path]) -> float:
        """Seconds of processor time for these files."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([str(path) for path in paths]) + "\n")
        self._process.stdin.flush()
        line = self._answer()
        if not line:
            raise SystemExit(f"{self.script}: {self._last_words()}")
        answer = json.loads(line)
        self.peak = int(answer["peak"])
        return float(answer["seconds"])

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._errors.close()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def _last_words(self) -> str:
        code = self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().split("\n")
        self._errors.close()
        return next((line.strip() for line in reversed(lines) if line.strip()), f"ended with {code}")
