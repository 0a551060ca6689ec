"""What a paragraph or run inherits from its style: numbering, hiding, raising, rule lines of tables."""

from collections.abc import Iterator
from typing import NamedTuple

from parsers.docx.xml import VAL, Element, flag, integer, value, w

_TRUE = frozenset({"1", "true", "on"})
_LONGEST_CHAIN = 20
_CONDITIONAL = (b"<w:tblStylePr", b"</w:tblStylePr>")
_OPAQUE = (b"<!--", b"<![CDATA[", b"<!DOCTYPE")
"""What may hold such a name and be none."""
_INDENT, _LEFT, _START, _ALIGNMENT = map(w, ("ind", "left", "start", "jc"))
_FAR = 2835
"""Five centimetres in twentieths of a point."""
_ALIGNED = {"center": "centre", "right": "right", "end": "right"}
_NO_BORDER = frozenset({"nil", "none"})
_SIDES = tuple(w(side) for side in ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV"))


class Style(NamedTuple):
    """The properties of one style that change what is read."""

    name: str
    base: str | None
    number: str | None
    level: int | None
    hidden: bool | None
    raised: bool | None
    ruled: bool | None
    side: str | None


class Styles:
    """The styles part; ``None`` where the package has none."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, Style | None] = {}
        self.default: str | None = None
        self._hidden: dict[str | None, bool] = {}
        self._raised: dict[str | None, bool] = {}
        self._plain: dict[str | None, bool] = {}
        self._sides: dict[str | None, str] = {}
        self._listed: dict[str | None, tuple[str | None, int | None, tuple[str, ...]]] = {}
        for element in root.iter(w("style")) if root is not None else ():
            name = element.get(w("styleId")) or ""
            self._elements[name] = element
            if element.get(w("default")) in _TRUE and element.get(w("type")) == "paragraph":
                self.default = name
        self.hides = root is not None and next(root.iter(w("vanish")), None) is not None
        self.raises = root is not None and any(found.get(VAL) == "superscript" for found in root.iter(w("vertAlign")))

    def _style(self, name: str | None) -> Style | None:
        """A style by its id; most styles of a file are never asked for."""
        if name is None:
            return None
        if name not in self._styles:
            element = self._elements.get(name)
            self._styles[name] = None if element is None else _style(element)
        return self._styles[name]

    def chain(self, name: str | None) -> Iterator[tuple[str, Style]]:
        """A style and those it is based on, the nearest first."""
        seen: set[str] = set()
        while (
            name is not None
            and name not in seen
            and len(seen) < _LONGEST_CHAIN
            and (style := self._style(name)) is not None
        ):
            seen.add(name)
            yield name, style
            name = style.base

    def numbering(self, name: str | None) -> tuple[str | None, int | None, tuple[str, ...]]:
        """List and level that a paragraph style gives, and the names of the styles they may be tied to."""
        if name not in self._listed:
            self._listed[name] = self._numbering(name)
        return self._listed[name]

    def _numbering(self, name: str | None) -> tuple[str | None, int | None, tuple[str, ...]]:
        number: str | None = None
        level: int | None = None
        names = []
        for style_name, style in self.chain(name or self.default):
            names.append(style_name)
            number = style.number if number is None else number
            level = style.level if level is None else level
        return number, level, tuple(names)

    def hidden(self, paragraph: str | None, run: str | None) -> bool:
        """Whether styles hide a run: a toggle, so a paragraph's and a run's style cancel out (17.7.3)."""
        return self._first_hidden(paragraph or self.default) != self._first_hidden(run)

    def _first_hidden(self, name: str | None) -> bool:
        if name not in self._hidden:
            self._hidden[name] = next(
                (style.hidden for _, style in self.chain(name) if style.hidden is not None), False
            )
        return self._hidden[name]

    def raised(self, run: str | None) -> bool:
        """Whether a run's style makes it superscript."""
        if run not in self._raised:
            said = (style.raised for _, style in self.chain(run) if style.raised is not None)
            self._raised[run] = next(said, False)
        return self._raised[run]

    def ruled(self, table: str | None) -> bool:
        """Whether a table style draws rule lines."""
        return next((style.ruled for _, style in self.chain(table) if style.ruled is not None), False)

    def side(self, paragraph: str | None) -> str:
        """The side of the page that a paragraph style puts its text on: ``left``, ``centre`` or ``right``."""
        if paragraph not in self._sides:
            said = (style.side for _, style in self.chain(paragraph or self.default) if style.side is not None)
            self._sides[paragraph] = next(said, "left")
        return self._sides[paragraph]

    def is_plain(self, paragraph: str | None) -> bool:
        """Whether a paragraph style leaves all that stands in it to be read."""
        if paragraph not in self._plain:
            self._plain[paragraph] = not (self._first_hidden(paragraph) or self.is_contents(paragraph))
        return self._plain[paragraph]

    def is_contents(self, paragraph: str | None) -> bool:
        """Whether a paragraph style is one of the built-in levels of a table of contents (``toc 1``)."""
        style = self._style(paragraph)
        return style is not None and style.name.lower().startswith("toc ")


def trimmed(blob: bytes) -> bytes:
    """The styles part without the conditional formats of table styles (17.7.6), which change no text.

    They are two thirds of the part in a template with all of Word's table styles.

    >>> trimmed(b'<w:style><w:tblPr/><w:tblStylePr w:type="firstRow"><w:rPr/></w:tblStylePr></w:style>')
    b'<w:style><w:tblPr/></w:style>'
    """
    if any(sign in blob for sign in _OPAQUE):
        return blob
    kept, position = [], 0
    while (start := blob.find(_CONDITIONAL[0], position)) >= 0:
        opened = blob.find(b">", start)
        is_empty = blob[opened - 1 : opened] == b"/"
        end = opened + 1 if is_empty else blob.find(_CONDITIONAL[1], start) + len(_CONDITIONAL[1])
        if end <= start:
            break
        kept.append(blob[position:start])
        position = end
    return b"".join((*kept, blob[position:]))


def _style(element: Element) -> Style:
    paragraph = element.find(w("pPr"))
    run = element.find(w("rPr"))
    table = element.find(w("tblPr"))
    listed = paragraph.find(w("numPr")) if paragraph is not None else None
    level = value(listed, w("ilvl")) if listed is not None else None
    return Style(
        name=value(element, w("name")) or "",
        base=value(element, w("basedOn")),
        number=value(listed, w("numId")) if listed is not None else None,
        level=None if level is None else integer(level, 0, 8),
        hidden=flag(run, w("vanish")) if run is not None else None,
        raised=raised(run) if run is not None else None,
        ruled=ruled(table) if table is not None else None,
        side=side_of(paragraph) if paragraph is not None else None,
    )


def side_of(properties: Element) -> str | None:
    """The side of the page that paragraph properties say; a far indent is how many a stamp is set at the right."""
    aligned: str | None = None
    for item in properties:
        tag = item.tag
        if tag == _ALIGNMENT:
            aligned = _ALIGNED.get(item.get(VAL) or "", "left")
        elif tag == _INDENT and integer(item.get(_LEFT) or item.get(_START), 0) >= _FAR:
            return "right"
    return aligned


def raised(properties: Element) -> bool | None:
    """Whether run properties say superscript; ``None`` where they say nothing."""
    position = value(properties, w("vertAlign"))
    return None if position is None else position == "superscript"


def ruled(properties: Element) -> bool | None:
    """Whether table properties draw any rule line; ``None`` where they say nothing of rules."""
    borders = properties.find(w("tblBorders"))
    return None if borders is None else draws(borders)


def draws(borders: Element) -> bool:
    """Whether any side of borders is drawn."""
    return any((side.get(VAL) or "nil") not in _NO_BORDER for side in borders.iter(*_SIDES))
