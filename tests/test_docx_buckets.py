"""DOCX: what the page does not show lies in a bucket with a name."""

import pytest

from parsers.docx.reader import read_docx
from tests.docx_factory import marks, p, package, r, read, root, texts


@pytest.mark.parametrize(
    ("body", "name", "kept"),
    [
        ("<w:del><w:r><w:delText>старое</w:delText></w:r></w:del>", "deleted", ["старое"]),
        (
            "<w:del><w:r><w:delText>ста</w:delText></w:r><w:r><w:delText>рое</w:delText></w:r></w:del>",
            "deleted",
            ["старое"],
        ),
        ("<w:moveFrom>" + r("ушло") + "</w:moveFrom>", "moved_from", ["ушло"]),
        (r("тайна", "<w:vanish/>"), "hidden", ["тайна"]),
        ("<w:r><w:instrText> PAGE </w:instrText></w:r>", "field_code", ["PAGE"]),
        ("<w:r><w:ruby><w:rt>" + r("верх") + "</w:rt><w:rubyBase/></w:ruby></w:r>", "ruby", ["верх"]),
        ('<w:r><w:pict><v:shape><v:textpath string="ПРОЕКТ"/></v:shape></w:pict></w:r>', "drawing", ["ПРОЕКТ"]),
        ('<w:r><w:object><o:OLEObject r:id="x9"/></w:object></w:r>', "embedded_object", ["[x9]"]),
        ('<w:subDoc r:id="x9"/>', "sub_document", ["[x9]"]),
    ],
)
def test_what_is_not_seen_lies_in_its_bucket(body: str, name: str, kept: list[str]) -> None:
    document = read(f"<w:p>{r('видно')}{body}</w:p>")
    assert (texts(document), marks(document, name)) == (["видно"], kept)


def test_an_imported_file_is_noted() -> None:
    assert marks(read(p("видно") + '<w:altChunk r:id="c"/>', links={"c": "afchunk.htm"}), "alt_chunk") == [
        "[afchunk.htm]"
    ]


def test_text_outside_the_body_is_kept() -> None:
    document = root("document", f"<w:background>{r('фон')}</w:background><w:body>{p('тело')}</w:body>{p('после')}")
    found = read_docx(package("", document=document), "a.docx", "0")
    assert (texts(found), marks(found, "outside_body")) == (["тело"], ["фон", "после"])
