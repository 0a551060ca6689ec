"""Rows of a table without rules: where the lines of one row end and those of the next begin."""

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.layer import Line
from parsers.pdf.settings import PdfSettings

_NUMBER = re.compile(r"(?:№\s*)?\d{1,4}(?:\.\d{1,4})*[.)]?|№|N|№ ?п/?п|N ?п/?п", re.IGNORECASE)


def row_starts(
    lines: Sequence[Line],
    split: Sequence[dict[int, Line]],
    across: set[int],
    opening: Sequence[str],
    settings: PdfSettings,
) -> list[int]:
    """Indices of the lines that begin a row: after more space, or by what stands in the first column."""
    distances = [after.base - before.base for before, after in pairwise(lines)]
    usual = sorted(distances)[len(distances) // 4] if distances else 0.0
    spaced = [index + 1 for index, distance in enumerate(distances) if distance > settings.pitch_slack * usual]
    alone = across | {index for index, line in enumerate(split) if _column_numbers(line)}
    sections = {index for index in alone if index - 1 not in alone or index not in across}
    sections |= {index + 1 for index in alone if index + 1 not in alone and index + 1 < len(lines)}
    numbered = _numbered(split)
    if numbered:
        spaced = numbered
    elif len(spaced) * 8 < len(lines):
        spaced += [index for index in range(1, len(lines)) if _begins(split, index)]
    found = {0, *sections, *(index for index in spaced if index not in across)}
    found |= set(_after_header(lines, opening))
    return sorted(found | set(_resumed(split, found)))


def _column_numbers(line: dict[int, Line]) -> bool:
    """Whether a line numbers the columns."""
    return len(line) > 2 and all(part.text.strip() == str(column + 1) for column, part in line.items())


def _resumed(split: Sequence[dict[int, Line]], starts: set[int]) -> list[int]:
    """Lines where a column goes on after a blank: the text of one cell has none within."""
    found = []
    seen: set[int] = set()
    for index, line in enumerate(split):
        if index in starts:
            seen = set()
        elif any(column in seen and column not in split[index - 1] for column in line):
            found.append(index)
            seen = set()
        seen |= set(line)
    return found


def _numbered(split: Sequence[dict[int, Line]]) -> list[int]:
    """Lines whose first column holds a number, where that column holds hardly anything else."""
    filled = [(index, line[0].text.strip()) for index, line in enumerate(split) if 0 in line]
    numbers = [index for index, text in filled if _NUMBER.fullmatch(text)]
    return numbers if len(numbers) > 1 and len(numbers) * 3 >= len(filled) * 2 else []


def _begins(split: Sequence[dict[int, Line]], index: int) -> bool:
    """A filled first column after a blank one, or every column filled."""
    line, before = split[index], split[index - 1]
    if 0 not in line:
        return False
    return 0 not in before or (len(line) == len(max(split, key=len)) and len(line) > 1)


def _after_header(lines: Sequence[Line], opening: Sequence[str]) -> list[int]:
    """Where the rows begin below a header that is printed again."""
    same = 0
    while same < min(len(lines), len(opening)) and opening[same] == lines[same].text:
        same += 1
    return [same] if 0 < same < min(len(lines), len(opening)) else []
