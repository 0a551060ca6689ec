"""One pair checked: what the source gives now against what its golden file says."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from extractor.attempts import Failure, attempt
from extractor.checking.comparing import Comparison, compare
from extractor.checking.pairs import Pair
from extractor.checking.places import Places
from extractor.golden import registry_to_golden
from extractor.inputs.opening import open_document
from extractor.pipeline import document_to_registry
from normalizers.errors import Reason, ReestrError

_OF_DUMPS = frozenset({"merged_cells_inferred"})


class Checked(NamedTuple):
    """A source against golden: the differences, each with its place, and the golden form of what was found."""

    name: str
    file: Path
    comparison: Comparison
    places: Places
    found: dict[str, Any]


def check_pair(pair: Pair) -> list[Checked | Failure]:
    """Every source of a pair against its golden file; against nothing where that is missing."""
    golden = attempt(str(pair.golden), lambda: read_golden(pair.golden))
    if isinstance(golden, Failure):
        return [golden]
    return [attempt(str(source), lambda: _check(pair.name, source, golden)) for source in pair.sources]  # noqa: B023


def read_golden(path: Path) -> dict[str, Any]:
    """A golden file; an empty one where there is none.

    Raises :class:`ReestrError` (``bad_data``) for one that is no JSON object.
    """
    if not path.exists():
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ReestrError(Reason.BAD_DATA, f"it is no JSON: {error}", "restore the golden file") from error
    if not isinstance(data, dict):
        raise ReestrError(Reason.BAD_DATA, "it holds no registry", "restore the golden file")
    return data


def _check(name: str, source: Path, golden: dict[str, Any]) -> Checked:
    document = open_document(str(source))
    registry = document_to_registry(document)
    found = registry_to_golden(registry)
    expected = golden if document.format == "text" else expected_of_print(golden)
    return Checked(name, source, compare(expected, found), Places(str(source), document, registry), found)


def expected_of_print(golden: dict[str, Any]) -> dict[str, Any]:
    """A golden file as a format with real merged cells gives it: nothing had to be inferred there.

    >>> expected_of_print({"diagnostics": [{"code": "merged_cells_inferred", "item": None}]})
    {'diagnostics': []}
    """
    kept = [each for each in golden.get("diagnostics", []) if each.get("code") not in _OF_DUMPS]
    return {**golden, "diagnostics": kept} if golden else golden
