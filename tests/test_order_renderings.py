"""Orders of many regions typed as Word documents in many ways, and saved as pages of many sites, give their registries.

The renderings are made on the fly from the text of the order; the registry is the one that a person wrote.
"""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from extractor.golden import registry_to_golden
from extractor.pipeline import document_to_registry, extract
from parsers.reading import read_bytes
from tests.format_case import KEYS, OFFICE_FILTERS, converted, needs_office, of_text, without_guesses
from tests.order_as_page import SITES, order_as_page
from tests.order_as_word import order_as_word
from tests.order_layout import order_layout
from tests.places import SOURCES
from tests.word_typing import TYPINGS

BY_STEM = {source.stem: source for source in SOURCES}
TYPED = [(source, typing) for index, (source, typing) in enumerate(product(SOURCES, TYPINGS)) if index % 7 < 2]
"""Two ways in seven for each order, another two for the next one."""
SAVED = [(source, site) for index, (source, site) in enumerate(product(SOURCES, SITES)) if index % 5 < 2]
THROUGH_OFFICE = [
    ("rtf", "khakassia-2024-06-11-264-rp", "indented"),
    ("odt", "ivanovo-2024-03-27-58", "lists"),
    ("doc", "volgograd-2024-02-14-63-pr", "spaced"),
]


def named(cases: list[tuple[Path, str]]) -> list[Any]:
    return [pytest.param(source, way, id=f"{source.stem}-{way}") for source, way in cases]


def given(data: bytes, name: str) -> dict[str, Any]:
    return without_guesses(registry_to_golden(document_to_registry(read_bytes(data, name))))


@pytest.mark.parametrize(("source", "typing"), named(TYPED))
def test_a_typed_order_gives_its_registry(source: Path, typing: str) -> None:
    found, expected = given(order_as_word(order_layout(source), TYPINGS[typing]), "order.docx"), of_text(source.stem)
    assert [(key, found[key]) for key in KEYS] == [(key, expected[key]) for key in KEYS]


@pytest.mark.parametrize(("source", "site"), named(SAVED))
def test_a_saved_page_gives_the_registry_of_its_order(source: Path, site: str) -> None:
    found, expected = given(order_as_page(order_layout(source), SITES[site]), "order.html"), of_text(source.stem)
    assert [(key, found[key]) for key in KEYS] == [(key, expected[key]) for key in KEYS]


@pytest.mark.parametrize(
    ("suffix", "name", "typing"), [pytest.param(*case, marks=needs_office, id=case[0]) for case in THROUGH_OFFICE]
)
def test_a_typed_order_in_an_older_format_gives_its_registry(
    suffix: str, name: str, typing: str, tmp_path: Path
) -> None:
    typed = tmp_path / f"{name}.docx"
    typed.write_bytes(order_as_word(order_layout(BY_STEM[name]), TYPINGS[typing]))
    registry = extract(converted(typed, OFFICE_FILTERS[suffix], tmp_path))
    assert str(registry.source.format) == suffix
    assert without_guesses(registry_to_golden(registry)) == of_text(name)


def test_every_order_is_typed_and_saved_in_some_way() -> None:
    assert {source for source, _ in TYPED} == {source for source, _ in SAVED} == set(SOURCES)
    assert ({way for _, way in TYPED}, {way for _, way in SAVED}) == (set(TYPINGS), set(SITES))
