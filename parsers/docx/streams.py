"""Stories beside the body: notes, comments, headers, footers, drawings, building blocks; each a stream of its own."""

from collections.abc import Callable

from parsers.docx.package import Package, Relation
from parsers.docx.part import Part, Shared
from parsers.docx.story import Story
from parsers.docx.tables import lines_of
from parsers.docx.xml import Element, parse, w
from parsers.limits import within

_STORIES = {
    "footnotes": ("footnote", w("footnote")),
    "endnotes": ("endnote", w("endnote")),
    "comments": ("comment", w("comment")),
    "header": ("header", None),
    "footer": ("footer", None),
    "glossaryDocument": ("glossary", w("docPartBody")),
}
"""Kind of relation to the bucket, and the element that is one entry (the whole part where there is none)."""

_DRAWINGS = frozenset({"chart", "diagramData"})


def part_root(
    package: Package, name: str, shared_limit: int, prepared: Callable[[bytes], bytes] = bytes
) -> Element | None:
    """Root of a part that is parsed whole, its bytes prepared first; ``None`` where the package lacks it."""
    blob = package.part(name)
    if blob is None:
        return None
    within(f"bytes of {name}", len(blob), shared_limit)
    return parse(prepared(blob), name)


def targets(relations: list[Relation]) -> dict[str, str]:
    """Addresses and part names by relation id."""
    return {relation.id: relation.target for relation in relations}


def read_streams(package: Package, shared: Shared, relations: list[Relation]) -> None:
    """Put every story beside the body into its bucket, each part once."""
    seen: set[str] = set()
    for relation in relations:
        if relation.external or relation.target in seen:
            continue
        if relation.kind in _STORIES or relation.kind in _DRAWINGS:
            seen.add(relation.target)
            root = part_root(package, relation.target, shared.limits.part_bytes)
            if root is not None and relation.kind in _DRAWINGS:
                shared.buckets.sweep("drawing", root)
            elif root is not None:
                _read_story(package, shared, relation, root)


def _read_story(package: Package, shared: Shared, relation: Relation, root: Element) -> None:
    name, tag = _STORIES[relation.kind]
    part = Part(shared, targets(package.relations(relation.target)))
    for item in root.iter(tag) if tag else [root]:
        text = "\n".join(lines_of(Story(part), item)).strip()
        if text:
            shared.buckets.add(name, text)
