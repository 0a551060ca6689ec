"""The tool beside its peers: the same files, in turns, warm, on one core."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from peers import PYTHON
from results import MEGABYTE, Result, at_least, at_most, not_measured
from warm import AbsentError, Worker


@dataclass(frozen=True)
class Rival:
    """A peer: the line of the table, the peer's worker, and the target.

    ``faster`` tells how the two are compared: how many times the tool is as fast (the target is a least value), or
    which part of the peer's time it takes (a greatest value). ``every`` of 2 shows the peer every second batch.
    """

    name: str
    script: str
    target: float
    faster: bool
    python: Path = PYTHON
    every: int = 1


class Race:
    """One race: times of the tool and of each rival, batch by batch."""

    def __init__(self, rivals: Sequence[Rival]) -> None:
        self.own = Worker("reestr_worker.py")
        self.rivals = {rival: _start(rival) for rival in rivals}
        self.times: list[float] = []
        self.peers: dict[Rival, list[tuple[float, float]]] = {rival: [] for rival in rivals}

    def run(self, batches: Sequence[list[Path]]) -> "Race":
        """Let everyone read the batches; the first one only warms."""
        for number, batch in enumerate(batches):
            own = self.own.batch(batch)
            self.times.append(own)
            for rival, worker in self.rivals.items():
                if isinstance(worker, Worker) and number % rival.every == 0:
                    self.peers[rival].append((own, worker.batch(batch)))
        for worker in (self.own, *self.rivals.values()):
            if isinstance(worker, Worker):
                worker.close()
        return self

    def results(self) -> Iterator[Result]:
        """A line for each rival."""
        for rival, worker in self.rivals.items():
            if isinstance(worker, str):
                yield not_measured(rival.name, rival.target, rival.faster, worker)
                continue
            yield _compare(rival, self.peers[rival][1:])

    @property
    def peak(self) -> float:
        """The tool's greatest resident memory in megabytes."""
        return self.own.peak / MEGABYTE


def _compare(rival: Rival, rounds: Sequence[tuple[float, float]]) -> Result:
    """The median of the ratios of the rounds, with their range."""
    ratios = [peer / own if rival.faster else own / peer for own, peer in rounds]
    times = " to ".join(f"{median(column):.3f} s" for column in zip(*rounds, strict=True))
    note = f"{times}; {len(rounds)} rounds from {min(ratios):.2f} to {max(ratios):.2f}"
    return (at_least if rival.faster else at_most)(rival.name, median(ratios), rival.target, note)


def _start(rival: Rival) -> Worker | str:
    """The rival's worker, or why it cannot start."""
    try:
        return Worker(rival.script, rival.python)
    except AbsentError as absent:
        return str(absent)
