"""What a build did, in one line of counts."""

import time
from collections import Counter
from dataclasses import dataclass, field

from extractor.attempts import Failure
from extractor.building.tasks import Built


@dataclass(slots=True)
class Summary:
    """Counts of a run as it goes on."""

    started: float = field(default_factory=time.monotonic)
    built: int = 0
    failures: list[Failure] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, result: Built | Failure) -> None:
        """Count a result."""
        if isinstance(result, Failure):
            self.failures.append(result)
        else:
            self.built += 1
            self.counts += result.counts

    def line(self) -> str:
        """The counts in words.

        >>> Summary(started=time.monotonic(), built=2).line()
        '2 built, 0 failed; 0 touchpoints, 0 needs; 0 errors, 0 warnings, 0 notes; 0.0 s'
        """
        counts = self.counts
        return (
            f"{self.built} built, {len(self.failures)} failed; "
            f"{counts['touchpoints']} touchpoints, {counts['needs']} needs; "
            f"{counts['error']} errors, {counts['warning']} warnings, {counts['info']} notes; "
            f"{time.monotonic() - self.started:.1f} s"
        )
