r"""Addresses of sites, as printed.

Sources: RFC 3986 for the form, RFC 5891 for Russian hosts, ``zones.toml`` for the zones in which a bare domain counts.
The angle brackets and the punctuation around an address are none of it, balanced brackets are. A bare domain is never
part of an e-mail address, a file name ("прил.docx") or an abbreviation ("т.д.", "г.Москва").

>>> [found.value for found in find_urls("на сайте <https://mtsr.nso.ru/page/8039>, www.nso.ru; мвд.рф/приём.")]
['https://mtsr.nso.ru/page/8039', 'www.nso.ru', 'мвд.рф/приём']
>>> find_urls("msh@krasnodar.ru, прил.docx, г.Москва, 1.1.2")
[]
>>> same_url("https://www.Gosuslugi.ru/", "gosuslugi.ru")
True
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from normalizers.emails import find_emails

_ZONES = tomllib.loads(Path(__file__).with_name("zones.toml").read_text("utf-8"))
_LATIN = "|".join(sorted(_ZONES["latin"], key=len, reverse=True))
_CYRILLIC = "|".join(sorted(_ZONES["cyrillic"], key=len, reverse=True))
_HINT = re.compile(rf"https?:|www\.|\.(?:{_LATIN})(?![a-z0-9_])|\.(?:{_CYRILLIC})(?!\w)", re.IGNORECASE)
_REST = r"[^\s<>\"«»„“”|{}\\^`*]"
_URL = re.compile(
    rf"""
      <\s*(?P<bracketed>(?:https?://|www\.)[^\s<>|]+(?:[ \t\r]*\n\s*[^\s<>|]+)*)\s*>
    | (?P<scheme>(?<![a-z0-9])https?://{_REST}+)
    | (?P<www>(?<![\w@.-])www\.(?:[\w-]{{1,63}}\.){{1,6}}[^\W\d_]{{2,24}}(?!\w)(?::\d{{2,5}})?(?:[/?\#]{_REST}*)?)
    | (?P<bare>(?<![a-z0-9_@.-])(?:[a-z0-9-]{{1,63}}\.){{1,8}}(?:{_LATIN})(?![a-z0-9_]|[.-][a-z0-9])
        (?::\d{{2,5}})?(?:[/?\#]{_REST}*)?)
    | (?P<russian>(?<![\w@.-])(?:[а-яё0-9-]{{1,63}}\.){{1,4}}(?:{_CYRILLIC})(?![\w]|[.-]\w)
        (?::\d{{2,5}})?(?:[/?\#]{_REST}*)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEXT_ITEM = re.compile(r"[,;]+(?:https?://|www\.|[а-яё])|(?<![_%])\([а-яё]", re.IGNORECASE)
_CLOSING = {")": "(", "]": "["}
_TRAILING = ".,;:!?…'’–—"
_LETTER = re.compile(r"[a-zа-яё]", re.IGNORECASE)
_LOCAL_PART = re.compile(r"[\w.+-]{0,64}@")
_PARTS = re.compile(r"(?:[a-z]+:/{2})?(?:www\.)?(?P<host>[^/?#:]*)(?::(?:80|443)(?!\d))?(?P<rest>.*)", re.I | re.S)


@dataclass(frozen=True, slots=True)
class FoundUrl:
    """An address of a site: where it stands and how it is printed, joined where a line broke it."""

    start: int
    end: int
    value: str


def find_urls(text: str) -> list[FoundUrl]:
    """Every address of a site in order."""
    if not _HINT.search(text):
        return []
    emails = [(found.start, found.end) for found in find_emails(text)]
    found: list[FoundUrl] = []
    for match in _URL.finditer(text):
        item = _found(match)
        while emails and emails[0][1] <= match.start():
            emails.pop(0)
        inside = emails and emails[0][0] < match.end() and match.lastgroup in ("bare", "russian")
        if item and not inside:
            found.append(item)
    return found
