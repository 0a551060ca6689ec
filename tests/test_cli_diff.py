"""``reestr diff``: sources, registries, folders and git revisions; lines, JSON and a page of its own."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from extractor.diffing.applying import apply
from extractor.exit_codes import ExitCode
from tests.cli_case import put, reestr
from tests.edition_case import APPEALS, CHATBOT, OLD, order_text

TEXT = order_text(OLD)
NEW = order_text({**OLD, APPEALS: [CHATBOT, *OLD[APPEALS]]}).replace("Чат-бот", "Чат-бот < &")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Both editions as sources, and two folders that hold them under one name."""
    for name in ("before", "after"):
        (tmp_path / name).mkdir()
    put(tmp_path / "before", order__txt=TEXT, gone__txt=TEXT.replace("N 17", "N 18"), same__txt=TEXT)
    put(tmp_path / "after", order__txt=NEW, come__txt=TEXT, same__txt=TEXT)
    return put(tmp_path, old__txt=TEXT, new__txt=NEW)


def test_lines_name_both_places_and_the_ground(folder: Path) -> None:
    result = reestr("diff", folder / "old.txt", folder / "new.txt")
    assert result.exit_code == ExitCode.FINDINGS
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"\S+new\.txt:\d+: added touchpoint «Чат-бот.*» \[new_touchpoint\]", lines[0])
    assert re.fullmatch(
        r"\S+old\.txt:\d+ -> \S+new\.txt:\d+: renumbered touchpoint «.*», number: «1» -> «2» \[editorial\]", lines[1]
    )
    assert result.stderr.startswith("reestr: 1 new_touchpoint, 3 editorial")


def test_what_is_the_same_ends_with_nothing(folder: Path) -> None:
    result = reestr("diff", folder / "old.txt", folder / "before" / "order.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.OK, "", "reestr: no differences\n")


def test_json_of_registries_can_be_applied(folder: Path) -> None:
    for name in ("old", "new"):
        put(folder, **{f"{name}__json": reestr("extract", folder / f"{name}.txt").stdout})
    result = reestr("diff", folder / "old.json", folder / "new.json", "--format", "json")
    old, new = (json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("old", "new"))
    assert apply(old, json.loads(result.stdout)) == new
    mixed = reestr("diff", folder / "old.txt", folder / "new.json", "--format", "json")
    assert mixed.stdout == result.stdout


@pytest.mark.parametrize("built", [False, True])
def test_folders_are_compared_order_by_order(folder: Path, built: bool) -> None:
    sides = [folder / "before", folder / "after"]
    if built:
        for side in sides:
            reestr("build", side, "-o", side.with_suffix(".built"))
        sides = [side.with_suffix(".built") for side in sides]
    result = reestr("diff", *sides, "--format", "json")
    assert result.exit_code == ExitCode.FINDINGS
    orders = {each["name"]: each["status"] for each in json.loads(result.stdout)["orders"]}
    assert orders == {"come": "new", "gone": "gone", "order": "changed"}


def test_a_renamed_file_is_the_same_order(tmp_path: Path) -> None:
    """By its bytes, its id, its date and number where the region is no longer told; editions are left apart."""
    old, new = tmp_path / "old", tmp_path / "new"
    moved = TEXT.replace("N 17", "N 18").replace("Магаданской области", "края")
    for side in (old, new):
        side.mkdir()
    put(old, a__txt=TEXT, b__txt=TEXT.replace("N 17", "N 18"), c__txt=TEXT.replace("N 17", "N 19"))
    put(old, d__txt=TEXT.replace("N 17", "N 20"), e__txt=NEW.replace("N 17", "N 20"), f__txt="")
    put(new, приказ__txt=NEW, v__txt=moved, w__txt=TEXT.replace("N 17", "N 19"))
    put(new, x__txt=TEXT.replace("N 17", "N 20") + "3. Конец.", y__txt="")
    result = reestr("diff", old, new, "--format", "json")
    orders = {each["name"]: each["status"] for each in json.loads(result.stdout)["orders"]}
    assert orders == {"приказ": "changed", "v": "changed", "d": "gone", "e": "gone", "x": "new"}
    assert f"{old / 'a.txt'}:" in reestr("diff", old, new).stdout


def test_diagnostics_and_coverage_have_a_line(folder: Path) -> None:
    put(folder, new__txt=TEXT.replace("подача заявления; получение консультации", ""))
    result = reestr("diff", folder / "old.txt", folder / "new.txt")
    assert result.exit_code == ExitCode.FINDINGS
    assert re.search(r"new\.txt: diagnostics: \d+ -> \d+ (?:info|warning|error) \w+", result.stdout)
    assert "diagnostics or coverage of 1 orders" in result.stderr


def test_a_page_loads_nothing_and_escapes_what_it_shows(folder: Path) -> None:
    result = reestr("diff", folder / "old.txt", folder / "new.txt", "--format", "html", "-o", folder / "page.html")
    assert (result.exit_code, result.stdout) == (ExitCode.FINDINGS, "")
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert not re.search(r"<script|src=|href=|url\(|@import|< &", page)
    assert "Чат-бот &lt; &amp;" in page
    assert page.count("<table>") == page.count("</table>") == 2
    assert "new_touchpoint" in page


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def test_a_corpus_is_compared_with_itself_in_git(folder: Path) -> None:
    corpus = folder / "before"
    put(corpus, **{"имя с пробелом__txt": TEXT})
    git(corpus, "init", "-q")
    git(corpus, "add", ".")
    git(corpus, "commit", "-q", "-m", "a")
    assert reestr("diff", "--git", "HEAD", corpus).exit_code == ExitCode.OK
    put(corpus, **{"имя с пробелом__txt": NEW})
    (corpus / "gone.txt").unlink()
    result = reestr("diff", "--git", "HEAD", corpus)
    assert result.exit_code == ExitCode.FINDINGS
    assert "имя с пробелом.txt:" in result.stdout
    assert "gone.txt: gone order" in result.stdout
    assert result.stderr.startswith("reestr: 1 new_touchpoint, 3 editorial, 1 gone orders")
    assert reestr("diff", "--git", "HEAD", corpus / "same.txt").exit_code == ExitCode.OK


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["old.txt"], ExitCode.USAGE),
        (["old.txt", "new.txt", "--git", "HEAD"], ExitCode.USAGE),
        (["old.txt", "missing.txt"], ExitCode.BAD_INPUT),
        (["old.txt", "--git", "no-such-revision"], ExitCode.BAD_INPUT),
        (["old.txt", "bad.json"], ExitCode.BAD_INPUT),
        (["old.txt", "list.json"], ExitCode.BAD_INPUT),
        (["old.txt", "hollow"], ExitCode.BAD_INPUT),
        (["old.txt", "new.txt", "-o", "no/such/folder"], ExitCode.OUTPUT),
    ],
)
def test_what_cannot_be_compared_has_its_code(
    arguments: list[str], code: ExitCode, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, bad__json="{", list__json="[]")
    (folder / "hollow").mkdir()
    monkeypatch.chdir(folder)
    result = reestr("diff", *arguments)
    assert result.exit_code == code
    assert "Traceback" not in result.stderr
