"""``mc:AlternateContent``: the same content twice, for new and old programs; it is read once."""

from parsers.docx.flow import Flow
from parsers.docx.xml import Element, m, mc, w

_WORD_TEXT = (w("t"), m("t"))
_CHOICE, _FALLBACK = mc("Choice"), mc("Fallback")


def choose(flow: Flow, element: Element) -> Element | None:
    """The branch that prints: the first choice, unless only the fallback holds Word's own text."""
    branches = [branch for branch in element if branch.tag in (_CHOICE, _FALLBACK)]
    chosen = branches[0] if branches else None
    if chosen is not None and not _has_text(chosen):
        chosen = next((branch for branch in branches if branch.tag == _FALLBACK and _has_text(branch)), chosen)
    for branch in element:
        if branch is not chosen:
            flow.buckets.sweep("alternate", branch)
    return chosen


def _has_text(branch: Element) -> bool:
    return next(branch.iter(*_WORD_TEXT), None) is not None
