"""Renders the orders of ``corpus/*.txt`` as Word documents, as ``office_corpus.toml`` says they are laid out.

Run by hand after a change of that file: ``python -m tests.make_office_corpus [NAME …]``.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.office_writer import BULLETS, CENTRE, CLAUSES, RIGHT, ROWS, Writer

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
_CHAPTER = re.compile(r"\d+\. ")
_LEVELS = {1: re.compile(r"\d+\.\d+\. "), 2: re.compile(r"\d+\) ")}
_MARKER = re.compile(r"(?:[-–]|\d+(?:\.\d+)*[.)]|[IVX]+\.)\s")
_ROW_NUMBER = re.compile(r"\d+\.")
_PIPES = re.compile(r"(?:\s*\|)+$")
_ENDED = (".", ";", ":")


class Order:
    """The lines of one order and what the data file says about them."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        text = (CORPUS / f"{plan['name']}.txt").read_text(encoding="utf-8")
        self.lines = ["", *text.split("\n")]
        self.skipped = {line for item in plan.get("skip", ()) for line in stretch(item)}
        self.blocks = {
            stretch(item)[0]: (kind, stretch(item))
            for kind in ("stamp", "centre", "heading", "joined", "beside")
            for item in plan.get(kind, ())
        }
        for table in plan.get("table", ()):
            used = self.table_lines(table)
            self.blocks[used[0]] = ("table", used)
            table["first"] = used[0]

    def table_lines(self, table: dict[str, Any]) -> list[int]:
        """The lines that the cells of a table take."""
        return sorted({int(float(word)) for row in table["rows"] for word in words(row) if word[0].isdigit()})

    def text(self, line: int) -> str:
        """A line without the pipes that close its cells."""
        return _PIPES.sub("", self.lines[line].rstrip())

    def cell(self, word: str, table: dict[str, Any], column: int) -> list[str] | str:
        """Paragraphs of a cell of the picture; ``^`` and ``<`` as they are."""
        if word in "^<":
            return word
        if word == ".":
            return []
        line, _, part = word.partition(".")
        text = self.lines[int(line)].split("\t")[int(part) - 1] if table.get("tabs") else self.text(int(line))
        return re.split(r" (?=- )", text) if self.plan.get("split") == column + 1 else [text]


def stretch(item: str) -> list[int]:
    """Line numbers of ``"3-7"`` or ``"8"``."""
    first, _, last = item.partition("-")
    return list(range(int(first), int(last or first) + 1))


def words(row: str) -> list[str]:
    """Words of a picture's row, stretches written out."""
    return [
        str(number) if "-" in word else word
        for word in row.split()
        for number in (stretch(word) if "-" in word else [word])
    ]


def render(order: Order) -> bytes:
    """The order as a Word document."""
    writer = Writer()
    line = 1
    while line < len(order.lines):
        if line in order.skipped or not order.lines[line].strip():
            line += 1
        elif line in order.blocks:
            kind, taken = order.blocks[line]
            BLOCKS[kind](order, writer, taken)
            line = taken[-1] + 1 if kind != "table" else after_table(order, taken[-1])
        else:
            taken = one_paragraph(order, line)
            write_paragraph(order, writer, "\n".join(map(order.text, taken)))
            line = taken[-1] + 1
    return writer.bytes(order.plan["name"])


def one_paragraph(order: Order, line: int) -> list[int]:
    """Lines of the paragraph that begins here: it goes on to the next line where its sentence does."""
    taken = [line]
    if not order.plan.get("wrapped"):
        return taken
    while (following := taken[-1] + 1) < len(order.lines):
        text = order.lines[following]
        ended = order.lines[taken[-1]].rstrip("* ").endswith(_ENDED)
        if not text.strip() or ended or _MARKER.match(text) or following in order.blocks:
            break
        taken.append(following)
    return taken


def after_table(order: Order, line: int) -> int:
    """The line after a table: the dump closes its last row with bare pipes."""
    while line + 1 < len(order.lines) and re.fullmatch(r"\|+", order.lines[line + 1].strip()):
        line += 1
    return line + 1


def write_paragraph(order: Order, writer: Writer, text: str) -> None:
    """A clause, an item, a bullet or plain text, its marker typed or Word's."""
    if order.plan.get("numbers") == "word":
        for level, marker in _LEVELS.items():
            if found := marker.match(text):
                writer.paragraph(text[found.end() :], style=f"Clause{level}")
                return
    if order.plan.get("bullets") == "word" and text.startswith("- "):
        writer.paragraph(text[2:], place=(BULLETS, 0))
        return
    writer.paragraph(text)


def write_stamp(order: Order, writer: Writer, taken: Sequence[int]) -> None:
    """An approval stamp at the right edge."""
    lines = [order.text(line) for line in taken]
    writer.blank(new_page=str(taken[0]) in order.plan.get("page", ()))
    if order.plan["stamps"] == "table":
        writer.beside([], lines)
    elif order.plan["stamps"] == "breaks":
        writer.paragraph("\n".join(lines), RIGHT)
    else:
        for line in lines:
            writer.paragraph(line, RIGHT)
    writer.blank()


def write_centre(order: Order, writer: Writer, taken: Sequence[int]) -> None:
    """A title or letterhead."""
    writer.paragraph("\n".join(map(order.text, taken)), CENTRE)


def write_heading(order: Order, writer: Writer, taken: Sequence[int]) -> None:
    """A chapter heading, without its number where Word gives it."""
    text = order.text(taken[0])
    found = _CHAPTER.match(text) if order.plan.get("numbers") == "word" else None
    if found:
        writer.heading(text[found.end() :], (CLAUSES, 0))
    else:
        writer.heading(text)


def write_joined(order: Order, writer: Writer, taken: Sequence[int]) -> None:
    """A paragraph that the dump cut in two."""
    pieces = [order.text(line) for line in taken if order.text(line)]
    text = pieces[0]
    for piece in pieces[1:]:
        text += piece if text.endswith("-") else f" {piece}"
    write_paragraph(order, writer, text)


def write_beside(order: Order, writer: Writer, taken: Sequence[int]) -> None:
    """Lines beside one another."""
    writer.beside(*([order.text(line)] for line in taken if order.text(line)))
    writer.blank()


def write_table(order: Order, writer: Writer, taken: Sequence[int]) -> None:
    """The table whose first cell stands on the first of these lines."""
    (table,) = [item for item in order.plan["table"] if item["first"] == taken[0]]
    picture = [words(row) for row in table["rows"]]
    grid = [[order.cell(word, table, column) for column, word in enumerate(row)] for row in picture]
    lists = dict(numbered_rows(order, writer, table, picture)) if order.plan.get("numbers") == "rows" else {}
    for row in lists:
        grid[row][0] = [""]
    writer.table(grid, table["widths"], lists, header=1 if lists else 2)


def numbered_rows(
    order: Order, writer: Writer, table: dict[str, Any], picture: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int]]:
    """Rows whose first cell is nothing but a number, and the list that numbers them."""
    current = 0
    for row, row_words in enumerate(picture):
        if row_words[0].isdigit() and _ROW_NUMBER.fullmatch(order.text(int(row_words[0]))):
            if row_words[0] in table["restart"]:
                current = writer.new_list(ROWS)
            yield row, current


BLOCKS = {
    "stamp": write_stamp,
    "centre": write_centre,
    "heading": write_heading,
    "joined": write_joined,
    "beside": write_beside,
    "table": write_table,
}


def plans() -> list[dict[str, Any]]:
    """All orders of the data file."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / "office_corpus.toml").read_text(encoding="utf-8"))["order"]
    return found


def main(names: Sequence[str]) -> None:
    """Write ``corpus/NAME.docx`` for the orders named, or for all."""
    for plan in plans():
        if not names or plan["name"] in names:
            path = CORPUS / f"{plan['name']}.docx"
            path.write_bytes(render(Order(plan)))
            print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1:])
