"""What parts paragraphs on the page though no blank one stands between: another side of the page, or white space.

A stamp at the right edge, a centred title and the text below it are three things, whether or not the typist pressed
the return key between them. Lengths are twentieths of a point (ECMA-376 part 1, 17.3.1.12, 17.3.1.13 and 17.3.1.33).
"""

from parsers.docx.styles import Styles, side_of
from parsers.docx.xml import VAL, Element, integer, w

_PROPERTIES, _STYLE, _SPACING, _BEFORE, _AFTER = map(w, ("pPr", "pStyle", "spacing", "before", "after"))
_SPACE = 120
"""A third of a line, set by hand at a paragraph: what a style gives to all parts none of them."""


class Spacing:
    """Looks at the paragraphs of a story in turn."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._side: str | None = None
        self._after = 0

    def parts(self, paragraph: Element) -> bool:
        """Whether the page parts a paragraph from the one above."""
        properties = next(iter(paragraph), None)
        if properties is None or properties.tag != _PROPERTIES:
            return self._next(self._styles.side(None), 0, 0)
        spacing = properties.find(_SPACING)
        style = properties.find(_STYLE)
        inherited = self._styles.side(None if style is None else style.get(VAL))
        before = 0 if spacing is None else integer(spacing.get(_BEFORE), 0)
        after = 0 if spacing is None else integer(spacing.get(_AFTER), 0)
        return self._next(side_of(properties) or inherited, before, after)

    def _next(self, side: str, before: int, after: int) -> bool:
        parted = self._side is not None and (side != self._side or before + self._after >= _SPACE)
        self._side, self._after = side, after
        return parted
