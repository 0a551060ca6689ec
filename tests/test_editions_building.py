"""Ids across editions are a function of the sources alone, whatever was built, killed or told before."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.canonical import to_json
from extractor.diffing.walking import diff
from extractor.editions.carrying import Carried, carry, own_ids, with_ids
from extractor.exit_codes import ExitCode
from extractor.outputs.folder import OutputFolder
from tests.cli_case import put, reestr
from tests.edition_case import APPEALS, CHATBOT, OLD, RECEPTION, SERVICES, Row, Sections, order_text, registry
from tests.places import ROOT, SOURCES
from tests.test_cli_build import contents
from tests.test_editions import (
    FIRST_TEXT,
    LOUNGE,
    NOTES,
    SECOND,
    TEXTS,
    THIRD,
    build,
    corpus,
    editions,
    ids,
    index,
    text_of,
)

__all__ = ["corpus"]
OTHER = text_of({**OLD, APPEALS: [CHATBOT]}).replace("N 17", "N 18")


def fresh(corpus: Path) -> dict[str, bytes]:
    """What a build from nothing gives."""
    out = corpus.parent / "fresh"
    shutil.rmtree(out, ignore_errors=True)
    return contents(build(corpus, "--jobs", 1, into="fresh"))


def test_any_number_of_jobs_gives_the_same_bytes(corpus: Path) -> None:
    put(corpus, d__txt=OTHER)
    assert contents(build(corpus, "--jobs", 4)) == fresh(corpus)


def test_a_second_build_has_nothing_to_do(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in corpus.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    first = contents(build(corpus))
    monkeypatch.setattr("extractor.building.run.plan", lambda *_: pytest.fail("the quick way is left"))
    assert contents(build(corpus)) == first


def change_middle(corpus: Path) -> None:
    put(corpus, b__txt=text_of({**SECOND, SERVICES: SECOND[SERVICES][1:]}, NOTES["b"]))


CHANGES: list[tuple[str, Callable[[Path], object]]] = [
    ("the first goes", lambda corpus: (corpus / "a.txt").unlink()),
    ("the middle one goes", lambda corpus: (corpus / "b.txt").unlink()),
    ("all but the last go", lambda corpus: [(corpus / f"{name}.txt").unlink() for name in "ab"]),
    ("the middle one changes", change_middle),
    ("the first changes", lambda corpus: put(corpus, a__txt=text_of({**OLD, APPEALS: OLD[APPEALS][1:]}))),
    ("another order comes", lambda corpus: put(corpus, d__txt=OTHER)),
    ("a second source of the middle one comes", lambda corpus: put(corpus, ba__md=TEXTS["b"])),
    ("the first is another order now", lambda corpus: put(corpus, a__txt=OTHER)),
    ("a registry is lost", lambda corpus: (corpus.parent / "out" / "b.json").unlink()),
]


@pytest.mark.parametrize("change", [case[1] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_whatever_changes_the_result_is_that_of_a_build_from_nothing(
    change: Callable[[Path], object], corpus: Path
) -> None:
    build(corpus)
    change(corpus)
    assert contents(build(corpus)) == fresh(corpus)
    assert reestr("build", corpus, "-o", corpus.parent / "out", "--verify").exit_code == ExitCode.OK
    assert contents(corpus.parent / "out") == fresh(corpus)


@pytest.mark.parametrize("order", ["cba", "bca", "acb"])
def test_editions_that_come_one_by_one_in_any_order_end_the_same(order: str, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in order:
        put(folder, **{f"{name}__txt": TEXTS[name]})
        out = build(folder)
    assert contents(out) == fresh(folder)


def test_what_carried_ids_did_is_counted_as_a_change(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    put(folder, b__txt=TEXTS["b"])
    build(folder)
    put(folder, a__txt=FIRST_TEXT)
    said = reestr("build", folder, "-o", tmp_path / "out").stderr
    assert said.startswith("reestr: 1 new, 1 changed, 0 unchanged")


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("writes", [3, 4])
@pytest.mark.parametrize("after", [False, True], ids=["before it is written", "after"])
@pytest.mark.parametrize("change", [None, "a"], ids=["nothing changed since", "the first edition gone since"])
def test_a_build_killed_while_it_carries_is_mended(
    writes: int, after: bool, change: str | None, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = OutputFolder.write
    done: list[Any] = []

    def write(self: OutputFolder, *arguments: Any) -> Path:
        if len(done) == writes and not after:
            raise Killed
        done.append(arguments)
        path = real(self, *arguments)
        if len(done) == writes + 1:
            raise Killed
        return path

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(OutputFolder, "write", write)
        reestr("build", corpus, "-o", corpus.parent / "out", "--jobs", 1)
    if change:
        (corpus / f"{change}.txt").unlink()
    assert contents(build(corpus)) == fresh(corpus)


KILLED = """
import os, signal
from extractor.building import run
run.settle_ids = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from extractor.cli import main
main()
"""


def test_a_build_killed_between_extraction_and_carrying_is_mended(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in corpus.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    out = corpus.parent / "out"
    done = subprocess.run([sys.executable, "-c", KILLED, "build", str(corpus), "-o", str(out)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert ids(out, "b")[LOUNGE.name] != ids(out, "a")[RECEPTION.name]
    with monkeypatch.context() as patch:
        patch.setattr("extractor.building.run.warm_up", lambda: pytest.fail("a source is read again"))
        build(corpus)
    assert contents(out) == fresh(corpus)


def test_hashes_are_of_the_files_as_they_are_in_the_end(corpus: Path) -> None:
    out = build(corpus)
    for line in index(out).values():
        data = (out / line["output"]).read_bytes()
        assert line["registry_sha256"] == hashlib.sha256(data).hexdigest()
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["index_sha256"] == hashlib.sha256((out / "index.jsonl").read_bytes()).hexdigest()


def test_a_registry_that_was_spoilt_is_told_of_and_verify_mends_it(corpus: Path) -> None:
    out = build(corpus)
    (out / "b.json").write_bytes(b"x" * (out / "b.json").stat().st_size)
    put(corpus, c__txt=text_of(THIRD, NOTES["c"]) + "\n")
    result = reestr("build", corpus, "-o", out)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert "b.json holds no registry; build with --verify" in result.stderr
    assert reestr("build", corpus, "-o", out, "--verify").exit_code == ExitCode.OK
    assert contents(out) == fresh(corpus)


def write_docx(path: Path, text: str, sections: Sections) -> None:
    """The order as an office document: paragraphs, then a ruled table with merged section rows."""
    from docx import Document

    document = Document()
    head, _, _ = text.partition("N |")
    for line in head.splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    rows: list[tuple[str, ...]] = [("N", "Точка взаимодействия", "Потребности клиента", "Характеристика")]
    for section, members in sections.items():
        rows += [(section,), *((str(number), *row) for number, row in enumerate(members, 1))]
    for row in rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, row, strict=False):
            cell.text = value
        if len(row) == 1:
            cells[0].merge(cells[3])
    document.save(str(path))


def test_the_same_edition_as_text_and_docx_has_the_same_ids(corpus: Path) -> None:
    for name, sections in (("a", OLD), ("b", SECOND)):
        write_docx(corpus / f"{name}.docx", TEXTS[name], sections)
    out = build(corpus)
    assert [edition for _, edition, _ in editions(out)] == [
        "2024-02-01",
        "2024-02-01",
        *["2024-03-12"] * 2,
        "2024-06-05",
    ]
    for name in "ab":
        assert ids(out, f"{name}.docx") == ids(out, name)
    data = json.loads(reestr("history", "49-2024-02-01-17", "--in", out, "--format", "json").stdout)
    assert [each["files"] for each in data["editions"]] == [["a.txt", "a.docx"], ["b.txt", "b.docx"], ["c.txt"]]


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_own_ids_can_be_derived_from_a_registry(source: Path) -> None:
    found = registry(source.read_text(encoding="utf-8"))
    assert own_ids(found) == [item["id"] for item in found["touchpoints"]]
    renamed = with_ids(found, [f"tp-{number}" for number in range(len(found["touchpoints"]))])
    assert own_ids(renamed) == own_ids(found)
    assert to_json(with_ids(renamed, own_ids(renamed))) == to_json(found)


def without(items: list[Any], place: int) -> list[Any]:
    return [item for index, item in enumerate(items) if index != place]


Edit = Callable[[list[dict[str, Any]], int], list[dict[str, Any]]]
EDITS: list[tuple[str, Edit]] = [
    (
        "a name",
        lambda items, at: [*items[:at], {**items[at], "name": f"{items[at]['name']} (новый)"}, *items[at + 1 :]],
    ),
    ("a channel", lambda items, at: [*items[:at], {**items[at], "channels": [], "needs": []}, *items[at + 1 :]]),
    ("a row gone", without),
    (
        "a namesake before it",
        lambda items, at: [*items[:at], {**items[at], "features": "второй этаж", "needs": []}, *items[at:]],
    ),
    ("its section", lambda items, at: [{**item, "section": "Иной"} if item is items[at] else item for item in items]),
    ("all turned round", lambda items, at: items[::-1]),
]


@pytest.mark.parametrize("edit", [case[1] for case in EDITS], ids=[case[0] for case in EDITS])
@pytest.mark.parametrize("source", SOURCES[:12], ids=[source.stem for source in SOURCES[:12]])
def test_an_edit_of_a_real_order_leaves_every_other_id(source: Path, edit: Edit) -> None:
    old = registry(source.read_text(encoding="utf-8"))
    before, items = carry(None, old), old["touchpoints"]
    for at in range(0, len(items), 4):
        edited = edit(items, at)
        found = carry(before, {**old, "touchpoints": edited})
        own = {id(item) for item in items}
        stayed = [(item["id"], name) for item, name in zip(edited, found.ids, strict=True) if id(item) in own]
        assert stayed == [(name, name) for name, _ in stayed]
        assert len({*found.ids}) == len(edited)


def test_lists_too_long_to_compare_each_with_each_are_matched_word_for_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.diffing.matching._MOST_PAIRS", 1)
    renamed = [OLD[SERVICES][0], *(row._replace(name=f"{row.name} (новый)") for row in OLD[SERVICES][1:])]
    before = carry(None, rows_to_registry(OLD[SERVICES]))
    assert {*carry(before, rows_to_registry(renamed)).ids} & {*before.ids} == {before.ids[0]}


ALL = [*OLD[SERVICES], *OLD[APPEALS], CHATBOT]
EDITION = st.permutations(ALL).flatmap(lambda rows: st.integers(1, 6).map(lambda cut: rows[:cut]))


def rows_to_registry(rows: list[Row]) -> dict[str, Any]:
    return registry(order_text({SERVICES: rows}))


def named(found: Carried) -> dict[str, str]:
    return dict(zip((item["name"] for item in found.registry["touchpoints"]), found.ids, strict=True))


@settings(max_examples=25)
@given(EDITION, EDITION, st.randoms(use_true_random=False))
def test_permuting_or_spacing_an_edition_changes_no_id(old: list[Row], new: list[Row], chance: Any) -> None:
    before = carry(None, rows_to_registry(old))
    found = named(carry(before, rows_to_registry(new)))
    other = [row._replace(name=row.name.replace(" ", "  "), needs=row.needs.replace("; ", " ;  ")) for row in new]
    chance.shuffle(other)
    assert named(carry(before, rows_to_registry(other))) == found


@settings(max_examples=25)
@given(EDITION, EDITION, EDITION)
def test_rows_that_stay_keep_their_ids_and_no_two_share_one(
    first: list[Row], second: list[Row], third: list[Row]
) -> None:
    steps = [carry(None, rows_to_registry(first))]
    for rows in (second, third):
        steps.append(carry(steps[-1], rows_to_registry(rows)))
        before, after = named(steps[-2]), named(steps[-1])
        assert len({*after.values()}) == len(after)
        assert {name: after[name] for name in before.keys() & after.keys()} == {
            name: before[name] for name in before.keys() & after.keys()
        }
        assert not {after[name] for name in after.keys() - before.keys()} & {*before.values()}


def test_a_place_with_the_first_name_of_a_renamed_one_is_another_place() -> None:
    site, site_b = (
        Row("Официальный сайт Министерства", "подача жалобы"),
        Row("Официальный сайт Минтруда", "подача жалобы"),
    )
    first = carry(None, rows_to_registry([site]))
    second = carry(first, rows_to_registry([site_b]))
    third = carry(second, rows_to_registry([site._replace(needs="запись на прием"), site_b]))
    assert named(first)[site.name] == named(second)[site_b.name] == named(third)[site_b.name]
    assert named(third)[site.name] == f"{named(first)[site.name]}~2"
    sides = [with_ids(each.registry, each.ids) for each in (second, third)]
    assert {(change.act, change.item) for change in diff(*sides).told if change.field != "number"} == {
        ("added", site.name)
    }
