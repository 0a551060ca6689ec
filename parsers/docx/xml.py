"""Names of WordprocessingML and the one safe way to parse a part."""

import codecs
import re
from typing import Any

from lxml import etree

from normalizers.errors import Reason, ReestrError

Element = Any
"""An lxml element (the library has no types)."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"

_ENCODING = re.compile(r"(?<=\?xml version=.1\.0.) encoding=.[\w-]+.")
_STRICT = re.compile(rb"(=\s*[\"'])http://purl\.oclc\.org/ooxml/(\w+)/")
_TOO_MUCH = re.compile(r"depth|huge|too (?:long|large|many)|amplification|limit", re.IGNORECASE)
_TRUE = frozenset({"1", "true", "on"})


def w(name: str) -> str:
    """Name in the main namespace of Word."""
    return _WORD + name


def m(name: str) -> str:
    """Name in the namespace of formulas."""
    return _MATH + name


def a(name: str) -> str:
    """Name in the namespace of drawings."""
    return _DRAWING + name


def c(name: str) -> str:
    """Name in the namespace of charts."""
    return _CHART + name


def mc(name: str) -> str:
    """Name in the namespace of markup compatibility."""
    return _COMPATIBILITY + name


def v(name: str) -> str:
    """Name in the namespace of VML pictures."""
    return _VML + name


VAL = w("val")
_ROW_EXCEPTIONS = w("tblPrEx")
RELATION_ID = _RELATION + "id"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def value(element: Element, name: str) -> str | None:
    """``w:val`` of the child ``name``."""
    child = element.find(name)
    return None if child is None else child.get(VAL)


def properties_of(element: Element, name: str) -> dict[str, Element]:
    """The properties of an element by name; they are its first child (a row's may stand after ``w:tblPrEx``)."""
    for child in element:
        if child.tag == name:
            return {item.tag: item for item in child}
        if child.tag != _ROW_EXCEPTIONS:
            break
    return {}


def flag(element: Element, name: str) -> bool | None:
    """An on/off property: ``None`` where the child ``name`` is missing.

    >>> flag(etree.fromstring(f'<r xmlns:w="{_WORD[1:-1]}"><w:vanish/></r>'), w("vanish"))
    True
    >>> flag(etree.fromstring(f'<r xmlns:w="{_WORD[1:-1]}"><w:vanish w:val="off"/></r>'), w("vanish"))
    False
    """
    child = element.find(name)
    return None if child is None else (child.get(VAL) or "1").lower() in _TRUE


def integer(text: str | None, default: int, highest: int = 1_000_000) -> int:
    """A whole number of an attribute, bent to a sane range; anything else is ``default``.

    >>> integer("12", 0), integer("x", 7), integer("9" * 5000, 3), integer("-5", 1)
    (12, 7, 3, 0)
    """
    if text is None or len(text) > 10 or not text.lstrip("-").isdecimal():
        return default
    return min(max(int(text), 0), highest)


def parse(blob: bytes, part: str) -> Element:
    """Root of a small part, parsed without entities, network or comments."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(transitional(blob), parser)
    except etree.XMLSyntaxError as error:
        raise malformed(part, error) from None
    refuse_doctype(root, part)
    return root


def pull_parser(tag: str) -> Any:
    """A parser to be fed piece by piece that tells when the element ``tag`` begins."""
    return etree.XMLPullParser(
        events=("start",),
        tag=tag,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def as_utf8(blob: bytes, part: str) -> bytes:
    """A part in UTF-8, whichever of the two encodings of the standard it is written in."""
    if not blob.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return blob
    try:
        text = blob.decode("utf-16")
    except UnicodeDecodeError:
        raise ReestrError(Reason.CORRUPT, f"{part} is broken UTF-16", "get the file again from its source") from None
    return _ENCODING.sub("", text, count=1).encode()


def transitional(blob: bytes) -> bytes:
    """A Strict part with the namespaces of the usual, transitional dialect."""
    if b"http://purl.oclc.org/ooxml/" not in blob[:65536]:
        return blob
    return _STRICT.sub(rb"\1http://schemas.openxmlformats.org/\2/2006/", blob)


def refuse_doctype(root: Element, part: str) -> None:
    """A document type declaration has no place in an office file: entities hide there."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReestrError(
            Reason.CORRUPT,
            f"{part} declares a document type",
            "an office program never writes one: do not trust the file",
        )


def malformed(part: str, error: Exception) -> ReestrError:
    """The error of the tool for an XML error: over the parser's bounds, or broken."""
    first = str(error).split("\n", 1)[0]
    if _TOO_MUCH.search(first):
        return ReestrError(
            Reason.TOO_LARGE, f"{part}: {first}", "no office program writes such a file: do not trust it"
        )
    return ReestrError(Reason.CORRUPT, f"{part} is broken XML: {first}", "get the file again from its source")
