"""``reestr extract``: registries of files, on standard output or in a folder."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.attempts import Failure, attempt
from extractor.commands.arguments import Files
from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.messages import report, say
from extractor.terminal.plain import plain
from extractor.terminal.streams import emit
from parsers.collector import collector_paused

if TYPE_CHECKING:
    from extractor.outputs.folder import OutputFolder

EXAMPLE = """\b
Examples:
  reestr extract order.txt
  reestr extract orders/*.txt > registries.jsonl
  reestr extract order.txt other.docx -o registry
  iconv -f cp866 -t utf-8 old.txt | reestr extract -
"""

Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR", help="Write DIR/NAME.json for each file.")]


def run(files: Files, out: Out = None) -> ExitCode:
    """Registries of orders, as JSON.

    One order gives one JSON document, several give JSON Lines; a file that fails is told of, the rest is done.
    """
    failures = list(_to_stdout(files) if out is None else _to_folder(files, out))
    return code_for([failure.reason for failure in failures])


def _to_stdout(files: Sequence[str]) -> Iterator[Failure]:
    indent = 1 if len(files) == 1 else None
    for file in files:
        result = attempt(file, partial(_json, file, indent))
        if isinstance(result, Failure):
            report(result)
            yield result
        else:
            emit(result)


def _to_folder(files: Sequence[str], out: Path) -> Iterator[Failure]:
    from extractor.inputs.opening import STDIN, STDIN_NAME
    from extractor.outputs.folder import OutputFolder
    from extractor.outputs.names import output_names

    folder = OutputFolder(out, [Path(file) for file in files])
    names = output_names([PurePath(STDIN_NAME if file == STDIN else PurePath(file).name) for file in files])
    for file, name in zip(files, names, strict=True):
        failure = _write(file, folder, name)
        if failure is not None:
            report(failure)
            yield failure


def _write(file: str, folder: "OutputFolder", name: PurePath) -> Failure | None:
    result = attempt(file, lambda: folder.write(name, _json(file, 1)))
    if isinstance(result, Failure):
        return result
    say(plain(f"{file} -> {result}"))
    return None


def _json(file: str, indent: int | None) -> str:
    with collector_paused():  # what is loaded stays: the search for garbage in it takes a twelfth of a first run
        from extractor.inputs.opening import open_document

        document = open_document(file)
        from extractor.canonical import registry_to_json
        from extractor.pipeline import document_to_registry

        return registry_to_json(document_to_registry(document), indent)
