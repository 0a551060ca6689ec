"""The difference of two editions: exactly what was done, each with its ground; applied to the old it gives the new."""

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.diffing.applying import apply
from extractor.diffing.walking import diff
from normalizers.errors import ReestrError
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
    Row,
    Sections,
    order_text,
    registry,
)

BASE = registry(order_text(OLD))
GROUNDS = ("new_touchpoint", "touchpoint_removed", "kind_changed", "content_changed")


def told(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, ...]]:
    """What people are told: kind, act, field, ground."""
    return sorted((each.kind, each.act, each.field or "", each.ground) for each in diff(old, new).told)


def edition(**rows: list[Row]) -> dict[str, Any]:
    return registry(
        order_text({SERVICES: rows.get("services", OLD[SERVICES]), APPEALS: rows.get("appeals", OLD[APPEALS])})
    )


ADDED = ("touchpoints", "added", "", "new_touchpoint")
REMOVED = ("touchpoints", "removed", "", "touchpoint_removed")
RENUMBERED = ("touchpoints", "renumbered", "number", "editorial")
MOVED = ("touchpoints", "moved", "section", "content_changed")
RENAMED = ("touchpoints", "renamed", "name", "content_changed")
CHANNEL = ("touchpoints", "changed", "channels", "kind_changed")
NEED = ("needs", "changed", "text", "content_changed")

CASES: list[tuple[str, list[Row], list[Row], list[tuple[str, ...]]]] = [
    ("nothing", OLD[SERVICES], OLD[APPEALS], []),
    ("a new first row", [CHATBOT, *OLD[SERVICES]], OLD[APPEALS], [ADDED, *[RENUMBERED] * 4]),
    ("a new last row", OLD[SERVICES], [*OLD[APPEALS], CHATBOT], [ADDED]),
    ("the first row gone", OLD[SERVICES][1:], OLD[APPEALS], [REMOVED, *[RENUMBERED] * 3]),
    ("another row in its place", OLD[SERVICES], [RECEPTION, MAILBOX, CHATBOT], [ADDED, REMOVED]),
    ("a channel", [*OLD[SERVICES][:3], PHONE._replace(notes="цифровая точка")], OLD[APPEALS], [CHANNEL]),
    (
        "a name",
        OLD[SERVICES],
        [RECEPTION._replace(name="Личный прием граждан и организаций"), MAILBOX, STAND],
        [RENAMED],
    ),
    (
        "a name re-punctuated",
        [SITE._replace(name="официальный  сайт  Министерства"), *OLD[SERVICES][1:]],
        OLD[APPEALS],
        [("touchpoints", "renamed", "name", "editorial")],
    ),
    ("two rows swapped", OLD[SERVICES], [MAILBOX, RECEPTION, STAND], [RENUMBERED] * 2),
    ("a row moved", OLD[SERVICES][:3], [*OLD[APPEALS], PHONE], [MOVED]),
    (
        "a need more and one worded otherwise",
        OLD[SERVICES],
        [RECEPTION, MAILBOX, STAND._replace(needs="получение информации о порядке обращений; запись на прием")],
        [("needs", "added", "", "content_changed"), NEED],
    ),
    (
        "notes",
        OLD[SERVICES],
        [RECEPTION, MAILBOX, STAND._replace(notes="офлайн-точка, второй этаж")],
        [("touchpoints", "changed", "features", "content_changed")],
    ),
]


@pytest.mark.parametrize(("services", "appeals", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_an_edit_is_told_as_what_it_is(
    services: list[Row], appeals: list[Row], expected: list[tuple[str, ...]]
) -> None:
    assert told(BASE, edition(services=services, appeals=appeals)) == sorted(expected)


def test_a_whole_edition_says_exactly_what_was_done() -> None:
    new = edition(
        services=[
            CHATBOT,
            SITE._replace(needs="получение информации об услугах и мерах поддержки; получение форм документов"),
            PORTAL,
            PHONE._replace(notes="цифровая точка", needs="получение консультации; запись на личный прием"),
        ],
        appeals=[CENTRE, RECEPTION._replace(name="Личный прием граждан и организаций"), MAILBOX],
    )
    expected = [ADDED, REMOVED, *[RENUMBERED] * 4, MOVED, RENAMED, CHANNEL, NEED, NEED]
    assert told(BASE, new) == sorted(expected)
    changes = diff(BASE, new).told
    channel = next(change for change in changes if change.field == "channels")
    assert (channel.item, channel.old, channel.new) == (PHONE.name, ["offline"], ["digital"])
    assert all(change.old_source or change.act == "added" for change in changes)
    assert all(change.new_source or change.act == "removed" for change in changes)


@pytest.mark.parametrize(
    ("pattern", "instead", "expected"),
    [
        ("2. Перечень обновляется ежеквартально", "2. Перечень обновляется ежегодно", ["provisions"]),
        ("гражданин, который обратился", "гражданин или организация, которые обратились", ["definitions"]),
        (r"01\.02\.2024 N 17", "03.06.2025 N 81", ["annexes", "order", "order"]),
        ("Рассмотрение обращений граждан", "Рассмотрение обращений граждан и организаций", ["touchpoints"]),
    ],
)
def test_what_stands_around_the_table_is_told_too(pattern: str, instead: str, expected: list[str]) -> None:
    new = registry(re.sub(pattern, instead, order_text(OLD)))
    assert sorted({each.kind for each in diff(BASE, new).told}) == sorted(set(expected))


def test_a_section_with_another_name_is_no_move() -> None:
    new = registry(order_text(OLD).replace(APPEALS, "Рассмотрение обращений граждан и организаций"))
    assert {(each.act, each.field) for each in diff(BASE, new).told} == {("section_renamed", "section")}


def test_a_new_paragraph_before_the_list_touches_no_row() -> None:
    new = registry(order_text(OLD, HEAD.replace("2. Перечень", "2. Перечень открыт.\n3. Перечень")))
    assert not [each for each in diff(BASE, new).told if each.kind in ("touchpoints", "needs")]


TEXTS = st.sampled_from(["", "Сайт", "Личный прием", "запись на прием", "1", "Официальный сайт Министерства", "ё/~<b>"])
LISTS = ("touchpoints", "definitions", "provisions", "references", "annexes")
Edit = Callable[[dict[str, Any]], None]


def spots(registry: dict[str, Any]) -> list[list[Any]]:
    """Every list of items."""
    found = [registry[name] for name in LISTS] + [registry["order"]["clauses"]]
    found += [item["needs"] for item in registry["touchpoints"]] + [annex["clauses"] for annex in registry["annexes"]]
    return [*found, *(clause["children"] for clauses in found[5:] for clause in clauses if "children" in clause)]


@st.composite
def edited(draw: st.DrawFn) -> dict[str, Any]:
    """The registry after some edits of any kind."""
    new = copy.deepcopy(BASE)
    for _ in range(draw(st.integers(1, 6))):
        items = draw(st.sampled_from(spots(new)))
        if not items:
            continue
        index = draw(st.integers(0, len(items) - 1))
        act = draw(st.sampled_from(["remove", "twice", "shuffle", "text", "place", "ref"]))
        if act == "remove":
            del items[index]
        elif act == "twice":
            items.insert(draw(st.integers(0, len(items))), copy.deepcopy(items[index]))
        elif act == "shuffle":
            items[:] = draw(st.permutations(items))
        elif act == "place":
            items[index]["source"]["start"] += 7
            items[index]["spans"] = {}
        else:
            keys = ("annex", "clause", "touchpoint", "id") if act == "ref" else ("name", "text", "term", "section")
            for key in keys:
                if key in items[index]:
                    items[index][key] = draw(TEXTS)
    return new


NO_MEANING = re.compile(
    r"/(?:source|spans|also|id|annex|clause|touchpoint)$|^/(?:id|source|diagnostics|coverage)(?:/|$)"
)


@settings(max_examples=150, deadline=None)
@given(edited(), edited())
def test_the_difference_applied_to_the_old_gives_the_new(old: dict[str, Any], new: dict[str, Any]) -> None:
    found = json.loads(json.dumps(diff(old, new).to_data()))
    before = copy.deepcopy(old)
    assert json.dumps(apply(old, found)) == json.dumps(new)
    assert old == before
    assert not [each["path"] for each in found["rest"] if not NO_MEANING.search(each["path"])]


@settings(max_examples=50, deadline=None)
@given(edited())
def test_nothing_differs_from_itself(one: dict[str, Any]) -> None:
    found = diff(one, copy.deepcopy(one))
    assert (found.changes, found.order, found.rest) == ([], {}, [])


ROWS = st.permutations([*OLD[SERVICES], *OLD[APPEALS]]).flatmap(
    lambda rows: st.integers(1, 6).map(lambda cut: rows[:cut])
)


@settings(max_examples=25, deadline=None)
@given(ROWS, ROWS)
def test_rows_that_came_and_went_are_told_as_such(old: list[Row], new: list[Row]) -> None:
    changes = diff(registry(order_text({SERVICES: old})), registry(order_text({SERVICES: new}))).told
    came = {each.item for each in changes if each.act == "added"}
    gone = {each.item for each in changes if each.act == "removed"}
    assert came == {row.name for row in new} - {row.name for row in old}
    assert gone == {row.name for row in old} - {row.name for row in new}


def test_a_difference_of_another_registry_is_refused() -> None:
    found = diff(BASE, edition(appeals=[STAND])).to_data()
    other = {**BASE, "source": {**BASE["source"], "sha256": "0" * 64}}
    with pytest.raises(ReestrError, match="another registry"):
        apply(other, found)


def test_two_kinds_of_sections_are_no_problem() -> None:
    sections: Sections = {APPEALS: OLD[APPEALS], SERVICES: OLD[SERVICES]}
    acts = {each.act for each in diff(BASE, registry(order_text(sections))).told}
    assert acts == {"reordered"}
