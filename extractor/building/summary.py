"""What a build did, in one line of counts."""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from extractor.attempts import Failure
from extractor.building.state import Entry

Outcome = Literal["new", "changed", "unchanged"]


@dataclass(slots=True)
class Summary:
    """Counts of a run as it goes on."""

    started: float = field(default_factory=time.monotonic)
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    gone: list[Entry] = field(default_factory=list)
    stale: list[Entry] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def count(self, outcome: Outcome, entry: Entry) -> None:
        """Count a registry."""
        self.outcomes[outcome] += 1
        self.counts.update(entry.counts)

    def line(self) -> str:
        """The counts in words.

        >>> Summary(started=time.monotonic()).line()
        '0 new, 0 changed, 0 unchanged, 0 failed, 0 gone; 0 touchpoints, 0 needs; 0 errors, 0 warnings, 0 notes; 0.0 s'
        """
        done, counts = self.outcomes, self.counts
        return (
            f"{done['new']} new, {done['changed']} changed, {done['unchanged']} unchanged, "
            f"{len(self.failures)} failed, {len(self.gone)} gone; "
            f"{counts['touchpoints']} touchpoints, {counts['needs']} needs; "
            f"{counts['error']} errors, {counts['warning']} warnings, {counts['info']} notes; "
            f"{time.monotonic() - self.started:.1f} s"
        )
