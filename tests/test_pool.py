"""Workers: what befalls one file befalls no other."""

import os
import signal
import time
from typing import NamedTuple

import pytest

from extractor.attempts import Failure, attempt
from extractor.building.limits import WorkLimits
from extractor.building.pool import run_tasks

LIMITS = WorkLimits(seconds=20, memory_bytes=8 << 30)


class Named(NamedTuple):
    file: str


def work(task: Named) -> str | Failure:
    """Does what the name of the file says."""
    if task.file == "sleeps":
        time.sleep(60)
    if task.file == "dies":
        os._exit(7)
    if task.file == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if task.file == "hungry":
        return attempt(task.file, lambda: str(len(bytearray(16 << 30))))
    return f"{task.file} done"


def outcome(result: str | Failure) -> str:
    return f"{result.file} {result.reason}" if isinstance(result, Failure) else result


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize(
    ("name", "reason"), [("dies", "worker_died"), ("killed", "worker_died"), ("hungry", "too_large")]
)
def test_a_bad_file_costs_only_itself(name: str, reason: str, jobs: int) -> None:
    tasks = [Named(each) for each in ("a", name, "b", name, "c")]
    found = sorted(outcome(result) for result in run_tasks(tasks, work, jobs, LIMITS))
    assert found == sorted(["a done", "b done", "c done", f"{name} {reason}", f"{name} {reason}"])


def test_a_file_that_overruns_is_ended() -> None:
    tasks = [Named("sleeps"), Named("a")]
    start = time.monotonic()
    found = sorted(outcome(result) for result in run_tasks(tasks, work, 1, WorkLimits(seconds=0.2)))
    assert found == ["a done", "sleeps timeout"]
    assert time.monotonic() - start < 10


def test_no_worker_outlives_a_run_that_is_given_up() -> None:
    run = run_tasks([Named("a"), Named("sleeps")], work, 2, LIMITS)
    assert next(run) == "a done"
    run.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_many_files_give_one_result_each() -> None:
    tasks = [Named(str(number)) for number in range(300)]
    found = [outcome(result) for result in run_tasks(tasks, work, 3, LIMITS)]
    assert sorted(found) == sorted(f"{task.file} done" for task in tasks)
