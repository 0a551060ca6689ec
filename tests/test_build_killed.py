"""A build that is killed at any moment, and one that loses power: the next build ends as if neither had been."""

import multiprocessing
import os
import random
import select
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from extractor.building.run import Options, build
from extractor.building.state import JOURNAL
from extractor.building.summary import Summary
from extractor.building.tasks import warm_up
from tests.cli_case import put
from tests.test_cli_build import contents

ORDER = """Приказ министерства от 01.02.2024 N {number}
Приложение к приказу
Перечень точек взаимодействия
Точка взаимодействия |
Потребности |
Вид точки |
Личный прием по адресу: ул. Ленина, д. {number} |
получение информации; подача жалобы |
офлайн-точка |
"""
MEMORY = [".reestr-lock", ".reestr-quick.json", ".reestr-state.jsonl"]
JOBS = 3
FORK = multiprocessing.get_context("fork")


def orders(folder: Path, count: int) -> Path:
    """A corpus of small orders in three folders, each older than the doubt about a clock's step."""
    for number in range(count):
        inner = folder / str(number % 3)
        inner.mkdir(parents=True, exist_ok=True)
        put(inner, **{f"{number}__txt": ORDER.format(number=number)})
        os.utime(inner / f"{number}.txt", (1_700_000_000, 1_700_000_000))
    return folder


def run(corpus: Path, out: Path, jobs: int = JOBS) -> Summary:
    return build(corpus, out, Options(jobs=jobs), lambda done, total: iter(done))


class Undisturbed:
    """A corpus, its results, and the seconds that they took."""

    def __init__(self, folder: Path, count: int) -> None:
        warm_up()
        self.corpus = orders(folder / "corpus", count)
        start = time.monotonic()
        run(self.corpus, folder / "out")
        self.seconds = time.monotonic() - start
        self.results = contents(folder / "out")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return Undisturbed(tmp_path_factory.mktemp("many"), 500)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return Undisturbed(tmp_path_factory.mktemp("few"), 3)


def killed_build(corpus: Path, out: Path, seconds: float, whole_group: bool) -> bool:
    """Kill a build after a time; whether all its processes ended. Each of them holds an end of a pipe."""
    reading, writing = os.pipe()
    process = FORK.Process(target=lambda: (os.setpgid(0, 0), run(corpus, out)))
    process.start()
    os.close(writing)
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        (os.killpg if whole_group else os.kill)(process.pid or 0, signal.SIGKILL)
    process.join()
    ready = select.select([reading], [], [], 20)[0]
    has_ended = bool(ready) and os.read(reading, 1) == b""
    os.close(reading)
    return has_ended


@pytest.mark.parametrize("whole_group", [False, True])
@pytest.mark.parametrize("seed", range(2))
def test_a_build_killed_again_and_again_ends_as_if_it_never_was(
    seed: int, whole_group: bool, many: Undisturbed, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    for _ in range(3):
        seconds = chance.uniform(0, many.seconds / 2)
        assert killed_build(many.corpus, tmp_path / "out", seconds, whole_group), "a worker outlived its build"
    summary = run(many.corpus, tmp_path / "out")
    assert (sum(summary.outcomes.values()), summary.failures) == (500, [])
    assert contents(tmp_path / "out") == many.results
    assert sorted(path.name for path in (tmp_path / "out").rglob(".*")) == MEMORY


def test_a_build_that_was_killed_at_work_left_work_that_stands(many: Undisturbed, tmp_path: Path) -> None:
    """The tests above would say nothing of builds that were killed before they began."""
    out = tmp_path / "out"
    process = FORK.Process(target=run, args=(many.corpus, out))
    process.start()
    while process.is_alive() and not ((out / JOURNAL).exists() and (out / JOURNAL).read_bytes().count(b"\n") > 50):
        time.sleep(0.001)
    process.kill()
    process.join()
    summary = run(many.corpus, out)
    assert summary.outcomes["unchanged"] >= 50
    assert summary.outcomes["new"] > 0
    assert contents(out) == many.results


class PowerLoss(BaseException):
    """Nothing goes on after it."""


class Disk:
    """Keeps of each file what was brought to it, and loses power at the given one of these moments.

    The journal, which nothing brings there, it may keep all the same.
    """

    def __init__(self, lasts: int, keeps_journal: bool) -> None:
        self.lasts, self.keeps_journal = lasts, keeps_journal
        self.kept: dict[int, int] = {}

    def sync(self, handle: int) -> None:
        if len(self.kept) >= self.lasts:
            raise PowerLoss
        found = os.fstat(handle)
        self.kept[found.st_ino] = found.st_size

    def forget(self, folder: Path) -> None:
        """Names and sizes remain; bytes that were not brought to the disk are nothing."""
        for path in folder.rglob("*"):
            if path.is_file() and not (self.keeps_journal and path.name == JOURNAL):
                kept = self.kept.get(path.stat().st_ino, 0)
                data = path.read_bytes()
                path.write_bytes(data[:kept] + bytes(len(data[kept:])))


def losing_power(few: Undisturbed, out: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether power was lost in a build, and with it all that was not on the disk."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", disk.sync)
        try:
            run(few.corpus, out, jobs=1)
        except PowerLoss:
            disk.forget(out)
            return True
    disk.forget(out)
    return False


@pytest.fixture
def outs(tmp_path: Path) -> Iterator[Path]:
    """Folders, a new one each time."""
    return (tmp_path / str(number) for number in range(100))


@pytest.mark.parametrize("keeps_journal", [False, True])
def test_power_may_be_lost_at_any_moment(
    keeps_journal: bool, few: Undisturbed, outs: Iterator[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    lasts = 0
    while losing_power(few, out := next(outs), Disk(lasts, keeps_journal), monkeypatch):
        assert run(few.corpus, out, jobs=1).failures == []
        assert contents(out) == few.results, lasts
        lasts += 1
    assert lasts > len(few.results), "every registry, the index and the manifest are brought to the disk"


def test_nothing_is_lost_with_power_after_a_build(
    few: Undisturbed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not losing_power(few, tmp_path / "out", Disk(100, keeps_journal=False), monkeypatch)
    assert contents(tmp_path / "out") == few.results
    assert run(few.corpus, tmp_path / "out").outcomes == {"unchanged": 3}
