"""The most exact noun phrase for a place, grown from the word that names its type.

To the left go the adjectives that agree, and a head that governs it («Раздел «…» официального сайта»); to the right
go genitives, a quoted title, «в» with its noun; an address, «(далее – …)», a verb or a comma ends the phrase.
"""

from typing import NamedTuple

from extractor.places.phrase_left import phrase_start
from extractor.places.phrase_right import phrase_end
from normalizers.language import Analysis
from normalizers.taxonomy import Hit


class Phrase(NamedTuple):
    """A noun phrase in a text and the hit it grew from."""

    start: int
    end: int
    hit: Hit


def grow_phrase(analysis: Analysis, hit: Hit, hits: list[Hit]) -> Phrase:
    """Grow a hit to its noun phrase."""
    start = analysis.starts[phrase_start(analysis, hit)]
    end = analysis.ends[phrase_end(analysis, hit, hits)]
    start, end = _balance(analysis.text, start, end)
    return Phrase(start, end, hit)


def _balance(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in a closing quote or bracket whose opening is inside, or an opening right before whose closing is."""
    inner = text[start:end]
    while (
        end < len(text) and text[end] in "»)" and inner.count({"»": "«", ")": "("}[text[end]]) > inner.count(text[end])
    ):
        end += 1
        inner = text[start:end]
    if end < len(text) and text[end] == '"' and inner.count('"') % 2:
        end += 1
    if start > 0 and text[start - 1] == '"' == text[end : end + 1] and '"' not in inner:
        return start - 1, end + 1
    if start > 0 and text[start - 1] == "«" and inner.count("»") < inner.count("«") + 1 and text[end : end + 1] == "»":
        return start - 1, end + 1
    if start > 0 and text[start - 1] == "«" and inner.count("»") > inner.count("«"):
        start -= 1
    if start > 0 and text[start - 1] == '"' and text[start:end].count('"') % 2:
        start -= 1
    return start, end
