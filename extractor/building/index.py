"""What a folder of results says of itself: ``index.jsonl``, a line for each order, and ``manifest.json``."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.attempts import Failure
from extractor.building.state import Entry
from extractor.canonical import to_json
from extractor.editions.telling import Told
from extractor.outputs.atomic import write_atomically

if TYPE_CHECKING:
    from extractor.registry import Registry

INDEX = "index.jsonl"
MANIFEST = "manifest.json"
_COUNTED = ("touchpoints", "definitions", "provisions", "references")
_SEVERITIES = ("error", "warning", "info")


def index_line(registry: "Registry", file: str, output: str, text: str) -> dict[str, Any]:
    """The line of an order."""
    order = registry.order
    severities = Counter(str(each.severity) for each in registry.diagnostics)
    return {
        "id": registry.id,
        "file": file,
        "output": output,
        "kind": str(order.kind),
        "authority": order.authority.name if order.authority else None,
        "region": order.region.code if order.region else None,
        "number": order.number,
        "date": order.date,
        "edition": order.date,
        "edition_basis": "order",
        "title": order.title,
        "annexes": len(registry.annexes),
        **{name: len(items) for name, items in registry if name in _COUNTED},
        "needs": sum(len(touchpoint.needs) for touchpoint in registry.touchpoints),
        "diagnostics": {severity: severities[severity] for severity in _SEVERITIES},
        "sha256": registry.source.sha256,
        "registry_sha256": registry_hash(text),
        "stale": False,
    }


def registry_hash(text: str) -> str:
    """The hash of a registry's file."""
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def write_index(
    folder: Path,
    entries: Sequence[Entry],
    failures: Sequence[tuple[str, Failure]],
    version: str,
    editions: Sequence[Told] = (),
) -> None:
    """Write both; nothing in them depends on time or on the number of workers."""
    from extractor.registry import SCHEMA_VERSION

    text = "".join(to_json(entry.line, None) for entry in entries).encode("utf-8", "backslashreplace")
    totals = Counter[str]()
    for entry in entries:
        totals.update({key: entry.line[key] for key in (*_COUNTED, "needs")})
    manifest = {
        "manifest_version": "1.0",
        "schema_version": SCHEMA_VERSION,
        "extractor": version,
        "editions": [each._asdict() for each in editions],
        "orders": len(entries),
        **{key: totals[key] for key in (*_COUNTED, "needs")},
        "failed": [{"file": file, "reason": str(failure.reason)} for file, failure in failures],
        "index_sha256": hashlib.sha256(text).hexdigest(),
    }
    _put(folder / INDEX, text)
    _put(folder / MANIFEST, to_json(manifest).encode("utf-8", "backslashreplace"))


def _put(path: Path, data: bytes) -> None:
    """Write what is not there already."""
    if not (path.is_file() and path.read_bytes() == data):
        write_atomically(path, data, durable=True)
