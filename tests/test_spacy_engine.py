"""spaCy is loaded without its command line, and whoever wants that gets it all the same."""

import subprocess
import sys

import pytest

ENGINE = "import sys; from normalizers.spacy_engine import PhraseMatcher; "
NEEDLESS = ("spacy.cli", "weasel", "requests", "httpx", "jinja2", "typer")


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_nothing_of_the_command_line_is_loaded() -> None:
    assert run(ENGINE + f"print([name for name in {NEEDLESS} if name in sys.modules])") == "[]"


@pytest.mark.parametrize("before", ["", "import spacy; "])
def test_the_real_command_line_can_be_loaded_before_and_after(before: str) -> None:
    assert run(before + ENGINE + "import spacy.cli; print(callable(spacy.cli.download))") == "True"
