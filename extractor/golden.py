"""What of a registry a golden file holds: what a person reads, without offsets, hashes and versions.

Touchpoints are named, not identified: ``provisions[].touchpoint`` and
``diagnostics[].item`` give the touchpoint's name.
Clauses are a flat list of id, marker and heading in document order.
"""

from collections.abc import Mapping
from typing import Any

from extractor.registry import Registry

_PLACES = ("source", "spans", "also")
_WHOLE = ("id", "order", "annexes", "touchpoints", "definitions", "provisions", "references", "diagnostics")


def registry_to_golden(registry: Registry) -> dict[str, Any]:
    """The part of a registry that golden files hold, as plain data."""
    data = registry.model_dump(mode="json", warnings=False)
    names = {touchpoint["id"]: touchpoint["name"] for touchpoint in data["touchpoints"]}
    golden = {key: _without_places(data[key]) for key in _WHOLE}
    for part in (golden["order"], *golden["annexes"]):
        part["clauses"] = _flat(part["clauses"])
    for touchpoint in golden["touchpoints"]:
        del touchpoint["id"]
    for provision in golden["provisions"]:
        provision["touchpoint"] = names.get(provision["touchpoint"])
    golden["diagnostics"] = [_diagnostic(each, names) for each in golden["diagnostics"]]
    return golden


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(inner) for key, inner in value.items() if key not in _PLACES}
    if isinstance(value, list):
        return [_without_places(inner) for inner in value]
    return value


def _flat(clauses: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    stack = list(reversed(clauses))
    while stack:
        clause = stack.pop()
        found.append({"id": clause["id"], "marker": clause["marker"], "heading": clause["heading"]})
        stack.extend(reversed(clause["children"]))
    return found


def _diagnostic(diagnostic: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    item = diagnostic["item"]
    return {"code": diagnostic["code"], "item": names.get(item, item)}
