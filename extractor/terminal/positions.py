"""How a place in a source is written: ``order.txt:28``, ``order.pdf:page 3``, ``order.docx:block 14``."""

from extractor.registry import Source
from extractor.terminal.plain import plain


def position(file: str, source: Source | None) -> str:
    """The file and the place of an item in it; the file alone where the place is not known.

    >>> position("a.txt", Source(start=5, end=9, lines=(2, 3))), position("a.pdf", Source(start=5, end=9, page=3))
    ('a.txt:2', 'a.pdf:page 3')
    """
    where = _where(source) if source else ""
    return f"{plain(file)}:{where}" if where else plain(file)


def extent(file: str, source: Source) -> str:
    """The file and all lines of an item, where the format has lines.

    >>> extent("a.txt", Source(start=5, end=9, lines=(2, 3))), extent("a.txt", Source(start=5, end=9, lines=(2, 2)))
    ('a.txt:2-3', 'a.txt:2')
    """
    first, last = source.lines or (0, 0)
    return f"{position(file, source)}-{last}" if last > first else position(file, source)


def _where(source: Source) -> str:
    if source.lines is not None:
        return str(source.lines[0])
    if source.page is not None:
        return f"page {source.page}"
    return f"block {source.block}" if source.block is not None else f"offset {source.start}"
