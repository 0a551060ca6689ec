"""Every verbatim value stands at its place in the source; every character of the source is accounted for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor import document_to_registry
from normalizers.phones import find_phones
from normalizers.verbatim import hyphenated_words, verbatim
from parsers.document import Document
from parsers.reading import read_document
from tests.places import SOURCES


def items(value: Any) -> Iterator[dict[str, Any]]:
    """Every item of a registry that carries spans."""
    if isinstance(value, dict):
        if value.get("spans"):
            yield value
        for inner in value.values():
            yield from items(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from items(inner)


def at(item: dict[str, Any], pointer: str) -> Any:
    value: Any = item
    for step in pointer.strip("/").split("/"):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def cut(document: Document, spans: list[list[int]]) -> str:
    joined = " ".join(document.text[start:end] for start, end in spans)
    return verbatim(joined, hyphenated_words(document.text))


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_every_value_is_found_at_its_source(source: Path) -> None:
    document = read_document(source)
    registry = document_to_registry(document).model_dump(mode="json")
    checked = 0
    for item in items(registry):
        for pointer, spans in item["spans"].items():
            value, found = at(item, pointer), cut(document, spans)
            if "/phones/" in pointer:
                assert value in [phone.e164 for phone in find_phones(f"тел. {found}")] or digits(found) in value
            else:
                assert found == value, pointer
            checked += 1
    assert checked > 50


def digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_no_character_is_lost(source: Path) -> None:
    registry = document_to_registry(read_document(source))
    assert registry.coverage.unassigned == []
    assert registry.coverage.characters.assigned == registry.coverage.characters.total > 1000


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_sources_name_the_lines_that_they_stand_in(source: Path) -> None:
    document = read_document(source)
    lines = document.text.split("\n")
    for touchpoint in document_to_registry(document).touchpoints:
        found = touchpoint.source
        assert found.lines is not None
        first, last = found.lines
        piece = document.text[found.start : found.end].split("\n")
        assert piece[0] in lines[first - 1]
        assert piece[-1] in lines[last - 1]


def test_ids_are_unique_within_an_order() -> None:
    for source in SOURCES:
        registry = document_to_registry(read_document(source))
        ids = [touchpoint.id for touchpoint in registry.touchpoints]
        assert len(ids) == len(set(ids)), source.stem
