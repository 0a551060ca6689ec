"""Two texts with the words marked in which they differ."""

import re
from difflib import SequenceMatcher
from html import escape

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST = 1500


def marked(old: str, new: str) -> tuple[str, str]:
    """Both texts as HTML.

    >>> marked("запись на прием", "запись на личный прием")
    ('запись на прием', 'запись на <ins>личный </ins>прием')
    >>> marked("", "<b>")
    ('', '<ins>&lt;b&gt;</ins>')
    """
    if old == new:
        return escape(old), escape(new)
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > _LONGEST:
        return _mark(old, "del"), _mark(new, "ins")
    one, other = [], []
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[first:last]), "".join(after[start:end])
        one.append(escape(gone) if tag == "equal" else _mark(gone, "del"))
        other.append(escape(come) if tag == "equal" else _mark(come, "ins"))
    return "".join(one), "".join(other)


def _mark(text: str, tag: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>" if text else ""
