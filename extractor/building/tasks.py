"""A file of a build, and what a worker makes of it."""

import os
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from extractor.attempts import Failure, attempt
from extractor.building.state import Descent, Entry, Stat
from normalizers.errors import Reason, ReestrError

if TYPE_CHECKING:
    from extractor.registry import Registry

_TRIES = 3
_CLOCK_STEP = 50_000_000
"""A file written to so few nanoseconds ago may be written to again and keep its time: its time is not relied on."""

_SAMPLE = """Приказ министерства от 01.02.2024 N 1
Приложение к приказу
Порядок взаимодействия с клиентами
1. Клиент вправе обратиться с жалобой по телефону 8 (4132) 60-00-00 или на сайт в течение 3 рабочих дней.
Точка взаимодействия |
Потребности |
Вид точки |
Государственные услуги |||
Личный прием по адресу: ул. Ленина, д. 1 |
получение информации; подача жалобы |
офлайн-точка |
"""
"""An order in small: to read it loads the dictionaries and rules that any order needs."""


class Task(NamedTuple):
    """A source, the name of its registry within the folder of results, and its own name within the corpus."""

    file: str
    output: PurePath
    source: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """A registry as text, and what the folder and the report of the run keep of it."""

    task: Task
    json: str
    entry: Entry
    counts: Counter[str] = field(default_factory=Counter)


def build_task(task: Task) -> Built | Failure:
    """The registry of one source."""
    return attempt(task.file, lambda: _build(task))


def _build(task: Task) -> Built:
    from extractor.building.fingerprint import extractor_version
    from extractor.building.index import index_line
    from extractor.canonical import registry_to_json

    registry, marked, stat = _extract_whole(task)
    text = registry_to_json(registry)
    line = index_line(registry, task.source, task.output.as_posix(), text)
    size = len(text.encode("utf-8", "backslashreplace"))
    counts = Counter[str](line["diagnostics"])
    counts += Counter({key: line[key] for key in ("touchpoints", "needs")})
    descent = Descent(marked, line["registry_sha256"])
    return Built(task, text, Entry(task.source, stat, extractor_version(), size, line, descent), counts)


def _extract_whole(task: Task) -> "tuple[Registry, str | None, Stat]":
    """The registry of a source that stayed as it is while it was read, and the edition that its marks tell.

    Raises :class:`ReestrError` (``unreadable``) for one that is written to all the time.
    """
    from extractor.pipeline import document_to_registry
    from parsers.edition_notes import document_to_edition
    from parsers.reading import read_document

    for _ in range(_TRIES):
        before = file_stat(task.file)
        document = read_document(Path(task.file))
        if file_stat(task.file) == before:
            registry = document_to_registry(document)
            marked = document_to_edition(document, registry.order.date)
            return registry, marked, before if time.time_ns() - before[1] > _CLOCK_STEP else (before[0], -1)
    raise ReestrError(Reason.UNREADABLE, "it changes while it is read", "build again when it is done")


def file_stat(file: str) -> Stat:
    """Size and time of a file."""
    found = os.stat(file)  # noqa: PTH116 - a Path costs more than the call, and there are many files
    return found.st_size, found.st_mtime_ns


def warm_up() -> None:
    """Load what every extraction needs, once, before workers are forked from this process."""
    from extractor.pipeline import document_to_registry
    from parsers.reading import read_text

    attempt("", lambda: document_to_registry(read_text(_SAMPLE)))
