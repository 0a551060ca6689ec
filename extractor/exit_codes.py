"""What the exit code of ``reestr`` says; a contract with scripts and CI.

A run over several files goes on past a bad one; the code then tells the worst that happened.
"""

from collections.abc import Collection
from enum import IntEnum

from normalizers.errors import Reason


class ExitCode(IntEnum):
    """Every code that ``reestr`` ends with."""

    OK = 0
    """Done, nothing to report."""
    FINDINGS = 1
    """Done, and there are differences (``check``), warnings (``lint``) or unassigned text (``coverage``)."""
    USAGE = 2
    """The command line itself is wrong."""
    BAD_INPUT = 3
    """Some file gave no registry; every other one was done."""
    MISSING_TOOL = 4
    """Nothing but a program or library that is not installed stood in the way."""
    OUTPUT = 5
    """A result could not be written: disk full, no rights, a closed pipe."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C."""


def code_for(reasons: Collection[str], findings: bool = False) -> ExitCode:
    """The code of a run in which files failed for ``reasons``.

    >>> code_for([]).name, code_for([], findings=True).name, code_for(["empty"], findings=True).name
    ('OK', 'FINDINGS', 'BAD_INPUT')
    >>> code_for(["missing_tool"]).name, code_for(["missing_tool", "empty"]).name, code_for(["empty", "output"]).name
    ('MISSING_TOOL', 'BAD_INPUT', 'OUTPUT')
    """
    if Reason.OUTPUT in reasons:
        return ExitCode.OUTPUT
    if reasons:
        return ExitCode.MISSING_TOOL if set(reasons) == {Reason.MISSING_TOOL} else ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if findings else ExitCode.OK
