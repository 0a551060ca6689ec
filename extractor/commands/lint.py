"""``reestr lint``: what an order contradicts, leaves out or leaves unclear, the way a compiler says it."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.attempts import Failure, attempt
from extractor.commands.arguments import Files
from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.messages import report, say
from extractor.terminal.streams import emit

if TYPE_CHECKING:
    from extractor.linting.findings import Finding

EXAMPLE = """\b
Examples:
  reestr lint order.txt
  reestr lint corpus/*.txt --format sarif > reestr.sarif
"""


class LintFormat(StrEnum):
    """Forms of findings."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


Form = Annotated[LintFormat, typer.Option("--format", help="Lines for people, JSON, or SARIF 2.1.0 for CI.")]


def run(files: Files, form: Form = LintFormat.TEXT) -> ExitCode:
    """Diagnostics of orders, as a compiler prints them.

    A line each: file:line: severity code message. Any warning or error ends with 1.
    """
    from extractor.linting.findings import counts_line, fails, findings_of

    findings: list[Finding] = []
    failures: list[Failure] = []
    for file in files:
        result = attempt(file, partial(findings_of, file))
        if isinstance(result, Failure):
            report(result)
            failures.append(result)
        else:
            findings.extend(result)
    emit(_formatted(form, findings, failures))
    say(f"reestr: {counts_line(len(files) - len(failures), findings)}")
    return code_for([failure.reason for failure in failures], fails(findings))


def _formatted(form: LintFormat, findings: Sequence["Finding"], failures: Sequence[Failure]) -> str:
    from extractor.canonical import to_json
    from extractor.linting.lines import findings_to_lines
    from extractor.linting.records import findings_to_records
    from extractor.linting.sarif import findings_to_sarif
    from extractor.terminal.colours import painter

    if form is LintFormat.TEXT:
        return findings_to_lines(findings, painter())
    return to_json(findings_to_records(findings) if form is LintFormat.JSON else findings_to_sarif(findings, failures))
