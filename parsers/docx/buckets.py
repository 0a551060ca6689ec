"""Text that is no part of the body, kept by name and in order: nothing that a file holds is dropped."""

from collections.abc import Iterator

from parsers.docx.xml import Element, a, c, m, w

BUCKETS = (
    "footnote",
    "endnote",
    "comment",
    "header",
    "footer",
    "deleted",
    "moved_from",
    "hidden",
    "covered_cell",
    "field_code",
    "footnote_mark",
    "hyperlink",
    "ruby",
    "contents",
    "alternate",
    "drawing",
    "stray",
    "outside_body",
    "alt_chunk",
    "sub_document",
    "embedded_object",
    "glossary",
)
"""Every name, in the order in which the streams follow the body."""

TEXT_TAGS = (w("t"), w("delText"), w("instrText"), w("delInstrText"), m("t"), a("t"), c("v"))
_PARAGRAPH = w("p")


class Buckets:
    """Pieces of text by name; pieces that touch in the source are one entry."""

    def __init__(self) -> None:
        self._entries: dict[str, list[list[str]]] = {name: [] for name in BUCKETS}
        self._last: dict[str, tuple[object, int]] = {}

    def add(self, name: str, text: str, owner: object = None, position: int = -1) -> None:
        """Add text; the same ``owner`` and ``position`` as last time mean that nothing stands between."""
        entries = self._entries[name]
        last = self._last.get(name)
        if owner is not None and last is not None and last[0] is owner and last[1] == position:
            entries[-1].append(text)
        else:
            entries.append([text])
        self._last[name] = (owner, position)

    def sweep(self, name: str, element: Element) -> None:
        """Add all text under an element, one entry for each paragraph."""
        owner = object()
        inner: set[Element] = set()
        for item in element.iter(_PARAGRAPH, *TEXT_TAGS):
            if item.tag == _PARAGRAPH:
                owner = object()
            elif item not in inner:
                inner.update(item.iterdescendants(*TEXT_TAGS) if len(item) else ())
                text = "".join(item.itertext())
                if text.strip():
                    self.add(name, text, owner, 0)

    def entries(self) -> Iterator[tuple[str, str]]:
        """Name and text of every entry that is not blank."""
        for name, entries in self._entries.items():
            for pieces in entries:
                text = "".join(pieces).strip()
                if text:
                    yield name, text
