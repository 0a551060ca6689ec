"""Hyphens at line ends: those that belong to a word are bound to what follows, breaks are left to the view.

Most orders are set without hyphenation: there a line ends in a hyphen only where the word has one ("веб-" over "форму",
"59-" over "ФЗ"). The rule for *verbatim* cannot see that from two lines; the whole document can.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from parsers.pdf.layer import Line

_TAIL = re.compile(r"([^\W_]+)[-\u2010\u2011]$")
_HEAD = re.compile(r"[^\W_]+")
_URL_TAIL = re.compile(r"(?:https?://|www\.|@)[!-;=?-~]*$")
_URL_HEAD = re.compile(r"https?:|www\.|\S+@|\d+[.)](?:\s|$)")
_URL_BODY = re.compile(r"[/?&=#%_~.][a-z0-9]|/(?:$|\s)")
_URL_SIGNS = tuple("/?&=#%_~")
_SUSPENDED = frozenset({"и", "или", "либо", "а", "но"})
_PRONOUN = re.compile(r"(?:как|к[ео]|кто|ч[тьеё]|где|куда|когда|откуда|сколько)")
_FEW = 2


def bind_hyphens(runs: Iterable[list[Line]]) -> bool:
    """Mark lines that the next one goes on from without white space, over all runs of neighbouring lines.

    Returns whether words are broken by syllables here, so that a hyphen at a line end proves nothing.
    """
    unsure: list[Line] = []
    breaks = 0
    for line, after in (pair for run in runs for pair in pairwise(run)):
        kind = _kind(line.text, after.text)
        if kind == "bound":
            line.glued = True
        elif kind == "break":
            breaks += 1
        elif kind == "unsure":
            unsure.append(line)
    for line in unsure:
        line.glued = breaks < _FEW
    return breaks >= _FEW


def compounds_over_pages(runs: Iterable[Sequence[Line]]) -> frozenset[str]:
    """Words whose own hyphen stands at the end of a page, as the vocabulary of hyphenated words has them."""
    found = set()
    for line, after in (pair for run in runs for pair in pairwise(run)):
        tail, head = _TAIL.search(line.text), _HEAD.match(after.text)
        if line.page != after.page and tail and head and _kind(line.text, after.text) == "unsure":
            found.add(f"{tail[1]}-{head[0]}".lower())
    return frozenset(found)


def _kind(text: str, after: str) -> str:
    """What a line end is: ``bound`` to the next line, a certain ``break`` of a word, ``unsure``, or nothing of that."""
    if _address_goes_on(text, after):
        return "bound"
    tail, head = _TAIL.search(text), _HEAD.match(after)
    if tail is None or head is None:
        return ""
    if head[0].lower() in _SUSPENDED:
        return "bound" if head[0] == "либо" and _PRONOUN.match(tail[1].lower()) else ""
    left, right = tail[1], head[0]
    if not left.isalpha() or not right.isalpha() or not right.islower() or _URL_TAIL.search(text):
        return "bound"
    return "break" if is_break(left, right) else "unsure"


def _address_goes_on(text: str, after: str) -> bool:
    """Whether an address is broken at one of its signs, before or after the line end."""
    if not _URL_TAIL.search(text):
        return text.endswith("@") and after[:1].isascii()
    if _URL_BODY.match(after):
        return True
    return text.endswith(_URL_SIGNS) and after[:1].isascii() and after[:1].isalnum() and not _URL_HEAD.match(after)


def is_break(left: str, right: str) -> bool:
    """Whether two halves make a word of the language of which the second is none by itself.

    >>> is_break("инфор", "мации"), is_break("веб", "форму"), is_break("видео", "конференцсвязи")
    (True, False, False)
    """
    from normalizers.morphology import is_known_word

    return is_known_word((left + right).lower()) and not is_known_word(right.lower())
