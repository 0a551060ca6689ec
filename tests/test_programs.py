"""Programs that a format needs: missing ones are named, slow ones are ended."""

import os
import time
from pathlib import Path

import pytest

from normalizers.errors import Reason
from parsers.limits import Limits
from tests.format_case import RTF, refusal
from tests.make_paged_corpus import SCANNED
from tests.places import CORPUS


def test_without_libreoffice_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    error = refusal(RTF)
    assert (error.reason, "libreoffice-writer" in error.advice) == (Reason.MISSING_TOOL, True)


def test_without_tesseract_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    error = refusal((CORPUS / f"{SCANNED}.scan.pdf").read_bytes())
    assert (error.reason, "tesseract-ocr-rus" in error.advice) == (Reason.MISSING_TOOL, True)


def fake_program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_an_office_program_that_hangs_is_killed_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_program(tmp_path, "soffice", f"sleep 600 & echo $! > {tmp_path}/child\nwait")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert refusal(RTF, limits=Limits(seconds=1)).reason is Reason.TIMEOUT
    child = int((tmp_path / "child").read_text())
    time.sleep(0.2)
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_a_file_that_the_office_program_cannot_open_is_corrupt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_program(tmp_path, "soffice", "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert refusal(RTF).reason is Reason.CORRUPT


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_tesseract_without_russian_data_is_a_missing_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_program(tmp_path, "tesseract", "echo eng")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    error = refusal((CORPUS / f"{SCANNED}.scan.pdf").read_bytes())
    assert (error.reason, "Russian" in error.message) == (Reason.MISSING_TOOL, True)
