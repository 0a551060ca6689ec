"""Character folding that keeps offsets."""


def lowered(text: str) -> str:
    """The text in small letters, every offset kept: the few signs whose small form is longer stay as they are.

    >>> lowered("Приём в МФЦ"), len(lowered("İx"))
    ('приём в мфц', 2)
    """
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
