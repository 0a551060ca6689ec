"""What the tests of formats share: the registry an order must give, and how a file is read or refused."""

import copy
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor.golden import registry_to_golden
from extractor.pipeline import extract
from normalizers.errors import ReestrError
from parsers import office
from parsers.document import Document
from parsers.reading import read_bytes
from tests.places import CORPUS, PAIRS, load

NAMES = sorted(path.stem for path in CORPUS.glob("*.txt"))
KEYS = ("id", "order", "annexes", "touchpoints", "definitions", "provisions", "references", "diagnostics")
OFFICE_FILTERS = {"rtf": "rtf", "odt": "odt", "doc": "doc:MS Word 97"}
RTF = rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'ea\'e0\'e7\par}"
_GOLDEN = {source.stem: golden for source, golden in PAIRS}
_OF_THE_SOURCE = frozenset({"merged_cells_inferred", "recognised_pages", "wrong_suffix"})

needs_office = [
    pytest.mark.office,
    pytest.mark.skipif(not any(map(shutil.which, office.PROGRAMS)), reason="LibreOffice is not installed"),
]


def of_text(name: str) -> dict[str, Any]:
    """What the text of an order gives, but for what its diagnostics say of the file alone."""
    return without_guesses(load(_GOLDEN[name]))


def without_guesses(golden: dict[str, Any]) -> dict[str, Any]:
    found = copy.deepcopy(golden)
    found["diagnostics"] = [item for item in found["diagnostics"] if item["code"] not in _OF_THE_SOURCE]
    return found


@cache
def extracted(path: Path) -> dict[str, Any]:
    return without_guesses(registry_to_golden(extract(path)))


def refusal(data: bytes, name: str = "order", **options: Any) -> ReestrError:
    with pytest.raises(ReestrError) as caught:
        read_bytes(data, name, **options)
    return caught.value


def html(body: str, head: str = '<meta charset="utf-8">') -> Document:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "order.html")


def converted(source: Path, target: str, folder: Path) -> Path:
    """A Word document of the corpus in another format."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", target, "--outdir", str(folder), str(source)],
        check=True,
        timeout=120,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return folder / f"{source.stem}.{target.split(':')[0]}"
