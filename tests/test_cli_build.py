"""``reestr build``: every order of a folder, past bad ones, the same bytes whatever the number of workers."""

import json
from pathlib import Path

import pytest

from extractor.exit_codes import ExitCode
from tests.cli_case import TEXT, put, reestr

RESULTS = ["a.json", "a.md.json", "index.jsonl", "inner/a.json", "manifest.json"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "inner").mkdir(parents=True)
    put(folder, a__txt=TEXT, a__md=TEXT, empty__txt="", own__json="{}")
    put(folder, **{".hidden__txt": TEXT})
    put(folder / "inner", a__txt=TEXT)
    (folder / "leads_out.txt").symlink_to("/etc/passwd")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Results by name; what is hidden is the build's own memory."""
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_a_build_goes_on_past_bad_files(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = reestr("build", corpus, "-o", out, "--jobs", 2)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert sorted(contents(out)) == RESULTS
    lines = result.stderr.splitlines()
    assert lines[0].startswith(f"reestr: {corpus}/empty.txt: empty: ")
    assert lines[1].startswith(f"reestr: {corpus}/leads_out.txt: unreadable: ")
    assert lines[2].startswith("reestr: 3 new, 0 changed, 0 unchanged, 2 failed, 0 gone; ")
    assert len(lines) == 3


def test_any_number_of_workers_gives_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    for jobs in (1, 3):
        reestr("build", corpus, "-o", tmp_path / str(jobs), "--jobs", jobs)
    assert contents(tmp_path / "1") == contents(tmp_path / "3")
    assert len(contents(tmp_path / "1")) == len(RESULTS)


def test_results_within_the_corpus_are_no_orders(corpus: Path) -> None:
    out = corpus / "registry"
    for _ in range(2):
        reestr("build", corpus, "-o", out)
    assert sorted(contents(out)) == RESULTS
    assert json.loads((out / "a.json").read_text())["source"]["file"] == "a.txt"


@pytest.mark.parametrize("folder", ["missing", "hollow"])
def test_a_folder_without_orders_is_bad_input(folder: str, tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    result = reestr("build", tmp_path / folder, "-o", tmp_path / "out")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert result.stderr.startswith(f"reestr: {tmp_path / folder}: ")


def test_a_folder_that_cannot_be_made_has_its_code(corpus: Path, tmp_path: Path) -> None:
    put(tmp_path, out="a file")
    result = reestr("build", corpus, "-o", tmp_path / "out")
    assert result.exit_code == ExitCode.OUTPUT
    assert result.stderr.startswith("reestr: output: ")


def test_only_files_of_the_asked_form_are_built(corpus: Path, tmp_path: Path) -> None:
    result = reestr("build", corpus, "-o", tmp_path / "out", "--only", "*.md")
    assert result.exit_code == ExitCode.OK
    assert sorted(contents(tmp_path / "out")) == ["a.json", "index.jsonl", "manifest.json"]
