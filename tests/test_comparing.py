"""Comparing registries: nothing differs from itself, each change is told once and where it is."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checking.aligning import align
from extractor.checking.comparing import compare
from extractor.checking.scores import total


def need(text: str, *categories: str) -> dict[str, Any]:
    return {"text": text, "categories": list(categories)}


def place(name: str, *needs: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"name": name, "section": None, "types": ["mfc"], "contacts": {"urls": []}, "needs": list(needs), **fields}


GOLDEN = {
    "id": "49",
    "order": {"number": "7-О", "title": None, "clauses": [{"id": "order/1", "heading": None}]},
    "touchpoints": [
        place("Официальный сайт", need("информация", "information")),
        place("Горячая линия", need("консультация", "consultation"), need("жалоба", "submission.complaint")),
        place("Личный прием", need("запись на прием", "appointment")),
    ],
    "provisions": [{"kind": "deadline", "clause": "annex-1/2", "text": "в срок", "value": {"duration": "P3D"}}],
}


def changed(path: list[str | int], value: Any) -> dict[str, Any]:
    found = copy.deepcopy(GOLDEN)
    node: Any = found
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = copy.deepcopy(value)
    return found


CASES = [
    (["order", "number"], "8-О", [("changed", "order.number")]),
    (["order", "number"], None, [("lost", "order.number")]),
    (["order", "title"], "О порядке", [("gained", "order.title")]),
    (["order", "clauses"], [], [("lost", "order.clauses")]),
    (["touchpoints", 1, "types"], ["phone", "mfc"], [("gained", "touchpoints.types")]),
    (["touchpoints", 1, "types"], [], [("lost", "touchpoints.types")]),
    (["touchpoints", 0, "contacts", "urls"], ["https://a.example"], [("gained", "touchpoints.contacts.urls")]),
    (["touchpoints", 1, "name"], "Горячая линия Министерства", [("changed", "touchpoints.name")]),
    (["touchpoints"], GOLDEN["touchpoints"][1:], [("lost", "touchpoints")]),
    (["touchpoints"], [place("СЭД"), *GOLDEN["touchpoints"]], [("gained", "touchpoints")]),
    (["touchpoints"], GOLDEN["touchpoints"][::-1], [("lost", "touchpoints")] * 2 + [("gained", "touchpoints")] * 2),
    (["touchpoints", 1, "needs"], [need("консультация", "consultation")], [("lost", "touchpoints.needs")]),
    (["provisions", 0, "value"], [{"opens": "09:00"}], [("changed", "provisions.value")]),
    (["provisions", 0, "value"], None, [("lost", "provisions.value")]),
]


@pytest.mark.parametrize(("path", "value", "told"), CASES)
def test_a_change_is_told_as_what_it_is(path: list[str | int], value: Any, told: list[tuple[str, str]]) -> None:
    differences = compare(GOLDEN, changed(path, value)).differences
    assert sorted((each.change, each.field) for each in differences) == sorted(told)


def test_a_path_leads_to_what_was_found() -> None:
    found = changed(["touchpoints"], [place("СЭД"), *GOLDEN["touchpoints"]])
    found["touchpoints"][2]["needs"][1]["text"] = "жалобы"
    assert [each.path for each in compare(GOLDEN, found).differences] == [
        ("touchpoints", 0),
        ("touchpoints", 2, "needs", 1, "text"),
    ]


def test_scores_count_values() -> None:
    scores = compare(GOLDEN, changed(["touchpoints"], GOLDEN["touchpoints"][:2])).scores
    needs = scores["touchpoints.needs.text"]
    assert (needs.expected, needs.found, needs.same) == (4, 3, 3)
    assert (needs.precision, needs.recall) == (1.0, 0.75)
    assert scores["order.title"].f1 is None


SCALARS = st.none() | st.booleans() | st.integers() | st.text("абв", max_size=3)
ITEMS = st.lists(st.fixed_dictionaries({"text": st.text("аб", max_size=2), "kind": SCALARS}), max_size=5)
REGISTRIES = st.fixed_dictionaries(
    {"id": SCALARS, "needs": ITEMS, "value": SCALARS | ITEMS, "types": st.lists(st.text("аб"))}
)


@given(REGISTRIES, REGISTRIES)
def test_no_difference_means_equal_and_all_right(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert compare(one, one).differences == []
    comparison = compare(one, other)
    everything = total(comparison.scores)
    assert bool(comparison.differences) == (one != other)
    assert everything.same <= min(everything.expected, everything.found)


@given(ITEMS, ITEMS)
def test_an_alignment_holds_every_item_once_and_in_order(
    one: list[dict[str, Any]], other: list[dict[str, Any]]
) -> None:
    pairs = align("needs", one, other)
    assert [index for index, _ in pairs if index is not None] == list(range(len(one)))
    assert [index for _, index in pairs if index is not None] == list(range(len(other)))
