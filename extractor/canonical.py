"""Canonical JSON: the same registry gives the same bytes."""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.registry import Registry


def registry_to_json(registry: "Registry", indent: int | None = 1) -> str:
    """JSON with the contract's key order, non-ASCII kept; ``indent=None`` gives one line.

    A registry of some source always gives the same text: nothing in it depends on time, place or hash seeds.
    """
    return to_json(registry.model_dump(mode="json", warnings=False), indent)


def to_json(value: Any, indent: int | None = 1) -> str:
    """Canonical JSON of plain data."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of a registry."""
    from extractor.registry import Registry

    found = Registry.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
