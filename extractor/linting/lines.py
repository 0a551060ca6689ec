"""Findings the way a compiler prints them: ``file:line: severity code message``."""

from collections.abc import Sequence

from extractor.linting.findings import Finding
from extractor.terminal.colours import Paint
from extractor.terminal.plain import plain
from extractor.terminal.positions import position

_STYLES = {"error": "red", "warning": "yellow", "info": "blue"}


def findings_to_lines(findings: Sequence[Finding], paint: Paint) -> str:
    """One line a finding."""
    return "".join(f"{_line(finding, paint)}\n" for finding in findings)


def _line(finding: Finding, paint: Paint) -> str:
    found = finding.diagnostic
    severity = paint(found.severity, _STYLES[found.severity])
    return f"{position(finding.file, found.source)}: {severity} {found.code} {plain(found.message)}"
