"""Notes of a legal system are marks in every format, and leave the space above them to what follows."""

import pytest

from parsers.document import Document, Paragraph
from parsers.notes import Notes
from tests.docx_factory import p, read
from tests.format_case import html


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("С изменениями и дополнениями от:/11 ноября 2024 г./Перечень", "editor_note editor_note -"),
        ("С изменениями и дополнениями от:/Перечень", "editor_note -"),
        ("Информация об изменениях:/Абзац изложен в новой редакции/1. Утвердить", "editor_note editor_note -"),
        ("ГАРАНТ:/1. Утвердить", "editor_note -"),
        ("Документ с изменениями, внесенными:/приказом от 14.01.2025 N 7-ОД", "edition_note editor_note"),
        ("<1> Полномочия подтверждаются доверенностью./Порядок", "footnote -"),
        ("Порядок/11 ноября 2024 г.", "- -"),
    ],
)
def test_a_label_tells_of_the_line_below_it(lines: str, names: str) -> None:
    notes = Notes()
    assert [notes.name(line) or "-" for line in lines.split("/")] == names.split()


def seen(document: Document) -> list[tuple[str, bool]]:
    return [(block.text, block.gap) for block in document.blocks if isinstance(block, Paragraph)]


def test_space_above_a_note_is_above_what_follows_it() -> None:
    title, note, text = "Перечень", "Нумерация приводится в соответствии с источником", "Места приема"
    expected = [(title, False), (text, True)]
    assert seen(read(p(title) + "<w:p/>" + p(note) + p(text))) == expected
    assert seen(html(f"<p>{title}</p><p>&nbsp;</p><p>{note}</p><p>{text}</p>")) == expected
