"""Shared paths and pairs of sources with their reviewed registries."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
GOLDEN = ROOT / "golden"
ORDERS = ROOT / "tests" / "orders"

PAIRS = [(path, GOLDEN / f"{path.stem}.json") for path in sorted(CORPUS.glob("*.txt"))]
PAIRS += [(path, path.with_suffix(".json")) for path in sorted(ORDERS.glob("*.txt"))]
SOURCES = [source for source, _ in PAIRS]
OFFICE_PAIRS = [
    (path, path.with_suffix(".json")) for suffix in ("docx", "pdf") for path in sorted(ORDERS.glob(f"*.{suffix}"))
]


def load(path: Path) -> dict[str, Any]:
    """A reviewed registry."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
