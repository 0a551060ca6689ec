"""Findings as JSON: an array of the contract's diagnostics, each with its file."""

from collections.abc import Sequence
from typing import Any

from extractor.linting.findings import Finding


def findings_to_records(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """One object a finding."""
    return [{"file": finding.file, **finding.diagnostic.model_dump(mode="json")} for finding in findings]
