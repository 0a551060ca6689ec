"""``reestr compare``: what the rules at hand gain and lose against those of a git revision."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.attempts import Failure
from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.colours import painter
from extractor.terminal.messages import report, say
from extractor.terminal.plain import plain
from extractor.terminal.streams import emit

if TYPE_CHECKING:
    from extractor.checking.revisions import Reading

EXAMPLE = """\b
Examples:
  reestr compare HEAD
  reestr compare v1.0 --corpus tests/orders --corpus corpus
"""

Revision = Annotated[str, typer.Argument(metavar="REV", help="A revision of the program's own repository.")]
Corpora = Annotated[list[Path] | None, typer.Option("--corpus", metavar="DIR", help="A folder of orders; repeatable.")]
Only = Annotated[str, typer.Option("--only", metavar="GLOB", help="Only files with a name of this form.")]


def run(revision: Revision, corpus: Corpora = None, only: Only = "*.txt") -> ExitCode:
    """Gains and losses of a change of rules.

    The whole corpus is read with the code of REV and with the code at hand: a line for each value that was gained, lost
    or changed, then the counts of each field. A rule mended for one order is seen to harm none. Any difference ends
    with 1.
    """
    from extractor.checking.revisions import read_both
    from extractor.inputs.folder import folder_to_sources

    folders = corpus or [Path("corpus")]
    files = [folder / each for folder in folders for each in folder_to_sources(folder, folder / "registry", only)[0]]
    if not files:
        raise typer.BadParameter("no order there", param_hint="--corpus")
    results = read_both(revision, files)
    failures = [result for result in results if isinstance(result, Failure)]
    readings = [result for result in results if not isinstance(result, Failure)]
    for failure in failures:
        report(failure)
    _show(readings)
    differ = sum(bool(reading.comparison.differences) for reading in readings)
    say(f"reestr: {len(readings)} read with both, {differ} read otherwise")
    return code_for([failure.reason for failure in failures], differ > 0)


def _show(readings: Sequence["Reading"]) -> None:
    from extractor.checking.report import change_table, change_text

    paint = painter()
    for reading in readings:
        for each in reading.comparison.differences:
            emit(f"{plain(reading.file)}: {change_text(each, paint)}\n")
    if any(reading.comparison.differences for reading in readings):
        from extractor.terminal.tables import table_text

        emit(table_text(change_table([reading.comparison for reading in readings])))
