"""A worker: a process that stays warm, is told a batch of files on each line, and answers with the seconds it took."""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path


def serve(work: Callable[[list[bytes]], None]) -> None:
    """Read batches from standard input until it ends; files are read before the clock starts."""
    answers = sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        contents = [Path(path).read_bytes() for path in json.loads(line)]
        start = time.perf_counter()
        work(contents)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"seconds": seconds, "peak": peak}), file=answers, flush=True)
