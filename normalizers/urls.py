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
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from normalizers.emails import FoundEmail, find_emails, host_key

_ZONES = tomllib.loads(Path(__file__).with_name("zones.toml").read_text("utf-8"))
_LATIN = "|".join(sorted(_ZONES["latin"], key=len, reverse=True))
_CYRILLIC = "|".join(sorted(_ZONES["cyrillic"], key=len, reverse=True))
# starts with a letter class, so that the scan skips to "h", "w" and dots
_HINT = re.compile(
    rf"[hHwW.](?:(?<=[hH])(?i:ttps?:)|(?<=[wW])(?i:ww\.)|(?<=\.)(?i:(?:{_LATIN})(?![a-z0-9_])|(?:{_CYRILLIC})(?!\w)))"
)
# "https://vk.com/a,https://ok.ru/b" and "[https://a.ru](https://a.ru)" are two
_REST = r"(?:(?![,;](?:https?:|www\.)|\]\()[^\s<>\"«»„“”|{}\\^`*])"
_URL = re.compile(
    rf"""
      (?P<scheme>(?<![a-z0-9])https?://{_REST}+)
    | (?P<www>(?<![\w@.-])www\.(?:[\w-]{{1,63}}\.){{1,6}}[^\W\d_]{{2,24}}(?!\w)(?::\d{{2,5}})?(?:[/?\#]{_REST}*)?)
    | (?P<bare>(?<![a-z0-9_@.-])(?:[a-z0-9-]{{1,63}}\.){{1,8}}(?:{_LATIN})(?![a-z0-9_]|[.-][a-z0-9])
        (?::\d{{2,5}})?(?:[/?\#]{_REST}*)?)
    | (?P<russian>(?<![\w@.-])(?:[а-яё0-9-]{{1,63}}\.){{0,3}}[а-яё0-9-]{{2,63}}\.(?:{_CYRILLIC})(?![\w]|[.-]\w)
        (?::\d{{2,5}})?(?:[/?\#]{_REST}*)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = re.compile(r"<((?:https?://|www\.)[^\s<>|]+(?:[ \t\r]*\n\s*[^\s<>|]+)*)\s*>", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s|<>]*")
_LONGEST_HOST = 260
_NEXT_ITEM = re.compile(r"[,;]+[а-яё]|(?<![_%])\([а-яё]", re.IGNORECASE)
_CLOSING = {")": "(", "]": "["}
_WITHOUT_SCHEME = ("www", "bare", "russian")
_TRAILING = ".,;:!?…'’–—"
_BRACKET = re.compile(r"[()\[\]]")
_HOST = re.compile(r"(?:https?://)?+[\w-]+\.?\w", re.IGNORECASE)
_PARTS = re.compile(r"(?:[a-z]+:/{2})?(?:www\.)?(?P<host>[^/?#:]*)(?::(?:80|443)(?!\d))?(?P<rest>.*)", re.I | re.S)


@dataclass(frozen=True, slots=True)
class FoundUrl:
    """An address of a site: where it stands and how it is printed, joined where a line broke it."""

    start: int
    end: int
    value: str


def find_urls(text: str) -> list[FoundUrl]:
    """Every address of a site in order."""
    found: list[FoundUrl] = []
    emails: deque[FoundEmail] | None = None
    done = 0
    for hint in _HINT.finditer(text):
        if hint.start() < done:
            continue
        emails = deque(find_emails(text)) if emails is None else emails
        matches, done = _around(text, hint.start(), done)
        found += [item for match in matches if not _in_email(match, emails) and (item := _found(match))]
    return found


def url_key(value: str) -> str:
    """What two spellings of one address share: no scheme, "www." or last slash, the host in small letters.

    >>> url_key("http://WWW.xn--b1aew.xn--p1ai/Portal/")
    'мвд.рф/Portal'
    """
    parts = _PARTS.fullmatch("".join(value.split()).strip("<>"))
    if parts is None:
        return value
    return host_key(parts["host"]) + unquote(parts["rest"]).rstrip("/")


def same_url(a: str, b: str) -> bool:
    """Whether two printed addresses lead to one page.

    >>> same_url("https://sev.gov.ru/feedback/new/", "sev.gov.ru")
    False
    """
    return url_key(a) == url_key(b)


def _around(text: str, position: int, begin: int) -> tuple[list[re.Match[str]], int]:
    """The addresses in the run of characters around a hint, and where the run ends."""
    bracketed = _BRACKETED.match(text, position - 1) if position else None
    if bracketed:
        return [bracketed], bracketed.end()
    before = text[max(begin, position - _LONGEST_HOST) : position]
    token = _TOKEN.match(before[::-1])
    rest = _TOKEN.match(text, position)
    start = position - (token.end() if token else 0)
    end = rest.end() if rest else position
    return list(_URL.finditer(text, start, end)), end


def _in_email(match: re.Match[str], emails: deque[FoundEmail]) -> bool:
    """Whether an address without scheme is a part of an e-mail address."""
    while emails and emails[0].end <= match.start():
        emails.popleft()
    return bool(emails) and emails[0].start < match.end() and match.lastgroup in _WITHOUT_SCHEME


def _found(match: re.Match[str]) -> FoundUrl | None:
    bracketed = match.re is _BRACKETED
    printed = match[1] if bracketed else _without_next_item(match[0])
    if match.lastgroup == "russian" and _is_glued(printed):
        return None
    value = _within_brackets(printed).rstrip(_TRAILING)
    if not _HOST.match(value):  # "https://…"
        return None
    start = match.start(1) if bracketed else match.start()
    return FoundUrl(start, start + len(value), "".join(value.split()))


def _is_glued(printed: str) -> bool:
    """Whether a blank is missing ("Кодекса.РФ"); "МВД.РФ" and "госуслуги.рф" are sites."""
    return "." + _CYRILLIC.upper() in printed and not printed.isupper()


def _without_next_item(printed: str) -> str:
    """The address without what is glued to it: "https://a.ru,тел", "https://a.ru(далее"."""
    following = _NEXT_ITEM.search(printed, 4)
    return printed[: following.start()] if following else printed


def _within_brackets(printed: str) -> str:
    """The address up to the first bracket without its partner."""
    opened: list[re.Match[str]] = []
    for bracket in _BRACKET.finditer(printed):
        if bracket[0] in _CLOSING.values():
            opened.append(bracket)
        elif opened and opened[-1][0] == _CLOSING[bracket[0]]:
            opened.pop()
        else:
            return printed[: min([bracket, *opened[:1]], key=lambda item: item.start()).start()]
    return printed[: opened[0].start()] if opened else printed
