"""Whole processes: the order as text here, the same order as DOCX for the peer."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import peers
from cold import run_cold
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
    own, help_, peer = (median(run.seconds for run in runs) for runs in zip(*rounds, strict=True))
    share = median(o.seconds / p.seconds for o, _, p in rounds)
    yield at_most("cold / markitdown", share, 1.0, f"{own:.2f} s to {peer:.2f} s")
    share = median(h.seconds / p.seconds for _, h, p in rounds)
    yield at_most("--help / markitdown", share, 0.3, f"{help_:.2f} s to {peer:.2f} s")
    yield at_most("memory, cold (MB)", max(run.peak for run, _, _ in rounds) / MEGABYTE, 180, order.name)
