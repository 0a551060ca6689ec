"""Reader of HTML: saved pages of legal systems and of authorities' sites, exports of office programs, web archives.

Hidden parts, scripts and styles are left out, navigation and running heads become marks; nothing is ever fetched.
"""

import re
from typing import Any

from normalizers.errors import Reason, ReestrError
from parsers.collector import collector_paused
from parsers.composing import draft_to_document
from parsers.document import Document
from parsers.html.bytes import bytes_to_markup
from parsers.html.page import Page
from parsers.limits import DEFAULT_LIMITS, Limits, within

_TOO_DEEP = re.compile(r"excessive depth|maximum depth", re.IGNORECASE)
_ERROR_TITLE = re.compile(
    r"\b(?:40[0-9]|410|429|50[0-9]|52[0-9])\b|not found|bad gateway|forbidden|unavailable|access denied|just a moment|"
    r"страниц\w+ не найден|доступ (?:запрещ|огранич)|ошибка|не найден[ао]?$|проверка браузера|ddos",
    re.IGNORECASE,
)
_ERROR_LENGTH = 1500


def read_html(data: bytes, file: str, sha256: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a page.

    Raises :class:`ReestrError` with ``not_an_order`` for an error page, ``empty``, ``too_large`` or ``corrupt``.
    """
    within("file_bytes", len(data), limits.file_bytes)
    with collector_paused():
        page, title = _read(bytes_to_markup(data), limits)
        page.draft.streams([*page.streams, *(("hyperlink", address) for address in page.words.hidden)])
        document = draft_to_document(page.draft, file, "html", sha256)
    _refuse_error_page(title, document.text)
    return document


def _read(markup: str, limits: Limits) -> tuple[Page, str]:
    from lxml import etree

    root = _parsed(markup)
    page = Page(limits)
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped: Any = None
    for event, element in walker:
        if event == "start":
            if not page.start(element):
                skipped = element
                walker.skip_subtree()
        else:
            if element is not skipped:
                page.end(element)
            skipped = None
            page.words.add(element.tail)
    page.flush(closes=False)
    title = root.findtext(".//title") or ""
    return page, " ".join(title.split())


def _parsed(markup: str) -> Any:
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(markup, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReestrError(Reason.CORRUPT, f"the page cannot be parsed: {error}", "save it again") from None
    if any(_TOO_DEEP.search(entry.message) for entry in parser.error_log):
        raise ReestrError(Reason.TOO_LARGE, "the page is nested too deeply", "copy its text into a document")
    if root is None:
        raise ReestrError(Reason.EMPTY, "the page holds no text", "save it again")
    return root


def _refuse_error_page(title: str, text: str) -> None:
    """A server's answer in place of the order is no order; nor is a page that scripts were to fill."""
    if not text.strip():
        raise ReestrError(
            Reason.EMPTY, "the page holds no text", "save it from the browser once it shows the order, or as PDF"
        )
    if len(text) < _ERROR_LENGTH and (_ERROR_TITLE.search(title) or _ERROR_TITLE.search(text.split("\n", 1)[0][:60])):
        raise ReestrError(
            Reason.NOT_AN_ORDER, f"the page is an error message: «{(title or text.strip())[:80]}»", "download it again"
        )
