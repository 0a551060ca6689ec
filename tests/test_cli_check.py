"""``reestr check``: pairs by name, differences with their place, golden files that only a person changes."""

import json
from pathlib import Path

import pytest

from extractor.canonical import to_json
from extractor.exit_codes import ExitCode
from extractor.golden import registry_to_golden
from extractor.pipeline import extract
from tests.cli_case import ORDER, TEXT, put, reestr

NAME = "order"


@pytest.fixture
def folders(tmp_path: Path) -> list[object]:
    """A corpus of one order and its golden file, as arguments."""
    for name in ("corpus", "golden"):
        (tmp_path / name).mkdir()
    put(tmp_path / "corpus", order__txt=TEXT)
    put(tmp_path / "golden", order__json=to_json(registry_to_golden(extract(ORDER))))
    return ["--corpus", tmp_path / "corpus", "--golden", tmp_path / "golden"]


def golden(folders: list[object]) -> Path:
    return Path(str(folders[3])) / "order.json"


def spoil(folders: list[object]) -> None:
    """A golden file with another need and one touchpoint more."""
    data = json.loads(golden(folders).read_text(encoding="utf-8"))
    data["touchpoints"][0]["needs"][0]["text"] += " и ещё"
    data["touchpoints"].append({**data["touchpoints"][-1], "name": "Голубиная почта", "number": "99"})
    golden(folders).write_text(to_json(data), encoding="utf-8")


def test_what_agrees_is_clean_and_has_full_scores(folders: list[object]) -> None:
    result = reestr("check", *folders)
    assert result.exit_code == ExitCode.OK, result.stdout
    assert result.stdout.splitlines()[-1].split()[-3:] == ["1.0000"] * 3
    assert "1 checked, 1 as golden" in result.stderr


def test_a_difference_is_told_with_its_line(folders: list[object]) -> None:
    spoil(folders)
    result = reestr("check", NAME, *folders)
    assert result.exit_code == ExitCode.FINDINGS
    changed, lost = result.stdout.splitlines()[:2]
    need = extract(ORDER).touchpoints[0].needs[0]
    assert changed.startswith(f"{folders[1]}/order.txt:{need.source.lines[0]}: changed /touchpoints/0/needs/0/text: ")  # type: ignore[index]
    assert ": lost /touchpoints/" in lost
    assert "Голубиная почта" in lost


def test_a_golden_file_without_its_source_fails(folders: list[object]) -> None:
    (Path(str(folders[1])) / "order.txt").unlink()
    result = reestr("check", *folders)
    assert result.exit_code == ExitCode.FINDINGS
    assert result.stdout == f"order: no source for {golden(folders)}\n"


def test_a_source_without_its_golden_file_fails(folders: list[object]) -> None:
    golden(folders).unlink()
    result = reestr("check", *folders)
    assert result.exit_code == ExitCode.FINDINGS
    assert "order: no golden file" in result.stdout


def test_a_name_that_nobody_knows_fails(folders: list[object]) -> None:
    assert reestr("check", "nobody", *folders).exit_code == ExitCode.FINDINGS


def test_a_broken_golden_file_is_bad_data(folders: list[object]) -> None:
    golden(folders).write_text("{", encoding="utf-8")
    result = reestr("check", *folders)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert result.stderr.startswith(f"reestr: {golden(folders)}: bad_data: ")


def test_a_source_that_fails_is_bad_input(folders: list[object]) -> None:
    put(Path(str(folders[1])), order__txt="")
    result = reestr("check", *folders)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "order.txt: empty: " in result.stderr


def test_sources_and_golden_files_may_share_a_folder(folders: list[object]) -> None:
    put(Path(str(folders[3])), order__txt=TEXT)
    assert reestr("check", "--corpus", folders[3], "--golden", folders[3]).exit_code == ExitCode.OK


@pytest.mark.parametrize("ci", ["true", ""])
def test_nothing_is_accepted_in_ci_or_without_a_terminal(
    ci: str, folders: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    spoil(folders)
    before = golden(folders).read_bytes()
    result = reestr("check", "--accept", NAME, *folders, stdin=b"y\n")
    assert result.exit_code == ExitCode.USAGE
    assert golden(folders).read_bytes() == before


@pytest.mark.parametrize(("answer", "code"), [(b"y\n", ExitCode.OK), (b"n\n", ExitCode.FINDINGS)])
@pytest.mark.parametrize("spoiled", [True, False])
def test_a_person_accepts_what_was_shown(
    answer: bytes, code: ExitCode, spoiled: bool, folders: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.checking.accepting.refusal", lambda: None)
    spoil(folders) if spoiled else golden(folders).unlink()
    result = reestr("check", "--accept", NAME, *folders, stdin=answer)
    assert result.exit_code == code
    shown = result.stdout.index("touchpoints/0") if spoiled else result.stdout.index(": gained /id: ")
    assert shown < result.stdout.index("Make this the golden registry")
    accepted = golden(folders).exists() and reestr("check", *folders).exit_code == ExitCode.OK
    assert accepted == (code is ExitCode.OK)
