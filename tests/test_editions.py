"""Editions of one order: ids that stay where the place stays, a history that says what was done, registries by day."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from extractor.exit_codes import ExitCode
from tests.cli_case import put, reestr
from tests.edition_case import (
    APPEALS,
    CENTRE,
    CHATBOT,
    HEAD,
    MAILBOX,
    OLD,
    PHONE,
    PORTAL,
    RECEPTION,
    SERVICES,
    SITE,
    STAND,
    Sections,
    order_text,
)
from tests.test_cli_build import contents

ID = "49-2024-02-01-17"
LOUNGE = RECEPTION._replace(name="Личный прием граждан и организаций")
SECOND: Sections = {
    SERVICES: [
        CHATBOT,
        SITE._replace(needs="получение информации об услугах и мерах поддержки; получение форм документов"),
        PORTAL,
        PHONE._replace(notes="цифровая точка", needs="получение консультации; запись на личный прием"),
    ],
    APPEALS: [CENTRE, LOUNGE, MAILBOX],
}
THIRD: Sections = {
    SERVICES: [*SECOND[SERVICES], STAND],
    APPEALS: [LOUNGE, MAILBOX._replace(name="Адрес электронной почты Министерства")],
}
NOTES = {
    "b": "(в ред. приказа Министерства труда Магаданской области от 12.03.2024 N 45)",
    "c": "С изменениями и дополнениями от:\n12 марта, 5 июня 2024 г.",
}


def text_of(sections: Sections, note: str = "") -> str:
    """The order with a note of a legal system below its head."""
    return order_text(sections, HEAD.replace("N 17\nОб", f"N 17\n{note}\nОб", 1) if note else HEAD)


FIRST_TEXT = text_of(OLD)
TEXTS = {"a": FIRST_TEXT, "b": text_of(SECOND, NOTES["b"]), "c": text_of(THIRD, NOTES["c"])}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return put(folder, **{f"{name}__txt": text for name, text in TEXTS.items()})


def build(corpus: Path, *options: object, into: str = "out") -> Path:
    out = corpus.parent / into
    result = reestr("build", corpus, "-o", out, *options)
    assert result.exit_code == ExitCode.OK, result.stderr
    return out


def load(out: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / f"{name}.json").read_text(encoding="utf-8"))
    return found


def ids(out: Path, name: str) -> dict[str, str]:
    """Ids of the touchpoints of a registry, by name."""
    return {item["name"]: item["id"] for item in load(out, name)["touchpoints"]}


def index(out: Path) -> dict[str, dict[str, Any]]:
    lines = [json.loads(line) for line in (out / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    return {line["file"]: line for line in lines}


def editions(out: Path) -> list[tuple[str, str, str]]:
    return [(file, line["edition"], line["edition_basis"]) for file, line in index(out).items()]


def test_the_index_tells_each_edition_and_what_it_is_known_from(corpus: Path) -> None:
    expected = [("a.txt", "2024-02-01", "order"), ("b.txt", "2024-03-12", "marks"), ("c.txt", "2024-06-05", "marks")]
    assert editions(build(corpus)) == expected


def test_ids_stay_where_the_place_stays(corpus: Path) -> None:
    out = build(corpus)
    first, second, third = (ids(out, name) for name in "abc")
    kept = {SITE.name, PORTAL.name, PHONE.name, CENTRE.name, MAILBOX.name}
    assert {name: second[name] for name in kept} == {name: first[name] for name in kept}
    assert second[LOUNGE.name] == first[RECEPTION.name]
    assert second[CHATBOT.name] not in first.values()
    assert third["Адрес электронной почты Министерства"] == first[MAILBOX.name]
    assert third[LOUNGE.name] == first[RECEPTION.name]
    assert third[CHATBOT.name] == second[CHATBOT.name]
    for each in (first, second, third):
        assert len({*each.values()}) == len(each)


def test_all_that_names_a_touchpoint_follows(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    head = HEAD.replace("2. Перечень", "2. Информационный стенд обновляется ежемесячно.\n3. Перечень")
    sections = {SERVICES: [SITE], APPEALS: [STAND, CHATBOT._replace(name="Дирижабль", notes="иное", needs="парить")]}
    renamed = order_text(sections, head).replace("тенд", "тенд Министерства").replace("Дирижабль", "Дирижабль Б")
    put(corpus, a__txt=order_text(sections, head), b__txt=renamed)
    out = build(corpus, "--edition", "b.txt=2024-05-01")
    for name in "ab":
        registry = load(out, name)
        places = {item["id"] for item in registry["touchpoints"]}
        named = [each["item"] for each in registry["diagnostics"] if str(each["item"]).startswith("tp-")]
        named += [each["touchpoint"] for each in registry["provisions"] if each["touchpoint"]]
        assert named
        assert {*named} <= places
    assert {*ids(out, "a").values()} == {*ids(out, "b").values()}


def grounds(corpus: Path, out: Path) -> list[dict[str, list[tuple[str, str, str | None]]] | None]:
    """The history of the order, edition by edition: acts, names and fields by ground."""
    result = reestr("history", ID, "--in", out, "--format", "json")
    assert result.exit_code == ExitCode.OK, result.stderr
    found = []
    for edition in json.loads(result.stdout)["editions"]:
        changes = edition["changes"]
        told = changes and {
            ground: sorted((each["act"], each["name"], each["field"] or "") for each in group)
            for ground, group in changes.items()
        }
        found.append(told)
    return found


def test_the_history_says_exactly_what_was_done(corpus: Path) -> None:
    first, second, third = grounds(corpus, build(corpus))
    assert first is None
    assert second == {
        "new_touchpoint": [("added", CHATBOT.name, "")],
        "touchpoint_removed": [("removed", STAND.name, "")],
        "kind_changed": [("changed", PHONE.name, "channels")],
        "content_changed": sorted(
            [
                ("changed", "получение информации об услугах и мерах поддержки", "text"),
                ("changed", "запись на личный прием", "text"),
                ("moved", CENTRE.name, "section"),
                ("renamed", LOUNGE.name, "name"),
            ]
        ),
        "editorial": sorted(("renumbered", row.name, "number") for row in (SITE, PORTAL, LOUNGE, MAILBOX)),
    }
    assert third == {
        "new_touchpoint": [("added", STAND.name, "")],
        "touchpoint_removed": [("removed", CENTRE.name, "")],
        "content_changed": [("renamed", "Адрес электронной почты Министерства", "name")],
        "editorial": sorted(
            ("renumbered", name, "number") for name in (LOUNGE.name, "Адрес электронной почты Министерства")
        ),
    }


def test_the_history_names_the_touchpoint_of_each_change(corpus: Path) -> None:
    out = build(corpus)
    data = json.loads(reestr("history", ID, "--in", out, "--format", "json").stdout)
    changes = [each for group in data["editions"][1]["changes"].values() for each in group]
    old, new = ids(out, "a"), ids(out, "b")
    named = {(each["act"], each["name"]): each["touchpoint"] for each in changes}
    assert named["removed", STAND.name] == old[STAND.name]
    assert named["added", CHATBOT.name] == new[CHATBOT.name]
    assert named["changed", "запись на личный прием"] == new[PHONE.name] == old[PHONE.name]


def test_the_history_for_people_has_editions_and_grounds(corpus: Path) -> None:
    result = reestr("history", ID, "--in", build(corpus))
    assert result.stderr == "reestr: 3 editions\n"
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{ID}: order Министерство труда")
    shown = [line for line in lines if re.match(r"\d{4}-", line)]
    assert shown == [
        "2024-02-01 as first signed: a.txt; 7 touchpoints, 13 needs",
        "2024-03-12 by its marks: b.txt; 7 touchpoints, 14 needs",
        "2024-06-05 by its marks: c.txt; 7 touchpoints, 13 needs",
    ]
    assert "  new_touchpoint: 1" in lines
    assert f"    b.txt:16: added touchpoint «{CHATBOT.name}» [new_touchpoint]" in lines


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2024-02-01", "a"),
        ("2024-03-11", "a"),
        ("2024-03-12", "b"),
        ("2024-06-04", "b"),
        ("2024-06-05", "c"),
        ("05.06.2024", "c"),
        ("2030-01-01", "c"),
        (None, "c"),
    ],
)
def test_each_day_has_the_registry_in_force(day: str | None, name: str, corpus: Path) -> None:
    out = build(corpus)
    result = reestr("show", ID, "--in", out, *(["--as-of", day] if day else []))
    assert result.exit_code == ExitCode.OK
    assert result.stdout == (out / f"{name}.json").read_text(encoding="utf-8")
    assert result.stderr.endswith(f", from {name}.txt\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", ID, "--as-of", "2024-01-31"], ExitCode.BAD_INPUT, "its first edition is of 2024-02-01"),
        (["show", ID, "--as-of", "soon"], ExitCode.USAGE, "2024-06-01"),
        (["show", "49-2024-02-01-71"], ExitCode.BAD_INPUT, f"the nearest: {ID}"),
        (["history", "49-2024-02-01-71"], ExitCode.BAD_INPUT, f"the nearest: {ID}"),
        (["history", ID, "--in", "nowhere"], ExitCode.BAD_INPUT, "reestr build CORPUS -o nowhere"),
    ],
)
def test_what_is_not_there_is_told(arguments: list[str], code: ExitCode, said: str, corpus: Path) -> None:
    out = build(corpus)
    result = reestr(*arguments, *([] if "--in" in arguments else ["--in", out]))
    assert result.exit_code == code
    assert result.stdout == ""
    assert said in re.sub(r"[\s│]+", " ", result.stderr)


def test_a_registry_that_was_changed_since_is_told_of_and_a_spoilt_one_refused(corpus: Path) -> None:
    out = build(corpus)
    data = (out / "c.json").read_bytes()
    (out / "c.json").write_bytes(data.replace("Чат-бот".encode(), "Чат-Бот".encode()))
    changed = reestr("show", ID, "--in", out)
    assert changed.exit_code == ExitCode.OK
    assert f"reestr: {out / 'c.json'}: not as the index tells; build again" in changed.stderr
    (out / "c.json").write_bytes(data[: len(data) // 2])
    spoilt = reestr("show", ID, "--in", out)
    assert (spoilt.exit_code, spoilt.stdout) == (ExitCode.BAD_INPUT, "")
    assert "it holds no registry" in spoilt.stderr
    (out / "c.json").unlink()
    assert "cannot read" in reestr("show", ID, "--in", out).stderr


@pytest.mark.parametrize("index", ["{", "[]\n", '{"id": 1}\n', "", '"x"\n'])
def test_a_spoilt_index_is_told_of(index: str, corpus: Path) -> None:
    out = build(corpus)
    (out / "index.jsonl").write_text(index, encoding="utf-8")
    result = reestr("history", ID, "--in", out)
    assert (result.exit_code, result.stdout) == (ExitCode.BAD_INPUT, "")
    assert len(result.stderr.splitlines()) == 1
    assert "internal" not in result.stderr


def test_a_file_names_its_order_too(corpus: Path) -> None:
    out = build(corpus)
    for name in ("b.txt", "b.json", "b"):
        assert reestr("show", name, "--in", out).stdout == (out / "c.json").read_text(encoding="utf-8")


def test_an_order_with_one_edition_has_a_history_too(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    out = build(put(tmp_path / "corpus", a__txt=FIRST_TEXT))
    assert reestr("history", ID, "--in", out).stdout.splitlines()[1:] == [
        "2024-02-01 as first signed: a.txt; 7 touchpoints, 13 needs"
    ]


def test_the_original_edition_has_the_ids_that_extract_gives(corpus: Path) -> None:
    extracted = json.loads(reestr("extract", corpus / "a.txt").stdout)
    assert [item["id"] for item in extracted["touchpoints"]] == [
        item["id"] for item in load(build(corpus), "a")["touchpoints"]
    ]


def test_two_authorities_that_share_a_number_sign_two_orders(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    other = text_of(SECOND, NOTES["b"]).replace("труда и социальной защиты", "здравоохранения")
    out = build(put(tmp_path / "corpus", a__txt=FIRST_TEXT, b__txt=other))
    result = reestr("history", ID, "--in", out)
    assert result.exit_code == ExitCode.BAD_INPUT
    assert f"2 orders are named {ID}; give a file of one: a.txt, b.txt" in result.stderr
    assert reestr("history", "b.txt", "--in", out).stderr == "reestr: 1 edition\n"
    extracted = json.loads(reestr("extract", tmp_path / "corpus" / "b.txt").stdout)
    assert load(out, "b")["touchpoints"] == extracted["touchpoints"]


def test_sources_of_one_edition_that_disagree_are_told_of(corpus: Path) -> None:
    put(corpus, aa__txt=text_of({**OLD, APPEALS: [RECEPTION]}), ab__txt=FIRST_TEXT)
    out = build(corpus)
    result = reestr("show", ID, "--in", out, "--as-of", "2024-02-01")
    assert result.stdout == (out / "a.json").read_text(encoding="utf-8")
    assert (
        "reestr: aa.txt: of one edition with a.txt, which speaks for it, but differs: 2 touchpoint_removed"
        in result.stderr
    )
    assert "ab.txt" not in result.stderr


def test_what_is_told_wins_over_marks(corpus: Path) -> None:
    out = build(corpus, "--edition", "2024-09-01", "--edition", "a.*=01.02.2024", "--edition", "b.txt=2024-08-01")
    assert editions(out) == [
        ("a.txt", "2024-02-01", "told"),
        ("b.txt", "2024-08-01", "told"),
        ("c.txt", "2024-09-01", "told"),
    ]


def test_a_folder_for_each_edition_can_be_told_apart(tmp_path: Path) -> None:
    for year, sections in (("2024", OLD), ("2025", SECOND)):
        (tmp_path / "corpus" / year).mkdir(parents=True)
        put(tmp_path / "corpus" / year, a__txt=text_of(sections))
    out = build(tmp_path / "corpus", "--edition", "2025/*=2025-01-15")
    assert editions(out) == [("2024/a.txt", "2024-02-01", "order"), ("2025/a.txt", "2025-01-15", "told")]
    assert ids(out / "2025", "a")[LOUNGE.name] == ids(out / "2024", "a")[RECEPTION.name]


@pytest.mark.parametrize("told", ["soon", "a.txt=", "a.txt=31.02.2024", ""])
def test_an_edition_without_a_date_is_wrong_usage(told: str, corpus: Path) -> None:
    result = reestr("build", corpus, "-o", corpus.parent / "out", "--edition", told)
    assert result.exit_code == ExitCode.USAGE
    assert not (corpus.parent / "out").exists()


def test_a_pattern_that_fits_nothing_is_told_of(corpus: Path) -> None:
    result = reestr("build", corpus, "-o", corpus.parent / "out", "--edition", "z*=2024-05-01")
    assert "reestr: --edition z*=…: no order has a name of this form" in result.stderr


def test_an_edition_told_anew_reads_no_source_again(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = contents(build(corpus))
    with monkeypatch.context() as patch:
        patch.setattr("extractor.building.run.warm_up", lambda: pytest.fail("a source is read again"))
        told = contents(build(corpus, "--edition", "c.txt=2024-02-15"))
        assert told != plain
        assert contents(build(corpus)) == plain
    assert contents(build(corpus, "--edition", "c.txt=2024-02-15", into="fresh")) == told
