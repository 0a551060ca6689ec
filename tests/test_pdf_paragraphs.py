"""Lines to paragraphs: what is set in one of the ways orders are set comes back paragraph by paragraph."""

from collections.abc import Sequence

import pytest

from parsers.document import Document, Paragraph
from parsers.pdf.hyphens import is_break
from parsers.pdf.layer import Line
from parsers.pdf.paragraphs import explain, starts_with_marker
from parsers.pdf.read import read_pdf
from parsers.pdf.regions import Region
from parsers.pdf.settings import DEFAULT_SETTINGS
from tests.pdf_maker import Sheet, make_pdf
from tests.pdf_typesetter import width_of, wrap

LEFT, RIGHT, INDENT = 60.0, 535.0, 35.0
SIZE = 12.0
Set = tuple[str, str]
PREAMBLE = (
    "В целях совершенствования взаимодействия с клиентами министерства и подведомственных ему учреждений, внедрения "
    "стандартов обслуживания граждан и организаций, исполнения плана мероприятий по развитию приказываю:"
)
LONG = "Ведение перечня точек взаимодействия осуществляется ответственным лицом министерства в электронной форме"
TITLE = "Об утверждении порядка взаимодействия с клиентами министерства труда и социального развития"


def set_text(style: str, text: str) -> list[tuple[float, str]]:
    """Lines of a paragraph and where they begin, by the style it is set in."""
    width = RIGHT - LEFT
    match style:
        case "body":
            return [(LEFT + (0 if n else INDENT), line) for n, line in enumerate(wrap(text, width, SIZE, INDENT))]
        case "flush":
            return [(LEFT, line) for line in wrap(text, width, SIZE)]
        case "hang":
            marker, rest = text.split(" ", 1)
            lines = wrap(rest, width - 55, SIZE)
            return [(LEFT + 55, f"{line}") if n else (LEFT + 35, f"{marker}\0{line}") for n, line in enumerate(lines)]
        case "left half":
            return [(LEFT, line) for line in wrap(text, 240, SIZE)]
        case "stamp":
            return [(340, line) for line in wrap(text, RIGHT - 340, SIZE)]
        case "stamp centre":
            return [((380 + RIGHT - width_of(line, SIZE)) / 2, line) for line in wrap(text, RIGHT - 380, SIZE)]
        case "right":
            return [(RIGHT - width_of(line, SIZE), line) for line in wrap(text, 260, SIZE)]
        case _:
            return [((LEFT + RIGHT - width_of(line, SIZE)) / 2, line) for line in wrap(text, width, SIZE)]


def page(blocks: Sequence[Set], pitch: float = 15) -> Document:
    sheet, y = Sheet(), 60.0
    for style, text in blocks:
        for x, line in set_text(style, text) if text else [(0.0, "")]:
            marker, _, rest = line.rpartition("\0")
            sheet.text(x, y, marker).text(LEFT + 55 if marker else x, y, rest)
            y += pitch
    return read_pdf(make_pdf([sheet]), "order.pdf", "")


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("pitch", [13, 15, 21])
@pytest.mark.parametrize(
    "blocks",
    [
        [("body", "1. Утвердить порядок."), ("body", "2. Утвердить перечень.")],
        [("body", f"1. {LONG}."), ("body", f"2. {LONG}, а также на бумаге."), ("body", "3. Контроль.")],
        [("flush", f"1. {LONG} по адресу: ул. Ленина, д. 5, каб. 210. Прием ведется по телефону, каб. 12. Далее.")],
        [("body", "1. Утвердить:"), ("body", "- порядок;"), ("body", "- перечень;"), ("body", "а) прием.")],
        [("centre", "ПОРЯДОК"), ("centre", "ведения перечня точек")],
        [("centre", TITLE.upper()), ("body", "1. Прием ведется.")],
        [("centre", "I. Общие положения"), ("body", f"1. {LONG}."), ("centre", "II. Сроки")],
        [("right", "УТВЕРЖДЕН"), ("right", "приказом министерства"), ("right", "от 01.02.2024 № 5")],
        [
            ("stamp centre", "УТВЕРЖДЕН"),
            ("stamp centre", "приказом министерства труда и социальной защиты Заречной области"),
            ("stamp centre", "от 12 марта 2024 г."),
        ],
        [("stamp", "Приложение № 1"), ("stamp", "к приказу министерства"), ("stamp", "от 01.02.2024 № 5")],
        [("stamp", "УТВЕРЖДЕН"), ("stamp", "приказом министерства труда и социального развития области")],
        [("left half", TITLE), ("body", f"1. {LONG}.")],
        [("body", f"1. {LONG}:"), ("hang", f"– {LONG.lower()};"), ("hang", "– прием граждан;"), ("body", "2. Ответ.")],
        [("hang", f"1) {LONG.lower()};"), ("hang", f"2) {LONG.lower()}."), ("hang", "3) ответ.")],
        [("body", "- 1) прием граждан;"), ("body", f"- 2) {LONG.lower()}.")],
        [("body", f"1. {LONG} – далее перечень – и ведется - как правило - в срок до 1 января.")],
        [("body", "Прием ведется."), ("", ""), ("flush", "Министр")],
    ],
)
def test_paragraphs_come_back_as_they_were_set(blocks: list[Set], pitch: float) -> None:
    document = page([("body", PREAMBLE), *blocks], pitch)
    assert paragraphs(document) == [PREAMBLE, *(text for _, text in blocks if text)]


def test_a_paragraph_after_blank_space_says_so() -> None:
    document = page([("body", PREAMBLE), ("body", "1. Прием."), ("", ""), ("body", "2. Ответ.")])
    assert [block.gap for block in document.blocks if isinstance(block, Paragraph)] == [False, False, True]


def test_paragraphs_without_indent_are_told_by_short_lines() -> None:
    blocks = [f"1. {LONG}.", f"2. {LONG} и его учреждений в порядке и в сроки, которые он установил.", "3. Контроль."]
    assert paragraphs(page([("flush", text) for text in [PREAMBLE, *blocks]])) == [PREAMBLE, *blocks]


def lines(*texts: str) -> Document:
    """Lines as they stand, each as wide as the page by its last word."""
    return read_pdf(make_pdf([Sheet().lines(LEFT, 60, texts)]), "order.pdf", "")


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["Сведения размещаются на сайте министерства, в разделе приема граждан, через веб-", "форму."], "веб-форму"),
        (["Ответ направляется в порядке, который установлен Федеральным законом от № 59-", "ФЗ."], "59-ФЗ"),
        (["Сайт https://www.region.example/obrashcheniya/priem-grazhdan/raspisanie/2024/", "otvet"], "2024/otvet"),
        (["Сайт https://www.region.example/obrashcheniya/priem-grazhdan/raspisanie/2024", "/ok."], "2024/ok"),
        (["Сайт https://www.region.example/public/0af4cd2e-78cb-109b-8178-e9813585-", "03dc."], "8178-e9813585-03dc"),
        (["Прием ведется на всей территории региона по предварительной записи, информа-", "ция."], "информация"),
        (
            [
                "Прием ведется в тех случаях, когда гражданин лично подает заявление или инфор-",
                "мационно-",
                "правовой запрос.",
            ],
            "информационно-правовой",
        ),
    ],
)
def test_what_a_line_end_cuts_is_joined(texts: list[str], joined: str) -> None:
    assert joined in paragraphs(lines(*texts))[0]


def test_where_words_are_broken_by_syllables_the_view_joins_them_all() -> None:
    document = lines("Прием и инфор-", "мация, предо-", "ставление услуг и взаимо-", "действие.")
    assert "взаимо-\nдействие" in document.text
    assert paragraphs(document) == ["Прием и информация, предоставление услуг и взаимодействие."]


@pytest.mark.parametrize(
    ("left", "right", "broken"),
    [("инфор", "мации", True), ("предо", "ставление", True), ("веб", "форма", False), ("онлайн", "запись", False)],
)
def test_a_syllable_is_no_word(left: str, right: str, broken: bool) -> None:
    assert is_break(left, right) is broken


@pytest.mark.parametrize("text", ["1. а", "1.Утвердить", "1) а", "IV. О", "а) о", "– о", "2.6.1. О", "\uf0b7 о"])
def test_markers_begin_items(text: str) -> None:
    assert starts_with_marker(text)


@pytest.mark.parametrize("text", ["1.", "2024 г.", "г. Тула", "-5", "1,5 часа", "12.03.2024 подписан"])
def test_what_only_looks_like_a_marker(text: str) -> None:
    assert not starts_with_marker(text)


@pytest.mark.parametrize(
    ("x0", "base", "rule", "begins"),
    [(60, 115, "had_room", True), (60, 160, "blank_above", True), (95, 115, "had_room", True)],
)
def test_the_rule_that_decided_can_be_asked_for(x0: float, base: float, rule: str, begins: bool) -> None:
    def line(text: str, x0: float, x1: float, base: float) -> Line:
        return Line(1, text, x0, x1, base - 9, base + 3, base, SIZE, 40, x0 + 20)

    region = Region(LEFT, RIGHT, LEFT + INDENT)
    before = [line("1. Утвердить порядок", LEFT + INDENT, 300, 100)]
    assert explain(before, line("министерства", x0, x0 + 80, base), region, DEFAULT_SETTINGS) == (rule, begins)
