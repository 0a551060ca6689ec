"""``reestr build``: a second run over the same files, several workers, many orders."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from cold import Run, run_cold
from machine import CORES, IS_LINUX, REESTR
from orders.variations import SHORT_SEEDS, variations
from results import MEGABYTE, Result, at_least, at_most, not_measured
from warm import Worker

FEW, MANY = 500, 2000
ROUNDS = 15
STARTS = 3
MICROSECOND = 1e-6
SPEED_UP = {2: 1.8, 4: 3.2}


def build(folder: Path) -> Iterator[Result]:
    """All that is asked of a build, over variations of the shorter orders; the one measure on all cores."""
    few, many = folder / "few", folder / "many"
    orders = variations(MANY, many, SHORT_SEEDS)
    _link(orders[:FEW], few)
    jobs = 4 if len(CORES) >= 4 else min(2, len(CORES))
    crew = _build(few, folder / "crew", jobs)
    yield from _speed_up(few, folder, jobs, crew)
    all_of_them = _build(many, folder / "all", jobs)
    yield from _memory(crew, all_of_them)
    yield _rebuild(many, folder / "all")


def _build(corpus: Path, results: Path, jobs: int) -> Run:
    return run_cold([str(REESTR), "build", str(corpus), "-o", str(results), "--jobs", str(jobs)], with_family=True)


def _link(orders: Sequence[Path], folder: Path) -> None:
    folder.mkdir()
    for path in orders:
        os.link(path, folder / path.name)


def _speed_up(corpus: Path, folder: Path, jobs: int, crew: Run) -> Iterator[Result]:
    """How many times as fast several workers are, the start of the program apart: it is the same for all."""
    if jobs == 1:
        yield not_measured("build, 2 jobs / 1", SPEED_UP[2], True, "one core")
        return
    alone = _build(corpus, folder / "alone", 1)
    _link(sorted(corpus.iterdir())[:1], folder / "one")
    start = median(_build(folder / "one", folder / f"start-{turn}", 1).seconds for turn in range(STARTS))
    note = (
        f"{alone.seconds:.1f} s to {crew.seconds:.1f} s for {FEW} orders, {start:.1f} s of each to start; "
        f"of processor time {alone.processor:.1f} s to {crew.processor:.1f} s"
    )
    value = (alone.seconds - start) / (crew.seconds - start)
    yield at_least(f"build, {jobs} jobs / 1", value, SPEED_UP[jobs], note)


def _memory(few: Run, many: Run) -> Iterator[Result]:
    name = f"build, memory at {MANY} orders / {FEW}"
    if not IS_LINUX:
        yield not_measured(name, 1.1, False, "the system does not tell the memory of other processes")
        return
    note = f"{many.family_peak / MEGABYTE:.0f} MB to {few.family_peak / MEGABYTE:.0f} MB, all processes added up"
    yield at_most(name, many.family_peak / few.family_peak, 1.1, note)


def _rebuild(corpus: Path, results: Path) -> Result:
    """Nothing changed: a file's time over that of a bare walk, in warm processes by turns."""
    again, walk = Worker("rebuild_worker.py"), Worker("walk_worker.py")
    rounds = [(again.batch([corpus, results]), walk.batch([corpus])) for _ in range(ROUNDS)][1:]
    again.close()
    walk.close()
    over = median(own - bare for own, bare in rounds) / MANY / MICROSECOND
    bare = median(bare for _, bare in rounds) / MANY / MICROSECOND
    return at_most("rebuild, over a walk (µs a file)", over, 20, f"the walk {bare:.1f} µs a file, {MANY} files")
