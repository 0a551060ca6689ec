"""The file as such: a name that belies its content, pages that were recognised from their image."""

from collections.abc import Iterator

from extractor.diagnostics.case import Case, Finding

_DOUBTFUL = 0.8


def source_notes(case: Case) -> Iterator[Finding]:
    """What the reader found odd about the file."""
    for code, message in case.locator.document.notes:
        yield Finding(code, "info", message)


def recognised_pages(case: Case) -> Iterator[Finding]:
    """One for a file with pages that were recognised, each with its confidence; a poor one is worth a warning."""
    recognised = case.locator.document.recognised
    if recognised:
        pages = ", ".join(f"{page} ({confidence:.0%})" for page, confidence in recognised)
        doubtful = min(confidence for _, confidence in recognised) < _DOUBTFUL
        yield Finding(
            "recognised_pages", "warning" if doubtful else "info", f"recognised from images, with confidence: {pages}"
        )
