"""``reestr build``: registries of all orders of a folder."""

import os
from pathlib import Path
from typing import Annotated

import typer

from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.messages import report, say

EXAMPLE = """\b
Examples:
  reestr build corpus -o registry
  reestr build corpus -o registry --only '*.txt'
  reestr build /data/orders -o /data/registries --jobs 8 --timeout 60
"""

Corpus = Annotated[Path, typer.Argument(metavar="CORPUS", help="The folder of orders; folders in it count too.")]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Where registries go, a JSON file an order.")]
Only = Annotated[str, typer.Option("--only", metavar="GLOB", help="Only files with a name of this form.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, show_default="all processors", help="Worker processes.")
]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Longest time for one file.")]
Memory = Annotated[int, typer.Option("--memory", min=512, metavar="MB", help="Most memory for one worker.")]


def run(
    corpus: Corpus, out: Out, only: Only = "*", jobs: Jobs = None, timeout: Timeout = 300.0, memory: Memory = 2048
) -> ExitCode:
    """Registries of all orders of a folder.

    Each file is read by a worker process with limits on time and memory; one that fails is told of, the rest is done.
    Hidden files and JSON are no orders. Of files that share a stem the text takes DIR/NAME.json.
    """
    from extractor.building.limits import WorkLimits
    from extractor.building.progress import with_progress
    from extractor.building.run import build, plan
    from extractor.building.summary import Summary
    from extractor.outputs.folder import OutputFolder
    from parsers.limits import MEGABYTE

    summary = Summary()
    tasks, refused = plan(corpus, out, only)
    limits = WorkLimits(timeout, memory * MEGABYTE)
    for failure in refused:
        summary.add(failure)
    if tasks:
        for result in with_progress(build(tasks, OutputFolder(out), jobs or _processors(), limits), len(tasks)):
            summary.add(result)
    for failure in sorted(summary.failures, key=lambda failure: failure.file):
        report(failure)
    say(f"reestr: {summary.line()}")
    return code_for([failure.reason for failure in summary.failures])


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
