"""Words to lines: what overlaps in height is one line, read from left to right."""

import itertools
from collections import Counter
from collections.abc import Sequence

from parsers.pdf.layer import Line, Word
from parsers.pdf.settings import PdfSettings

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def words_to_lines(words: Sequence[Word], page: int, settings: PdfSettings) -> list[Line]:
    """The lines of words from top to bottom. Postcondition: every word stands in one line, a doubled one once."""
    return [line for group in _groups(words, settings) if (line := _line(group, page, settings))]


def _groups(words: Sequence[Word], settings: PdfSettings) -> list[list[Word]]:
    """Words that overlap the tallest word of a line by half of the lower one's height."""
    groups: list[list[Word]] = []
    top = bottom = 0.0
    for word in sorted(words, key=_middle):
        overlap = min(bottom, word.bottom) - max(top, word.top)
        height = word.bottom - word.top
        if groups and overlap > settings.line_overlap * min(height, bottom - top):
            groups[-1].append(word)
            if height > bottom - top:
                top, bottom = word.top, word.bottom
        else:
            groups.append([word])
            top, bottom = word.top, word.bottom
    return groups


def _middle(word: Word) -> float:
    return word.top + word.bottom


def _line(group: list[Word], page: int, settings: PdfSettings) -> Line | None:
    """One line of its words; words a wide gap apart also stand in pieces of their own."""
    group.sort(key=_left)
    words = _struck_once(group, settings)
    size = _size(words)
    base = _base(words, size)
    whole = _piece(words, page, size, base, settings)
    cuts = [
        index for index in range(1, len(words)) if words[index].x0 - words[index - 1].x1 > settings.piece_gap * size
    ]
    if cuts:
        bounds = [0, *cuts, len(words)]
        whole.pieces = tuple(_piece(words[a:b], page, size, base, settings) for a, b in itertools.pairwise(bounds))
    return whole


def _left(word: Word) -> float:
    return word.x0


def _size(words: Sequence[Word]) -> float:
    """The size that most of the line's characters are set in, the greatest of those that share it."""
    counted: Counter[float] = Counter()
    for word in words:
        counted[word.size] += len(word.text)
    most = max(counted.values())
    return max(size for size, count in counted.items() if count == most)


def _base(words: Sequence[Word], size: float) -> float:
    return max(word.base for word in words if word.size > 0.8 * size)


def _struck_once(words: list[Word], settings: PdfSettings) -> list[Word]:
    """Drop words that repeat the one before at nearly the same place (bold made by printing twice)."""
    kept: list[Word] = []
    for word in words:
        near = settings.double_strike * word.size
        if not any(other.text == word.text and abs(other.x0 - word.x0) < near for other in kept[-2:]):
            kept.append(word)
    return kept


def _piece(words: Sequence[Word], page: int, size: float, base: float, settings: PdfSettings) -> Line:
    parts: list[str] = []
    head_end = second = 0.0
    previous: Word | None = None
    for word in words:
        text = _raised(word, base, size, settings)
        lead = _lead(previous, word, settings) if previous else ""
        if previous and not head_end and lead == " ":
            head_end = previous.x1
            second = word.x0
        parts.append(lead + text)
        previous = word
    first, last = words[0], words[-1]
    whole = "".join(parts)
    head = _head(whole, (head_end or last.x1) - first.x0)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return Line(page, whole, first.x0, max(word.x1 for word in words), top, bottom, base, size, head, second or last.x1)


def _lead(previous: Word, word: Word, settings: PdfSettings) -> str:
    """The white space between two words of a line."""
    gap = word.x0 - previous.x1
    if word.lead == "\u00a0" and gap < word.size:
        return "\u00a0"
    if word.lead or gap > settings.space_gap * word.size:
        return " "
    return ""


def _head(text: str, width: float) -> float:
    """The width of what a line must take in at least: its first word, up to a hyphen within it."""
    first = text.split(" ", 1)[0]
    hyphen = first.find("-", 1, -1)
    return width * (hyphen + 1) / len(first) if hyphen > 1 else width


def _raised(word: Word, base: float, size: float, settings: PdfSettings) -> str:
    """Small digits above the base line are superscripts: the mark of a footnote, a power, an inserted article."""
    if word.size < settings.small * size and base - word.base > settings.raised * size and word.text.isdecimal():
        return word.text.translate(_SUPERSCRIPTS)
    return word.text
