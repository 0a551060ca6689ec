"""Steps of the touchpoints and their needs."""

from collections.abc import Iterator, Sequence

from extractor.registry import Registry, Source, Touchpoint
from extractor.tracing.reasons import why_categories, why_channel, why_clients, why_context, why_type
from extractor.tracing.steps import Step, quoted_steps
from parsers.tracing import Note

_FIELDS = {
    "section": "the heading or section row over it",
    "number": "number of its row or item",
    "contacts": "extractor.places.contacts, extractor.places.address_book",
}
_TABLE = {"process": "column process", "features": "column features or channel", "name": "column touchpoint"}


def touchpoint_steps(registry: Registry, notes: Sequence[Note]) -> Iterator[Step]:
    """Every value of every touchpoint."""
    for index, touchpoint in enumerate(registry.touchpoints):
        pointer = f"/touchpoints/{index}"
        origin = _origin(touchpoint, notes)
        yield from quoted_steps(pointer, touchpoint, _FIELDS | _TABLE | {"name": origin}, origin)
        yield from _coded(pointer, touchpoint)
        yield from _needs(pointer, touchpoint, origin)
        yield from _also(pointer, touchpoint, notes)


def _coded(pointer: str, touchpoint: Touchpoint) -> Iterator[Step]:
    place = _place(touchpoint.source)
    for code in touchpoint.types:
        yield Step(*place, f"{pointer}/types", str(code), why_type(str(code), touchpoint.name))
    yield Step(*place, f"{pointer}/channels", ", ".join(map(str, touchpoint.channels)), why_channel(touchpoint))
    yield Step(*place, f"{pointer}/context", str(touchpoint.context), why_context(touchpoint))
    yield Step(*place, f"{pointer}/clients", ", ".join(map(str, touchpoint.clients)), why_clients(touchpoint))


def _needs(pointer: str, touchpoint: Touchpoint, origin: str) -> Iterator[Step]:
    split = "normalizers.need_split" if touchpoint.origin == "table" else origin
    for index, need in enumerate(touchpoint.needs):
        below = f"{pointer}/needs/{index}"
        yield Step(*_place(need.source), f"{below}/text", need.text, split)
        yield Step(
            *_place(need.source), f"{below}/categories", ", ".join(map(str, need.categories)), why_categories(need)
        )


def _also(pointer: str, touchpoint: Touchpoint, notes: Sequence[Note]) -> Iterator[Step]:
    for index, source in enumerate(touchpoint.also):
        rule = f"extractor.places.merging: {_sentence_rule(source, notes) or 'the same place again'}"
        yield Step(*_place(source), f"{pointer}/also/{index}", touchpoint.name, rule)


def _origin(touchpoint: Touchpoint, notes: Sequence[Note]) -> str:
    """The rule that designated the place."""
    if touchpoint.origin == "table":
        return "column touchpoint"
    if touchpoint.origin == "list":
        return "extractor.places.lists: item of a list of places"
    rule = _sentence_rule(touchpoint.source, notes)
    return f"extractor.places.rules.{rule}" if rule else "extractor.places.points: a definition or running text"


def _sentence_rule(source: Source, notes: Sequence[Note]) -> str | None:
    for note in notes:
        if note.stage == "clauses" and note.spans[0].start <= source.start < note.spans[-1].end:
            return note.rule
    return None


def _place(source: Source) -> tuple[int, int]:
    return source.start, source.end
