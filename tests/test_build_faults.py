"""Faults that a build survives: killed, disk full, two at once, sources that change or vanish, odd names."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from extractor.attempts import Failure
from extractor.building.tasks import Built, Task, build_task
from extractor.exit_codes import ExitCode
from parsers.reading import read_document
from tests.cli_case import put, reestr
from tests.edition_case import OLD, order_text
from tests.places import ROOT
from tests.test_cli_build import contents

TEXT = order_text(OLD)
FORK = multiprocessing.get_context("fork")
NOBODY = 65534


def many(folder: Path, count: int) -> Path:
    """A corpus of orders with different numbers."""
    folder.mkdir()
    return put(folder, **{f"order-{n}__txt": TEXT.replace("N 17", f"N {n}") for n in range(count)})


def test_a_build_goes_on_where_it_was_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, out = many(tmp_path / "corpus", 12), tmp_path / "out"
    old = time.time() - 60
    for path in corpus.iterdir():
        os.utime(path, (old, old))
    fill_disk(monkeypatch, after=5)
    assert reestr("build", corpus, "-o", out).exit_code == ExitCode.OUTPUT
    monkeypatch.undo()
    assert "7 new, 0 changed, 5 unchanged" in reestr("build", corpus, "-o", out).stderr


class Full:
    """A file on a disk without space."""

    def __enter__(self) -> "Full":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def write(self, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fill_disk(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """No more space once some files were written."""
    real, written = Path.open, []

    def opened(path: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if mode == "xb":
            written.append(path)
            if len(written) > after:
                real(path, mode).close()
                return Full()
        return real(path, mode, *rest, **options)

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("after", [0, 3, 6, 7, 8, 9])
def test_a_full_disk_ends_the_build_and_loses_nothing(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, out = many(tmp_path / "corpus", 6), tmp_path / "out"
    fill_disk(monkeypatch, after)
    result = reestr("build", corpus, "-o", out)
    assert result.exit_code == ExitCode.OUTPUT
    assert result.stderr.startswith("reestr: output: cannot write ")
    assert len(result.stderr.splitlines()) == 1
    assert not list(out.glob(".*.tmp"))
    monkeypatch.undo()
    assert reestr("build", corpus, "-o", out).exit_code == ExitCode.OK
    reestr("build", corpus, "-o", tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


HOLD = """
import sys, time
from pathlib import Path
from extractor.building.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_build_is_refused_and_a_dead_one_holds_nothing(tmp_path: Path) -> None:
    corpus, out = many(tmp_path / "corpus", 2), tmp_path / "out"
    out.mkdir()
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(out)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    refused = reestr("build", corpus, "-o", out)
    assert refused.exit_code == ExitCode.OUTPUT
    assert f"another build (process {holder.pid}) writes into {out}; wait for it" in refused.stderr
    assert contents(out) == {}
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    assert reestr("build", corpus, "-o", out).exit_code == ExitCode.OK


def test_a_source_that_vanishes_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, out = many(tmp_path / "corpus", 3), tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr("extractor.building.run.warm_up", (corpus / "order-1.txt").unlink)
        result = reestr("build", corpus, "-o", out)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert f"{corpus / 'order-1.txt'}: unreadable: " in result.stderr
    assert sorted(path.name for path in out.glob("order*")) == ["order-0.json", "order-2.json"]
    assert reestr("build", corpus, "-o", out).exit_code == ExitCode.OK


@pytest.mark.parametrize(("times", "is_built"), [(1, True), (2, True), (99, False)])
def test_a_source_that_changes_while_it_is_read_is_read_again(
    times: int, is_built: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = put(tmp_path, a__txt=TEXT) / "a.txt"
    reads: list[Path] = []

    def read(path: Path) -> object:
        document = read_document(path)
        reads.append(path)
        if len(reads) <= times:
            path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return document

    monkeypatch.setattr("parsers.reading.read_document", read)
    result = build_task(Task(str(source), PurePath("a.json"), "a.txt"))
    assert isinstance(result, Built) == is_built
    if isinstance(result, Failure):
        assert "changes while it is read" in result.message


def test_names_of_any_kind_are_names(tmp_path: Path) -> None:
    corpus, out = tmp_path / "корпус с пробелом", tmp_path / "out"
    (corpus / "папка\nстрокой").mkdir(parents=True)
    names = ["имя с пробелом.txt", "две\nстроки.txt", "папка\nстрокой/ё.txt", "-o.txt", "a{b}[c]*.txt", "quote'\".txt"]
    for name in names:
        (corpus / name).write_text(TEXT, encoding="utf-8")
    for told in ("6 new", "6 unchanged"):
        result = reestr("build", corpus, "-o", out)
        assert result.exit_code == ExitCode.OK, result.stderr
        assert told in result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert {name for name in contents(out) if name.endswith(".json")} == {
        *(name.replace(".txt", ".json") for name in names),
        "manifest.json",
    }


def test_a_name_that_is_no_text_is_a_name_too(tmp_path: Path) -> None:
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    corpus.mkdir()
    try:
        Path(os.fsdecode(bytes(corpus) + b"/\xff.txt")).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("the disk takes no such names")
    assert "1 new" in reestr("build", corpus, "-o", out).stderr
    assert "1 unchanged" in reestr("build", corpus, "-o", out).stderr


def test_links_that_lead_out_and_what_is_no_file_are_told_of_and_left(tmp_path: Path) -> None:
    corpus, out = many(tmp_path / "corpus", 1), tmp_path / "out"
    outside = many(tmp_path / "outside", 1)
    (corpus / "out.txt").symlink_to(outside / "order-0.txt")
    (corpus / "folder").symlink_to(outside)
    (corpus / "dangling.txt").symlink_to("nowhere")
    os.mkfifo(corpus / "pipe.txt")
    result = reestr("build", corpus, "-o", out)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "1 new, 0 changed, 0 unchanged, 3 failed, 0 gone" in result.stderr
    assert sorted(contents(out)) == ["index.jsonl", "manifest.json", "order-0.json"]


def build_without_rights(corpus: Path, out: Path) -> tuple[int, str]:
    """Exit code and messages of a build by a user who may not read everything; root, who may, becomes nobody.

    Nobody may not even read a Python that is installed in root's home, so all that is needed is to be loaded before.
    """
    far, near = FORK.Pipe()

    def run() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        result = reestr("build", corpus, "-o", out, "--verify")
        far.send((result.exit_code, result.stderr))

    process = FORK.Process(target=run)
    process.start()
    told: tuple[int, str] = near.recv()
    process.join()
    return told


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder into which everybody may write; pytest's own lets nobody in."""
    with TemporaryDirectory() as name:
        for path in (Path(name), Path(name, "out")):
            path.mkdir(exist_ok=True)
            path.chmod(0o777)
        yield Path(name)


def test_what_may_not_be_read_is_told_of_and_its_registry_stays(common: Path) -> None:
    corpus, out = many(common / "corpus", 2), common / "out"
    many(corpus / "closed", 1)
    reestr("build", corpus, "-o", common / "first")
    assert isinstance(build_task(Task(str(corpus / "order-0.txt"), PurePath("a.json"))), Built)
    first = build_without_rights(corpus, out)
    assert first[0] == ExitCode.OK, first[1]
    before = contents(out)
    (corpus / "order-0.txt").chmod(0)
    (corpus / "closed").chmod(0)
    code, messages = build_without_rights(corpus, out)
    (corpus / "closed").chmod(0o755)
    assert code == ExitCode.BAD_INPUT
    for path in (corpus / "order-0.txt", corpus / "closed"):
        assert f"reestr: {path}: unreadable: cannot read: Permission denied" in messages
    for name in ("order-0.json", "closed/order-0.json"):
        assert f"reestr: {out / name}: kept, of an earlier text" in messages
    assert "0 new, 0 changed, 1 unchanged, 2 failed, 0 gone" in messages
    assert {name for name, data in contents(out).items() if before[name] != data} == {"index.jsonl", "manifest.json"}
