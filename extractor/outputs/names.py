"""Names of results from names of sources: ``order.txt`` gives ``order.json``; two sources never give one name."""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import count
from pathlib import PurePath

_FIRST = ".txt"


def output_names(sources: Sequence[PurePath], reserved: Collection[str] = ()) -> list[PurePath]:
    """A name for each source, in the same folder, the same whatever the order of the sources.

    Of sources that share a stem the text, else the first, takes ``stem.json``; the others keep their suffix.

    >>> [str(name) for name in output_names([PurePath("a.docx"), PurePath("a.txt"), PurePath("b/a.pdf")])]
    ['a.docx.json', 'a.json', 'b/a.json']
    >>> [str(name) for name in output_names([PurePath("a.txt"), PurePath("A.TXT"), PurePath("a.txt")])]
    ['a.txt.json', 'A.json', 'a.txt~2.json']
    >>> [str(name) for name in output_names([PurePath("manifest.txt")], ["manifest.json"])]
    ['manifest.txt.json']
    """
    taken = {_key(PurePath(name)) for name in reserved}
    names: dict[int, PurePath] = {}
    for index in sorted(range(len(sources)), key=lambda each: _rank(sources[each])):
        names[index] = next(name for name in _candidates(sources[index]) if _key(name) not in taken)
        taken.add(_key(names[index]))
    return [names[index] for index in range(len(sources))]


def _rank(source: PurePath) -> tuple[bool, str]:
    return source.suffix.lower() != _FIRST, source.as_posix()


def _candidates(source: PurePath) -> Iterator[PurePath]:
    folder = source.parent
    yield folder / f"{source.stem}.json"
    yield folder / f"{source.name}.json"
    yield from (folder / f"{source.name}~{number}.json" for number in count(2))


def _key(name: PurePath) -> str:
    """Two names of one key are one file on a disk that folds case or accents."""
    return unicodedata.normalize("NFC", name.as_posix()).casefold()
