"""What does not change an order does not change its registry; what changes a part changes that part only."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor import document_to_registry
from extractor.golden import registry_to_golden
from parsers.reading import read_bytes, read_text
from tests.places import SOURCES

Change = Callable[[str], str]
BANNER = re.compile(r"^(?:Вы можете открыть|Если вы являетесь|Откройте актуальную).*\n?", re.MULTILINE)
CHANGES: dict[str, Change] = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces behind numbers": lambda text: re.sub(r"(?<=\d) (?=[а-я])", "\xa0", text),
    "doubled spaces inside sentences": lambda text: re.sub(r"(?<=[а-я,]) (?=[а-я])", "  ", text),
    "no banners": lambda text: BANNER.sub("", text),
    "a byte order mark's sign inside": lambda text: "\ufeff" + text,
    "trailing spaces": lambda text: re.sub(r"(?<=[^|\t\n])\n", "  \n", text),
}
FORMATTED = [source for source in SOURCES if "│" not in source.read_text(encoding="utf-8")]


def said(text: str) -> dict[str, Any]:
    """A registry without what white space shows."""
    return registry_to_golden(document_to_registry(read_text(text, "order.txt")))


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("source", FORMATTED, ids=[source.stem for source in FORMATTED])
def test_registry_is_the_same_after(source: Path, name: str) -> None:
    text = source.read_text(encoding="utf-8")
    changed = CHANGES[name](text)
    if changed != text:
        assert said(changed) == said(text)


def folded(value: Any) -> Any:
    """Quotes of every kind as one."""
    if isinstance(value, str):
        return re.sub("[«»“”„]", '"', value)
    if isinstance(value, list):
        return [folded(inner) for inner in value]
    return {key: folded(inner) for key, inner in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_registry_is_the_same_up_to_quotes_after_other_quotes(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    straight = re.sub("[«»“”„]", '"', text)
    assert folded(said(straight)) == folded(said(text))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"])
@pytest.mark.parametrize("source", SOURCES[:5], ids=[source.stem for source in SOURCES[:5]])
def test_registry_is_the_same_in_every_encoding(source: Path, encoding: str) -> None:
    text = source.read_text(encoding="utf-8").replace("–", "-").replace("—", "-").replace("№", "N")
    text = text.replace("«", '"').replace("»", '"')
    document = read_bytes(text.encode(encoding), source.name)
    assert document.text == text
    assert registry_to_golden(document_to_registry(document)) == said(text)


@pytest.mark.parametrize("source", SOURCES, ids=[source.stem for source in SOURCES])
def test_extraction_again_gives_the_same_bytes(source: Path) -> None:
    from extractor.canonical import registry_to_json

    text = source.read_text(encoding="utf-8")
    assert registry_to_json(document_to_registry(read_text(text))) == registry_to_json(
        document_to_registry(read_text(text))
    )


def test_renaming_a_section_changes_that_section_only() -> None:
    source = next(path for path in SOURCES if path.stem.startswith("magadan"))
    text = source.read_text(encoding="utf-8")
    renamed = text.replace("Рассмотрение обращений и запросов |", "Работа с обращениями граждан |")
    before, after = said(text)["touchpoints"], said(renamed)["touchpoints"]
    for one, other in zip(before, after, strict=True):
        if one["section"] == "Рассмотрение обращений и запросов":
            assert other == {**one, "section": "Работа с обращениями граждан"}
        else:
            assert other == one
