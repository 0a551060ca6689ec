"""Faults that a build survives: killed, disk full, two at once, sources that change or vanish, odd names."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path, PurePath
from typing import Any

import pytest

from extractor.attempts import Failure
from extractor.building.tasks import Built, Task, build_task
from extractor.exit_codes import ExitCode
from extractor.pipeline import extract
from tests.cli_case import put, reestr
from tests.edition_case import OLD, order_text
from tests.places import ROOT
from tests.test_cli_build import contents

TEXT = order_text(OLD)


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
        registry = extract(path)
        reads.append(path)
        if len(reads) <= times:
            path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return registry

    monkeypatch.setattr("extractor.pipeline.extract", read)
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


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told_of_and_its_registry_stays(tmp_path: Path) -> None:
    corpus, out = many(tmp_path / "corpus", 2), tmp_path / "out"
    reestr("build", corpus, "-o", out)
    (corpus / "order-0.txt").chmod(0)
    result = reestr("build", corpus, "-o", out, "--verify")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert (out / "order-0.json").exists()
