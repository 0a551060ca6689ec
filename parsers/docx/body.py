"""The body of the main part, read while it is parsed: what has been read is freed, so memory does not grow with pages.

The parser is fed piece by piece. A child is handed on when it is whole, that is when another stands after it; a table
that stands in the body itself is handed on at once, and its rows follow as they become whole.
"""

from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from normalizers.errors import Reason, ReestrError
from parsers.docx.buckets import Buckets
from parsers.docx.story import TABLE, Rows
from parsers.docx.xml import Element, malformed, pull_parser, refuse_doctype, transitional, w

_BODY = w("body")
_PIECE = 1 << 16


class Body:
    """Children of ``w:body`` in order, each freed when the next one is asked for."""

    def __init__(self, blob: bytes, part: str) -> None:
        self._part = part
        self._blob = transitional(blob)
        self._fed = 0
        self._parser = pull_parser(_BODY)
        self._root: Element | None = None
        self._body: Element | None = None

    def children(self) -> Iterator[Element | Rows]:
        """Paragraphs, tables (as rows to come) and wrappers that stand directly in the body."""
        self._body = self._find_body()
        if self._body is not None:
            yield from self._growing(self._body, self._is_read, split=True)

    def leftovers(self, buckets: Buckets) -> None:
        """Read the part to its end and keep any text that stands outside the body."""
        while not self._is_read():
            self._feed()
        for child in self._root if self._root is not None else ():
            if child is not self._body:
                buckets.sweep("outside_body", child)

    def _find_body(self) -> Element | None:
        while True:
            for _, element in self._parser.read_events():
                return element
            if self._is_read():
                return None
            self._feed()

    def _is_read(self) -> bool:
        return self._fed > len(self._blob)

    def _feed(self) -> None:
        """Parse the next piece; after the last one, close and check the whole."""
        try:
            if self._fed < len(self._blob):
                self._parser.feed(self._blob[self._fed : self._fed + _PIECE])
                self._fed += _PIECE
            if self._fed >= len(self._blob):
                self._fed = len(self._blob) + 1
                self._root = self._checked(self._parser.close())
        except etree.XMLSyntaxError as error:
            raise malformed(self._part, error) from None

    def _checked(self, root: Element) -> Element:
        refuse_doctype(root, self._part)
        if root.tag != w("document"):
            raise ReestrError(Reason.UNSUPPORTED, f"{self._part} is no Word document", "save the order as DOCX")
        return root

    def _growing(self, parent: Element, ended: Callable[[], bool], split: bool) -> Iterator[Element | Rows]:
        """Children of an element that is still being parsed; with ``split``, tables as rows to come."""
        last: Element | None = None
        while True:
            child = next(iter(parent), None) if last is None else last.getnext()
            is_table = child is not None and split and child.tag == TABLE
            if child is None or not (is_table or child.getnext() is not None or ended()):
                if child is None and ended():
                    return
                self._feed()
                continue
            if last is not None:
                _drop_before(last)
            last = child
            yield Rows(self._growing(child, partial(self._is_whole, child), split=False)) if is_table else child

    def _is_whole(self, table: Element) -> bool:
        return table.getnext() is not None or self._is_read()


def _drop_before(element: Element) -> None:
    """Free what stands before an element.

    The element itself stays until it is the one before: as long as anybody refers to it, lxml would move its whole
    subtree to a document of its own, which takes the square of its size.
    """
    parent = element.getparent()
    while parent[0] is not element:
        del parent[0]
