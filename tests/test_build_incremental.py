"""A build again: only what changed is made anew, nothing goes in silence, and the index tells what there is."""

import json
import os
import time
from pathlib import Path

import pytest

from extractor.building.run import plan
from extractor.building.watching import changes
from extractor.exit_codes import ExitCode
from tests.cli_case import put, reestr
from tests.edition_case import APPEALS, CHATBOT, OLD, order_text
from tests.test_cli_build import contents

TEXT = order_text(OLD)
OTHER = order_text({**OLD, APPEALS: [CHATBOT]})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    put(folder, a__txt=TEXT, b__txt=TEXT, c__txt=TEXT)
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return folder


def build(corpus: Path, *options: object) -> str:
    """The counts of a build into the folder beside the corpus."""
    result = reestr("build", corpus, "-o", corpus.parent / "out", "--jobs", 2, *options)
    return result.stderr.splitlines()[-1].removeprefix("reestr: ").split(";")[0]


def test_what_changed_is_told_and_made(corpus: Path) -> None:
    out = corpus.parent / "out"
    assert build(corpus) == "3 new, 0 changed, 0 unchanged, 0 failed, 0 gone"
    before = contents(out)
    assert build(corpus) == "0 new, 0 changed, 3 unchanged, 0 failed, 0 gone"
    assert contents(out) == before
    put(corpus, a__txt=OTHER, d__txt=TEXT)
    (corpus / "b.txt").unlink()
    result = reestr("build", corpus, "-o", out)
    assert result.exit_code == ExitCode.OK
    assert result.stderr.splitlines()[0] == f"reestr: {out / 'b.json'}: removed, b.txt is gone"
    assert "1 new, 1 changed, 1 unchanged, 0 failed, 1 gone" in result.stderr
    assert sorted(contents(out)) == ["a.json", "c.json", "d.json", "index.jsonl", "manifest.json"]


def test_a_build_step_by_step_equals_one_build(corpus: Path) -> None:
    build(corpus)
    put(corpus, a__txt=OTHER, b__md=TEXT, d__txt="")
    (corpus / "b.txt").unlink()
    build(corpus)
    reestr("build", corpus, "-o", corpus.parent / "fresh", "--jobs", 1)
    assert contents(corpus.parent / "out") == contents(corpus.parent / "fresh")


def lose_memory(out: Path) -> None:
    """All that the folder remembers."""
    for path in out.glob(".reestr-*"):
        path.unlink()


@pytest.mark.parametrize(
    ("done", "told"),
    [
        (lambda corpus: os.utime(corpus / "a.txt"), "0 new, 0 changed, 3 unchanged"),
        (lambda corpus: put(corpus, a__txt=OTHER), "0 new, 1 changed, 2 unchanged"),
        (lambda corpus: (corpus.parent / "out" / "a.json").unlink(), "0 new, 0 changed, 3 unchanged"),
        (lambda corpus: (corpus.parent / "out" / "index.jsonl").unlink(), "0 new, 0 changed, 3 unchanged"),
        (lambda corpus: (corpus.parent / "out" / "manifest.json").write_text("{"), "0 new, 0 changed, 3 unchanged"),
        (
            lambda corpus: (corpus.parent / "out" / ".reestr-quick.json").write_text("[1]"),
            "0 new, 0 changed, 3 unchanged",
        ),
        (lambda corpus: lose_memory(corpus.parent / "out"), "3 new, 0 changed"),
        (
            lambda corpus: (corpus.parent / "out" / ".reestr-state.jsonl").write_text("{\n[]\n"),
            "0 new, 0 changed, 3 unchanged",
        ),
    ],
)
def test_whatever_was_done_to_the_folders_the_result_is_right(done: object, told: str, corpus: Path) -> None:
    build(corpus)
    assert callable(done)
    done(corpus)
    assert build(corpus).startswith(told)
    reestr("build", corpus, "-o", corpus.parent / "fresh")
    assert contents(corpus.parent / "out") == contents(corpus.parent / "fresh")


def test_verify_trusts_neither_size_nor_time(corpus: Path) -> None:
    build(corpus)
    good = contents(corpus.parent / "out")
    source, result = corpus / "a.txt", corpus.parent / "out" / "b.json"
    stat = source.stat()
    source.write_text(TEXT.replace("гражданин", "горожанин"), encoding="utf-8")
    assert source.stat().st_size == stat.st_size
    os.utime(source, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    result.write_bytes(result.read_bytes().replace(b"a", b"b"))
    assert build(corpus).startswith("0 new, 0 changed, 3 unchanged")
    assert build(corpus, "--verify").startswith("0 new, 1 changed, 2 unchanged")
    assert contents(corpus.parent / "out")["b.json"] == good["b.json"]


def test_another_extractor_makes_all_again(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(corpus)
    made: list[str] = []
    for place in ("fingerprint", "run"):
        monkeypatch.setattr(f"extractor.building.{place}.extractor_version", lambda: "other")
    monkeypatch.setattr("extractor.building.run.warm_up", lambda: made.append("all"))
    assert build(corpus).startswith("0 new, 0 changed, 3 unchanged")
    assert made == ["all"]
    assert json.loads((corpus.parent / "out" / "manifest.json").read_text())["extractor"] == "other"
    build(corpus)
    assert made == ["all"]


def test_a_source_that_fails_now_keeps_its_registry_and_says_so(corpus: Path) -> None:
    build(corpus)
    put(corpus, a__txt="")
    result = reestr("build", corpus, "-o", corpus.parent / "out")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert f"{corpus.parent / 'out' / 'a.json'}: kept, of an earlier text of a.txt" in result.stderr
    lines = [json.loads(line) for line in (corpus.parent / "out" / "index.jsonl").read_text().splitlines()]
    assert [(line["file"], line["stale"]) for line in lines] == [("a.txt", True), ("b.txt", False), ("c.txt", False)]
    put(corpus, a__txt=TEXT)
    assert build(corpus) == "0 new, 0 changed, 3 unchanged, 0 failed, 0 gone"


def test_an_empty_corpus_removes_nothing(corpus: Path) -> None:
    build(corpus)
    before = contents(corpus.parent / "out")
    for path in corpus.iterdir():
        path.unlink()
    assert build(corpus).endswith("1 failed, 0 gone")
    assert contents(corpus.parent / "out") == before


def test_the_index_tells_of_each_order(corpus: Path) -> None:
    build(corpus)
    out = corpus.parent / "out"
    first = json.loads((out / "index.jsonl").read_text(encoding="utf-8").splitlines()[0])
    registry = json.loads((out / first["output"]).read_text(encoding="utf-8"))
    assert (first["id"], first["file"], first["number"]) == (registry["id"], "a.txt", "17")
    assert (first["touchpoints"], first["needs"]) == (7, sum(len(each["needs"]) for each in registry["touchpoints"]))
    assert first["sha256"] == registry["source"]["sha256"]
    assert set(first["diagnostics"]) == {"error", "warning", "info"}


def test_a_watched_corpus_is_built_when_it_changes(corpus: Path) -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            put(corpus, d__txt=TEXT)

    watched = changes(corpus, corpus.parent / "out", sleep=sleep)
    next(watched)
    assert pauses == []
    next(watched)
    assert len(pauses) == 3


def test_thousands_of_files_that_stand_cost_little(tmp_path: Path) -> None:
    """No timing here: a build with nothing to do opens no source and starts no worker."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    put(corpus, **{f"{number}__txt": TEXT for number in range(20)})
    old = time.time() - 60
    for path in corpus.iterdir():
        os.utime(path, (old, old))
    build(corpus)
    for path in corpus.iterdir():
        stat = path.stat()
        path.write_bytes(b"x" * stat.st_size)
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert build(corpus) == "0 new, 0 changed, 20 unchanged, 0 failed, 0 gone"


@pytest.mark.parametrize("folder", ["\udcff\udcfe", "приказы 2024\n", "-o"])
def test_a_folder_of_thousands_is_planned_name_by_name(folder: str, tmp_path: Path) -> None:
    """Each file gives one registry of its own, whatever its name; no two share one, also where case is folded."""
    (tmp_path / folder).mkdir()
    names = [name for n in range(700) for name in (f"Приказ {n}.txt", f"приказ {n}.TXT", f"приказ {n}.docx")]
    for name in names:
        (tmp_path / folder / name).touch()
    tasks, failures = plan(tmp_path, tmp_path / "out")
    assert ([task.source for task in tasks], failures) == (sorted(f"{folder}/{name}" for name in names), [])
    assert len({task.output.as_posix().casefold() for task in tasks}) == len(names)
