"""Workers: what befalls one file befalls no other."""

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from extractor.attempts import Failure, attempt
from extractor.building.limits import WorkLimits
from extractor.building.pool import run_tasks
from parsers.guard import guarded
from tests.places import ROOT

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


@pytest.fixture
def lifeline() -> Iterator[tuple[int, int]]:
    """The ends of a pipe: the reading one tells when all that hold the writing one have ended."""
    ends = os.pipe()
    yield ends
    os.close(ends[0])


def all_ended(reading: int) -> bool:
    """Whether nothing holds the other end, or will not in a moment."""
    return bool(select.select([reading], [], [], 20)[0]) and os.read(reading, 1) == b""


@pytest.mark.parametrize("end", ["sleeps", "dies", "killed"])
def test_a_worker_takes_with_it_what_it_started(end: str, lifeline: tuple[int, int]) -> None:
    def work_with_a_program(task: Named) -> str | Failure:
        subprocess.Popen(["sleep", "60"], pass_fds=[lifeline[1]])
        return work(task)

    limits = WorkLimits(seconds=0.5) if end == "sleeps" else LIMITS
    run = run_tasks([Named(end), Named("sleeps")], work_with_a_program, 2, limits)
    assert isinstance(next(run), Failure)
    run.close()
    os.close(lifeline[1])
    assert all_ended(lifeline[0])


@pytest.mark.parametrize("end", ["a", "sleeps", "killed"])
def test_temporary_files_of_a_worker_go_with_it(end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def work_with_files(task: Named) -> str | Failure:
        Path(tempfile.mkdtemp(), "page.pgm").touch()
        assert list(tmp_path.rglob("page.pgm"))
        return work(task)

    limits = WorkLimits(seconds=0.5) if end == "sleeps" else LIMITS
    list(run_tasks([Named(end)], work_with_files, 1, limits))
    assert list(tmp_path.iterdir()) == []


MASTER = """
import os, subprocess, sys
from tests.test_pool import LIMITS, Named, run_tasks, work

def work_with_a_program(task):
    subprocess.Popen(["sleep", "60"])
    os.write(1, b"started\\n")  # in one piece: two workers write to one pipe
    return work(task)

list(run_tasks([Named("sleeps"), Named("sleeps")], work_with_a_program, 2, LIMITS))
"""


@pytest.mark.parametrize("whole_group", [False, True])
def test_workers_and_what_they_started_end_with_their_master(whole_group: bool) -> None:
    """Their output is a pipe, which closes when the last of them has ended."""
    command = [sys.executable, "-c", MASTER]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True) as master:
        assert master.stdout
        assert [master.stdout.readline() for _ in range(2)] == [b"started\n"] * 2
        (os.killpg if whole_group else os.kill)(master.pid, signal.SIGKILL)
        assert all_ended(master.stdout.fileno())


OWNER = """
import subprocess, sys, time
subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, start_new_session=True)
time.sleep(60)
"""


def test_a_program_under_guard_ends_with_its_owner() -> None:
    program = [sys.executable, "-c", "import time; print('started', flush=True); time.sleep(60)"]
    command = [sys.executable, "-c", OWNER, *guarded(program)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as owner:
        assert owner.stdout
        assert owner.stdout.readline() == b"started\n"
        owner.kill()
        assert all_ended(owner.stdout.fileno())


@pytest.mark.parametrize("code", [0, 3])
def test_a_program_under_guard_reads_nothing_and_ends_with_its_own_code(code: int) -> None:
    program = [sys.executable, "-c", f"import sys; sys.exit({code} if sys.stdin.read() == '' else 9)"]
    process = subprocess.Popen(guarded(program), stdin=subprocess.PIPE, start_new_session=True)
    assert process.wait(20) == code
    assert process.stdin
    process.stdin.close()
