"""The orders of a corpus as the code of a git revision reads them, beside what the code at hand makes of them."""

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from extractor.attempts import Failure, attempt
from extractor.checking.comparing import Comparison, compare
from extractor.diffing.git import git
from normalizers.errors import Reason, ReestrError

_ROOT = Path(__file__).parent.parent.parent
_ROOMS = ("normalizers", "parsers", "extractor")
_READER = """
import json, sys
from pathlib import Path
from extractor.golden import registry_to_golden
from extractor.pipeline import extract
for name in json.load(sys.stdin):
    try:
        found = registry_to_golden(extract(Path(name)))
    except Exception as error:
        found = {"failure": f"{type(error).__name__}: {error}".splitlines()[0]}
    print(json.dumps(found), flush=True)
"""


class Reading(NamedTuple):
    """An order, what the code of the revision found and what the code at hand finds, compared."""

    file: str
    comparison: Comparison


def read_both(revision: str, files: Sequence[Path], root: Path = _ROOT) -> list[Reading | Failure]:
    """Every file with both codes.

    Raises :class:`ReestrError` where git knows no such revision, or its code does not run.
    """
    with TemporaryDirectory(prefix="reestr-") as folder:
        commit = git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
        archive = git(root, "archive", "--format=tar", commit, *_ROOMS)
        with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
            opened.extractall(folder, filter="data")
        readers = [_start(Path(folder)), _start(root)]
        names = json.dumps([str(file.resolve()) for file in files])
        before, after = _answers(readers, names, len(files))
    return [
        attempt(str(file), lambda: Reading(str(file), compare(one, other)))  # noqa: B023
        for file, one, other in zip(files, before, after, strict=True)
    ]


def _start(code: Path) -> "subprocess.Popen[str]":
    """A process that reads orders with the code of a folder."""
    return subprocess.Popen(
        [sys.executable, "-c", _READER],
        cwd=code,
        env={**os.environ, "PYTHONPATH": str(code), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _answers(readers: Sequence["subprocess.Popen[str]"], names: str, count: int) -> Iterator[list[dict[str, Any]]]:
    """What each process found; they read at the same time."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(len(readers)) as threads:
        said = list(threads.map(lambda reader: reader.communicate(names), readers))
    for (answers, errors), place in zip(said, ("of the revision", "at hand"), strict=True):
        found = [json.loads(line) for line in answers.splitlines()]
        if len(found) != count:
            why = errors.strip().splitlines()[-1:] or ["it ended"]
            raise ReestrError(Reason.INTERNAL, f"the code {place} does not run: {why[0]}", "choose another revision")
        yield found
