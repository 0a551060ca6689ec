"""Findings as SARIF 2.1.0 (OASIS standard), which CI systems show beside the lines they are about."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from extractor.attempts import Failure
from extractor.linting.findings import Finding
from extractor.registry import Source

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def findings_to_sarif(findings: Sequence[Finding], failures: Sequence[Failure]) -> dict[str, Any]:
    """One run: its rules are the codes that occur; a file that gave no registry is a notification of the run."""
    codes = sorted({finding.diagnostic.code for finding in findings})
    run = {
        "tool": {"driver": _driver(codes)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(failures)],
        "results": [_result(finding, codes) for finding in findings],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(codes: Sequence[str]) -> dict[str, Any]:
    rules = [{"id": code, "shortDescription": {"text": code.replace("_", " ")}} for code in codes]
    return {"name": "reestr", "version": version("reestr"), "rules": rules}


def _invocation(failures: Sequence[Failure]) -> dict[str, Any]:
    told = [
        {
            "level": "error",
            "descriptor": {"id": str(failure.reason)},
            "message": {"text": failure.message},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(failure.file)}}}],
        }
        for failure in failures
    ]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": told}


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    found = finding.diagnostic
    return {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": _LEVELS[found.severity],
        "message": {"text": found.message},
        "locations": [{"physicalLocation": _location(finding)}],
    }


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    source = finding.diagnostic.source
    return location | {"region": _region(source)} if source else location


def _region(source: Source) -> dict[str, int]:
    characters = {"charOffset": source.start, "charLength": source.end - source.start}
    if source.lines is None:
        return characters
    return {"startLine": source.lines[0], "endLine": source.lines[1], **characters}


def _uri(file: str) -> str:
    """A path as a relative reference, an absolute one as a ``file`` URI.

    >>> _uri("corpus/приказ 1.txt")
    'corpus/%D0%BF%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%201.txt'
    """
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")
