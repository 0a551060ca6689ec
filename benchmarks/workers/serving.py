"""A worker: a process that stays warm, is told a batch of files on each line, and answers with the time it took."""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def serve(work: Callable[[list[bytes]], None]) -> None:
    """Work on what is in the files; they are read before the clock starts."""
    _serve(lambda paths: [path.read_bytes() for path in paths], work)


def serve_paths(work: Callable[[list[Path]], None]) -> None:
    """Work on files or folders as such."""
    _serve(lambda paths: paths, work)


def _serve(prepare: Callable[[list[Path]], T], work: Callable[[T], None]) -> None:
    """Say ``ready``, then take batches from standard input until it ends.

    The time is processor time: on one core it is that of the wall, less what other programs took of the core.
    """
    answers = sys.stdout
    sys.stdout = sys.stderr
    print("ready", file=answers, flush=True)
    for line in sys.stdin:
        batch = prepare([Path(path) for path in json.loads(line)])
        start = time.process_time()
        work(batch)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"seconds": seconds, "peak": peak}), file=answers, flush=True)
