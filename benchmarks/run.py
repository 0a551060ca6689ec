"""``make bench``: speed and memory as ratios against peers in one run; ``--json`` prints them for a machine."""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import peers
from measures import Result, all_results
from rich.console import Console
from rich.table import Table
from variations import lines_seen_before, variations


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--orders", type=int, default=125, help="how many different orders (at least 100)")
    arguments = parser.parse_args()
    peers.prepare()
    one_core()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        orders = variations(arguments.orders, folder)
        seen = f"{len(orders)} orders; {lines_seen_before(orders):.0%} of the text in lines that an earlier order had"
        results = list(all_results(orders, folder))
    if arguments.json:
        print(json.dumps([asdict(result) | {"holds": result.holds} for result in results], indent=1))
    else:
        show(results, seen)
    return 0 if all(result.holds for result in results) else 1


def one_core() -> None:
    """This process and all it starts run on one core, where the system can say so."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def show(results: list[Result], caption: str) -> None:
    table = Table("measure", "value", "target", "", "note", caption=caption)
    for result in results:
        bound = f"{'>=' if result.least else '<='} {result.target:g}"
        table.add_row(result.name, f"{result.value:.2f}", bound, "ok" if result.holds else "NO", result.note)
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
