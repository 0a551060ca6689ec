"""Many files, several workers: results as they come, a worker that is lost replaced by a new one."""

import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import wait

from extractor.attempts import Failure
from extractor.building.limits import WorkLimits
from extractor.building.worker import R, T, Worker


def run_tasks(
    tasks: Sequence[T], work: Callable[[T], R | Failure], jobs: int, limits: WorkLimits
) -> Iterator[R | Failure]:
    """The result of each task, in the order in which they are done; every task gives exactly one."""
    waiting = iter(tasks)
    crew: list[Worker[T, R]] = []
    try:
        for task in _first(waiting, jobs):
            crew.append(Worker(work, limits, crew))
            crew[-1].give(task)
        while any(worker.task for worker in crew):
            _sleep(crew)
            for index, worker in enumerate(crew):
                result = worker.take() if worker.task else None
                if result is not None:
                    _feed(crew, index, waiting, work, limits)
                    yield result
    finally:
        for worker in crew:
            worker.stop()


def _first(waiting: Iterator[T], count: int) -> Iterator[T]:
    yield from (task for _, task in zip(range(count), waiting, strict=False))


def _sleep(crew: Sequence[Worker[T, R]]) -> None:
    """Until a worker answers or ends, or the first of them runs out of time."""
    busy = [worker for worker in crew if worker.task]
    left = min(worker.deadline for worker in busy) - time.monotonic()
    wait([worker.pipe for worker in busy], max(0.0, left))


def _feed(
    crew: list[Worker[T, R]], index: int, waiting: Iterator[T], work: Callable[[T], R | Failure], limits: WorkLimits
) -> None:
    """The next task to a worker, or to a new one in its place."""
    task = next(waiting, None)
    if task is None:
        return
    if crew[index].is_dead:
        crew[index] = Worker(work, limits, [other for other in crew if not other.is_dead])
    crew[index].give(task)
