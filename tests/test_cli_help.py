"""The command line: help with examples, exit codes told, nothing heavy loaded before a command needs it."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from extractor.cli import app
from extractor.exit_codes import ExitCode

COMMANDS = ("extract", "build", "check", "diff", "history", "show", "compare", "lint", "trace", "coverage", "schema")
HEAVY = ("spacy", "pydantic", "phonenumbers", "numpy", "scipy", "lxml", "pymorphy3", "rich", "multiprocessing")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == ExitCode.OK
    assert f"\n    reestr {command}" in result.stdout


def test_help_lists_every_command_and_every_exit_code() -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout
    assert [command for command in COMMANDS if f"\n  {command} " not in shown] == []
    assert [code for code in ExitCode if f" {code.value} " not in shown] == []


def test_help_loads_nothing_heavy() -> None:
    code = f"import sys, extractor.cli; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments", [["extract"], ["extract", "--nope", "a"], ["nope"], ["build", "a"], ["lint", "-"][:1]]
)
def test_wrong_usage_has_its_code(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == ExitCode.USAGE
