"""What a run prints: a table for people, JSON for machines, a line of progress for the impatient."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from machine import CORES
from results import Result
from rich.console import Console
from rich.table import Table

VERDICTS = {True: "ok", False: "NO", None: "-"}


@dataclass(frozen=True)
class Line:
    """A figure, and which part of the machine other programs took while it was measured."""

    result: Result
    others: float | None

    @property
    def value(self) -> str:
        """The figure as a person reads it."""
        return "" if self.result.value is None else f"{self.result.value:.2f}"

    @property
    def share(self) -> str:
        """The part of the machine in percent."""
        return "" if self.others is None else f"{self.others:.0%}"

    @property
    def verdict(self) -> str:
        """Whether the target is met."""
        return VERDICTS[self.result.holds]


def tell(line: Line) -> None:
    """One line on standard error."""
    result = line.result
    print(f"  {result.name}: {line.value} ({result.bound}) {line.verdict} {result.note}", file=sys.stderr)


def show(lines: Sequence[Line]) -> None:
    """The table on standard output."""
    caption = f"{len(CORES)} cores; others: their part of the machine meanwhile"
    table = Table("measure", "value", "target", "", "others", "note", caption=caption)
    for line in lines:
        result = line.result
        table.add_row(result.name, line.value, result.bound, line.verdict, line.share, result.note)
    Console().print(table)


def as_json(lines: Sequence[Line]) -> str:
    """A list of objects, ``null`` for what was not measured."""
    objects = [
        asdict(line.result) | {"holds": line.result.holds, "others": line.others, "cores": len(CORES)} for line in lines
    ]
    return json.dumps(objects, indent=1, ensure_ascii=False)
