"""The body of the main part, read while it is parsed: what has been read is let go, so memory does not grow with pages.

A paragraph is handed on when it is whole, a table as soon as its first row is; its rows follow as they are parsed.
"""

from collections.abc import Iterator

from normalizers.errors import Reason, ReestrError
from parsers.docx_buckets import Buckets
from parsers.docx_story import PARAGRAPH, TABLE, Rows
from parsers.docx_xml import Element, parse_steps, refuse_doctype, w

_BODY, _ROW = w("body"), w("tr")


class Body:
    """Children of ``w:body`` in order, each let go when the next one is asked for."""

    def __init__(self, blob: bytes, part: str) -> None:
        self._part = part
        self._steps = parse_steps(blob, part, (PARAGRAPH, TABLE, _ROW, _BODY))
        self._root: Element | None = None

    def children(self) -> Iterator[Element | Rows]:
        """Paragraphs, tables (as rows to come) and wrappers that stand directly in the body."""
        last: Element | None = None
        for element in self._steps:
            if self._root is None:
                self._root = self._checked(element)
            if element.tag == _BODY:
                yield from _settled(element, last, None)
                return
            parent = element.getparent()
            if parent is None or (parent.tag != _BODY and (element.tag != _ROW or parent.getparent().tag != _BODY)):
                continue
            body, child = (parent, element) if parent.tag == _BODY else (parent.getparent(), parent)
            yield from _settled(body, last, child)
            if child is not element:
                yield Rows(self._rows(child, element))
            else:
                yield element
            _let_go(child)
            last = child

    def leftovers(self, buckets: Buckets) -> None:
        """Read the file to its end and keep any text that stands outside the body."""
        for element in self._steps:
            self._root = self._root if self._root is not None else self._checked(element)
        if self._root is None:
            raise ReestrError(Reason.UNSUPPORTED, f"{self._part} is no Word document", "save the order as DOCX")
        buckets.sweep("outside_body", self._root)

    def _checked(self, element: Element) -> Element:
        root = element.getroottree().getroot()
        refuse_doctype(root, self._part)
        if root.tag != w("document"):
            raise ReestrError(Reason.UNSUPPORTED, f"{self._part} is no Word document", "save the order as DOCX")
        return root

    def _rows(self, table: Element, first: Element) -> Iterator[Element]:
        """Children of a table from its properties to its end."""
        last: Element | None = None
        row: Element | None = first
        while row is not None:
            yield from _settled(table, last, row)
            yield row
            _let_go(row)
            last = row
            row = self._next_row(table)
        yield from _settled(table, last, None)

    def _next_row(self, table: Element) -> Element | None:
        for element in self._steps:
            if element is table:
                return None
            if element.tag == _ROW and element.getparent() is table:
                return element
        return None


def _settled(parent: Element, last: Element | None, until: Element | None) -> Iterator[Element]:
    """Siblings after ``last`` and before ``until``: parsed, and not yet handed on."""
    child = last.getnext() if last is not None else next(iter(parent), None)
    while child is not None and child is not until:
        yield child
        following = child.getnext()
        _let_go(child)
        child = following


def _let_go(element: Element) -> None:
    """Empty an element that has been read and drop those before it; the parser may still need the element itself."""
    parent = element.getparent()
    element.clear()
    while (before := element.getprevious()) is not None:
        parent.remove(before)
