"""Every order with a registry written by reading gives that registry, key by key."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor import extract
from extractor.golden import registry_to_golden
from tests.places import CORPUS, GOLDEN, OFFICE_PAIRS, ORDERS, PAIRS, load

ALL_PAIRS = [*PAIRS, *OFFICE_PAIRS]
KEYS = ("id", "order", "annexes", "touchpoints", "definitions", "provisions", "references", "diagnostics")


@cache
def extracted(source: Path) -> dict[str, Any]:
    return registry_to_golden(extract(source))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("source", "golden"), ALL_PAIRS, ids=[source.name for source, _ in ALL_PAIRS])
def test_registry_equals_reading(source: Path, golden: Path, key: str) -> None:
    assert extracted(source)[key] == load(golden)[key]


def test_every_source_has_a_golden_file_and_the_other_way_round() -> None:
    assert {path.stem for path in CORPUS.glob("*.txt")} == {path.stem for path in GOLDEN.glob("*.json")}
    sources = [*ORDERS.glob("*.txt"), *ORDERS.glob("*.docx")]
    assert {path.stem for path in sources} == {path.stem for path in ORDERS.glob("*.json")}


def test_counts_of_touchpoints_that_a_first_reader_gave() -> None:
    expected = {"magadan": 34, "sevastopol": 6, "sverdlovsk": 7, "krasnodar": 43, "novosibirsk": 35}
    found = {path.stem.split("-")[0]: len(extracted(path)["touchpoints"]) for path in sorted(CORPUS.glob("*.txt"))}
    assert found == expected
