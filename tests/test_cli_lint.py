"""``reestr lint``: lines as a compiler prints them, JSON, SARIF; an exit code for CI."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extractor.exit_codes import ExitCode
from extractor.pipeline import extract
from tests.cli_case import put, reestr

DOUBTFUL = "Приказ\n\n1. Первый пункт.\n\n2. Второй пункт.\n\n7. Седьмой пункт.\n"
REGION = {"type": "object", "properties": {"startLine": {"type": "integer", "minimum": 1}}, "required": ["charOffset"]}
PHYSICAL = {
    "type": "object",
    "properties": {"artifactLocation": {"type": "object", "required": ["uri"]}, "region": REGION},
    "required": ["artifactLocation"],
}
RESULT = {
    "type": "object",
    "properties": {
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": {"type": "object", "required": ["text"]},
        "locations": {"type": "array", "items": {"type": "object", "properties": {"physicalLocation": PHYSICAL}}},
    },
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
}
SARIF = {
    "type": "object",
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {"results": {"type": "array", "items": RESULT}},
                "required": ["tool", "results"],
            },
        },
    },
    "required": ["version", "runs"],
}


@pytest.fixture
def order(tmp_path: Path) -> Path:
    return put(tmp_path, order__txt=DOUBTFUL) / "order.txt"


def test_a_finding_is_a_line_with_its_place(order: Path) -> None:
    result = reestr("lint", order)
    assert result.exit_code == ExitCode.FINDINGS
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{order}: warning missing_requisites ")
    assert lines[1].startswith(f"{order}:7: info numbering_gap ")
    assert result.stderr.startswith("reestr: 1 file: 0 errors, ")


def test_json_holds_every_diagnostic(order: Path) -> None:
    found = json.loads(reestr("lint", order, "--format", "json").stdout)
    codes = [each.code for each in extract(order).diagnostics]
    assert [each["code"] for each in found] == codes
    assert {each["file"] for each in found} == {str(order)}


def test_sarif_has_its_form(order: Path, tmp_path: Path) -> None:
    put(tmp_path, **{"с пробелом__txt": DOUBTFUL, "empty__txt": ""})
    result = reestr("lint", order, tmp_path / "с пробелом.txt", tmp_path / "empty.txt", "--format", "sarif")
    log: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(log, SARIF)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[each["ruleIndex"]] == each["ruleId"] for each in run["results"])
    assert all(
        " " not in each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]
    )
    assert not run["invocations"][0]["executionSuccessful"]
    assert result.exit_code == ExitCode.BAD_INPUT


@pytest.mark.parametrize(
    ("severities", "code"),
    [
        ([], ExitCode.OK),
        (["info"], ExitCode.OK),
        (["warning"], ExitCode.FINDINGS),
        (["info", "error"], ExitCode.FINDINGS),
    ],
)
def test_the_exit_code_tells_of_warnings_and_errors(
    severities: list[str], code: ExitCode, order: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.linting.findings import Finding
    from extractor.registry import Diagnostic

    found = [Finding("a", Diagnostic(code="x", severity=each, message="m")) for each in severities]  # type: ignore[arg-type]
    monkeypatch.setattr("extractor.linting.findings.findings_of", lambda file: found)
    result = reestr("lint", order)
    assert result.exit_code == code
    assert result.stdout.splitlines() == [f"a: {each} x m" for each in severities]
