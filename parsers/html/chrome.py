"""What stands around the order on a page: navigation, running heads, the site's own boxes. Kept as streams, by name."""

import re
from typing import Any

from parsers.html.tags import LISTS
from parsers.links import printable

_NAVIGATION = "navigation"
_EXPORTED = frozenset({"header", "footer"})
"""Running heads as LibreOffice exports them: ``<div title="header">``."""
_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "complementary", "dialog", "menu", "menubar"})
"""Landmarks that hold no content of the page itself (WAI-ARIA 1.2, 5.3.4)."""
_LANDMARKS = frozenset({"header", "footer", "aside"})
_CONTENT = ("article", "main")
_BOXES = frozenset({"div", "ul", "section", "form"})
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|sidebar|toolbar|pagination|pager|share|social|"
    r"cookies?|search|login|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FEWEST_LINKS, _MOST_NODES = 3, 2_000


def aside_of(element: Any) -> str | None:
    """The stream an element belongs to, ``None`` for what may be the order."""
    tag = element.tag
    if tag == "nav" or element.get("role") in _ROLES:
        return _NAVIGATION
    if tag == "div" and element.get("title") in _EXPORTED:
        return str(element.get("title"))
    if tag in _LANDMARKS:
        return None if next(element.iterancestors(*_CONTENT), None) is not None else _NAVIGATION
    if tag in _BOXES and _NAMED.search(f"{element.get('class') or ''} {element.get('id') or ''}".strip()):
        return _NAVIGATION
    return _NAVIGATION if (tag in LISTS or tag == "table") and _is_menu(element) else None


def _is_menu(element: Any) -> bool:
    """Whether a list or table holds nothing but links to other pages of a site: three or more, no word beside them."""
    count = 0
    for nodes, item in enumerate(element.iter()):
        if item.tag == "a" and item.get("href") is not None:
            if printable(item.get("href")):
                return False
            count += 1
        elif (item.text or "").strip() and not _in_link(item, element):
            return False
        if item is not element and (item.tail or "").strip() and not _in_link(item.getparent(), element):
            return False
        if nodes > _MOST_NODES:
            break
    return count >= _FEWEST_LINKS


def _in_link(item: Any, top: Any) -> bool:
    while item is not None and item is not top:
        if item.tag == "a":
            return True
        item = item.getparent()
    return False
