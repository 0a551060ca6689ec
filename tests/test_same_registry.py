"""The same order gives the same registry whatever it comes in."""

from pathlib import Path

import pytest

from extractor.golden import registry_to_golden
from extractor.pipeline import extract
from tests.format_case import KEYS, NAMES, OFFICE_FILTERS, converted, extracted, needs_office, of_text, without_guesses
from tests.make_paged_corpus import SCANNED
from tests.places import CORPUS


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("suffix", ["txt", "docx", "pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_every_format_gives_the_golden_registry(name: str, suffix: str, key: str) -> None:
    assert extracted(CORPUS / f"{name}.{suffix}")[key] == of_text(name)[key]


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_every_order_is_there_in_every_format(suffix: str) -> None:
    found = {path.name.removesuffix(f".{suffix}") for path in CORPUS.glob(f"*.{suffix}")}
    assert found - {f"{SCANNED}.scan"} == set(NAMES)


@pytest.mark.parametrize("suffix", [pytest.param(suffix, marks=needs_office) for suffix in OFFICE_FILTERS])
def test_office_formats_give_the_golden_registry(suffix: str, tmp_path: Path) -> None:
    name = NAMES[0]
    path = converted(CORPUS / f"{name}.docx", OFFICE_FILTERS[suffix], tmp_path)
    registry = extract(path)
    assert str(registry.source.format) == suffix
    assert without_guesses(registry_to_golden(registry)) == of_text(name)


@pytest.mark.parametrize("name", [pytest.param(SCANNED, marks=needs_office)])
def test_a_page_exported_by_an_office_program_gives_the_golden_registry(name: str, tmp_path: Path) -> None:
    path = converted(CORPUS / f"{name}.docx", "html:HTML (StarWriter)", tmp_path)
    assert without_guesses(registry_to_golden(extract(path))) == of_text(name)
