"""Word lists, and cheap looks at which words a text has."""

import re

_WORD = re.compile(r"[а-яё]+|\d+|[a-z]+")
_FOUR = 4


def word_set(*lines: str) -> frozenset[str]:
    """The words of one or more lines.

    >>> sorted(word_set("отдел сектор", "группа"))
    ['группа', 'отдел', 'сектор']
    """
    return frozenset(word for line in lines for word in line.split())


def stems(*lines: str) -> tuple[str, ...]:
    """The same as a tuple, for ``startswith`` and ``endswith``.

    >>> stems("осуществля использу")
    ('использу', 'осуществля')
    """
    return tuple(sorted(word_set(*lines)))


def four_letters(*lines: str) -> frozenset[str]:
    """The first four letters of the words of one or more lines.

    >>> sorted(four_letters("сроки срок года"))
    ['года', 'срок']
    """
    return frozenset(word[:_FOUR] for word in word_set(*lines))


def beginnings(text: str) -> set[str]:
    """The first four letters of every word of a text, in small letters: a look into this set costs less than a pattern.

    >>> sorted(beginnings("Ответ – в течение 3 рабочих дней"))
    ['3', 'в', 'дней', 'отве', 'рабо', 'тече']
    """
    return {word[:_FOUR] for word in _WORD.findall(text.lower())}
