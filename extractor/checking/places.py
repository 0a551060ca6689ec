"""Where in the source a difference stands: ``order.txt:28``."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from extractor.checking.comparing import Difference, Path
from extractor.items.sources import Locator
from extractor.registry import Registry
from extractor.terminal.positions import position
from parsers.document import Document

_WORD = re.compile(r"\w+")
_LONGEST_QUOTE = 12


class Places:
    """The places of one order's values."""

    def __init__(self, file: str, document: Document, registry: Registry) -> None:
        self.file = file
        self.document = document
        self._registry = registry
        self._locator = Locator(document)

    @cached_property
    def _data(self) -> dict[str, Any]:
        """The registry with its places, shaped like a golden file."""
        data = self._registry.model_dump(mode="json", warnings=False)
        for part in (data["order"], *data["annexes"]):
            part["clauses"] = _flat(part["clauses"])
        return data

    def of(self, difference: Difference) -> str:
        """The place of what was found; of what was lost, where its words stand, else beside what stands next to it."""
        offset = self._offset(difference.path)
        if difference.change == "lost":
            said = self._search(_words_of(difference.expected), offset or 0)
            offset = offset if said is None else said
        return position(self.file, None if offset is None else self._locator.source(offset, offset + 1))

    def _search(self, words: list[str], near: int) -> int | None:
        """Where some words stand one behind the other: the nearest place."""
        if not words:
            return None
        pattern = re.compile(r"[\W_]{1,20}".join(map(re.escape, words)), re.IGNORECASE)
        places = [match.start() for match in pattern.finditer(self.document.text)]
        return min(places, key=lambda place: abs(place - near), default=None)

    def _offset(self, path: Path) -> int | None:
        """The place of a value of the found registry: its own span, else its item's."""
        node: Any = self._data
        offset: int | None = None
        for depth, step in enumerate(path):
            node = _step(node, step)
            if isinstance(node, dict) and _has_place(node):
                offset = _span_start(node, path[depth + 1 :])
        return offset


def _flat(clauses: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All clauses in document order, as a golden file lists them."""
    found: list[dict[str, Any]] = []
    stack = clauses[::-1]
    while stack:
        found.append(stack.pop())
        stack.extend(reversed(found[-1]["children"]))
    return found


def _step(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node[min(step, len(node) - 1)] if isinstance(node, list) and node else None
    return node.get(step) if isinstance(node, dict) else None


def _has_place(node: Mapping[str, Any]) -> bool:
    return isinstance(node.get("source"), dict) and "start" in node["source"]


def _span_start(item: Mapping[str, Any], rest: Path) -> int:
    pointer = "".join(f"/{step}" for step in rest)
    for known, spans in item.get("spans", {}).items():
        if spans and pointer and (known.startswith(pointer) or pointer.startswith(known)):
            return int(spans[0][0])
    return int(item["source"]["start"])


def _words_of(value: Any) -> list[str]:
    """The words by which a value is looked for: those of its longest text."""
    texts = [value] if isinstance(value, str) else []
    if isinstance(value, dict):
        texts = [value[key] for key in ("name", "text", "term", "title", "marker") if isinstance(value.get(key), str)]
    return _WORD.findall(texts[0])[:_LONGEST_QUOTE] if texts else []
