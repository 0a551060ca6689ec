"""Lines to paragraphs: where a line begins anew and where it goes on with the one before.

``RULES`` is an ordered list; the first rule that has an opinion decides, and a line goes on where none has.
:func:`explain` tells which rule decided, for a look at a page that was read wrongly.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from parsers.names import is_person
from parsers.pdf.layer import Line
from parsers.pdf.narrow import join_narrow_blocks
from parsers.pdf.regions import Region
from parsers.pdf.settings import PdfSettings

_MARKER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]|[а-яa-z]\)|[IVXLХ]{1,6}[.)]|[-–—•·▪◦●○■□‣⁃*\uf0b7\uf02d])(?=\s|[А-ЯЁ«\"])"
)
_CLOSED = re.compile(r"[.;:!?…][»\")]*$")
_ABBREVIATION = re.compile(r"\b(?:каб|д|ул|кв|корп|стр|оф|пом|ком|эт|ст|п|пп|ч|г|гл|абз|тел|доб)\.$")
_BROKEN = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_BODY = re.compile(
    r"(?:ПРАВИТЕЛЬСТВО|МИНИСТЕРСТВО|ДЕПАРТАМЕНТ|УПРАВЛЕНИЕ|КОМИТЕТ|СЛУЖБА|АГЕНТСТВО|ИНСПЕКЦИЯ|АДМИНИСТРАЦИЯ"
    r"|ПРИКАЗ|ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|УКАЗ|ПОРЯДОК|ПЕРЕЧЕНЬ|ПОЛОЖЕНИЕ|РЕГЛАМЕНТ)\b"
)
_SPACE = 0.2
_HALF = 0.5

Rule = Callable[[Sequence[Line], Line, Region, PdfSettings], bool | None]


def lines_to_paragraphs(
    lines: Iterable[Line], regions: Callable[[Line], Region], settings: PdfSettings
) -> list[list[Line]]:
    """Cut lines into paragraphs. Postcondition: joined again they are the lines, in order."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and not explain(paragraphs[-1], line, regions(line), settings)[1]:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return join_narrow_blocks(paragraphs, regions, settings)


def explain(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> tuple[str, bool]:
    """The rule that decides about a line after a paragraph so far, and whether it begins a new one."""
    for rule in RULES:
        opinion = rule(paragraph, line, region, settings)
        if opinion is not None:
            return rule.__name__, opinion
    return "goes_on", False


def starts_with_marker(text: str) -> bool:
    """Whether a text begins with a number, a letter or a bullet of a list.

    >>> starts_with_marker("1.1. Порядок"), starts_with_marker("- ответ"), starts_with_marker("1 января")
    (True, True, False)
    """
    return _MARKER.match(text) is not None


def size_changes(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """Another size of type is another paragraph."""
    before = paragraph[-1]
    return True if abs(before.size - line.size) > settings.size_slack * max(before.size, line.size) else None


def blank_above(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """More than the usual distance to the line before."""
    return True if blank_between(paragraph[-1], line, region, settings) else None


def blank_between(before: Line, line: Line, region: Region, settings: PdfSettings) -> bool:
    """Whether two lines of one page stand farther apart than lines of a paragraph."""
    usual = region.pitch * max(before.size, line.size)
    return line.page == before.page and line.base - before.base > settings.pitch_slack * usual


def broken_word(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """The word goes on, wherever the line ended: it is bound to the next one, or a hyphen stands behind a letter."""
    before = paragraph[-1]
    return False if before.glued or (_BROKEN.search(before.text) and line.text[0].islower()) else None


def had_room(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """The first word would have fitted on the line before: whoever set the text ended it there on purpose."""
    before = paragraph[-1]
    return True if fits(before, line, region, settings) else None


def ends_short(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """Where lines are justified, one that does not reach the edge is the last of its paragraph."""
    before = paragraph[-1]
    if not region.justified or " " not in before.text or before.pieces or floats(before, region, settings):
        return None
    return True if before.x1 < region.right - 2 * settings.edge else None


def signature(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """A position with a name far to the right of it, after a closed sentence."""
    named = len(line.pieces) > 1 and is_person(line.pieces[-1].text)
    return True if named and _CLOSED.search(paragraph[-1].text) else None


def another_body(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """Capitals that name a body or an act below other capitals: "ПРАВИТЕЛЬСТВО … ОБЛАСТИ" over "МИНИСТЕРСТВО …"."""
    return True if paragraph[-1].text.isupper() and line.text.isupper() and _BODY.match(line.text) else None


def fits(before: Line, line: Line, region: Region, settings: PdfSettings) -> bool:
    """Whether the first word of a line had room on the line before it."""
    need = line.head + _SPACE * line.size
    room = region.width - (before.x1 - before.x0) if floats(before, region, settings) else region.right - before.x1
    return need <= room - settings.edge * _HALF


def floats(line: Line, region: Region, settings: PdfSettings) -> bool:
    """Whether a line is centred, or set against the right edge from beyond the middle."""
    return centred(line, region, settings) or (
        abs(line.x1 - region.right) <= settings.edge and line.x0 > region.left + _HALF * region.width
    )


def centred(line: Line, region: Region, settings: PdfSettings) -> bool:
    """Whether a line leaves the same space on both sides, and leaves some."""
    before, after = line.x0 - region.left, region.right - line.x1
    if region.indent is not None and abs(line.x0 - region.indent) <= 1.0:
        return False
    return min(before, after) > settings.edge and abs(before - after) <= max(settings.edge, 0.02 * region.width)


def balanced(line: Line, region: Region, settings: PdfSettings) -> bool:
    """Centred, or as wide as the region."""
    before, after = line.x0 - region.left, region.right - line.x1
    return abs(before - after) <= max(settings.edge, 0.02 * region.width)


def centred_block(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """A centred line goes on with centred ones, never with others, nor others with it."""
    first = centred(paragraph[0], region, settings) or all(balanced(before, region, settings) for before in paragraph)
    this = balanced(line, region, settings)
    if first and this and (centred(paragraph[-1], region, settings) or centred(line, region, settings)):
        return False
    indented = line.x0 > region.left + settings.indent or paragraph[-1].x0 > region.left + settings.indent
    one = centred(line, region, settings) != centred(paragraph[-1], region, settings)
    return True if one and indented and not _first_line(paragraph, line, region, settings) else None


def _first_line(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool:
    """A first line with its indent that looks centred by chance, and a full line after it."""
    return len(paragraph) == 1 and abs(line.x0 - region.left) <= settings.edge and region.indent is not None


def after_marker(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """A line under the text behind a marker hangs from it."""
    first = paragraph[0]
    if starts_with_marker(line.text) or not starts_with_marker(first.text):
        return None
    hangs = abs(line.x0 - first.second) <= settings.edge and line.x0 > first.x0 + settings.edge
    return False if hangs else None


def first_line_indent(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """Set in from the line before, or set in like every first line of the document."""
    before = paragraph[-1]
    if line.x0 > before.x0 + settings.indent:
        return True
    at_indent = region.indent is not None and abs(line.x0 - region.indent) <= settings.edge
    return True if at_indent else None


def new_block(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """Set out to the left where no first line was set in: the block before has ended."""
    before = paragraph[-1]
    if line.x0 >= before.x0 - settings.edge:
        return None
    goes_back = len(paragraph) == 1 and abs(line.x0 - region.left) <= settings.edge
    return None if goes_back else True


def marked_item(paragraph: Sequence[Line], line: Line, region: Region, settings: PdfSettings) -> bool | None:
    """A marker after a closed line begins an item, where paragraphs are not set in or items hang."""
    if region.indent is not None and abs(line.x0 - region.left) <= settings.edge:
        return None
    before = paragraph[-1].text
    return (
        True if starts_with_marker(line.text) and _CLOSED.search(before) and not _ABBREVIATION.search(before) else None
    )


RULES: tuple[Rule, ...] = (
    size_changes,
    blank_above,
    broken_word,
    had_room,
    signature,
    another_body,
    centred_block,
    ends_short,
    after_marker,
    first_line_indent,
    new_block,
    marked_item,
)
