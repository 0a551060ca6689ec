"""DOCX: every piece of text in a file is in the reader's text exactly once, in the body or in a named bucket."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from parsers.document import Document, Table
from parsers.docx.buckets import BUCKETS
from parsers.docx.reader import read_docx
from tests.docx_factory import p, package, r, root, tbl, tc, tr

TEXT = re.compile(r"\}(?:t|delText|instrText|delInstrText)$")
TOKEN = re.compile(r"т\d{5}я")


def tokens() -> Iterator[str]:
    """Words that stand once in a file."""
    return (f"т{number:05d}я" for number in count(1))


def written(data: bytes) -> Counter[str]:
    """Every token of every part, read by nothing but an XML parser."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            for element in etree.fromstring(archive.read(name)).iter():
                if isinstance(element.tag, str) and TEXT.search(element.tag):
                    found.update(TOKEN.findall("".join(element.xpath("text()"))))
    return found


def owned(document: Document) -> list[bool]:
    """For each character of the text, whether a block or a mark holds it."""
    held = [False] * len(document.text)
    spans = [mark.span for mark in document.marks]
    for block in document.blocks:
        cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block]
        spans += [span for cell in cells for span in cell.spans]
    for start, end in spans:
        assert not any(held[start:end])
        held[start:end] = [True] * (end - start)
    return held


def assert_nothing_lost(data: bytes) -> Document:
    document = read_docx(data, "a.docx", "0")
    assert Counter(TOKEN.findall(document.text)) == written(data)
    assert all(held or sign.isspace() for held, sign in zip(owned(document), document.text, strict=True))
    assert {mark.name for mark in document.marks} <= set(BUCKETS)
    return document


INLINE: dict[str, Callable[[str, Iterator[str]], str]] = {
    "insertion": lambda inner, _: f'<w:ins w:id="1">{inner}</w:ins>',
    "deletion": lambda inner, word: f"<w:del>{inner}<w:r><w:delText>{next(word)}</w:delText></w:r></w:del>",
    "moved away": lambda inner, _: f"<w:moveFrom>{inner}</w:moveFrom>",
    "moved here": lambda inner, _: f"<w:moveTo>{inner}</w:moveTo>",
    "control": lambda inner, _: f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
    "smart tag": lambda inner, _: f"<w:smartTag><w:smartTagPr/>{inner}</w:smartTag>",
    "custom XML": lambda inner, _: f"<w:customXml>{inner}</w:customXml>",
    "link": lambda inner, _: f'<w:hyperlink r:id="L">{inner}</w:hyperlink>',
    "simple field": lambda inner, _: f'<w:fldSimple w:instr="PAGE">{inner}</w:fldSimple>',
    "field": lambda inner, word: (
        f'<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{next(word)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "field in a code": lambda inner, word: (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        f'<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{inner}<w:r>'
        f'<w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>{r(next(word))}'
    ),
    "open field": lambda inner, _: f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}',
    "ruby": lambda inner, word: (
        f"<w:r><w:ruby><w:rt>{r(next(word))}</w:rt><w:rubyBase>{inner}</w:rubyBase></w:ruby></w:r>"
    ),
    "text box": lambda inner, word: (
        f"<w:r><w:drawing><wps:txbx><w:txbxContent><w:p>{inner}</w:p>{tbl(tr(next(word), 'а'))}"
        "</w:txbxContent></wps:txbx></w:drawing></w:r>"
    ),
    "old text box": lambda inner, _: (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"<w:p>{inner}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    ),
    "two branches": lambda inner, word: (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{inner}</mc:Choice>'
        f"<mc:Fallback>{r(next(word))}</mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "fallback": lambda inner, _: (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "formula": lambda inner, word: f"<m:oMath><m:r><m:t>{next(word)}</m:t></m:r><m:d>{inner}</m:d></m:oMath>",
    "drawn letters": lambda inner, word: (
        f"<w:r><w:drawing><a:p><a:r><a:t>{next(word)}</a:t></a:r></a:p></w:drawing></w:r>{inner}"
    ),
    "hidden": lambda inner, word: inner + r(next(word), "<w:vanish/>"),
    "own footnote mark": lambda inner, word: (
        inner + f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>{next(word)}</w:t></w:r>'
    ),
    "run in a run": lambda inner, _: f"<w:r>{inner}</w:r>",
    "unknown": lambda inner, _: f'<x:y xmlns:x="urn:x">{inner}</x:y>',
    "comment inside": lambda inner, word: f"<w:r><w:t>{next(word)}<!-- --> {next(word)}</w:t></w:r>{inner}",
    "paragraph in a run": lambda inner, word: f"<w:r>{p(next(word))}</w:r>{inner}",
}

BLOCK: dict[str, Callable[[str, Iterator[str]], str]] = {
    "control": lambda inner, _: f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
    "custom XML": lambda inner, _: f"<w:customXml>{inner}</w:customXml>",
    "deleted": lambda inner, _: f"<w:del>{inner}</w:del>",
    "moved away": lambda inner, _: f"<w:moveFrom>{inner}</w:moveFrom>",
    "two branches": lambda inner, word: f'<mc:AlternateContent><mc:Choice Requires="x">{inner}</mc:Choice>'
    f"<mc:Fallback>{p(next(word))}</mc:Fallback></mc:AlternateContent>",
    "cell": lambda inner, word: tbl(tr(tc(inner + "<w:p/>"), next(word)), tr(next(word), next(word))),
    "frame": lambda inner, word: tbl(tr(tc(inner + tbl(tr(next(word)))))),
    "deleted row": lambda inner, word: tbl(tr(next(word), "а"), tr(tc(inner), "б", properties="<w:del/>")),
    "covered cell": lambda inner, word: tbl(
        tr(tc(next(word), '<w:vMerge w:val="restart"/>'), "а"), tr(tc(inner, "<w:vMerge/>"), next(word))
    ),
    "covered plain cell": lambda inner, word: inner
    + tbl(tr(tc("а", '<w:vMerge w:val="restart"/>'), "а"), tr(tc(next(word), "<w:vMerge/>"), next(word))),
    "deleted cell": lambda inner, word: tbl(tr(tc(inner, "<w:cellDel/>"), next(word)), tr("а", "б")),
    "control around a row": lambda inner, word: tbl(
        f"<w:sdt><w:sdtContent>{tr(tc(inner), next(word))}</w:sdtContent></w:sdt>"
    ),
    "stray in a table": lambda inner, word: inner
    + tbl(p(next(word)), tr(next(word), "а"), f"<w:ins>{r(next(word))}</w:ins>"),
    "stray in a row": lambda inner, word: tbl("<w:tr>" + p(next(word)) + tc(next(word)) + "</w:tr>") + inner,
    "stray run": lambda inner, word: r(next(word)) + inner,
    "run-on": lambda inner, word: f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r(next(word))}</w:p>{inner}",
    "hidden mark": lambda inner, word: f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{r(next(word))}</w:p>{inner}",
    "contents": lambda inner, word: p(next(word), '<w:pStyle w:val="toc"/>') + inner,
    "signature": lambda inner, word: tbl(tr(next(word), "И.И. Иванов")) + inner,
    "stamp": lambda inner, word: tbl(tr("", tc(p(next(word)) + p(next(word)))), ruled=False) + inner,
}  # fmt: skip

STYLES = root("styles", '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 2"/></w:style>')


def around(inline: list[str], blocks: list[str], word: Iterator[str]) -> str:
    """A word inside the inline wrappers inside the block wrappers, with neighbours on every level."""
    markup = r(next(word))
    for name in inline:
        markup = r(next(word)) + INLINE[name](markup, word) + r(next(word))
    markup = f"<w:p>{markup}</w:p>"
    for name in blocks:
        markup = p(next(word)) + BLOCK[name](markup, word) + p(next(word))
    return markup


def packed(body: str, word: Iterator[str]) -> bytes:
    """The body in a package whose other stories hold words too."""
    stories = {
        "styles": STYLES,
        "footnotes": root("footnotes", f'<w:footnote w:id="1">{p(next(word))}{tbl(tr(next(word), "а"))}</w:footnote>'),
        "comments": root("comments", f"<w:comment>{p(next(word))}</w:comment><w:comment>{p(next(word))}</w:comment>"),
        "header": root("hdr", f"<w:p><w:ins>{r(next(word))}</w:ins></w:p>"),
    }
    return package(body, stories, {"L": "https://example.ru/"})


@pytest.mark.parametrize("name", INLINE)
def test_nothing_is_lost_inside_a_paragraph(name: str) -> None:
    word = tokens()
    assert_nothing_lost(packed(around([name], [], word), word))


@pytest.mark.parametrize("name", BLOCK)
def test_nothing_is_lost_between_paragraphs(name: str) -> None:
    word = tokens()
    assert_nothing_lost(packed(around([], [name], word), word))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(sorted(INLINE)), max_size=5), st.lists(st.sampled_from(sorted(BLOCK)), max_size=4))
def test_nothing_is_lost_in_any_nesting(inline: list[str], blocks: list[str]) -> None:
    word = tokens()
    assert_nothing_lost(packed(p("видно") + around(inline, blocks, word), word))


ANY_TAGS = (
    *(
        "w:p",
        "w:r",
        "w:t",
        "w:t",
        "w:t",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:sdt",
        "w:sdtContent",
        "w:ins",
        "w:del",
        "w:moveFrom",
    ),
    *(
        "w:hyperlink",
        "w:txbxContent",
        "w:pict",
        "w:fldSimple",
        "w:fldChar",
        "w:instrText",
        "w:delText",
        "w:ruby",
        "w:rt",
    ),
    *("w:pPr", "w:rPr", "w:tcPr", "w:trPr", "w:tblPr", "w:vMerge", "w:gridSpan", "w:tab", "w:br", "w:sym", "w:vanish"),
    *("w:footnoteReference", "w:altChunk", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:f", "m:t", "a:t"),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ANY_TAGS), st.integers(0, 12)), max_size=30))
def test_nothing_is_lost_in_a_tree_that_no_program_would_write(nodes: list[tuple[str, int]]) -> None:
    """Each node hangs on one of those before it, whatever the schema says."""
    word = tokens()
    document = etree.fromstring(root("document", f"<w:body>{p('видно')}</w:body>"))
    grown = [document[0]]
    for name, back in nodes:
        prefix, _, local = name.partition(":")
        parent = grown[-1 - min(back, len(grown) - 1)]
        grown.append(etree.SubElement(parent, f"{{{document.nsmap[prefix]}}}{local}"))
        if TEXT.search(grown[-1].tag):
            grown[-1].text = next(word)
    assert_nothing_lost(package("", document=etree.tostring(document, encoding="unicode")))
