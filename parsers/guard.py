"""Run as a script: a program that ends with the process that asked for it, however that one ends.

LibreOffice runs in a process group of its own, so that all of it can be killed when its time is up; a process that is
killed itself can no more do that. This script leads the group, and its standard input is a pipe that only the process
that asked holds open: where that closes, the group is killed.
"""

import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path


def guarded(command: Sequence[str]) -> list[str]:
    """The command that runs another one under guard; to be started with a pipe and a new session."""
    if sys.platform == "win32":
        return list(command)
    return [sys.executable, "-I", "-S", str(Path(__file__)), *command]


def _run(command: Sequence[str]) -> int:
    """The exit code of a program that reads nothing."""
    threading.Thread(target=_end_with_owner, daemon=True).start()
    nothing = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
    child = os.posix_spawn(command[0], list(command), os.environ, file_actions=nothing)
    return abs(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _end_with_owner() -> None:
    os.read(0, 1)
    os.killpg(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
