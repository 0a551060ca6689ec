"""Touchpoints: abbreviations that contradict a name, channels that depart from the order's own, what has no class."""

from collections.abc import Iterator

from extractor.diagnostics.case import Case, Finding


def abbreviations(case: Case) -> Iterator[Finding]:
    """«региональный портал … (ЕПГУ)»: the abbreviation names another place."""
    for place, touchpoint in zip(case.places, case.touchpoints, strict=True):
        if place.contradicted:
            source = touchpoint.source
            message = f"the abbreviation says {', '.join(place.contradicted)}, the name {', '.join(place.types)}"
            yield Finding("abbreviation_conflict", "warning", message, (source.start, source.end), touchpoint.id)


def channels(case: Case) -> Iterator[Finding]:
    """A touchpoint of one type departs from the order's first declaration of that type."""
    declared: dict[str, list[str]] = {}
    for touchpoint in case.touchpoints:
        if len(touchpoint.types) != 1 or touchpoint.channel_basis == "type" or not touchpoint.channels:
            continue
        kind = str(touchpoint.types[0])
        first = declared.setdefault(kind, list(touchpoint.channels))
        if first != touchpoint.channels:
            source = touchpoint.source
            here, before = " and ".join(touchpoint.channels), " and ".join(first)
            message = f"{kind} is {here} here, {before} where the order first declares it"
            yield Finding("channel_conflict", "warning", message, (source.start, source.end), touchpoint.id)


def unclassified(case: Case) -> Iterator[Finding]:
    """Places and needs that no class fits."""
    for touchpoint in case.touchpoints:
        if "other" in touchpoint.types:
            source = touchpoint.source
            message = f"no type fits: {touchpoint.name[:80]}"
            yield Finding("unclassified_type", "warning", message, (source.start, source.end), touchpoint.id)
        for need in touchpoint.needs:
            if "other" in need.categories:
                place = (need.source.start, need.source.end)
                yield Finding("unclassified_need", "info", f"no category fits: {need.text[:80]}", place, touchpoint.id)
