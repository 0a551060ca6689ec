"""``reestr diff``: what changed from one registry to another."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.attempts import Failure
from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.colours import painter
from extractor.terminal.messages import report, say
from extractor.terminal.streams import emit

if TYPE_CHECKING:
    from extractor.diffing.orders import Compared
    from extractor.diffing.sides import Side

EXAMPLE = """\b
Examples:
  reestr diff old.txt new.txt
  reestr diff registry/old.json registry/new.json --format json
  reestr diff registry-2023 registry-2024 --format html -o changes.html
  reestr diff --git HEAD~1 corpus
"""


class DiffFormat(StrEnum):
    """Forms of a difference."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


Old = Annotated[Path, typer.Argument(metavar="OLD", help="A registry, an order, a folder of either.")]
New = Annotated[Path | None, typer.Argument(metavar="NEW", help="The same, as it is now; none with --git.")]
Form = Annotated[DiffFormat, typer.Option("--format", help="Lines, JSON that can be applied, a page of its own.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there, not to standard output.")]
Git = Annotated[str | None, typer.Option("--git", metavar="REV", help="Compare OLD with itself at a git revision.")]


def run(old: Old, new: New = None, form: Form = DiffFormat.TEXT, out: Out = None, git: Git = None) -> ExitCode:
    """What changed between two registries, rows matched by what they say.

    Each change has its ground (new_touchpoint, touchpoint_removed, kind_changed, content_changed, editorial), the old
    and the new value and both places. Any change ends with 1.
    """
    from extractor.diffing.orders import compare_sides
    from extractor.diffing.sides import path_to_sides

    if (new is None) == (git is None):
        raise typer.BadParameter("give NEW, or --git REV", param_hint="NEW")
    sides = (_at(git, old), path_to_sides(old)) if new is None else (path_to_sides(old), path_to_sides(new))
    results: list[Compared] = []
    failures: list[Failure] = []
    for result in compare_sides(*sides):
        if isinstance(result, Failure):
            report(result)
            failures.append(result)
        else:
            results.append(result)
    _write(results, form, out)
    return code_for([failure.reason for failure in failures], any(each.differs for each in results))


def _at(revision: str | None, path: Path) -> list["Side"]:
    from extractor.diffing.git import revision_to_sides

    return revision_to_sides(revision or "HEAD", path)


def _write(results: Iterable["Compared"], form: DiffFormat, out: Path | None) -> None:
    from extractor.diffing.lines import summary
    from extractor.outputs.atomic import write_atomically

    results = list(results)
    text = _text(results, form, coloured=out is None)
    if out is None:
        emit(text)
    else:
        write_atomically(out, text.encode("utf-8", "backslashreplace"))
    if results:
        say(f"reestr: {summary(results)}")


def _text(results: list["Compared"], form: DiffFormat, coloured: bool) -> str:
    from extractor.canonical import to_json
    from extractor.diffing.lines import compared_lines

    if form is DiffFormat.HTML:
        from extractor.diffing.page import page

        return page(results)
    if form is DiffFormat.JSON:
        return to_json(_data(results))
    paint = painter() if coloured else lambda text, style: text
    return "".join(f"{line}\n" for each in results for line in compared_lines(each, paint))


def _data(results: list["Compared"]) -> object:
    """One order: its difference; several: the difference of each that has one."""
    from extractor.diffing.changes import DIFF_VERSION

    if len(results) == 1 and results[0].diff:
        return results[0].diff.to_data()
    orders = [
        {"name": each.name, "status": each.status, "diff": each.diff.to_data() if each.diff else None}
        for each in results
        if each.status != "unchanged"
    ]
    return {"diff_version": DIFF_VERSION, "orders": orders}
