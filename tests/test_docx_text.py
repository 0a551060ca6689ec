"""DOCX: what a run, a change, a link or a field leaves in the text that a reader of the page sees."""

import pytest

from parsers.document import Paragraph
from parsers.docx.reader import read_docx
from tests.docx_factory import field, marks, p, package, ppr, r, read, root, tbl, texts, tr

STYLES = root(
    "styles",
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="T"><w:name w:val="Derived"/><w:basedOn w:val="S"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>',
)


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (r("а") + "<w:r><w:tab/></w:r>" + r("б"), "а б"),
        (r("а") + "<w:r><w:br/></w:r>" + r("б"), "а б"),
        (r("а") + "<w:r><w:cr/></w:r>" + r("б"), "а б"),
        (r("взаимо") + "<w:r><w:softHyphen/></w:r>" + r("действие"), "взаимодействие"),
        (r("онлайн") + "<w:r><w:noBreakHyphen/></w:r>" + r("опрос"), "онлайн-опрос"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + r(" ответ"), "• ответ"),
        ('<w:r><w:sym w:font="Arial" w:char="2116"/></w:r>' + r(" 7"), "№ 7"),
        (r("стать") + r("я"), "статья"),
        ("<w:r><w:t> а </w:t></w:r>" + r("б"), "аб"),
        ("<w:r><w:t>а\nб</w:t></w:r>", "а б"),
        ("<w:r><w:t>а<!-- x -->б</w:t></w:r>", "аб"),
        ("<w:r><w:t><![CDATA[а<б]]></w:t></w:r>", "а<б"),
        (r("52") + r("1", '<w:vertAlign w:val="superscript"/>') + r(" ст"), "52¹ ст"),
        ('<w:ins w:id="1">' + r("новое") + "</w:ins>" + r(" слово"), "новое слово"),
        (r("было") + '<w:del w:id="1"><w:r><w:delText> старое</w:delText></w:r></w:del>', "было"),
        ("<w:moveFrom>" + r("ушло") + "</w:moveFrom><w:moveTo>" + r("пришло") + "</w:moveTo>", "пришло"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("поле") + "</w:sdtContent></w:sdt>", "поле"),
        ("<w:smartTag><w:smartTagPr/>" + r("тег") + "</w:smartTag>", "тег"),
        ("<w:customXml>" + r("икс") + "</w:customXml>", "икс"),
        ('<w:dir w:val="ltr">' + r("бди") + "</w:dir>", "бди"),
        ("<w:r><w:ruby><w:rt>" + r("верх") + "</w:rt><w:rubyBase>" + r("низ") + "</w:rubyBase></w:ruby></w:r>", "низ"),
        (r("видно") + r(" тайно", "<w:vanish/>"), "видно"),
        (r("видно", '<w:vanish w:val="0"/>'), "видно"),
        (r("видно") + r("тайно", '<w:rStyle w:val="T"/>'), "видно"),
        (r("видно") + r(" и это", '<w:rStyle w:val="T"/><w:vanish w:val="false"/>'), "видно и это"),
        (r("слово") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("."), "слово."),
        (r("слово") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>', "слово"),
        ("<m:oMath><m:r><m:t>К=</m:t></m:r><m:f><m:num><m:r><m:t>О</m:t></m:r></m:num><m:den><m:r><m:t>В</m:t></m:r>"
         "</m:den></m:f></m:oMath>", "К=О/В"),
        (field(" PAGE ", r("3")) + r(" стр"), "3 стр"),
        ('<w:fldSimple w:instr=" DATE ">' + r("30.01.2024") + "</w:fldSimple>", "30.01.2024"),
        (field(" IF " + "</w:instrText></w:r>" + field("REF a", r("код")) + "<w:r><w:instrText>", r("итог")), "итог"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("не закрыто"), "не закрыто"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("не открыто"), "не открыто"),
        ("<w:unknown>" + r("чужое") + "</w:unknown>", "чужое"),
    ],
)  # fmt: skip
def test_markup_reads_as_the_page_shows_it(markup: str, seen: str) -> None:
    assert texts(read(f"<w:p>{markup}</w:p>", parts={"styles": STYLES})) == [seen]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (p("раз") + p("два"), ["раз", "два"]),
        ("<w:sdt><w:sdtContent>" + p("раз") + p("два") + "</w:sdtContent></w:sdt>", ["раз", "два"]),
        ("<w:customXml><w:sdt><w:sdtContent>" + p("раз") + "</w:sdtContent></w:sdt></w:customXml>", ["раз"]),
        ("<w:p>" + ppr("<w:rPr><w:del/></w:rPr>") + r("нача") + "</w:p>" + p("ло"), ["начало"]),
        ("<w:p>" + ppr("<w:rPr><w:del/></w:rPr>") + "<w:del>" + r("прочь") + "</w:del></w:p>" + p("ост"), ["ост"]),
        ("<w:p>" + ppr("<w:rPr><w:vanish/></w:rPr>") + r("1. Заголовок. ") + "</w:p>" + p("Текст"),
         ["1. Заголовок. Текст"]),
        ("<w:p>" + ppr("<w:rPr><w:del/></w:rPr>") + r("перед") + "</w:p>" + tbl(tr("а", "б"), tr("в", "г")),
         ["перед", "[table]"]),
        ("<w:p>" + r("Министр") + '<w:r><w:br w:type="page"/></w:r>' + r("Приложение") + "</w:p>",
         ["Министр", "Приложение"]),
        (r("бродячий текст") + p("абзац"), ["бродячий текст", "абзац"]),
        ("<w:p>" + ppr('<w:pStyle w:val="1"/>') + r("Общие положения 3") + "</w:p>" + p("Текст"), ["Текст"]),
        ("<w:p>" + ppr('<w:pStyle w:val="H"/>') + r("тайно") + "</w:p>" + p("Текст"), ["Текст"]),
        ("<w:p>" + ppr('<w:pStyle w:val="H"/>') + r("явно", '<w:rStyle w:val="S"/>') + "</w:p>", ["явно"]),
    ],
)  # fmt: skip
def test_paragraphs_come_in_the_order_of_the_page(body: str, seen: list[str]) -> None:
    assert texts(read(body, parts={"styles": STYLES})) == seen


BOX = "<wps:txbx><w:txbxContent>" + p("УТВЕРЖДЕН") + p("приказом") + "</w:txbxContent></wps:txbx>"
VML = "<w:pict><v:shape><v:textbox><w:txbxContent>" + p("УТВЕРЖДЕН") + "</w:txbxContent></v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (f"<w:r><w:drawing>{BOX}</w:drawing></w:r>" + r("Порядок"), ["УТВЕРЖДЕН", "приказом", "Порядок"]),
        (r("Порядок") + f"<w:r><w:drawing>{BOX}</w:drawing></w:r>", ["Порядок", "УТВЕРЖДЕН", "приказом"]),
        (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{BOX}</w:drawing></mc:Choice>'
         f"<mc:Fallback>{VML}</mc:Fallback></mc:AlternateContent></w:r>", ["УТВЕРЖДЕН", "приказом"]),
        (f'<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:drawing/></mc:Choice>'
         f"<mc:Fallback>{VML}</mc:Fallback></mc:AlternateContent></w:r>", ["УТВЕРЖДЕН"]),
        (f"<w:r>{VML}</w:r>", ["УТВЕРЖДЕН"]),
    ],
)  # fmt: skip
def test_a_text_box_is_read_once(markup: str, seen: list[str]) -> None:
    assert texts(read(f"<w:p>{markup}</w:p>{p('конец')}")) == [*seen, "конец"]


def test_every_other_story_is_a_stream_of_its_own() -> None:
    document = read(
        p("тело"),
        parts={
            "footnotes": root("footnotes", f'<w:footnote w:id="1">{p("сноска")}</w:footnote>'),
            "endnotes": root("endnotes", f'<w:endnote w:id="1">{p("концевая")}</w:endnote>'),
            "comments": root("comments", f'<w:comment w:id="1">{p("первый")}{p("второй")}</w:comment>'),
            "header": root("hdr", p("верх") + tbl(tr("а", "б"))),
            "footer": root("ftr", f"<w:p>{field('PAGE', r('7'))}</w:p>"),
            "glossaryDocument": root("glossaryDocument", f"<w:docParts><w:docPart><w:docPartBody>{p('заготовка')}"
                                     "</w:docPartBody></w:docPart></w:docParts>"),
            "diagramData": '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>схема</a:t></d>',
        },
    )  # fmt: skip
    found = {
        name: marks(document, name)
        for name in ("footnote", "endnote", "comment", "header", "footer", "glossary", "drawing")
    }
    assert texts(document) == ["тело"]
    assert found == {
        "footnote": ["сноска"],
        "endnote": ["концевая"],
        "comment": ["первый\nвторой"],
        "header": ["верх\nа\tб"],
        "footer": ["7"],
        "glossary": ["заготовка"],
        "drawing": ["схема"],
    }


def test_marks_and_blocks_point_into_the_text() -> None:
    document = read(p("раз <два>".replace("<", "&lt;").replace(">", "&gt;")) + p("три"), parts={"styles": STYLES})
    for mark in document.marks:
        assert document.text[slice(*mark.span)] == mark.text
    assert [document.text[slice(*span)] for block in document.blocks for span in block.spans] == ["раз <два>", "три"]
    assert [block.block for block in document.blocks] == [0, 1]


def test_blank_paragraphs_leave_a_gap_and_nothing_else() -> None:
    blocks = read(p("раз") + "<w:p/>" + p("два") + p("три")).blocks
    assert [(block.text, block.gap) for block in blocks if isinstance(block, Paragraph)] == [
        ("раз", False),
        ("два", True),
        ("три", False),
    ]


def test_the_banner_and_the_editors_note_of_a_legal_system_are_marks() -> None:
    note = "Нумерация пунктов приводится в соответствии с источником"
    document = read(p(note) + p("5.1. Прием ведется. (п. 5.1 введен Приказом Минтруда от 01.02.2024 N 5)"))
    assert texts(document) == ["5.1. Прием ведется."]
    assert [mark.name for mark in document.marks] == ["editor_note", "edition_note"]


@pytest.mark.parametrize(
    "main_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_macro_files_and_templates_open(main_type: str) -> None:
    assert texts(read_docx(package(p("текст"), main_type=main_type), "a.docm", "0")) == ["текст"]


def test_strict_ooxml_opens() -> None:
    strict = root("document", f"<w:body>{p('а' * 70_000)}{tbl(tr('б', 'в'), tr('г', 'д'))}</w:body>")
    for kind in ("wordprocessingml", "officeDocument", "drawingml"):
        strict = strict.replace(f"schemas.openxmlformats.org/{kind}/2006/", f"purl.oclc.org/ooxml/{kind}/")
    assert texts(read_docx(package("", document=strict), "a.docx", "0")) == ["а" * 70_000, "[table]"]


@pytest.mark.parametrize(
    "body",
    [
        p("раз") + p("два", "<w:pageBreakBefore/>"),
        "<w:p>" + r("раз") + '<w:r><w:br w:type="page"/></w:r></w:p>' + p("два"),
        p("раз") + '<w:p><w:r><w:br w:type="page"/></w:r>' + r("два") + "</w:p>",
        p("раз") + p("два", '<w:pageBreakBefore w:val="1"/>'),
    ],
)
def test_a_new_page_leaves_a_gap(body: str) -> None:
    blocks = [block for block in read(body).blocks if isinstance(block, Paragraph)]
    assert [(block.text, block.gap) for block in blocks] == [("раз", False), ("два", True)]


@pytest.mark.parametrize(
    ("lines", "seen"),
    [
        (["УТВЕРЖДЕН", "приказом Министерства"], ["УТВЕРЖДЕН приказом Министерства"]),
        (["ПРАВИТЕЛЬСТВО ОБЛАСТИ", "МИНИСТЕРСТВО", "ПРИКАЗ"], ["ПРАВИТЕЛЬСТВО ОБЛАСТИ", "МИНИСТЕРСТВО", "ПРИКАЗ"]),
        (["Цифровые точки:", "- сайт;", "- почта."], ["Цифровые точки:", "- сайт;", "- почта."]),
        (["Прием ведется", "по адресу: ул. Ленина, д. 1."], ["Прием ведется по адресу: ул. Ленина, д. 1."]),
    ],
)
def test_line_breaks_part_paragraphs_where_a_text_dump_would(lines: list[str], seen: list[str]) -> None:
    assert texts(read("<w:p>" + "<w:r><w:br/></w:r>".join(map(r, lines)) + "</w:p>")) == seen


def test_utf16_opens() -> None:
    document = root("document", f"<w:body><w:p>{r('видно')}{r('тайно', '<w:vanish/>')}</w:p></w:body>")
    data = f'<?xml version="1.0" encoding="UTF-16"?>{document}'.encode("utf-16")
    assert texts(read_docx(package("", document=data), "a.docx", "0")) == ["видно"]
