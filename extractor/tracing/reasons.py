"""Why a touchpoint has its type, channel, context and clients: the rules asked again, one by one."""

from collections.abc import Iterator

from extractor.registry import Need, Touchpoint
from normalizers.clients import clients_of
from normalizers.contexts import context_of
from normalizers.language import analyse
from normalizers.need_rules import RULES
from normalizers.need_segments import text_to_segments
from normalizers.touchpoint_types import type_hits, types_of, weak_hits

_BASES = {
    "declared": "the row, the list's or the clause's heading declares it",
    "definition": "a definition of the order enumerates the place",
    "type": "the order is silent: channel of the type",
}


def why_type(code: str, name: str) -> str:
    """The pattern in the name that gives a type; else the host of an address, the heading or the title.

    >>> why_type("mfc", "Многофункциональный центр")
    'normalizers.touchpoint_types: pattern «многофункциональный центр»'
    """
    analysis = analyse(name)
    for kind, hits in (("pattern", type_hits(analysis)), ("weak pattern", weak_hits(analysis))):
        found = next((hit.pattern for hit in hits if hit.code == code), None)
        if found is not None:
            return f"normalizers.touchpoint_types: {kind} «{found}»"
    if code in types_of(name).codes:
        return "normalizers.touchpoint_types: host of an address"
    return "extractor.places: heading of the list, title of the annex, or no class fits"


def why_channel(touchpoint: Touchpoint) -> str:
    """What the channel rests on."""
    return f"extractor.places.channels: {_BASES[touchpoint.channel_basis]}"


def why_context(touchpoint: Touchpoint) -> str:
    """Whether the section told the context, or the annex's title."""
    told = touchpoint.section is not None and context_of(touchpoint.section) is not None
    return f"normalizers.contexts: {'section' if told else 'title of the annex'}"


def why_clients(touchpoint: Touchpoint) -> str:
    """Whether the place's own words told its clients, or what stands over them."""
    own = bool(clients_of(touchpoint.name))
    return f"normalizers.clients: {'own words' if own else 'section, title, or the rule that silence is external'}"


def why_categories(need: Need) -> str:
    """The rule that answered for each action of a need.

    >>> from extractor.registry import Source
    >>> why_categories(Need(text="запись на прием", categories=[], source=Source(start=0, end=1)))
    'normalizers.need_categories: appointment'
    """
    return f"normalizers.need_categories: {', '.join(_fired(need.text)) or 'no rule'}"


def _fired(text: str) -> Iterator[str]:
    for segment in text_to_segments(text):
        fired = next((rule.__name__ for rule in RULES if rule(segment)), None)
        if fired is not None:
            yield fired
