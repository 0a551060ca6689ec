"""Who signed: position and name, however many lines the position takes and wherever the name stands."""

import pytest

from parsers.parts import document_to_structure
from parsers.reading import read_text

HEAD = "ПРИКАЗ\n\n05.02.2024 № 7\n\nОб утверждении Порядка\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить Порядок.\n\n"


def signed(lines: str) -> tuple[str, str] | None:
    order = document_to_structure(read_text(HEAD + lines)).order
    assert order is not None
    signatory = order.signatory
    return (signatory.position.text, signatory.name.text) if signatory and signatory.position else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Министр\n\nЕ.В. Манзырова", ("Министр", "Е.В. Манзырова")),
        ("Министр                 Е.В. Манзырова", ("Министр", "Е.В. Манзырова")),
        ("Начальник управления\nветеринарии      А.Н. Шалнев", ("Начальник управления ветеринарии", "А.Н. Шалнев")),
        (
            "Глава Республики –\nПредседатель Правительства\nРеспублики          С.П. Арчимаев",
            ("Глава Республики – Председатель Правительства Республики", "С.П. Арчимаев"),
        ),
        (
            "Исполняющий обязанности\nпредседателя Правительства\nкрая         В.С. Черемных",
            ("Исполняющий обязанности председателя Правительства края", "В.С. Черемных"),
        ),
        (
            "Исполняющий обязанности председателя\nПравительства края      В.С. Черемных",
            ("Исполняющий обязанности председателя Правительства края", "В.С. Черемных"),
        ),
        ("И.о. руководителя        О.Д. Шестернина", ("И.о. руководителя", "О.Д. Шестернина")),
        ("2. Контроль возложить на начальника отдела А.А. Петрова.", None),
        ("2. Контроль возложить на заместителя министра А.А. Петрова", None),
    ],
)
def test_position_and_name(lines: str, expected: tuple[str, str] | None) -> None:
    assert signed(lines) == expected
