"""A file of a build, and what a worker makes of it."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import NamedTuple

from extractor.attempts import Failure, attempt

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
    """A source, and the name of its registry within the folder of results."""

    file: str
    output: PurePath


@dataclass(frozen=True, slots=True)
class Built:
    """A registry as text, and what the report of the run says of it."""

    task: Task
    json: str
    counts: Counter[str] = field(default_factory=Counter)


def build_task(task: Task) -> Built | Failure:
    """The registry of one source."""
    return attempt(task.file, lambda: _build(task))


def _build(task: Task) -> Built:
    from extractor.canonical import registry_to_json
    from extractor.pipeline import extract

    registry = extract(Path(task.file))
    counts = Counter(str(each.severity) for each in registry.diagnostics)
    counts["touchpoints"] = len(registry.touchpoints)
    counts["needs"] = sum(len(touchpoint.needs) for touchpoint in registry.touchpoints)
    return Built(task, registry_to_json(registry), counts)


def warm_up() -> None:
    """Load what every extraction needs, once, before workers are forked from this process."""
    from extractor.pipeline import document_to_registry
    from parsers.reading import read_text

    attempt("", lambda: document_to_registry(read_text(_SAMPLE)))
