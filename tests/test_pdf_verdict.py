"""What a text layer is worth, and what happens to pages without one."""

import pytest

from normalizers.errors import ReestrError
from parsers.document import Document, Paragraph
from parsers.pdf.layer import PageLayer, Word
from parsers.pdf.mend import mended_layer
from parsers.pdf.read import read_pdf
from parsers.pdf.recognising import Recogniser, UnreadPage
from parsers.pdf.verdict import Verdict, layer_verdict, words_verdict
from tests.pdf_maker import Sheet, make_pdf

ORDER = ["Приказ министерства труда и социального", "развития о перечне точек взаимодействия"]
MISREAD = "Мииистерстпо социальпого рязвития приквз утвердитъ переченъ точек взаимодсйствия клиентами " * 4
PICTURE = "q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"


def words(text: str) -> list[Word]:
    return [Word(part, 0, 1, 0, 1, 1, 12, " ") for part in text.split()]


def layer(text: str, pictures: float = 0.0, drawings: int = 0) -> PageLayer:
    return PageLayer(1, 595, 842, words(text), (), pictures, drawings)


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Приказ министерства труда от 01.02.2024 № 5", "usable"),
        ("адрес https://www.gosuslugi.ru/600123/1/form и почта priem@mintrud.region.ru телефон", "usable"),
        ("IT-специалист отдела e-mail SMS-сообщения через Telegram, VK и WhatsApp граждан", "usable"),
        ("I. Общие положения II. Порядок III. Сроки", "usable"),
        ("npuKa3 MuHucTepcTBa Tpyda u cou,uaJIbHoro pa3BuTuH peruoHa", "bad_cyrillic"),
        ("Ïðèêàç ìèíèñòåðñòâà òðóäà è ñîöèàëüíîãî ðàçâèòèÿ ðåãèîíà", "bad_cyrillic"),
        ("Mинистерcтво тpуда и cоциального paзвития рeгиона o пеpечне", "mixed_alphabets"),
        ("Министерство c опечаткой (одна лат. буква c) труда и социального развития", "usable"),
    ],
)
def test_words_tell_what_a_layer_is_worth(text: str, verdict: str) -> None:
    assert words_verdict(text.split()) == verdict


@pytest.mark.parametrize(
    ("page", "verdict"),
    [
        (layer(""), "usable"),
        (layer("", pictures=0.9), "none"),
        (layer("12", pictures=0.9), "none"),
        (layer("", drawings=900), "none"),
        (layer(MISREAD, pictures=1.0), "misread"),
        (layer(MISREAD), "usable"),
        (layer("Приказ министерства труда и социального развития", pictures=1.0), "usable"),
        (layer("\ufffd\ufffd\ufffd\ue001\ue002 " * 12), "bad_cyrillic"),
        (layer("\uf0b7 личный прием граждан " * 30), "usable"),
    ],
)
def test_pages_without_letters_are_scans_if_they_show_something(page: PageLayer, verdict: str) -> None:
    assert layer_verdict(page) == verdict


def test_cyrillic_set_as_latin_letters_is_decoded() -> None:
    data = make_pdf([Sheet().lines(100, 100, ORDER)], mapped=False)
    assert paragraphs(read_pdf(data, "order.pdf", "")) == [" ".join(ORDER)]


def test_what_does_not_decode_to_russian_is_left() -> None:
    assert mended_layer(layer("Ôîìãáû Çùúûý Þÿøùú Ïþôéü Áâãäå Øùúûü")) is None


def scanned() -> bytes:
    text = Sheet().lines(100, 100, ORDER)
    return make_pdf([text, Sheet().raw(PICTURE), Sheet().lines(100, 100, ["Конец приказа министерства."])])


def test_pages_without_a_text_layer_are_refused_by_number() -> None:
    with pytest.raises(ReestrError, match=r"no_text_layer: .* pages 2 \(none\)"):
        read_pdf(scanned(), "order.pdf", "")


def test_a_recogniser_gets_such_pages_only_and_its_words_are_read() -> None:
    seen: list[tuple[int, Verdict, int]] = []

    def recognise(page: UnreadPage) -> PageLayer:
        seen.append((page.number, page.verdict, page.render(72).width))
        line = [Word(part, 100 + 60 * place, 150 + 60 * place, 90, 102, 100, 12) for place, part in enumerate("абв")]
        return PageLayer(page.number, page.width, page.height, line, confidence=0.87)

    document = read_pdf(scanned(), "order.pdf", "", recognise)
    assert seen == [(2, Verdict.NONE, 595)]
    assert "а б в" in document.text
    assert document.recognised == ((2, 0.87),)
    assert document.page_of(document.text.index("а б в")) == 2


def test_a_recogniser_that_gives_nothing_leaves_the_refusal() -> None:
    recognise: Recogniser = lambda page: None  # noqa: E731
    with pytest.raises(ReestrError, match="no_text_layer"):
        read_pdf(scanned(), "order.pdf", "", recognise)


def test_blank_pages_alone_are_an_empty_file() -> None:
    with pytest.raises(ReestrError, match="empty"):
        read_pdf(make_pdf([Sheet(), Sheet()]), "order.pdf", "")
