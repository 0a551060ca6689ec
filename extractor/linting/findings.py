"""Diagnostics of several files in one list."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from extractor.registry import Diagnostic


class Finding(NamedTuple):
    """A diagnostic and the file it is about."""

    file: str
    diagnostic: Diagnostic


def findings_of(file: str) -> list[Finding]:
    """What the program has to say of a file.

    Raises :class:`normalizers.errors.ReestrError` for a file that gives no registry.
    """
    from extractor.inputs.opening import open_document
    from extractor.pipeline import document_to_registry

    registry = document_to_registry(open_document(file))
    return [Finding(file, diagnostic) for diagnostic in registry.diagnostics]


def fails(findings: Sequence[Finding]) -> bool:
    """Whether there is a warning or an error."""
    return any(finding.diagnostic.severity in ("warning", "error") for finding in findings)


def counts_line(files: int, findings: Sequence[Finding]) -> str:
    """The counts in words.

    >>> counts_line(2, [])
    '2 files: 0 errors, 0 warnings, 0 notes'
    """
    counts = Counter(finding.diagnostic.severity for finding in findings)
    noun = "file" if files == 1 else "files"
    return f"{files} {noun}: {counts['error']} errors, {counts['warning']} warnings, {counts['info']} notes"
