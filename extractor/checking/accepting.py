"""A golden file from what was found: only after a person has seen it, on this terminal, and never in CI."""

import os
import sys
from collections.abc import Sequence

from extractor.canonical import to_json
from extractor.checking.order import Checked
from extractor.checking.pairs import Pair
from extractor.outputs.atomic import write_atomically


def refusal() -> str | None:
    """Why nothing may be accepted here, ``None`` where a person looks on."""
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        return "golden files are not accepted in CI"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "accepting asks a person: it needs a terminal"
    return None


def one_result(checked: Sequence[Checked]) -> Checked | None:
    """The result of all sources of an order, ``None`` where there is none or they disagree."""
    agree = all(each.found == checked[0].found for each in checked)
    return checked[0] if checked and agree else None


def write_golden(pair: Pair, checked: Checked) -> None:
    """Write what was shown.

    Raises :class:`normalizers.errors.ReestrError` (``output``) where it cannot be written.
    """
    write_atomically(pair.golden, to_json(checked.found).encode("utf-8"))
