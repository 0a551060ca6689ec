"""What the README shows is what the tool does."""

import doctest
import json
import re

import pytest

from extractor import extract
from tests.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.compile(r"<!-- touchpoint: (\S+) (\d+) -->\n```json\n(.*?)```", re.DOTALL)


def test_the_touchpoint_shown_is_the_one_extracted() -> None:
    found = SHOWN.search(README)
    assert found
    touchpoint = extract(ROOT / found[1]).touchpoints[int(found[2])].model_dump(mode="json")
    for need in touchpoint["needs"]:
        del need["source"], need["spans"]
    assert json.loads(found[3]) == touchpoint


def test_the_row_shown_stands_in_the_order() -> None:
    block = README[README.index("    3. |") : README.index("and the touchpoint")]
    shown = "\n".join(line.strip() for line in block.strip().splitlines())
    assert shown in (ROOT / "corpus" / "magadan-2024-01-30-7-o.txt").read_text(encoding="utf-8")


def test_the_python_shown_runs(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    test = doctest.DocTestParser().get_doctest(code[1], {}, "README.md", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_the_table_of_commands_is_that_of_the_command_line(name: str) -> None:
    from typer.main import get_command

    from extractor.cli import app

    named = re.findall(r"^\| `reestr (\w+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert named == sorted(named, key=list(get_command(app).commands).index)  # type: ignore[attr-defined]
    assert {*named} == {*get_command(app).commands}  # type: ignore[attr-defined]
