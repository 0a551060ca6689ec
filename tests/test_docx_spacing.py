"""What parts paragraphs on the page though no blank one stands between them."""

import pytest

from parsers.document import Paragraph
from tests.docx_factory import p, read, root
from tests.word_markup import paragraph

RIGHT, CENTRE = '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'
TITLE = root(
    "styles",
    f'<w:style w:type="paragraph" w:styleId="Base"><w:pPr>{CENTRE}</w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Base"/></w:style>',
)


def gaps(body: str, **parts: object) -> list[bool]:
    return [block.gap for block in read(body, **parts).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("upper", "lower", "parted"),
    [
        ("", "", False),
        (RIGHT, CENTRE, True),
        (RIGHT, RIGHT, False),
        (CENTRE, "", True),
        ('<w:jc w:val="both"/>', '<w:jc w:val="left"/>', False),
        ('<w:jc w:val="end"/>', RIGHT, False),
        ('<w:ind w:left="5103"/>', "", True),
        (f'<w:ind w:left="5103"/>{CENTRE}', RIGHT, False),
        ('<w:ind w:left="709"/>', "", False),
        ('<w:spacing w:after="240"/>', "", True),
        ("", '<w:spacing w:before="240"/>', True),
        ('<w:spacing w:after="60"/>', '<w:spacing w:before="60"/>', True),
        ('<w:spacing w:after="60" w:line="360"/>', "", False),
        ('<w:pStyle w:val="Title"/>', CENTRE, False),
        ('<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Base"/><w:jc w:val="left"/>', True),
    ],
)
def test_another_side_of_the_page_or_space_parts(upper: str, lower: str, parted: bool) -> None:
    assert gaps(p("раз", upper) + p("два", lower), parts={"styles": TITLE}) == [False, parted]


def test_space_that_a_style_gives_to_all_parts_none() -> None:
    styles = root(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:pPr><w:spacing w:after="200"/></w:pPr></w:style>',
    )
    assert gaps(p("раз") + p("два"), parts={"styles": styles}) == [False, False]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Раз\nДва", [("Раз", False), ("Два", False)]),
        ("Раз\n\nДва", [("Раз", False), ("Два", True)]),
        ("раз,\nдва\n\nтри", [("раз, два", False), ("три", True)]),
    ],
)
def test_a_blank_line_inside_a_paragraph_parts_it(text: str, shown: list[tuple[str, bool]]) -> None:
    blocks = read(paragraph(text)).blocks
    assert [(block.text, block.gap) for block in blocks if isinstance(block, Paragraph)] == shown
