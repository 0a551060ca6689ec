"""Instructions of Word's fields."""

import re

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))', re.IGNORECASE)
_FRAGMENT = re.compile(r'\\l\s+"([^"]*)"', re.IGNORECASE)


def field_address(instruction: str) -> str:
    """The address of a HYPERLINK field, empty for any other field or a place inside the file.

    >>> field_address(' HYPERLINK "https://mfc.ru/" \\\\t "_blank" '), field_address(' HYPERLINK \\\\l "_Toc1" ')
    ('https://mfc.ru/', '')
    """
    found = _HYPERLINK.match(instruction)
    if found is None:
        return ""
    address = found[1] or found[2] or ""
    fragment = _FRAGMENT.search(instruction)
    return f"{address}#{fragment[1]}" if address and fragment else address
