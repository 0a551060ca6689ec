"""The state of reading one story: where a piece of text goes just now."""

from collections.abc import Iterator
from contextlib import contextmanager

from normalizers.errors import Reason, ReestrError
from parsers.docx.fields import Fields
from parsers.docx.line import Line
from parsers.docx.part import Part


class Flow:
    """Sends text to the line, or to the bucket that is open; knows the paragraph's style and the depth."""

    def __init__(self, part: Part, depth: int = 0) -> None:
        self.part = part
        self.buckets = part.shared.buckets
        self.fields = Fields()
        self.bucket: str | None = None
        self.style: str | None = None
        self.raised = False
        self.depth = depth

    def put(self, text: str, line: Line) -> None:
        """Add text to the line or to the open bucket."""
        name = self.current()
        if name is None:
            line.pieces.append(text)
        else:
            self.buckets.add(name, text, line, len(line.pieces))

    def current(self) -> str | None:
        """The bucket that takes text just now."""
        return self.bucket or ("field_code" if self.fields.inside_code() else None)

    def note(self, name: str, text: str, line: Line) -> None:
        """Put text into a bucket of its own, whichever is open."""
        self.buckets.add(name, text, line, len(line.pieces))

    @contextmanager
    def into(self, name: str) -> Iterator[None]:
        """Send what follows to a bucket; a bucket already open takes all."""
        before = self.bucket
        self.bucket = before or name
        try:
            yield
        finally:
            self.bucket = before

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Descend one level, within the limit."""
        self.depth += 1
        if self.depth > self.part.shared.limits.xml_depth:
            raise ReestrError(
                Reason.TOO_LARGE,
                "containers stand inside one another too deep",
                "no person wrote such a file: do not trust it",
            )
        try:
            yield
        finally:
            self.depth -= 1
