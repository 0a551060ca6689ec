"""Words printed across the text of a page ("ПРОЕКТ", "КОПИЯ").

Oblique ones are known by their direction, upright ones by their size and by the words that they cover.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from parsers.pdf.layer import PageLayer, Word

_LARGER = 2.5
_MOST = 20


def without_watermark(layer: PageLayer) -> PageLayer:
    """The layer with upright watermarks among its oblique words."""
    sizes: Counter[float] = Counter()
    for word in layer.words:
        sizes[word.size] += len(word.text)
    if not sizes:
        return layer
    usual = sizes.most_common(1)[0][0]
    large = [word for word in layer.words if word.size > _LARGER * usual]
    found = {id(word) for word in large if _covers(word, layer.words)} if len(large) <= _MOST else set()
    if not found:
        return layer
    words = [word for word in layer.words if id(word) not in found]
    marks = [word for word in large if id(word) in found]
    return replace(layer, words=words, oblique=[*layer.oblique, *marks])


def _covers(large: Word, words: Sequence[Word]) -> bool:
    """Whether a word lies over the middle of another, much smaller one."""
    return any(
        large.x0 < (word.x0 + word.x1) / 2 < large.x1
        and large.top < (word.top + word.bottom) / 2 < large.bottom
        and large.size > _LARGER * word.size
        for word in words
    )
