"""``reestr compare``: the code of a revision and the code at hand over the same orders, field by field."""

import shutil
from pathlib import Path

import pytest

from extractor.attempts import Failure
from extractor.checking.revisions import read_both
from extractor.exit_codes import ExitCode
from normalizers.errors import ReestrError
from tests.cli_case import put, reestr
from tests.edition_case import OLD, order_text
from tests.places import ROOT
from tests.test_cli_diff import git

RULE = "    return golden\n"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program in git, with nothing changed since."""
    root = tmp_path_factory.mktemp("program")
    for room in ("normalizers", "parsers", "extractor"):
        shutil.copytree(ROOT / room, root / room, ignore=shutil.ignore_patterns("__pycache__"))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "a")
    return root


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("", []),
        ('    golden["order"]["place"] = "г. Магадан"\n', [("gained", "order.place")]),
        ('    golden["order"]["number"] = None\n', [("lost", "order.number")]),
        ('    golden["touchpoints"][1]["number"] = "9"\n', [("changed", "touchpoints.number")]),
    ],
)
def test_a_change_of_rules_shows_what_it_gained_and_lost(
    rule: str, expected: list[tuple[str, str]], program: Path, tmp_path: Path
) -> None:
    order = put(tmp_path, a__txt=order_text(OLD)) / "a.txt"
    code = program / "extractor" / "golden.py"
    before = code.read_text(encoding="utf-8")
    code.write_text(before.replace(RULE, rule + RULE, 1), encoding="utf-8")
    try:
        (result,) = read_both("HEAD", [order], program)
    finally:
        code.write_text(before, encoding="utf-8")
    assert not isinstance(result, Failure)
    assert [(each.change, each.field) for each in result.comparison.differences] == expected


def test_code_that_does_not_run_is_told_of(program: Path, tmp_path: Path) -> None:
    order = put(tmp_path, a__txt=order_text(OLD)) / "a.txt"
    code = program / "extractor" / "golden.py"
    before = code.read_bytes()
    code.write_text("no code", encoding="utf-8")
    try:
        with pytest.raises(ReestrError, match="the code at hand does not run: SyntaxError"):
            read_both("HEAD", [order], program)
    finally:
        code.write_bytes(before)


def test_usage(tmp_path: Path) -> None:
    assert reestr("compare", "HEAD", "--corpus", tmp_path).exit_code == ExitCode.USAGE
    put(tmp_path, a__txt=order_text(OLD))
    result = reestr("compare", "no-such-revision", "--corpus", tmp_path)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "Traceback" not in result.stderr


def test_an_order_that_fails_with_both_is_the_same(program: Path, tmp_path: Path) -> None:
    order = put(tmp_path, a__txt="") / "a.txt"
    (result,) = read_both("HEAD", [order], program)
    assert not isinstance(result, Failure)
    assert result.comparison.differences == []
