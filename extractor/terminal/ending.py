"""How a command ends: with a code of :class:`extractor.exit_codes.ExitCode`, and with one line where it failed."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.messages import say
from extractor.terminal.plain import plain
from normalizers.errors import ReestrError

P = ParamSpec("P")


def guarded(command: Callable[P, ExitCode]) -> Callable[P, None]:
    """A command as Typer runs it: what it returns is the exit code; a result that cannot be written is one line."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
        except ReestrError as error:
            say(f"reestr: {plain(str(error))}")
            code = code_for([error.reason])
        except KeyboardInterrupt:
            say("reestr: interrupted")
            code = ExitCode.INTERRUPTED
        raise typer.Exit(int(code))

    return run
