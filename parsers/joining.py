"""Whether a line continues the one before it: wraps, sentences cut by a page, titles over several lines."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from parsers.lines import Line

MARKER = re.compile(
    r"(?!\d{1,2}\.\d{2}\.\d{4})(?:[-–—•·*▪◦]\s+)?(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]|[а-яa-z]\)|[IVXLХ]{1,6}\."
    r"|\d{1,3}\.\d{1,3}(?:\.\d{1,3})*\s)(?=\s*[^\s;.,)])|[-–—•·▪◦]\s+|\*\s"
)
_TERMINAL = re.compile(r"[.:;!?…][»\")*]*$")
_CONTINUES = re.compile(r"[\"«(]?[а-яё]")
_SMALL = re.compile(r"^\**[\"«(]?(?:[а-яё(]|\d{2}\.\d{2}\.\d{4}|N\s|№\s)")
_DANGLING = re.compile(
    r"(?:[,(–—-]|\b(?:и|или|в|на|с|по|для|от|к|о|об|из|за|при|не|до|под|№|N|г\.|ул\.|д\.))\**$", re.IGNORECASE
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«\"])(?:г|ул|д|им|п|пп|подп|ст|обл|р|с|пос|пр|пер|пл|т|кв|корп|стр|каб|оф|тел"
    r"|ред|руб|тыс|см|ч|абз|гл|доб|просп|наб|б|мкр)\.$"
)
_CLOCK = re.compile(r"\d{1,2}\.\d{2}\s")
_MIN_CUT = 20
_DRAWN = "│┃║|├┌┬┐┼┤└┴┘─━═╔╗╚╝╠╣"


class Wrap(NamedTuple):
    """How a dump wraps its lines: the width at which, and the least indent that is common among them."""

    width: int
    indent: int


def hard_wrap(lines: Sequence[Line]) -> Wrap | None:
    """How the dump wraps its lines, ``None`` where lines end with paragraphs.

    A dump wraps where many lines end close under one common width.
    """
    running = [line for line in lines if line.text and line.text[0] not in _DRAWN]
    lengths = sorted(line.indent + len(line.text) for line in running)
    if len(lengths) < 15:
        return None
    widest = lengths[int(len(lengths) * 0.97)]
    if not 50 <= widest <= 120:
        return None
    full = sum(widest - 14 <= length <= widest + 6 for length in lengths)
    if full < 0.3 * len(lengths):
        return None
    indents = Counter(line.indent for line in running)
    return Wrap(widest, min((indent for indent, count in indents.items() if count >= 0.15 * len(running)), default=0))


def continues(previous: Line, line: Line, wrap: Wrap | None) -> bool:
    """Whether ``line`` goes on with the paragraph of ``previous``, with no blank line between or after a page break."""
    if MARKER.match(line.text) and not _cut_before_figures(previous, line):
        return False
    if line.start - previous.end > 2 and unfinished([previous], line, True):
        return True
    ended = bool(_TERMINAL.search(previous.text)) and not _ABBREVIATION.search(previous.text)
    if wrap is not None:
        return _wraps(previous, line, wrap, ended)
    return not ended and bool(_SMALL.match(line.text))


def _cut_before_figures(previous: Line, line: Line) -> bool:
    """ "понедельник - четверг с" over "10.00 до 17.00": figures without a closing stop go on with an open sentence."""
    return bool(_CLOCK.match(line.text)) and bool(_DANGLING.search(previous.text))


def _wraps(previous: Line, line: Line, wrap: Wrap, ended: bool) -> bool:
    """In a wrapped dump a line goes on where the next word did not fit, or where its sentence is not at an end."""
    if ended and (line.indent >= previous.indent + 2 or line.indent >= wrap.indent + 2):
        return False
    first_word = line.text.split(" ", 1)[0]
    full = previous.indent + len(previous.text) + 1 + len(first_word) > wrap.width - 2
    if ended:
        return full and line.indent < previous.indent + 2
    if _ABBREVIATION.search(previous.text):
        return True
    return bool(_SMALL.match(line.text)) or (full and line.indent < previous.indent + 2)


def unfinished(pending: Sequence[Line], line: Line, page_cut: bool = False) -> bool:
    """Whether a blank line (or a page) parts the paragraph before it from its own continuation.

    Not so in a list whose items end with no sign: there the lines before are short or items themselves.
    """
    last = pending[-1].text
    if _TERMINAL.search(last) or MARKER.match(line.text):
        return False
    if page_cut:
        return len(last) >= 2 * _MIN_CUT
    if not _CONTINUES.match(line.text):
        return False
    if _DANGLING.search(last):
        return True
    whole = sum(len(part.text) for part in pending)
    return whole >= _MIN_CUT and not last.isupper() and " " in last and _closes(line.text)


def _closes(text: str) -> bool:
    """The rest of a cut sentence ends like one."""
    return bool(_TERMINAL.search(text)) or len(text) > 60
