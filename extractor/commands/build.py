"""``reestr build``: registries of all orders of a folder."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.messages import report, say
from extractor.terminal.plain import plain
from normalizers.errors import ReestrError

if TYPE_CHECKING:
    from extractor.building.run import Options
    from extractor.editions.telling import Told

EXAMPLE = """\b
Examples:
  reestr build corpus -o registry
  reestr build corpus -o registry --only '*.txt'
  reestr build corpus -o registry --watch
  reestr build corpus -o registry --edition 'order-2.*=2024-06-01'
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
Edition = Annotated[
    list[str] | None,
    typer.Option(
        "--edition",
        metavar="[GLOB=]DATE",
        help="The date of the edition that files hold: all, or those with a name of this form; repeatable.",
    ),
]
Verify = Annotated[bool, typer.Option("--verify", help="Trust no size and time: hash every source and registry.")]
Watch = Annotated[bool, typer.Option("--watch", help="Go on, and build again whenever a file changes.")]


def run(
    corpus: Corpus,
    out: Out,
    only: Only = "*",
    jobs: Jobs = None,
    timeout: Timeout = 300.0,
    memory: Memory = 2048,
    edition: Edition = None,
    verify: Verify = False,
    watch: Watch = False,
) -> ExitCode:
    """Registries of all orders of a folder.

    Only what changed is read again: by size and time, then by content, or where the program itself changed. A killed
    build goes on where it was. Each file is read by a worker process with limits on time and memory; one that fails is
    told of, the rest is done. Hidden files and JSON are no orders. Of files that share a stem the text takes
    DIR/NAME.json. DIR/index.jsonl has a line for each order. A registry whose source is gone is removed, and told of.

    Files with the same requisites are editions of one order: a touchpoint keeps its id from one to the next. An
    edition's date is that of the latest amending act, by marks in the text or by --edition; the last that fits wins.
    """
    from extractor.building.limits import WorkLimits
    from extractor.building.run import Options
    from parsers.limits import MEGABYTE

    limits = WorkLimits(timeout, memory * MEGABYTE)
    options = Options(only, jobs or _processors(), limits, verify, tuple(map(_told, edition or ())))
    if not watch:
        return _build(corpus, out, options)
    from extractor.building.watching import changes

    for _ in changes(corpus, out, only):
        _build(corpus, out, options)
    return ExitCode.OK


def _told(text: str) -> "Told":
    from extractor.editions.telling import parse_told

    try:
        return parse_told(text)
    except ReestrError as error:
        raise typer.BadParameter(f"{error.message}; {error.advice}", param_hint="--edition") from error


def _build(corpus: Path, out: Path, options: "Options") -> ExitCode:
    from extractor.building.progress import with_progress
    from extractor.building.run import build

    summary = build(corpus, out, options, with_progress)
    for failure in sorted(summary.failures, key=lambda failure: failure.file):
        report(failure)
    for entry in summary.stale:
        say(plain(f"reestr: {out / entry.output}: kept, of an earlier text of {entry.file}"))
    for entry in summary.gone:
        say(plain(f"reestr: {out / entry.output}: removed, {entry.file} is gone"))
    for pattern in summary.idle:
        say(plain(f"reestr: --edition {pattern}=…: no order has a name of this form"))
    say(f"reestr: {summary.line()}")
    return code_for([failure.reason for failure in summary.failures])


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
