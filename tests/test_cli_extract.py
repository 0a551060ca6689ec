"""``reestr extract``: one registry, several, a folder of them; what fails is one line, the rest is done."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.exit_codes import ExitCode
from normalizers.errors import Reason
from tests.cli_case import ORDER, TEXT, put, reestr

BAD = {
    "empty": b"",
    "blank": b" \n\n ",
    "binary": bytes(range(256)) * 20,
    "odd": b"\xff\xfe\x00",
    "short": "абв где".encode("koi8-r"),
}
REASONS = {
    "empty": "empty",
    "blank": "empty",
    "binary": "not_text",
    "odd": "unknown_encoding",
    "short": "unknown_encoding",
}


def test_one_order_is_one_indented_document() -> None:
    result = reestr("extract", ORDER)
    assert result.exit_code == ExitCode.OK
    assert json.loads(result.stdout)["source"]["file"] == ORDER.name
    assert result.stdout.startswith('{\n "schema_version"')


def test_several_orders_are_lines_and_a_bad_one_between_them_is_told(tmp_path: Path) -> None:
    put(tmp_path, empty__txt="")
    result = reestr("extract", ORDER, tmp_path / "empty.txt", ORDER)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert [json.loads(line)["source"]["file"] for line in result.stdout.splitlines()] == [ORDER.name] * 2
    assert result.stderr.count("\n") == 1


def test_standard_input_is_read() -> None:
    result = reestr("extract", "-", stdin=TEXT.encode("windows-1251", "replace"))
    assert json.loads(result.stdout)["source"]["file"] == "stdin"
    assert json.loads(result.stdout)["source"]["encoding"] == "windows-1251"


def test_a_folder_gets_a_file_for_each_and_none_overwrites_another(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, order__txt=TEXT)
    put(tmp_path, order__md=TEXT)
    out = tmp_path / "out"
    result = reestr("extract", tmp_path / "order.md", tmp_path / "a/order.txt", tmp_path / "b/order.txt", "-o", out)
    assert result.exit_code == ExitCode.OK
    assert result.stdout == ""
    assert sorted(path.name for path in out.iterdir()) == ["order.json", "order.md.json", "order.txt.json"]
    assert json.loads((out / "order.md.json").read_text())["source"]["file"] == "order.md"


def test_a_source_is_not_overwritten_by_its_registry(tmp_path: Path) -> None:
    put(tmp_path, order__json=TEXT)
    result = reestr("extract", tmp_path / "order.json", "-o", tmp_path)
    assert result.exit_code == ExitCode.OUTPUT
    assert (tmp_path / "order.json").read_text() == TEXT


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_with_a_reason(name: str, tmp_path: Path) -> None:
    path = put(tmp_path, bad__txt=BAD[name]) / "bad.txt"
    result = reestr("extract", path)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert result.stdout == ""
    assert result.stderr.startswith(f"reestr: {path}: {REASONS[name]}: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("file", ["missing.txt", "folder", "/dev/zero", "a\x1b[31m\n.txt"])
def test_what_is_no_file_is_unreadable(file: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    result = reestr("extract", tmp_path / file)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert f": {Reason.UNREADABLE}: " in result.stderr
    assert result.stderr.count("\n") == 1
    assert "\x1b" not in result.stderr


def test_an_error_page_gives_a_reason_or_diagnostics(tmp_path: Path) -> None:
    page = "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"
    result = reestr("extract", put(tmp_path, page__html=page) / "page.html")
    if result.exit_code == ExitCode.OK:
        assert "warning" in {each["severity"] for each in json.loads(result.stdout)["diagnostics"]}
    else:
        assert result.exit_code == ExitCode.BAD_INPUT
        assert result.stderr.count("\n") == 1


def test_a_fault_of_the_program_is_internal_and_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor import canonical

    honest = canonical.registry_to_json
    faults = iter([True, False])

    def broken(*arguments: object) -> str:
        if next(faults):
            raise KeyError("nobody\nforesaw")
        return honest(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(canonical, "registry_to_json", broken)
    result = reestr("extract", ORDER, ORDER)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert result.stderr.startswith(f"reestr: {ORDER}: internal: KeyError: ")
    assert (result.stderr.count("\n"), result.stdout.count("\n")) == (1, 1)


def test_a_name_that_is_no_utf8_stays_json(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe.txt")
    path.write_text(TEXT, encoding="utf-8")
    assert json.loads(reestr("extract", path).stdout)["source"]["file"] == path.name


@pytest.mark.parametrize(("target", "told"), [("/dev/full", True), ("|", False)])
def test_output_that_cannot_be_written_has_its_code(target: str, told: bool) -> None:
    """A full disk is told of; a reader that went away is not."""
    code = "import sys; sys.argv[0] = 'reestr'; from extractor.cli import main; main()"
    reader, writer = os.pipe()
    os.close(reader)
    with open(target, "wb") if target != "|" else open(writer, "wb") as out:  # noqa: PTH123
        run = subprocess.run([sys.executable, "-c", code, "schema"], stdout=out, stderr=subprocess.PIPE, text=True)
    assert run.returncode == ExitCode.OUTPUT
    assert ("reestr: output: " in run.stderr) == told
    assert "Traceback" not in run.stderr
