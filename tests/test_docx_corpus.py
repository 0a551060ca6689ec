"""The orders of the corpus as Word documents say what the text says, in the same order, cell by cell."""

import re
from functools import cache
from typing import Any

import pytest

from parsers.document import Document, Table
from parsers.docx.buckets import BUCKETS
from parsers.docx.reader import read_docx
from tests.make_office_corpus import CORPUS, Order, plans, render, words

PLANS = {plan["name"]: plan for plan in plans()}
MERGED = {"magadan": 6, "krasnodar": 23, "sevastopol": 0, "sverdlovsk": 0, "novosibirsk": 0}


@cache
def word(name: str) -> Document:
    return read_docx(CORPUS / f"{name}.docx", f"{name}.docx", "0" * 64)


def tables(name: str) -> list[Table]:
    return [block for block in word(name).blocks if isinstance(block, Table)]


def plain(text: str) -> str:
    """Words alone: the dump's markup and all white space gone the same way on both sides."""
    bare = re.sub(r"\*\*|[<>](?=https?:|[\s).;,]|$)|(?<=[\w/])>", "", text)
    return " ".join(bare.replace("информационно-\n\nтелеком", "информационно-телеком").split())


def text_of_dump(plan: dict[str, Any]) -> str:
    order = Order(plan)
    kept = (re.sub(r"[\s|]+$", "", line) for number, line in enumerate(order.lines) if number not in order.skipped)
    return plain("\n".join(kept))


def text_of_body(document: Document) -> str:
    streams = [mark.span.start for mark in document.marks if mark.name in BUCKETS]
    return plain(document.text[: min(streams)])


@pytest.mark.parametrize("name", PLANS)
def test_the_words_are_those_of_the_text(name: str) -> None:
    assert text_of_body(word(name)) == text_of_dump(PLANS[name])


@pytest.mark.parametrize("name", PLANS)
def test_every_cell_is_the_cell_of_the_text(name: str) -> None:
    order = Order(PLANS[name])
    for table, plan in zip(tables(name), PLANS[name].get("table", ()), strict=True):
        picture = [words(row) for row in plan["rows"]]
        printed = [
            [order.cell(item, plan, column) for column, item in enumerate(row) if item not in "^<"] for row in picture
        ]
        assert [[cell.text for cell in row.cells] for row in table.rows] == [
            [" ".join(lines) for lines in row] for row in printed
        ]
        assert (table.width, table.merges_known) == (len(picture[0]), True)


@pytest.mark.parametrize("name", PLANS)
def test_merged_cells_are_real(name: str) -> None:
    merged = [
        cell
        for table in tables(name)
        for row in table.rows
        for cell in row.cells
        if cell.rowspan > 1 or cell.colspan > 1
    ]
    assert len(merged) == MERGED[name.partition("-")[0]]


@pytest.mark.parametrize("name", PLANS)
def test_page_numbers_stay_out_of_the_body(name: str) -> None:
    assert {mark.name: mark.text for mark in word(name).marks if mark.name in ("header", "footer")} == {
        "header": "1",
        "footer": "Страница 1 из 1",
    }


@pytest.mark.parametrize("name", ["sverdlovsk-2024-02-16-89", "sevastopol-2024-04-03-508-p"])
def test_the_file_is_what_the_script_makes(name: str) -> None:
    assert read_docx(render(Order(PLANS[name])), "", "").text == word(name).text


def test_every_order_has_a_word_document_and_a_plan() -> None:
    stems = [{path.stem for path in CORPUS.glob(f"*.{suffix}")} for suffix in ("docx", "txt")]
    assert stems == [set(PLANS)] * 2
