"""A build from the folder of sources to the folder of results: what changed is made again, the rest stands."""

import errno
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from extractor.attempts import Failure
from extractor.building.fingerprint import extractor_version
from extractor.building.index import INDEX, MANIFEST, write_index
from extractor.building.limits import WorkLimits
from extractor.building.lock import locked
from extractor.building.pool import run_tasks
from extractor.building.quick import nothing_changed
from extractor.building.selecting import Selection, select
from extractor.building.state import JOURNAL, Entry, Journal, read_entries, sweep, write_state
from extractor.building.summary import Summary
from extractor.building.tasks import Built, Task, build_task, warm_up
from extractor.editions.dating import with_edition
from extractor.editions.settling import settle_ids
from extractor.editions.telling import Told, idle
from extractor.inputs.folder import folder_to_sources
from extractor.outputs.folder import OutputFolder
from extractor.outputs.names import output_names
from normalizers.errors import Reason, ReestrError

RESERVED = (MANIFEST,)
"""Names in the folder of results that no order may take."""

_NO_MORE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
"""What ends a build: nothing more can be written."""

Progress = Callable[[Iterable[Built | Failure], int], Iterator[Built | Failure]]


class Options(NamedTuple):
    """How a build is done; ``editions`` is part of its input, like the sources."""

    only: str = "*"
    jobs: int = 1
    limits: WorkLimits = WorkLimits()
    verify: bool = False
    editions: tuple[Told, ...] = ()


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
    return Task(str(corpus / source), name, source.as_posix())


def build(corpus: Path, results: Path, options: Options, progress: Progress) -> Summary:
    """Bring the folder of results up to date with the corpus.

    Raises :class:`ReestrError` (``output``) where another build holds the folder or nothing can be written; what was
    done until then stands, and the next build goes on from there.
    """
    if not options.verify and _was_told(results, options.editions):
        quick = nothing_changed(corpus, results, options.only, extractor_version())
        if quick is not None:
            return quick
    summary = Summary()
    tasks, refused = plan(corpus, results, options.only)
    summary.failures.extend(refused)
    if not tasks:
        return summary
    folder = OutputFolder(results)
    with locked(results):
        _build(corpus, folder, tasks, options, progress, summary)
    return summary


def _build(
    corpus: Path, folder: OutputFolder, tasks: Sequence[Task], options: Options, progress: Progress, summary: Summary
) -> None:
    results, version = folder.root, extractor_version()
    sweep(results)
    before = read_entries(results)
    found = select(results, tasks, before, version, options.verify, summary.failures, corpus)
    made = _make(found.tasks, folder, options, progress, summary)
    left = _left(before, found, made, {task.output.as_posix() for task in tasks}, summary)
    entries = sorted((*found.kept, *made.values(), *left), key=lambda entry: entry.file)
    entries, unread = settle_ids(folder, [with_edition(entry, options.editions) for entry in entries])
    summary.failures.extend(unread)
    summary.idle = idle(options.editions, [entry.file for entry in entries])
    summary.stale = [entry for entry in entries if entry.line["stale"]]
    _count(entries, before, summary)
    if options.verify or _has_news(results, found, summary, options, len(entries)):
        _remove(folder, summary.gone, {task.output.as_posix() for task in tasks})
        named = [(_inner(corpus, failure.file), failure) for failure in summary.failures]
        failures = sorted(named, key=lambda pair: (pair[0], pair[1].reason))
        write_index(results, entries, failures, version, options.editions)
        write_state(results, entries)


def _make(
    tasks: Sequence[Task], folder: OutputFolder, options: Options, progress: Progress, summary: Summary
) -> dict[str, Entry]:
    """Extract every task and write its registry; a failure for each that gave none."""
    made: dict[str, Entry] = {}
    if not tasks:
        return made
    warm_up()
    with Journal(folder.root) as journal:
        done = run_tasks(tasks, build_task, min(options.jobs, len(tasks)), options.limits)
        for result in progress(done, len(tasks)):
            failure = result if isinstance(result, Failure) else _written(result, folder, journal)
            if isinstance(result, Failure) or failure:
                summary.failures.extend([failure] if failure else [])
                continue
            made[result.entry.file] = result.entry
    return made


def _count(entries: Sequence[Entry], before: Mapping[str, Entry], summary: Summary) -> None:
    """Count each registry that stands for its source by what became of it since the last build."""
    for entry in entries:
        old = before.get(entry.file)
        is_same = old and old.line["registry_sha256"] == entry.line["registry_sha256"]
        if not entry.line["stale"]:
            summary.count("unchanged" if is_same else "changed" if old else "new", entry)


def _written(built: Built, folder: OutputFolder, journal: Journal) -> Failure | None:
    """Put a registry in its place, then note that it is there."""
    try:
        folder.write(built.task.output, built.json)
    except ReestrError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno in _NO_MORE:
            raise
        return Failure(built.task.file, error.reason, error.message, error.advice)
    journal.add(built.entry)
    return None


def _left(
    before: Mapping[str, Entry], found: Selection, made: Mapping[str, Entry], outputs: set[str], summary: Summary
) -> list[Entry]:
    """Registries of an earlier text, kept where the source fails now; those whose source is gone are noted."""
    failed = [before[task.source] for task in found.tasks if task.source in before and task.source not in made]
    taken = {entry.output for entry in (*found.kept, *made.values())}
    stale = [entry for entry in failed if entry.output not in taken]
    stale += [entry for entry in found.hidden if entry.output not in outputs]
    summary.gone = list(found.gone)
    return [entry.as_stale() for entry in stale]


def _was_told(results: Path, editions: Sequence[Told]) -> bool:
    """Whether the last build was told the same editions."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        return bool(_manifest(results)["editions"] == [each._asdict() for each in editions])
    return False


def _manifest(results: Path) -> Any:
    return json.loads((results / MANIFEST).read_bytes())


def _has_news(results: Path, found: Selection, summary: Summary, options: Options, orders: int) -> bool:
    """Whether the index and the memory of the folder are to be written anew."""
    if found.tasks or found.gone or found.refreshed or summary.failures or (results / JOURNAL).exists():
        return True
    if not _was_told(results, options.editions):
        return True
    with suppress(OSError, ValueError, TypeError, KeyError):
        manifest = _manifest(results)
        is_same = manifest["orders"] == orders and manifest["extractor"] == extractor_version()
        return not (is_same and manifest["failed"] == [] and (results / INDEX).is_file())
    return True


def _remove(folder: OutputFolder, gone: Sequence[Entry], outputs: set[str]) -> None:
    for entry in gone:
        if entry.output not in outputs:
            folder.remove(PurePath(entry.output))


def _inner(corpus: Path, file: str) -> str:
    path = Path(file)
    return path.relative_to(corpus).as_posix() if path.is_relative_to(corpus) else file
