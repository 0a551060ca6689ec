"""What the reader of a registry should look at: contradictions of the order, guesses of the program.

``RULES`` is the ordered list; each rule takes a :class:`Case` and yields findings.
"""

from collections.abc import Callable, Iterator

from extractor.diagnostics.case import Case, Finding
from extractor.diagnostics.numbering import clause_numbers, row_numbers
from extractor.diagnostics.requisites import missing_requisites, requisites_mismatch
from extractor.diagnostics.source import recognised_pages, source_notes
from extractor.diagnostics.tables import doubtful_cells, empty_forms, merged_cells
from extractor.diagnostics.touchpoints import abbreviations, channels, unclassified
from extractor.registry import Diagnostic

Rule = Callable[[Case], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    source_notes,
    recognised_pages,
    missing_requisites,
    requisites_mismatch,
    clause_numbers,
    row_numbers,
    empty_forms,
    merged_cells,
    doubtful_cells,
    abbreviations,
    channels,
    unclassified,
)


def diagnose(case: Case) -> list[Diagnostic]:
    """All findings, in the order of the source; those without a place come first."""
    found = [finding for rule in RULES for finding in rule(case)]
    found.extend(
        Finding("unassigned_text", "warning", "text that belongs to nothing", (source.start, source.end))
        for source in case.coverage.unassigned
    )
    found.sort(key=lambda finding: finding.place[0] if finding.place else -1)
    return [_public(finding, case) for finding in found]


def _public(finding: Finding, case: Case) -> Diagnostic:
    return Diagnostic(
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        source=case.locator.source(*finding.place) if finding.place else None,
        item=finding.item,
    )
