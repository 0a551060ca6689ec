"""A file to a document: the one place that knows all formats."""

import hashlib
from pathlib import Path

from normalizers.errors import Reason, ReestrError
from parsers import garant, plain
from parsers.decoding import bytes_to_text
from parsers.document import Composer, Document
from parsers.lines import line_starts, text_to_lines

MAX_BYTES = 64 << 20


def read_document(path: Path) -> Document:
    """Read a file of any supported format.

    Raises :class:`ReestrError` for a file that is missing, too large, empty, binary or of unknown encoding.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReestrError(Reason.TOO_LARGE, f"{size} bytes, the limit is {MAX_BYTES}", "split the file")
        data = path.read_bytes()
    except OSError as error:
        raise ReestrError(
            Reason.UNREADABLE, f"cannot read: {error.strerror}", "check the path and the rights"
        ) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """Read the bytes of a file; ``name`` is recorded, never trusted."""
    text, encoding = bytes_to_text(data)
    return read_text(text, name, hashlib.sha256(data).hexdigest(), encoding)


def read_text(text: str, name: str = "", sha256: str = "", encoding: str | None = None) -> Document:
    """Turn text into a document with the reader that its content asks for."""
    composer = Composer(text)
    lines = text_to_lines(text)
    reader = garant if garant.looks_like_garant(lines) else plain
    reader.lines_to_blocks(composer, lines)
    return Document(
        name,
        "text",
        sha256,
        text,
        tuple(composer.blocks),
        tuple(composer.marks),
        encoding,
        (),
        line_starts(text),
        composer.hyphenated,
    )
