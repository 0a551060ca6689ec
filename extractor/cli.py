"""The command line. Every command is a file of ``extractor.commands``; nothing heavy is loaded before one needs it."""

import os
from typing import Annotated

import typer

from extractor.attempts import Failure, attempt
from extractor.commands import build, check, compare, coverage, diff, extract, history, lint, schema, show, trace
from extractor.exit_codes import code_for
from extractor.terminal.ending import guarded
from extractor.terminal.messages import report

CODES = """\b
Exit codes: 0 done, 1 differences or findings, 2 wrong usage, 3 bad input,
4 missing tool, 5 output failed, 130 interrupted.
"""

app = typer.Typer(
    name="reestr",
    help="Turns Russian regional orders on client touchpoints into canonical JSON registries.",
    epilog=CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("extract", epilog=extract.EXAMPLE)(guarded(extract.run))
app.command("build", epilog=build.EXAMPLE)(guarded(build.run))
app.command("check", epilog=check.EXAMPLE)(guarded(check.run))
app.command("diff", epilog=diff.EXAMPLE)(guarded(diff.run))
app.command("history", epilog=history.EXAMPLE)(guarded(history.run))
app.command("show", epilog=show.EXAMPLE)(guarded(show.run))
app.command("compare", epilog=compare.EXAMPLE)(guarded(compare.run))
app.command("lint", epilog=lint.EXAMPLE)(guarded(lint.run))
app.command("trace", epilog=trace.EXAMPLE)(guarded(trace.run))
app.command("coverage", epilog=coverage.EXAMPLE)(guarded(coverage.run))
app.command("schema", epilog=schema.EXAMPLE)(guarded(schema.run))


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"reestr {version('reestr')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Options before any command; its help text is that of the application."""


def main() -> None:
    """The entry point: a fault of the program itself is one line too."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    failure = attempt("command", app)
    if isinstance(failure, Failure):
        report(failure)
        raise SystemExit(int(code_for([failure.reason])))
