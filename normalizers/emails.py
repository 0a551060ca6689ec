"""E-mail addresses, as printed.

Sources: RFC 5321 for the length and form of the parts (quoted local parts are not read), RFC 6531 and RFC 5891 for
addresses in Russian letters. A line end right after the "@" is joined.

>>> [found.value for found in find_emails("электронная почта: <msh@krasnodar.ru>, приёмная@мвд.рф.")]
['msh@krasnodar.ru', 'приёмная@мвд.рф']
>>> find_emails("канал @min_trud в сети")
[]
"""

import re
from dataclasses import dataclass

_LATIN_LOCAL = re.compile(r"[a-z0-9_%+.-]{1,64}", re.IGNORECASE)
_RUSSIAN_LOCAL = re.compile(r"[а-яёa-z0-9_+.-]{1,64}", re.IGNORECASE)
_LATIN_DOMAIN = re.compile(
    r"\n?[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:xn--[a-z0-9-]{2,30}|[a-z]{2,24})(?![a-z0-9_@])",
    re.IGNORECASE,
)
_RUSSIAN_DOMAIN = re.compile(r"\n?(?:[а-яё0-9-]{1,63}\.){1,5}[а-яё]{2,20}(?![\w@])", re.IGNORECASE)
_DOMAIN_LOCAL = ((_LATIN_DOMAIN, _LATIN_LOCAL), (_RUSSIAN_DOMAIN, _RUSSIAN_LOCAL))
_LONGEST_LOCAL = 64
_NOT_FIRST = ".-+%"


@dataclass(frozen=True, slots=True)
class FoundEmail:
    """An e-mail address: where it stands and how it is printed, joined where a line broke it."""

    start: int
    end: int
    value: str


def find_emails(text: str) -> list[FoundEmail]:
    """Every e-mail address in order."""
    found: list[FoundEmail] = []
    at = text.find("@")
    while at >= 0:
        item = _around(text, at, found[-1].end if found else 0)
        if item:
            found.append(item)
        at = text.find("@", item.end if item else at + 1)
    return found


def email_key(value: str) -> str:
    """What two spellings of one mailbox share: small letters, the host in Russian letters.

    >>> email_key("mailto:Info@XN--B1AEW.xn--p1ai")
    'info@мвд.рф'
    """
    local, _, host = "".join(value.split()).strip("<>").lower().removeprefix("mailto:").rpartition("@")
    return f"{local}@{host_key(host)}"


def host_key(host: str) -> str:
    """A host in small letters, its ASCII form decoded (RFC 5891); what cannot be decoded stays.

    >>> host_key("XN--B1AEW.xn--p1ai."), host_key("xn--.ru")
    ('мвд.рф', 'xn--.ru')
    """
    host = host.lower().rstrip(".")
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def _around(text: str, at: int, begin: int) -> FoundEmail | None:
    # read backwards from the "@", so that a long run of letters is read once
    before = text[max(begin, at - _LONGEST_LOCAL) : at][::-1]
    for domain_form, local_form in _DOMAIN_LOCAL:
        domain = domain_form.match(text, at + 1)
        local = local_form.match(before) if domain else None
        if domain and local:
            name = local[0][::-1].lstrip(_NOT_FIRST)
            value = f"{name}@{domain[0].lstrip()}"
            return FoundEmail(at - len(name), domain.end(), value) if name else None
    return None
