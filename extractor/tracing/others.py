"""Steps of definitions, provisions, references and diagnostics, and the notes that stages took."""

from collections.abc import Iterator, Sequence

from extractor.canonical import to_json
from extractor.registry import Registry
from extractor.tracing.steps import Step
from parsers.tracing import Note

_STAGES = {"clauses": "extractor.places.rules", "cells": "parsers.placing"}


def other_steps(registry: Registry) -> Iterator[Step]:
    """What stands around the touchpoints."""
    yield from _definitions(registry)
    yield from _provisions(registry)
    for index, each in enumerate(registry.references):
        value = f"{each.kind} {each.number or ''} {each.date or ''}: {each.text}"
        yield Step(each.source.start, each.source.end, f"/references/{index}", value, "normalizers.references")
    for index, found in enumerate(registry.diagnostics):
        if found.source is not None:
            value = f"{found.severity} {found.code}: {found.message}"
            yield Step(found.source.start, found.source.end, f"/diagnostics/{index}", value, "extractor.diagnostics")


def _definitions(registry: Registry) -> Iterator[Step]:
    for index, each in enumerate(registry.definitions):
        value = f"{each.term} - {each.text}"
        yield Step(each.source.start, each.source.end, f"/definitions/{index}", value, "extractor.definitions")


def _provisions(registry: Registry) -> Iterator[Step]:
    for index, each in enumerate(registry.provisions):
        value = each.model_dump(mode="json", warnings=False)["value"]
        said = f"{each.kind} {to_json(value, None).strip()}: {each.text}"
        yield Step(
            each.source.start, each.source.end, f"/provisions/{index}", said, f"extractor.provisions: {each.kind}"
        )


def note_steps(notes: Sequence[Note]) -> Iterator[Step]:
    """What the stages told while they ran."""
    for note in notes:
        if note.spans:
            rule = f"{_STAGES[note.stage]}.{note.rule}"
            yield Step(note.spans[0].start, note.spans[-1].end, note.stage, note.said, rule)
