"""Bad input gives one clear error with a reason code, or diagnostics in a registry; no traceback, no hang."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import document_to_registry
from normalizers.errors import Reason, ReestrError
from parsers.reading import read_bytes, read_text
from tests.places import SOURCES

REFUSED = {
    "nothing": (b"", Reason.EMPTY),
    "white space": (b" \n\t\n ", Reason.EMPTY),
    "zero bytes": (bytes(100), Reason.EMPTY),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, Reason.UNSUPPORTED),
    "a program": (b"\x7fELF" + bytes(range(256)) * 8, Reason.NOT_TEXT),
    "a byte order mark that lies": (b"\xff\xfe\x00\xd8\x00\xd8\x00", Reason.UNKNOWN_ENCODING),
    "bytes of no alphabet": (bytes(range(128, 256)) * 40, Reason.UNKNOWN_ENCODING),
    "too few bytes to tell": ("Приказ".encode("koi8-r"), Reason.UNKNOWN_ENCODING),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_reason(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(ReestrError) as caught:
        read_bytes(data, "order.txt")
    assert caught.value.reason is reason
    assert caught.value.message


def registry_of(text: str):  # type: ignore[no-untyped-def]
    return document_to_registry(read_text(text, "order.txt"))


def test_text_that_is_no_order_gives_an_empty_registry_that_says_so() -> None:
    registry = registry_of("Жили-были старик со старухой у самого синего моря.\n" * 5)
    assert registry.touchpoints == []
    assert "missing_requisites" in [diagnostic.code for diagnostic in registry.diagnostics]


@pytest.mark.parametrize("share", [0.3, 0.55, 0.8])
@pytest.mark.parametrize("source", SOURCES[:5], ids=[source.stem for source in SOURCES[:5]])
def test_an_order_cut_in_the_middle_is_read_up_to_there(source, share: float) -> None:  # type: ignore[no-untyped-def]
    text = source.read_text(encoding="utf-8")
    cut = registry_of(text[: int(len(text) * share)])
    assert cut.coverage.characters.assigned <= cut.coverage.characters.total
    names = {touchpoint.name for touchpoint in registry_of(text).touchpoints}
    known = [touchpoint for touchpoint in cut.touchpoints[:-2] if touchpoint.origin == "table"]
    assert all(touchpoint.name in names for touchpoint in known)


HOSTILE = {
    "one line of a megabyte": "слово " * 6_000,
    "one word of a megabyte": "а" * 300_000,
    "pipes": "|\n" * 6_000,
    "full-width rows": "N | |||\n" * 6_000,
    "brackets": "(" * 20_000 + ")" * 6_000,
    "open brackets on lines": "(в ред. \n" * 6_000,
    "quotes": "«" * 80_000,
    "dashes": "- " * 16_000,
    "numbers": "1." * 16_000,
    "markers": "1) а\n" * 6_000,
    "nested markers": "\n".join(f"{'1.' * (1 + n % 6)} пункт {n}:" for n in range(3_000)),
    "box drawing": "│ а │ б │\n├───┼───┤\n" * 10_000,
    "tabs": "\t" * 200_000 + "\n\t\t\n",
    "soft hyphens": "сло\u00ad\nво " * 30_000,
    "stamps": "Приложение\nк приказу\n" * 1_500,
    "titles": "Порядок\n" * 5_000,
    "addresses": "г. " * 6_000,
    "broken addresses": "https://a-\n" * 6_000,
    "sentences of places": "Клиент вправе обратиться на сайт и на адрес электронной почты. " * 800,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_time(name: str) -> None:
    registry = registry_of("Приказ\n" + HOSTILE[name])
    assert registry.coverage.characters.total > 0


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='аб1.)(|-–:;«»"\n\t /N№гулприказ', max_size=400))
def test_any_text_gives_a_registry(text: str) -> None:
    if text.strip():
        assert registry_of(text).schema_version == "1.0"


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_give_a_registry_or_a_reason(data: bytes) -> None:
    try:
        document_to_registry(read_bytes(data, "order.bin"))
    except ReestrError as error:
        assert error.reason in set(Reason)
