"""``make bench``: speed and memory as ratios against peers in one run; ``--json`` prints them for a machine."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from machine import ROOT, Others, one_core

sys.path.insert(0, str(ROOT))

import peers
from measures import build, formats, pages, start, text
from report import Line, as_json, show, tell
from results import Result

Measure = Callable[[Path], Iterator[Result]]

MEASURES: dict[str, Measure] = {
    "text": text.hot,
    "start": start.cold,
    "growth": text.growth,
    "docx": formats.docx,
    "pdf": formats.pdf,
    "docx-pages": pages.docx,
    "pdf-pages": pages.pdf,
    "build": build.build,
}
ALL_CORES = {"build"}


def main() -> int:
    """Exit code 1 where a target is missed; a line without a figure misses nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES), help="some of the measures")
    arguments = parser.parse_args()
    peers.prepare()
    lines = [line for name in arguments.only for line in measured(name)]
    if arguments.json:
        print(as_json(lines))
    else:
        show(lines)
    return 1 if any(line.result.holds is False for line in lines) else 0


def measured(name: str) -> Iterator[Line]:
    """The lines of one subject, each told on standard error as it comes."""
    print(f"{name} ...", file=sys.stderr)
    began = time.monotonic()
    others = Others()
    with tempfile.TemporaryDirectory() as folder:
        results = list(run(name, Path(folder)))
    share = others.share
    for result in results:
        line = Line(result, share)
        tell(line)
        yield line
    print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)


def run(name: str, folder: Path) -> Iterator[Result]:
    """One subject on one core, or on all where several jobs are its subject."""
    if name in ALL_CORES:
        yield from MEASURES[name](folder)
        return
    with one_core():
        yield from MEASURES[name](folder)


if __name__ == "__main__":
    sys.exit(main())
