"""A build from the folder of sources to the folder of results."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePath

from extractor.attempts import Failure, attempt
from extractor.building.limits import WorkLimits
from extractor.building.pool import run_tasks
from extractor.building.tasks import Built, Task, build_task, warm_up
from extractor.inputs.folder import folder_to_sources
from extractor.outputs.folder import OutputFolder
from extractor.outputs.names import output_names
from normalizers.errors import Reason

RESERVED = ("manifest.json",)
"""Names in the folder of results that no order may take."""


def plan(corpus: Path, results: Path, only: str = "*") -> tuple[list[Task], list[Failure]]:
    """A task for each order of a folder whose name matches ``only``, sorted, and what of the folder cannot be taken."""
    if not corpus.is_dir():
        return [], [Failure(str(corpus), Reason.UNREADABLE, "it is no folder", "give the folder of the orders")]
    sources, failures = folder_to_sources(corpus, results, only)
    if not sources and not failures:
        failures.append(Failure(str(corpus), Reason.EMPTY, "the folder holds no order", "put the orders there"))
    names = output_names(sources, RESERVED)
    return [_task(corpus, source, name) for source, name in zip(sources, names, strict=True)], failures


def _task(corpus: Path, source: PurePath, name: PurePath) -> Task:
    return Task(str(corpus / source), name)


def build(tasks: Sequence[Task], folder: OutputFolder, jobs: int, limits: WorkLimits) -> Iterator[Built | Failure]:
    """Extract every task and write its registry; a failure for each that gave none."""
    if tasks:
        warm_up()
    for result in run_tasks(tasks, build_task, min(jobs, len(tasks)), limits):
        yield result if isinstance(result, Failure) else _written(result, folder)


def _written(built: Built, folder: OutputFolder) -> Built | Failure:
    written = attempt(built.task.file, partial(folder.write, built.task.output, built.json))
    return written if isinstance(written, Failure) else built
