"""Addresses behind the words of a paragraph.

A link whose words do not show its address gets it as ``<https://…>`` after them, the way a text dump prints it, so that
a URL can be found. Where the words already print an address, that one stands (contacts are "as printed"). Links inside
the file and links of legal systems to the acts they quote are no contacts: they go to the bucket ``hyperlink``.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_LEGAL_SYSTEMS = re.compile(
    r"(?:^|\.)(?:consultant\.ru|garant\.ru|cntd\.ru|kodeks\.ru|pravo\.gov\.ru|pravo\.minjust\.ru|pravo\.ru)(?::\d+)?$"
)
_NO_DIGIT = re.compile(r"\D+")
_BLANK = re.compile(r"[\s\u00ad\u200b]+")


_MOST_LINKS = 200
"""In a line of more links an address is not looked for among all the words, only among its own."""


class Link(NamedTuple):
    """Pieces ``start`` to ``end`` of a line and the address behind them."""

    start: int
    end: int
    address: str


def with_addresses(pieces: Sequence[str], links: Sequence[Link]) -> tuple[str, list[str]]:
    """Text of a line with the addresses it must show, and those it does not.

    >>> with_addresses(["на ", "сайте", "."], [Link(1, 2, "https://mfc.ru/")])
    ('на сайте <https://mfc.ru/>.', [])
    >>> with_addresses(["mfc.ru"], [Link(0, 1, "http://mfc.ru/")])
    ('mfc.ru', [])
    """
    shown = _folded("".join(pieces)) if len(links) <= _MOST_LINKS else ""
    parts: list[str] = []
    hidden: list[str] = []
    position = 0
    for link in _joined(pieces, links):
        words = "".join(pieces[link.start : link.end])
        parts.append("".join(pieces[position : link.end]))
        position = link.end
        printed = printable(link.address)
        if not printed or not words.strip():
            hidden.append(link.address)
        elif not _shows(_folded(words), shown, printed):
            parts.append(f" <{printed}>")
            shown += f" {_folded(printed)}" if shown else ""
    parts.append("".join(pieces[position:]))
    return "".join(parts), hidden


def _joined(pieces: Sequence[str], links: Sequence[Link]) -> list[Link]:
    """Links in order; neighbours with one address, parted by white space at most, are one."""
    found: list[Link] = []
    for link in sorted(links):
        last = found[-1] if found else None
        if last and last.address == link.address and not "".join(pieces[last.end : link.start]).strip():
            found[-1] = Link(last.start, link.end, link.address)
        elif last is None or link.start >= last.end:
            found.append(link)
    return found


def printable(address: str) -> str:
    """The address as a reader would print it; empty where it is no place to write or go to.

    >>> printable("mailto:do@sev.gov.ru?subject=x"), printable("consultantplus://offline/ref=1"), printable("https://a.ru")
    ('do@sev.gov.ru', '', 'https://a.ru')
    >>> printable("https://login.consultant.ru/link/?req=doc"), printable("tel:+74132609832")
    ('', '+74132609832')
    """
    scheme, colon, rest = address.strip().partition(":")
    kind = scheme.lower()
    if kind == "mailto":
        return unquote(rest.partition("?")[0]).strip("/ ")
    if kind == "tel":
        return unquote(rest)
    if kind not in ("http", "https", "ftp"):
        return address.strip() if address.lower().startswith("www.") else ""
    return "" if not colon or _LEGAL_SYSTEMS.search(_host(address)) else "".join(address.split())


def _shows(words: str, line: str, printed: str) -> bool:
    """Whether the words print this address or another of its site, or the line prints it elsewhere."""
    folded = _folded(printed)
    if folded.startswith("+"):
        return _NO_DIGIT.sub("", folded)[-10:] in _NO_DIGIT.sub("", words)
    host = _folded(_host(printed))
    return folded in line or (bool(host) and host in words) or ("@" in words and "@" in printed)


def _host(address: str) -> str:
    try:
        host = urlsplit(address).netloc.rpartition("@")[2].lower()
        return host.encode("ascii").decode("idna") if "xn--" in host else host
    except ValueError:
        return ""


def _folded(text: str) -> str:
    """Text without what does not tell addresses apart: case, white space, scheme, ``www.``, a closing slash."""
    plain = _BLANK.sub("", unquote(text)).lower()
    return plain.replace("https://", "").replace("http://", "").replace("www.", "").rstrip("/")
