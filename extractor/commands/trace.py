"""``reestr trace``: which rule read what where, so that a wrong value is explained in a minute."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.attempts import Failure, attempt
from extractor.commands.arguments import Format, FormatOption, OneFile
from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.messages import report, say
from extractor.terminal.streams import emit

if TYPE_CHECKING:
    from extractor.registry import Source
    from extractor.tracing.steps import Step

    Located = tuple[Step, Source]

EXAMPLE = """\b
Examples:
  reestr trace order.txt
  reestr trace order.txt --at 28
"""

At = Annotated[
    int | None,
    typer.Option("--at", min=1, metavar="LINE", help="Only what reads this line (page of a PDF, block of a DOCX)."),
]


def run(file: OneFile, at: At = None, form: FormatOption = Format.TEXT) -> ExitCode:
    """Which rule read what, and where.

    A line for each value of the registry: its lines in the source, its pointer, the value, the rule that read it.
    """
    result = attempt(file, lambda: _steps(file, at))
    if isinstance(result, Failure):
        report(result)
        return code_for([result.reason])
    emit(_records(file, result) if form is Format.JSON else _lines(file, result))
    if not result:
        say(f"reestr: nothing is read {'there' if at else 'in it'}")
    return ExitCode.OK


def _steps(file: str, at: int | None) -> list["Located"]:
    from extractor.inputs.opening import open_document
    from extractor.tracing.trace import document_to_steps, located

    document = open_document(file)
    return located(document, document_to_steps(document), at)


def _lines(file: str, steps: Sequence["Located"]) -> str:
    from extractor.terminal.colours import painter
    from extractor.terminal.plain import short
    from extractor.terminal.positions import extent

    paint = painter(sys.stdout)
    lines = []
    for step, source in steps:
        rule = paint(f"<- {short(step.rule)}", "dim")
        lines.append(f"{extent(file, source)}: {paint(step.item, 'bold')} «{short(step.value)}» {rule}\n")
    return "".join(lines)


def _records(file: str, steps: Sequence["Located"]) -> str:
    from extractor.canonical import to_json

    return "".join(
        to_json(
            {"file": file, **step._asdict(), "lines": source.lines, "page": source.page, "block": source.block}, None
        )
        for step, source in steps
    )
