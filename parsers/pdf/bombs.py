"""Streams that unpack to far more than any page holds: found before pdfium unpacks them into memory.

Only streams that could pass the limits at zlib's greatest ratio are unpacked, piece by piece and no further than the
limit; images are left alone, for they are not unpacked to read a text.
"""

import re
import zlib
from collections.abc import Iterator

from normalizers.errors import Reason, ReestrError
from parsers.limits import Limits

_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/Fl(?:ateDecode)?\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_ENCRYPTED = re.compile(rb"/Encrypt\b")
_GREATEST_RATIO = 1032
_DICTIONARY = 4_000
_STEP = 1 << 20


def refuse_bombs(data: bytes, limits: Limits) -> None:
    """Raise ``TOO_LARGE`` for a file with a stream that unpacks beyond the limits of an archive's member."""
    if _ENCRYPTED.search(data):
        return
    for start, stop, layers in _streams(data):
        if (stop - start) * _GREATEST_RATIO**layers > limits.ratio_from_bytes:
            _check(memoryview(data)[start:stop], layers, limits)


def _streams(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of Flate filters of the streams that have any and are no images."""
    position = 0
    while found := _STREAM.search(data, position):
        start = found.end()
        stop = data.find(b"endstream", start)
        if stop < 0:
            stop = len(data)
        opening = data.rfind(b"obj", max(position, start - _DICTIONARY), found.start())
        head = data[max(opening, position) : found.start()]
        layers = len(_FLATE.findall(head))
        if layers and not _IMAGE.search(head):
            yield start, stop, layers
        position = stop + len(b"endstream")


def _check(packed: memoryview, layers: int, limits: Limits) -> None:
    """Unpack one stream as far as the limits go."""
    allowed = min(limits.member_bytes, max(limits.ratio_from_bytes, limits.ratio * len(packed)))
    size = 0
    for piece in _unpacked(iter([packed]), layers):
        size += len(piece)
        if size > allowed:
            raise ReestrError(
                Reason.TOO_LARGE,
                f"a stream of {len(packed):,} bytes unpacks to more than {allowed:,}",
                "no order holds so much on a page: do not trust the file",
            )


def _unpacked(pieces: Iterator[bytes | memoryview], layers: int) -> Iterator[bytes | memoryview]:
    """The pieces after so many Flate filters; a broken stream ends where it breaks."""
    return pieces if layers == 0 else _unpacked(_inflated(pieces), layers - 1)


def _inflated(pieces: Iterator[bytes | memoryview]) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    for piece in pieces:
        rest: bytes | memoryview = piece
        while rest and not inflater.eof:
            try:
                yield inflater.decompress(rest, _STEP)
            except zlib.error:
                return
            rest = inflater.unconsumed_tail
