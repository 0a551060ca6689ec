"""``reestr trace``, ``coverage`` and ``schema``: every value explained, every character counted, every key declared."""

import json
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest

from extractor import extract
from extractor.coverage_view import document_to_stretches
from extractor.exit_codes import ExitCode
from extractor.inputs.opening import open_document
from extractor.tracing.trace import document_to_steps
from parsers.parts import document_to_structure
from tests.cli_case import ORDER, reestr
from tests.places import CORPUS, ORDERS

ALL = sorted([*CORPUS.glob("*.txt"), *ORDERS.glob("*.txt")])


def test_the_schema_is_one_and_registries_are_valid() -> None:
    schema = json.loads(reestr("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(reestr("extract", ORDER).stdout))
    assert not validator.is_valid({"schema_version": "1.0"})


def test_every_key_of_a_registry_is_traced() -> None:
    registry = extract(ORDER)
    items = {step.item for step in document_to_steps(open_document(str(ORDER)))}
    for index, touchpoint in enumerate(registry.touchpoints):
        pointers = {f"/touchpoints/{index}{pointer}" for pointer in touchpoint.spans}
        pointers |= {f"/touchpoints/{index}/needs/{need}/categories" for need in range(len(touchpoint.needs))}
        assert pointers <= items
    for kind, found in (("definitions", registry.definitions), ("provisions", registry.provisions)):
        assert {f"/{kind}/{index}" for index in range(len(found))} <= items


def test_a_line_is_explained() -> None:
    touchpoint = extract(ORDER).touchpoints[0]
    assert touchpoint.source.lines is not None
    result = reestr("trace", ORDER, "--at", touchpoint.source.lines[0])
    assert result.exit_code == ExitCode.OK
    assert "/touchpoints/0/types" in result.stdout
    assert "<- normalizers.touchpoint_types: " in result.stdout
    assert len(result.stdout) < len(reestr("trace", ORDER).stdout)


def test_a_trace_as_json_gives_places() -> None:
    steps = [json.loads(line) for line in reestr("trace", ORDER, "--format", "json").stdout.splitlines()]
    assert all(step["start"] < step["end"] and step["lines"] and step["rule"] for step in steps)


def test_a_sentence_is_traced_to_its_rule(tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    sentence = "Клиент вправе обратиться с жалобой на действия должностных лиц на адрес электронной почты Комитета."
    order.write_text(f"Порядок взаимодействия с клиентами\n\n1. {sentence}\n", encoding="utf-8")
    assert "<- extractor.places.rules.client_may" in reestr("trace", order).stdout


def test_a_line_beyond_the_end_is_said_to_hold_nothing() -> None:
    result = reestr("trace", ORDER, "--at", 100_000)
    assert (result.stdout, result.exit_code) == ("", ExitCode.OK)
    assert "nothing is read there" in result.stderr


@pytest.mark.parametrize("source", ALL, ids=[path.stem for path in ALL])
def test_every_character_is_in_one_stretch(source: Path) -> None:
    document = open_document(str(source))
    stretches = document_to_stretches(document, document_to_structure(document))
    assert sum(each.characters for each in stretches) == len("".join(document.text.split()))
    assert all(one.span.end <= other.span.start for one, other in pairwise(stretches))


def test_coverage_tells_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = reestr("coverage", ORDER)
    left = extract(ORDER).coverage.unassigned
    assert result.exit_code == (ExitCode.FINDINGS if left else ExitCode.OK)
    assert result.stdout.count(": unassigned: ") == len(left)
    monkeypatch.setattr("extractor.coverage_view.assigned_spans", lambda document, structure: iter(()))
    bare = reestr("coverage", ORDER)
    assert bare.exit_code == ExitCode.FINDINGS
    assert f"{ORDER}:1: unassigned: " in bare.stdout


@pytest.mark.parametrize("command", ["trace", "coverage", "lint"])
def test_bad_input_is_one_line(command: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = reestr(command, tmp_path / "empty.txt")
    assert result.exit_code == ExitCode.BAD_INPUT
    assert f"reestr: {tmp_path}/empty.txt: empty: " in result.stderr
    assert "Traceback" not in result.stderr
