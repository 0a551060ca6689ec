"""A file to an open PDF: encrypted, corrupt and oversized files end here, each with its reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from normalizers.errors import Reason, ReestrError
from parsers.limits import Limits, within
from parsers.pdf.bombs import refuse_bombs

_TAIL = 2048


@contextmanager
def open_pdf(source: Path | bytes, limits: Limits) -> Iterator[Any]:
    """The pdfium document of a file or its bytes, closed at the end.

    Raises ``ENCRYPTED``, ``CORRUPT`` or ``TOO_LARGE``. An owner's password alone does not hinder reading.
    """
    import pypdfium2

    data = _bytes(source, limits)
    _refuse_truncated(data)
    refuse_bombs(data, limits)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    try:
        within("pages", len(document), limits.pages)
        yield document
    finally:
        document.close()


def _bytes(source: Path | bytes, limits: Limits) -> bytes:
    if isinstance(source, bytes):
        within("file_bytes", len(source), limits.file_bytes)
        return source
    within("file_bytes", source.stat().st_size, limits.file_bytes)
    return source.read_bytes()


def _refuse_truncated(data: bytes) -> None:
    """A PDF ends in ``%%EOF``; pdfium would mend a cut file in silence and lose its last pages."""
    if b"%%EOF" not in data[-_TAIL:]:
        raise ReestrError(Reason.CORRUPT, "the PDF is cut short: it has no end mark", "download the file again")


def _refusal(error: Exception) -> ReestrError:
    from pypdfium2 import raw

    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return ReestrError(Reason.ENCRYPTED, "the PDF asks for a password", "save a copy without a password")
    return ReestrError(Reason.CORRUPT, "the PDF cannot be opened", "open and save it in a viewer, or download it again")
