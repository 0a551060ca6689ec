"""Bare page numbers between the paragraphs of a paged dump."""

from collections.abc import Sequence
from itertools import pairwise

from parsers.lines import Line

_MIN_LINES = 12


def page_number_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of lines that are nothing but page numbers: alone, rising by one, a page apart.

    A lone row number of a table is none: its neighbours are not a page away. One that cuts a sentence is a page's.
    """
    bare = [
        (index, int(line.text.strip("-– ")))
        for index, line in enumerate(lines)
        if line.text and len(line.text) <= 7 and line.text.strip("-– ").isdecimal() and _alone(lines, index)
    ]
    found = {index for index, number in bare if number > 1 and _cuts_a_sentence(lines, index)}
    for (first, number), (second, following) in pairwise(bare):
        if following == number + 1 and second - first >= _MIN_LINES:
            found |= {first, second}
    return frozenset(found)


def _cuts_a_sentence(lines: Sequence[Line], index: int) -> bool:
    """The text above stops without a sign, and what is below goes on with it; or it stands between two table rows."""
    above = next((line.text for line in reversed(lines[max(0, index - 4) : index]) if line.text), "")
    below = next((line.text for line in lines[index + 1 : index + 5] if line.text), "")
    if "\t" in above and "\t" in below:
        return True
    return (
        len(above) > 40 and above[-1].isalpha() and (below[:1].islower() or (len(below) > 60 and below[:1].isalpha()))
    )


def _alone(lines: Sequence[Line], index: int) -> bool:
    before = index == 0 or not lines[index - 1].text
    after = index + 1 == len(lines) or not lines[index + 1].text
    return before and after
