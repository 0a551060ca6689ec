"""Character folding that keeps offsets."""

from collections.abc import Iterable


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Whether a text holds one of some plain strings: the cheap look before an expression.

    >>> has_any("личный прием", ("сайт", "прием")), has_any("", ("сайт",))
    (True, False)
    """
    for sign in signs:  # noqa: SIM110 a generator costs as much as the looks themselves
        if sign in text:
            return True
    return False


def lowered(text: str) -> str:
    """The text in small letters, every offset kept: the few signs whose small form is longer stay as they are.

    >>> lowered("Приём в МФЦ"), len(lowered("İx"))
    ('приём в мфц', 2)
    """
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
