"""``reestr coverage``: what each part of an order's text is assigned to, and what is left over."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.attempts import Failure, attempt
from extractor.commands.arguments import Format, FormatOption, OneFile
from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.messages import report
from extractor.terminal.streams import emit

if TYPE_CHECKING:
    from extractor.coverage_view import Stretch
    from parsers.document import Document

EXAMPLE = """\b
Examples:
  reestr coverage order.txt
  reestr coverage order.txt --all
"""

All = Annotated[bool, typer.Option("--all", help="Every stretch with its name, not the unassigned alone.")]


def run(file: OneFile, every: All = False, form: FormatOption = Format.TEXT) -> ExitCode:
    """What the text of an order is assigned to.

    Characters for each name, and a line for each stretch that belongs to nothing; any such ends with 1.
    """
    result = attempt(file, lambda: _stretches(file))
    if isinstance(result, Failure):
        report(result)
        return code_for([result.reason])
    document, stretches = result
    left = [stretch for stretch in stretches if stretch.name == "unassigned"]
    if form is Format.JSON:
        emit(_json(file, document, stretches))
    else:
        emit(_listing(file, document, stretches if every else left) + _totals(stretches))
    return code_for([], bool(left))


def _stretches(file: str) -> tuple["Document", list["Stretch"]]:
    from extractor.coverage_view import document_to_stretches
    from extractor.inputs.opening import open_document
    from parsers.parts import document_to_structure

    document = open_document(file)
    return document, document_to_stretches(document, document_to_structure(document))


def _listing(file: str, document: "Document", stretches: Sequence["Stretch"]) -> str:
    from extractor.items.sources import Locator
    from extractor.terminal.plain import short
    from extractor.terminal.positions import position

    locator = Locator(document)
    lines = [
        f"{position(file, locator.source(*each.span))}: {each.name}: {short(document.text[slice(*each.span)])}\n"
        for each in stretches
    ]
    return "".join(lines)


def _totals(stretches: Sequence["Stretch"]) -> str:
    """The table of names."""
    from rich.table import Table

    from extractor.terminal.tables import table_text

    table = Table("assigned to", box=None, pad_edge=False)
    for column in ("stretches", "characters", "share"):
        table.add_column(column, justify="right")
    characters = _characters(stretches)
    whole = characters.total() or 1
    pieces = Counter(each.name for each in stretches)
    for name, count in characters.most_common():
        table.add_row(name, str(pieces[name]), str(count), f"{count / whole:.2%}")
    table.add_row("all", str(len(stretches)), str(characters.total()), "")
    return table_text(table)


def _characters(stretches: Sequence["Stretch"]) -> Counter[str]:
    found: Counter[str] = Counter()
    for stretch in stretches:
        found[stretch.name] += stretch.characters
    return found


def _json(file: str, document: "Document", stretches: Sequence["Stretch"]) -> str:
    from extractor.canonical import to_json
    from extractor.items.sources import Locator

    locator = Locator(document)
    rows = [
        {"name": each.name, "characters": each.characters, "source": locator.source(*each.span).model_dump(mode="json")}
        for each in stretches
    ]
    return to_json({"file": file, "characters": dict(_characters(stretches)), "stretches": rows})
