"""A golden file from what was found: only after a person has seen it, on this terminal, and never in CI."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from extractor.canonical import to_json
from extractor.checking.order import Checked
from extractor.checking.pairs import CANDIDATE, Pair
from extractor.outputs.atomic import write_atomically


def refusal() -> str | None:
    """Why nothing may be accepted here, ``None`` where a person looks on."""
    if in_ci():
        return "golden files are not accepted in CI"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "accepting asks a person: it needs a terminal"
    return None


def in_ci() -> bool:
    """Whether nobody looks on, and nothing may be written."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def put_candidates(pairs: Sequence[Pair], checked: Sequence[Checked]) -> list[Path]:
    """``golden/NAME.new.json`` for each order that departs from golden, to be read side by side; where an order does
    not, the candidate of an earlier run goes. Gives the candidates; in CI nothing is written.

    Raises :class:`normalizers.errors.ReestrError` (``output``) where one cannot be written.
    """
    if in_ci():
        return []
    departing = {each.name: each for each in reversed(checked) if each.comparison.differences}
    written = []
    for pair in pairs:
        path = pair.golden.with_name(f"{pair.name}{CANDIDATE}")
        if pair.name in departing and pair.golden.is_file():
            write_atomically(path, to_json(departing[pair.name].found).encode("utf-8"))
            written.append(path)
        elif any(each.name == pair.name for each in checked):
            path.unlink(missing_ok=True)
    return written


def one_result(checked: Sequence[Checked]) -> Checked | None:
    """The result of all sources of an order, ``None`` where there is none or they disagree."""
    agree = all(each.found == checked[0].found for each in checked)
    return checked[0] if checked and agree else None


def write_golden(pair: Pair, checked: Checked) -> None:
    """Write what was shown.

    Raises :class:`normalizers.errors.ReestrError` (``output``) where it cannot be written.
    """
    write_atomically(pair.golden, to_json(checked.found).encode("utf-8"))
    pair.golden.with_name(f"{pair.name}{CANDIDATE}").unlink(missing_ok=True)
