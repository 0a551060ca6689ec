"""``reestr check``: registries against golden files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.attempts import Failure
from extractor.commands.arguments import CorpusOption, GoldenOption
from extractor.exit_codes import ExitCode, code_for
from extractor.terminal.colours import painter
from extractor.terminal.messages import report, say
from extractor.terminal.plain import plain
from extractor.terminal.streams import emit

if TYPE_CHECKING:
    from extractor.checking.order import Checked
    from extractor.checking.pairs import Pair

EXAMPLE = """\b
Examples:
  reestr check
  reestr check magadan-2024-01-30-7-o
  reestr check --accept magadan-2024-01-30-7-o
  reestr check --corpus tests/orders --golden tests/orders
"""

Names = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Orders by name; all where none is given.")]
Accept = Annotated[
    str | None, typer.Option("--accept", metavar="NAME", help="Show what one order gives, ask, and make it golden.")
]


def run(
    names: Names = None,
    corpus: CorpusOption = Path("corpus"),
    golden: GoldenOption = Path("golden"),
    accept: Accept = None,
) -> ExitCode:
    """Orders against golden files, field by field.

    CORPUS/NAME.* is compared with GOLDEN/NAME.json: a line for each difference with its place, then precision, recall
    and F1 of each field. What an order gives now goes to GOLDEN/NAME.new.json, but not in CI. Any difference, and any
    half of a pair that is missing, ends with 1.
    """
    from extractor.checking.accepting import put_candidates, refusal
    from extractor.checking.pairs import find_pairs

    if accept is not None:
        reason = "give one name" if names else refusal()
        if reason:
            raise typer.BadParameter(reason, param_hint="--accept")
    pairs = find_pairs(corpus, golden, [accept] if accept is not None else names or [])
    if not pairs:
        raise typer.BadParameter(f"no order in {corpus}, no golden file in {golden}", param_hint="--corpus")
    checked, failures, findings = _check(pairs, accept is not None)
    _print_scores(checked)
    for path in put_candidates(pairs, checked):
        say(plain(f"reestr: {path}: what the order gives now; reestr check --accept NAME takes it over"))
    if accept is not None and not failures:
        return _accept(pairs[0], checked)
    return code_for([failure.reason for failure in failures], findings > 0)


def _check(pairs: Sequence["Pair"], accepting: bool) -> tuple[list["Checked"], list[Failure], int]:
    """Check and show every pair; the count is of differences and missing halves."""
    from extractor.checking.order import check_pair
    from extractor.checking.pairs import missing_half

    checked: list[Checked] = []
    failures: list[Failure] = []
    findings = 0
    for pair in pairs:
        lack = missing_half(pair)
        if lack is not None:
            emit(f"{pair.name}: {lack}\n")
            findings += 1
        if lack is None or accepting:
            for result in check_pair(pair):
                findings += _show(result, checked, failures, accepting)
    return checked, failures, findings


def _show(result: "Checked | Failure", checked: list["Checked"], failures: list[Failure], in_full: bool) -> int:
    from extractor.checking.report import difference_lines

    if isinstance(result, Failure):
        report(result)
        failures.append(result)
        return 0
    checked.append(result)
    emit("".join(f"{line}\n" for line in difference_lines(result, painter(), in_full)))
    return len(result.comparison.differences)


def _print_scores(checked: Sequence["Checked"]) -> None:
    from extractor.checking.report import add_scores, score_table
    from extractor.terminal.tables import table_text

    clean = sum(not each.comparison.differences for each in checked)
    if checked:
        emit(table_text(score_table(add_scores(each.comparison for each in checked))))
    say(f"reestr: {len(checked)} checked, {clean} as golden, {len(checked) - clean} not")


def _accept(pair: "Pair", checked: Sequence["Checked"]) -> ExitCode:
    from extractor.checking.accepting import one_result, write_golden

    result = one_result(checked)
    if result is None:
        say(f"reestr: {pair.name}: its sources are missing or disagree; nothing is accepted")
        return ExitCode.FINDINGS
    if not result.comparison.differences:
        say(f"reestr: {pair.name}: nothing to accept")
        return ExitCode.OK
    if not typer.confirm(f"Make this the golden registry {pair.golden}?"):
        return ExitCode.FINDINGS
    write_golden(pair, result)
    return ExitCode.OK
