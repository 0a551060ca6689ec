"""Characters of a page to words: white space by what the file says and by gaps, letters struck twice once."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from normalizers.errors import Reason, ReestrError
from parsers.pdf import native
from parsers.pdf.frame import Box, Frame
from parsers.pdf.layer import Word
from parsers.pdf.lines import words_to_lines
from parsers.pdf.settings import PdfSettings

_UNKNOWN = "\ufffd"
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = frozenset(" \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_GLUE = frozenset("\u00a0\u202f\u2007")
_ASCENT, _DESCENT = 0.75, 0.22
_SKEW = 0.15
_LETTERS = 4
_GREATEST_SIZE = 5_000.0
OBLIQUE = -1


class Run(NamedTuple):
    """Characters of one text object: their indices, the quarter they run in and their size."""

    start: int
    stop: int
    quarter: int
    size: float


class Letters(NamedTuple):
    """The characters of a page: text and boxes (left, top, right, bottom of user space, one after another)."""

    text: str
    boxes: list[float]
    runs: list[Run]


def page_to_letters(textpage: int, count: int, settings: PdfSettings) -> Letters:
    """Everything pdfium knows of the characters, in a fixed number of passes."""
    if count > settings.page_characters:
        raise ReestrError(
            Reason.TOO_LARGE,
            f"a page holds {count:,} characters, the limit is {settings.page_characters:,}",
            "print the file anew to PDF",
        )
    codes = native.code_points(textpage, count)
    boxes = native.loose_boxes(textpage, count)
    return Letters(_codes_to_text(codes, textpage), boxes, _runs(textpage, count))


def _codes_to_text(codes: Sequence[int], textpage: int) -> str:
    """One character a code; what cannot stand in a text becomes U+FFFD."""

    def shown(found: re.Match[str]) -> str:
        return "-" if found[0] == "\u0002" and native.is_hyphen(textpage, found.start()) else _UNKNOWN

    return _ODD.sub(shown, "".join(map(chr, codes)))


def _runs(textpage: int, count: int) -> list[Run]:
    """Neighbours of one text object; characters that pdfium made up have none and are left out."""
    runs = []
    start = 0
    for item, group in groupby(native.text_objects(textpage, count)):
        stop = start + sum(1 for _ in group)
        if item:
            a, b, c, d = native.matrix(textpage, start)
            quarter = _quarter(a, b)
            size = abs(native.font_size(textpage, start)) * math.hypot(c, d)
            runs.append(Run(start, stop, quarter, size if 0 < size < _GREATEST_SIZE else 1.0))
        start = stop
    return runs


def _quarter(a: float, b: float) -> int:
    """The quarter a matrix turns text by, ``OBLIQUE`` if it stands across all of them."""
    quarters = math.atan2(b, a) / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < _SKEW else OBLIQUE


def main_quarter(runs: Sequence[Run]) -> int:
    """The direction most of the text runs in.

    >>> main_quarter([Run(0, 5, 1, 12.0), Run(5, 7, 0, 12.0)])
    1
    """
    lengths: Counter[int] = Counter()
    for run in runs:
        if run.quarter != OBLIQUE:
            lengths[run.quarter] += run.stop - run.start
    return max(lengths, key=lambda quarter: (lengths[quarter], -quarter), default=0)


def letters_to_words(
    textpage: int, letters: Letters, frame: Frame, settings: PdfSettings
) -> tuple[list[Word], list[Word]]:
    """The words of all runs in the frame, and oblique ones; those of another direction come as a box for each line."""
    words: list[Word] = []
    oblique: list[Word] = []
    turned: dict[int, list[Word]] = {}
    for run in letters.runs:
        if run.quarter == OBLIQUE:
            text = letters.text[run.start : run.stop].strip()
            x, y = frame.point(*native.origin(textpage, run.start))
            oblique += [Word(text, x, x + run.size, y - run.size, y, y, run.size, " ")] if text else []
            continue
        own = frame if run.quarter == frame.quarter else frame.turned(run.quarter)
        base = own.point(*native.origin(textpage, run.start))[1]
        target = words if own is frame else turned.setdefault(run.quarter, [])
        target.extend(run_to_words(letters, run, own, base, settings))
    for quarter, others in turned.items():
        words.extend(_upright(others, frame.turned(quarter), frame, settings))
    return words, oblique


def run_to_words(letters: Letters, run: Run, frame: Frame, base: float, settings: PdfSettings) -> list[Word]:
    """The words of one text object."""
    text = letters.text[run.start : run.stop]
    starts, ends = _extents(letters.boxes, run, frame)
    top, bottom = base - _ASCENT * run.size, base + _DESCENT * run.size
    words = [
        Word(part, starts[first], ends[last], top, bottom, base, run.size, lead)
        for part, first, last, lead in _parts(text, starts, ends, run.size, settings)
    ]
    return words if math.isfinite(base + sum(starts) + sum(ends)) else [_nowhere(word) for word in words]


def _nowhere(word: Word) -> Word:
    """A word whose place is no number stands beyond the paper."""
    return Word(word.text, -2.0, -1.0, -2.0, -1.0, -1.0, 1.0, " ")


def _parts(
    text: str, starts: Sequence[float], ends: Sequence[float], size: float, settings: PdfSettings
) -> Iterator[tuple[str, int, int, str]]:
    """Letters of a run between white space: text, first and last index, the white space before it.

    A space that pdfium guessed has no width and is not believed; gaps decide, measured against the run's own.
    """
    strike, gap = size * settings.double_strike, size * settings.space_gap
    tracked = False
    letters: list[str] = []
    lead = ""
    first = last = -1
    for index, letter in enumerate(text):
        if letter in _SPACES:
            if ends[index] > starts[index]:
                if letters:
                    yield "".join(letters), first, last, lead
                    letters, lead = [], ""
                lead = "\u00a0" if letter in _GLUE and lead != " " else " "
            continue
        if letters:
            distance = starts[index] - ends[last]
            if distance > gap and not tracked:
                gap, tracked = gap + _tracking(text, starts, ends, size * settings.tracking_gap), True
            if distance > gap:
                yield "".join(letters), first, last, lead
                letters, lead = [], ""
            elif starts[index] - starts[last] < strike and letter == text[last]:
                continue
        if not letters:
            first = index
        letters.append(letter)
        last = index
    if letters:
        yield "".join(letters), first, last, lead


def _extents(boxes: list[float], run: Run, frame: Frame) -> tuple[list[float], list[float]]:
    """Where every character of a run begins and ends along its direction."""
    first, last = 4 * run.start, 4 * run.stop
    match frame.quarter:
        case 0:
            shift = frame.left
            return [x - shift for x in boxes[first:last:4]], [x - shift for x in boxes[first + 2 : last : 4]]
        case 1:
            shift = frame.bottom
            return [y - shift for y in boxes[first + 3 : last : 4]], [y - shift for y in boxes[first + 1 : last : 4]]
        case 2:
            shift = frame.right
            return [shift - x for x in boxes[first + 2 : last : 4]], [shift - x for x in boxes[first:last:4]]
        case _:
            shift = frame.top
            return [shift - y for y in boxes[first + 1 : last : 4]], [shift - y for y in boxes[first + 3 : last : 4]]


def _tracking(text: str, starts: Sequence[float], ends: Sequence[float], least: float) -> float:
    """The even gap between the letters of a letter-spaced run, 0 for ordinary ones."""
    gaps = sorted(
        starts[index] - ends[index - 1]
        for index in range(1, len(text))
        if text[index] not in _SPACES and text[index - 1] not in _SPACES
    )
    if len(gaps) < _LETTERS - 1:
        return 0.0
    middle = gaps[(len(gaps) - 1) // 2]
    return middle if middle > least else 0.0


def _upright(words: Sequence[Word], own: Frame, frame: Frame, settings: PdfSettings) -> list[Word]:
    """Lines of another direction as words of the main one: their text whole, their place as it is."""
    found = []
    for line in words_to_lines(words, 0, settings):
        box = frame.box_of(own, Box(line.x0, line.top, line.x1, line.bottom))
        found.append(Word(line.text, box.x0, box.x1, box.top, box.bottom, box.bottom, line.size, " "))
    return found
