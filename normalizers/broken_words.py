"""Words that a line end or a narrow cell broke: which hyphens are a word's own.

Source: the rule for *verbatim* of the registry contract, version 1.
"""

import re

from normalizers.morphology import is_known_word

_JOINT = re.compile(r"-(?<=[а-яё]-)(?=[а-яё])")
_LEFT_HALF = re.compile(r"[а-яё]+(?:-[а-яё]+)*$")
_RIGHT_HALF = re.compile(r"(?:-[а-яё]+)+")


def hyphenated_words(text: str) -> frozenset[str]:
    """The words that the text itself writes with a hyphen, lower-cased.

    >>> sorted(hyphenated_words("Видео-конференц-связь и офлайн-точки"))
    ['видео-конференц-связь', 'офлайн-точки']
    """
    if "-" not in text:
        return frozenset()
    lowered = text.lower()
    found = set()
    for joint in _JOINT.finditer(lowered):
        left = _LEFT_HALF.search(lowered, max(0, joint.start() - 40), joint.start())
        right = _RIGHT_HALF.match(lowered, joint.start())
        if left and right:
            found.add(left[0] + right[0])
    return frozenset(found)


def is_one_word(left: str, right: str) -> bool:
    """Whether two halves make a word of the language; unknown either way, a line-end hyphen is a break."""
    if is_known_word(left + right):
        return True
    return not (left.lower().endswith(("о", "е")) and is_known_word(right))


def is_torn(left: str, right: str) -> bool:
    """Whether "государст- венных" is a torn word: the whole is known, or a half is no word at all."""
    return is_known_word(left + right) or not is_known_word(right) or not is_known_word(left)
