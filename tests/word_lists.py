"""Word's automatic numbers for the markers of an order: lists that print just what the text prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from normalizers.romans import roman_to_int
from parsers.markers import Kind
from tests.docx_factory import root

_NUMBER = re.compile(r"[IVXL]+|\d+(?:\.\d+)*|[а-я]")
_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Word's ``russianLower``, which leaves out ё, й, ъ, ы and ь."""
_FORMATS = {Kind.LETTER: "russianLower", Kind.BULLET: "bullet"}


@dataclass
class _List:
    """One list: how its markers look, and the numbers last given by level."""

    look: tuple[str, str, str]
    starts: tuple[int, ...]
    number: int
    counts: list[int] = field(default_factory=list)

    def follows(self, path: tuple[int, ...]) -> bool:
        """Whether the next number at this depth is the one wanted."""
        level = len(path) - 1
        if self.look[1] == "bullet":
            return True
        if len(self.counts) < level or tuple(self.counts[:level]) != path[:-1]:
            return False
        first = self.starts[level] if level < len(self.starts) else 1
        return path[-1] == (self.counts[level] + 1 if len(self.counts) > level else first)

    def take(self, path: tuple[int, ...]) -> None:
        self.counts = list(path)


class Lists:
    """The lists of one document; a new one is begun wherever the numbers do not go on."""

    def __init__(self) -> None:
        self._lists: list[_List] = []

    def place(self, kind: Kind, marker: str) -> tuple[int, int] | None:
        """Number of the list and level that print the marker, ``None`` where Word cannot."""
        found = _NUMBER.search(marker)
        if kind is Kind.BULLET:
            return self._placed((marker, "bullet", ""), (1,))
        if found is None or kind is Kind.NONE:
            return None
        path = _path(found[0])
        form = _FORMATS.get(kind) or ("upperRoman" if found[0][0] in "IVXL" else "decimal")
        return self._placed((marker[: found.start()], form, marker[found.end() :]), path) if path else None

    def _placed(self, look: tuple[str, str, str], path: tuple[int, ...]) -> tuple[int, int]:
        for item in reversed(self._lists):
            if item.look == look:
                if item.follows(path):
                    item.take(path)
                    return item.number, len(path) - 1
                break
        made = _List(look, path, len(self._lists) + 1)
        made.take(path)
        self._lists.append(made)
        return made.number, len(path) - 1

    def part(self) -> str:
        """The numbering part."""
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{item.number}"><w:multiLevelType w:val="multilevel"/>'
            f"{''.join(_levels(item))}</w:abstractNum>"
            for item in self._lists
        )
        numbers = "".join(
            f'<w:num w:numId="{item.number}"><w:abstractNumId w:val="{item.number}"/></w:num>' for item in self._lists
        )
        return root("numbering", abstract + numbers)


def _path(number: str) -> tuple[int, ...]:
    if number[0].isdigit():
        return tuple(map(int, number.split(".")))
    if number in _LETTERS:
        return (_LETTERS.index(number) + 1,)
    value = roman_to_int(number) if number[0] in "IVXL" else None
    return (value,) if value else ()


def _levels(item: _List) -> Iterator[str]:
    before, form, after = item.look
    for level in range(9):
        start = item.starts[level] if level < len(item.starts) else 1
        places = ".".join(f"%{upper + 1}" for upper in range(level + 1))
        text = before if form == "bullet" else f"{before}{places}{after}"
        yield (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        )
