"""One worker process: it takes a file at a time, and what befalls it befalls that file alone.

What the file made it start – LibreOffice, Tesseract – ends with it.
"""

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from extractor.attempts import Failure
from extractor.building.groups import end_group, lead_group
from extractor.building.limits import WorkLimits, limit_memory
from extractor.building.scratch import remove_scratch, scratch_path, use_scratch
from normalizers.errors import Reason


class HasFile(Protocol):
    """A task names the file it is about."""

    @property
    def file(self) -> str:
        """The file."""


T = TypeVar("T", bound=HasFile)
R = TypeVar("R")

_FORKS = sys.platform != "win32"
_CONTEXT = multiprocessing.get_context("fork") if sys.platform != "win32" else multiprocessing.get_context("spawn")
_NOTHING_TO_SEND = (EOFError, BrokenPipeError, ConnectionResetError)


def serve(
    pipe: Connection,
    inherited: Sequence[Connection],
    work: Callable[[T], R | Failure],
    limits: WorkLimits,
    scratch: Path,
) -> None:
    """Do tasks until the pipe closes; ends with the process that started it, however that one ends."""
    for other in inherited:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lead_group()
    use_scratch(scratch)
    gc.freeze()
    limit_memory(limits.memory_bytes)
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except _NOTHING_TO_SEND:
        return
    except MemoryError:
        os._exit(1)


class Worker(Generic[T, R]):
    """A worker as its master sees it: ``task`` is what it does now, ``None`` where it waits."""

    def __init__(
        self, work: Callable[[T], R | Failure], limits: WorkLimits, others: Sequence["Worker[T, R]"] = ()
    ) -> None:
        self.limits = limits
        self.task: T | None = None
        self.deadline = 0.0
        self.pipe, far_end = _CONTEXT.Pipe()
        inherited = [self.pipe, *(other.pipe for other in others)] if _FORKS else []
        self._scratch = scratch_path()
        arguments = far_end, inherited, work, limits, self._scratch
        self._process = _CONTEXT.Process(target=serve, args=arguments, daemon=True)
        self._process.start()
        far_end.close()

    def give(self, task: T) -> None:
        """Hand over a task; the clock runs from now."""
        self.task, self.deadline = task, time.monotonic() + self.limits.seconds
        try:
            self.pipe.send(task)
        except OSError:
            self._process.kill()

    def take(self) -> R | Failure | None:
        """The result of the task, a failure where the worker died or overran; ``None`` while it works."""
        if self.pipe.poll():
            try:
                result: R | Failure = self.pipe.recv()
            except (EOFError, OSError):
                result = self._died()
        elif time.monotonic() >= self.deadline:
            result = self._overran()
        else:
            return None
        self.task = None
        return result

    @property
    def is_dead(self) -> bool:
        """Whether it can take no more tasks."""
        return self.pipe.closed

    def stop(self) -> None:
        """End the process, whatever it does, and all that it started."""
        end_group(self._process.pid)
        self._process.kill()
        self._process.join()
        self.pipe.close()
        remove_scratch(self._scratch)

    def _died(self) -> Failure:
        self._process.join(1)
        code = self._process.exitcode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        self.stop()
        return self._failure(
            Reason.WORKER_DIED, f"the process that read it ended ({how})", "try it alone, or allow more memory"
        )

    def _overran(self) -> Failure:
        self.stop()
        return self._failure(Reason.TIMEOUT, f"not done in {self.limits.seconds:g} s", "split it, or allow more time")

    def _failure(self, reason: Reason, message: str, advice: str) -> Failure:
        return Failure(self.task.file if self.task else "", reason, message, advice)
