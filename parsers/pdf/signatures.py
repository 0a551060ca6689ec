"""A signature whose position wraps while the name stands beside its first line: read the position, then the name."""

from collections.abc import Sequence

from parsers.names import is_person
from parsers.pdf.layer import GridPart, Line, PageContent
from parsers.pdf.settings import PdfSettings

_FAR = 1.8
_MAX_LINES = 6


def unfold_signatures(page: PageContent, settings: PdfSettings) -> None:
    """Put the name after the last line of the position. A position of one line stays with its name on that line."""
    items: list[Line | GridPart] = []
    position = 0
    while position < len(page.items):
        item = page.items[position]
        below = _position_below(page.items, position, settings) if isinstance(item, Line) else []
        if below and isinstance(item, Line):
            items.extend([item.pieces[0], *below, item.pieces[-1]])
        else:
            items.append(item)
        position += 1 + len(below)
    page.items = items


def _position_below(items: Sequence[Line | GridPart], index: int, settings: PdfSettings) -> list[Line]:
    """Lines under the position's first one that end before the name, down to the first that is no such line."""
    first = items[index]
    if not isinstance(first, Line) or len(first.pieces) != 2 or not is_person(first.pieces[1].text):
        return []
    position, name = first.pieces
    if name.x0 - position.x1 < _FAR * first.size:
        return []
    found: list[Line] = []
    above = first
    for item in items[index + 1 : index + 1 + _MAX_LINES]:
        if not isinstance(item, Line) or item.pieces or item.x1 > name.x0 - first.size:
            break
        if (
            abs(item.x0 - position.x0) > settings.edge
            or item.base - above.base > settings.pitch_slack * 1.6 * first.size
        ):
            break
        found.append(item)
        above = item
    return found
