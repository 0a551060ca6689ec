"""A worker and the programs it starts: a group of processes that ends as one.

The worker leads a process group of its own. Its master kills the group, not the worker alone, so that a Tesseract that
reads a page does not outlive the worker that asked for it. A master that is killed itself can do nothing: there the
worker sees the pipe close that only its master holds open, on every system, and ends its own group.
"""

import os
import signal
import sys
from contextlib import suppress
from multiprocessing import parent_process
from threading import Thread


def lead_group() -> None:
    """Make this process the leader of a new group, which ends with the process that started it."""
    if sys.platform != "win32":
        os.setpgid(0, 0)
    Thread(target=_end_with_master, daemon=True).start()


def end_group(leader: int | None) -> None:
    """Kill whatever is left of a group, its leader among them; none may be left."""
    if sys.platform != "win32" and leader is not None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)


def _end_with_master() -> None:
    master = parent_process()
    if master is None:
        return
    master.join()
    end_group(os.getpid())
    os._exit(1)
