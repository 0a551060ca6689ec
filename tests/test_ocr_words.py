"""What is made of recognised words: sizes, cases, white space, prepositions, headers that repeat nearly alike."""

import numpy as np
import pytest

from parsers.ocr.boxes import close_boxes
from parsers.ocr.cases import cases_by_height
from parsers.ocr.figures import mend_prepositions
from parsers.ocr.foreign import may_be_russian
from parsers.ocr.romans import mend_romans
from parsers.ocr.sizes import sizes_of_type
from parsers.ocr.tesseract import Seen
from parsers.ocr.words import seen_to_words
from parsers.pdf.head_rows import recognised_as_same

LOW, TALL, SIZE = 20.0, 29.0, 42.0


def seen(text: str, x0: float = 0.0, high: float = LOW, size: float = SIZE, line: int = 0, sure: float = 0.95) -> Seen:
    base = 100.0 + 60.0 * line
    return Seen(text, x0, base - high, x0 + 20 * len(text), base, base, size, sure, line)


def test_a_line_without_tall_letters_has_the_size_of_its_page() -> None:
    words = [*(seen("граждан", line=line) for line in range(5)), seen("на", line=5, size=28.0)]
    assert sizes_of_type(words) == [SIZE] * 6


def test_a_line_in_smaller_type_keeps_its_size() -> None:
    usual = [seen("граждан", line=line) for line in range(5)]
    assert sizes_of_type([*usual, seen("сноска", high=LOW * 0.7, size=SIZE * 0.7, line=6)])[-1] == pytest.approx(
        29, abs=1
    )


def test_one_line_has_one_size() -> None:
    words = [seen("граждан", line=line) for line in range(5)] + [seen("лицом)", 200, high=TALL, line=4)]
    assert len(set(sizes_of_type(words))) == 1


@pytest.mark.parametrize(
    ("text", "high", "read"),
    [
        ("СОСТОЯНИЯ", LOW, "состояния"),
        ("И", LOW, "и"),
        ("СОСТОЯНИЯ", TALL, "СОСТОЯНИЯ"),
        ("ЕПГУ", LOW, "ЕПГУ"),
        ("Иное", LOW, "Иное"),
    ],
)
def test_the_case_of_letters_alike_in_both_is_told_by_their_height(text: str, high: float, read: str) -> None:
    words = [seen("технического"), seen(text, 300, high)]
    assert cases_by_height(words)[1].text == read


def test_without_a_measure_in_its_cell_a_case_stays() -> None:
    assert cases_by_height([seen("СОСТОЯНИЯ")])[0].text == "СОСТОЯНИЯ"


@pytest.mark.parametrize(
    ("first", "second", "gap", "lead"),
    [("ст", "роительный", 0, ""), ("ст", "роительный", 12, " "), ("обращений", "и", 0, " ")],
)
def test_a_word_torn_without_white_space_is_whole(first: str, second: str, gap: float, lead: str) -> None:
    words, _ = seen_to_words([seen(first), seen(second, 20 * len(first) + gap)], 0.24)
    assert words[1].lead == lead


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("информация 06 осуществлении контроля", "информация об осуществлении контроля"),
        ("информация OO основных направлениях", "информация об основных направлениях"),
        ("06 мая", "06 мая"),
        ("до 06 часов", "до 06 часов"),
        ("пункт 06", "пункт 06"),
    ],
)
def test_figures_before_a_prepositional_case_are_a_preposition(text: str, read: str) -> None:
    assert " ".join(word.text for word in mend_prepositions([seen(part) for part in text.split()])) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Г. Общие положения", "I. Общие положения"),
        ("П. Используемые понятия и определения", "II. Используемые понятия и определения"),
        ("Ш. ПОРЯДОК ВЕДЕНИЯ", "III. ПОРЯДОК ВЕДЕНИЯ"),
        ("ТУ. Порядок получения", "IV. Порядок получения"),
        ("УШ. Контроль исполнения", "VIII. Контроль исполнения"),
        ("1. Утвердить прилагаемые", "1. Утвердить прилагаемые"),
        ("11. Система внешней", "11. Система внешней"),
        ("Г. Новосибирск", "Г. Новосибирск"),
        ("П. Н. Сидоров", "П. Н. Сидоров"),
        ("раздел П. Общие положения", "раздел П. Общие положения"),
    ],
)
def test_numbers_of_headings_are_roman(text: str, read: str) -> None:
    assert " ".join(word.text for word in mend_romans([seen(part) for part in text.split()])) == read


@pytest.mark.parametrize(("text", "count"), [("точки – точки", 3), ("точки –", 1), ("точки * точки", 2)])
def test_a_dash_between_words_is_no_speck(text: str, count: int) -> None:
    words = [seen(part, 200.0 * at, sure=0.9 if part.isalpha() else 0.2) for at, part in enumerate(text.split())]
    assert len(seen_to_words(words, 0.24)[0]) == count


@pytest.mark.parametrize(
    ("text", "sure", "asked"),
    [
        ("coy", 0.97, True),
        ("KK", 0.94, True),
        ("(EY);", 0.41, True),
        ("§М$", 0.9, True),
        ("граждан", 0.4, True),
        ("граждан", 0.95, False),
        ("Telegram", 0.9, False),
        ("N", 0.4, False),
        ("IV.", 0.5, False),
    ],
)
def test_words_in_latin_letters_or_odd_signs_are_asked_again(text: str, sure: float, asked: bool) -> None:
    assert may_be_russian(seen(text, sure=sure)) == asked


def test_a_box_is_drawn_close_around_its_ink() -> None:
    ink = np.zeros((100, 100), dtype=np.bool_)
    ink[40:60, 30:50] = True
    (word,) = close_boxes([Seen("да", 10, 20, 90, 80, 60, 42, 0.9)], ink)
    assert (word.x0, word.top, word.x1, word.bottom) == (30, 40, 50, 60)


def test_a_box_without_ink_stays() -> None:
    word = Seen("да", 10, 20, 90, 80, 60, 42, 0.9)
    assert close_boxes([word], np.zeros((100, 100), dtype=np.bool_)) == [word]


@pytest.mark.parametrize(
    ("row", "other", "same"),
    [
        ("N|Процесс взаимодействия с клиентом", "№|Процесс взаимодействия с клиентам", True),
        ("1|2|3|4", "1|2|3|4", True),
        ("1|2|3|4", "1|2|3|5", False),
        ("1|Прием граждан", "2|Прием граждан", False),
        ("1|Прием граждан", "1|Прием заявлений", False),
        ("а|б", "в|г", False),
        ("N|Точка", "N|", False),
    ],
)
def test_recognised_headers_are_compared_with_a_tolerance_for_letters_not_numbers(
    row: str, other: str, same: bool
) -> None:
    first, second = ([(at, 1, 1, key) for at, key in enumerate(each.split("|"))] for each in (row, other))
    assert recognised_as_same(first, second) == same
