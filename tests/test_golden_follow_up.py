"""What departs from golden is written beside it for a person to read; never in CI, and gone once it agrees."""

import json
from pathlib import Path

import pytest

from extractor.canonical import to_json
from extractor.exit_codes import ExitCode
from extractor.golden import registry_to_golden
from extractor.pipeline import extract
from tests.cli_case import ORDER, TEXT, put, reestr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus and golden files in which one order departs from its golden file."""
    monkeypatch.setenv("CI", "")
    monkeypatch.chdir(tmp_path)
    for name in ("corpus", "golden"):
        (tmp_path / name).mkdir()
    put(tmp_path / "corpus", one__txt=TEXT, two__txt=TEXT)
    good = registry_to_golden(extract(ORDER))
    put(tmp_path / "golden", one__json=to_json(good), two__json=to_json({**good, "definitions": []}))
    good["touchpoints"][0]["name"] = "Голубиная почта"
    put(tmp_path / "golden", two__json=to_json(good))
    return tmp_path / "golden"


def test_a_candidate_is_what_the_order_gives_now(folder: Path) -> None:
    result = reestr("check")
    assert result.exit_code == ExitCode.FINDINGS
    assert sorted(path.name for path in folder.iterdir()) == ["one.json", "two.json", "two.new.json"]
    assert json.loads((folder / "two.new.json").read_text(encoding="utf-8")) == registry_to_golden(extract(ORDER))
    assert "golden/two.new.json: what the order gives now" in result.stderr


def test_a_candidate_goes_when_the_order_agrees(folder: Path) -> None:
    reestr("check")
    (folder / "two.json").write_bytes((folder / "one.json").read_bytes())
    assert reestr("check").exit_code == ExitCode.OK
    assert not (folder / "two.new.json").exists()


def test_accepting_takes_the_candidate_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.checking.accepting.refusal", lambda: None)
    assert reestr("check", "--accept", "two", stdin=b"y\n").exit_code == ExitCode.OK
    assert (folder / "two.json").read_bytes() == (folder / "one.json").read_bytes()
    assert not (folder / "two.new.json").exists()


def test_nothing_is_written_in_ci(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert reestr("check").exit_code == ExitCode.FINDINGS
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_half_a_pair_fails_and_gets_no_candidate(folder: Path) -> None:
    (folder / "two.json").unlink()
    (folder.parent / "corpus" / "one.txt").unlink()
    assert reestr("check").exit_code == ExitCode.FINDINGS
    assert [path.name for path in folder.iterdir()] == ["one.json"]
