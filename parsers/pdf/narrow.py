"""Text set narrower than its page: a title in the left half, a stamp in the right one.

Its lines look as if they had ended on purpose, for there was room on the page; by its own widest line they had not.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from parsers.pdf.layer import Line
from parsers.pdf.regions import Region
from parsers.pdf.settings import PdfSettings

_GOES_ON = re.compile(r"[«\"(]?[а-яё]")
_OWN_LINE = re.compile(r"(?:г\.|гор\.|пос\.|с\.|от\s*[«\"\d_]|№|N\s|(?:\d{1,2}|[а-я])\))")
_CLOSED = re.compile(r"[.;:!?…][»\")]*$")
_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?=[ ,]|$)")
_DECLINED = frozenset({"NOUN", "ADJF"})
_OWN_CASES = frozenset({("nomn", "sing"), ("accs", "sing")})
_SPACE = 0.2
_NARROW = 0.75
_LEAST = 8.0

Paragraphs = list[list[Line]]


def join_narrow_blocks(paragraphs: Paragraphs, regions: Callable[[Line], Region], settings: PdfSettings) -> Paragraphs:
    """Join paragraphs of one line each, or a centred one and its rest, that are the lines of one narrow paragraph."""
    joined: Paragraphs = []
    for run in _runs(paragraphs, regions, settings):
        lines = [line for paragraph in run for line in paragraph]
        if len(run) > 1 and _wrapped(lines):
            joined.append(lines)
        else:
            joined.extend(run)
    return joined


def _runs(paragraphs: Paragraphs, regions: Callable[[Line], Region], settings: PdfSettings) -> Iterator[Paragraphs]:
    """Paragraphs that could be lines of one block stand together."""
    run: Paragraphs = []
    for paragraph in paragraphs:
        if run and not _alike(run[-1], paragraph, regions(paragraph[0]), settings):
            yield run
            run = []
        run.append(paragraph)
    if run:
        yield run


def _alike(above: Sequence[Line], below: Sequence[Line], region: Region, settings: PdfSettings) -> bool:
    """Two lone lines, one under the other, of one size and one edge or middle, of which the second goes on."""
    before, line = above[-1], below[0]
    if len(below) > 1 or not all(_same_middle(other, line, settings) for other in above[:-1]):
        return False
    if before.page != line.page or abs(before.size - line.size) > settings.size_slack * line.size:
        return False
    if line.base - before.base > settings.pitch_slack * region.pitch * line.size or before.pieces or line.pieces:
        return False
    if region.indent is not None and abs(line.x0 - region.indent) <= settings.edge:
        return False
    if not _same_middle(before, line, settings) and (len(above) > 1 or abs(before.x0 - line.x0) > settings.edge):
        return False
    narrow = max(before.x1 - before.x0, line.x1 - line.x0) < _NARROW * region.width
    if before.text.isupper() != line.text.isupper():
        return False
    if _OWN_LINE.match(line.text) or _CLOSED.search(before.text):
        return False
    goes_on = _GOES_ON.match(line.text) or _is_depending_name(line.text)
    return bool(narrow and goes_on)


def _is_depending_name(text: str) -> bool:
    """Whether a text begins with a name that no line of its own would: "Заречной области", not "Заречная область"."""
    from normalizers.morphology import readings

    word = _NAME.match(text)
    forms = readings(word[0]) if word else ()
    return bool(forms) and all(form.pos in _DECLINED and (form.case, form.number) not in _OWN_CASES for form in forms)


def _same_middle(before: Line, line: Line, settings: PdfSettings) -> bool:
    return abs(before.x0 + before.x1 - line.x0 - line.x1) <= 2 * settings.edge


def _wrapped(lines: Sequence[Line]) -> bool:
    """Whether no line but the last had room for the next word within the width of the widest."""
    widest = max(line.x1 - line.x0 for line in lines)
    if widest < _LEAST * lines[0].size:
        return False
    return all(
        before.x1 - before.x0 + _SPACE * line.size + line.head > widest for before, line in itertools.pairwise(lines)
    )
