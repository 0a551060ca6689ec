"""``mc:AlternateContent``: the same content twice, for new and old programs; it is read once."""

from parsers.docx_flow import Flow
from parsers.docx_xml import Element, m, mc, w

_WORD_TEXT = (w("t"), m("t"))


def choose(flow: Flow, element: Element) -> Element | None:
    """The branch that prints: the first choice, unless only the fallback holds Word's own text."""
    branches = list(element)
    chosen = next(iter(branches), None)
    if len(branches) > 1 and chosen is not None and next(chosen.iter(*_WORD_TEXT), None) is None:
        fallback = element.find(mc("Fallback"))
        if fallback is not None and next(fallback.iter(*_WORD_TEXT), None) is not None:
            chosen = fallback
    for branch in branches:
        if branch is not chosen:
            flow.buckets.sweep("alternate", branch)
    return chosen
