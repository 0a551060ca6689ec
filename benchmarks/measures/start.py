"""Whole processes: the order as text here, the same order as DOCX for the peer."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import peers
from cold import Run, run_cold
from machine import REESTR, ROOT
from results import MEGABYTE, Result, at_most, not_measured

ROUNDS = 5


def cold(_: Path) -> Iterator[Result]:
    """Start, one order, end; and start, help, end."""
    order = ROOT / "corpus" / "krasnodar-2024-03-22-110.txt"
    extract, aid = [str(REESTR), "extract", str(order)], [str(REESTR), "--help"]
    if not peers.MARKITDOWN.exists():
        for name, target in (("cold / markitdown", 1.0), ("--help / markitdown", 0.3)):
            yield not_measured(name, target, False, "no markitdown")
        yield at_most("memory, cold (MB)", run_cold(extract).peak / MEGABYTE, 180, order.name)
        return
    commands = (extract, aid, [str(peers.MARKITDOWN), str(order.with_suffix(".docx"))])
    rounds = [[run_cold(command) for command in commands] for _ in range(ROUNDS + 1)][1:]
    own, aided, peer = zip(*rounds, strict=True)
    for name, runs, target in (("cold / markitdown", own, 1.0), ("--help / markitdown", aided, 0.3)):
        share = median(run.processor / other.processor for run, other in zip(runs, peer, strict=True))
        yield at_most(name, share, target, f"{_seconds(runs)} to {_seconds(peer)}")
    yield at_most("memory, cold (MB)", max(run.peak for run in own) / MEGABYTE, 180, order.name)


def _seconds(runs: Sequence[Run]) -> str:
    return f"{median(run.processor for run in runs):.2f} s ({median(run.seconds for run in runs):.2f} s on the wall)"
