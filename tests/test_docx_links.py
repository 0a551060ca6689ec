"""DOCX: an address behind words is shown once, where the words do not print it themselves."""

import pytest

from tests.docx_factory import field, marks, r, read, texts


def link(target: str, words: str) -> str:
    return f'<w:hyperlink r:id="{target}">{words}</w:hyperlink>'


LINKS = {
    "site": "https://mfc.example.ru/",
    "page": "https://mfc.example.ru/feedback/",
    "mail": "mailto:do@example.ru?subject=a",
    "phone": "tel:+74132609832",
    "act": "https://login.consultant.ru/link/?req=doc&amp;base=LAW",
    "local": "file:///C:/order.doc",
    "idn": "https://xn--80ak6aa92e.xn--p1ai/",
}


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (link("site", r("на сайте")) + r("."), "на сайте https://mfc.example.ru/."),
        (link("site", r("mfc.example.ru")), "mfc.example.ru"),
        (link("site", r("https://MFC.example.ru")), "https://MFC.example.ru"),
        (link("page", r("https://mfc.") + r("example.ru/feedback/")), "https://mfc.example.ru/feedback/"),
        (link("page", r("https://mfc.")) + link("page", r("example.ru/feedback/")), "https://mfc.example.ru/feedback/"),
        (r("сайт mfc.example.ru: ") + link("site", r("вход")), "сайт mfc.example.ru: вход"),
        (r("сайт mfc.example.ru: ") + link("page", r("отзыв")),
         "сайт mfc.example.ru: отзыв https://mfc.example.ru/feedback/"),
        (link("mail", r("почта")), "почта do@example.ru"),
        (link("mail", r("do@example.ru")), "do@example.ru"),
        (link("phone", r("8 (4132) 60-98-32")), "8 (4132) 60-98-32"),
        (link("act", r("Федеральный закон")), "Федеральный закон"),
        (link("local", r("приказ")), "приказ"),
        (link("none", r("закладка")), "закладка"),
        ('<w:hyperlink w:anchor="_Toc1">' + r("раздел") + "</w:hyperlink>", "раздел"),
        (field(' HYPERLINK "https://mfc.example.ru/" ', r("портал")), "портал https://mfc.example.ru/"),
        (field(' HYPERLINK \\l "_Toc1" ', r("портал")), "портал"),
        ('<w:fldSimple w:instr="HYPERLINK &quot;https://mfc.example.ru/&quot;">' + r("портал") + "</w:fldSimple>",
         "портал https://mfc.example.ru/"),
        (link("site", r("раз")) + r(", ") + link("site", r("два")), "раз https://mfc.example.ru/, два"),
        (link("idn", r("аррӏе.рф")), "аррӏе.рф"),
    ],
)  # fmt: skip
def test_a_link_shows_its_address_once(markup: str, seen: str) -> None:
    assert texts(read(f"<w:p>{markup}</w:p>", links=LINKS)) == [seen]


def test_addresses_that_are_no_contacts_are_kept_aside() -> None:
    document = read(f"<w:p>{link('act', r('закон'))}{link('local', r('файл'))}</w:p>", links=LINKS)
    assert marks(document, "hyperlink") == [
        "https://login.consultant.ru/link/?req=doc&base=LAW",
        "file:///C:/order.doc",
    ]
