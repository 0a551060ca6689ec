"""Word's complex fields: what lies between begin and separate is code, what follows is the result that prints."""

from dataclasses import dataclass, field

from parsers.docx.field_codes import field_address
from parsers.docx.line import Line


@dataclass(slots=True)
class _Field:
    """One open field: its instruction, and where its result began."""

    instruction: list[str] = field(default_factory=list)
    line: Line | None = None
    start: int = 0


class Fields:
    """The open fields of a story, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._in_code = 0

    def __len__(self) -> int:
        return len(self._open)

    def begin(self) -> None:
        """A field begins with its code."""
        self._open.append(_Field())
        self._in_code += 1

    def code(self, text: str) -> None:
        """A piece of code; stray code belongs to no field."""
        if self._open:
            self._open[-1].instruction.append(text)

    def separate(self, line: Line) -> None:
        """The code is over, the result begins."""
        if self._open and self._open[-1].line is None:
            self._open[-1].line = line
            self._open[-1].start = len(line.pieces)
            self._in_code -= 1

    def end(self, line: Line) -> None:
        """A field ends; the result of a HYPERLINK is a link."""
        if not self._open:
            return
        done = self._open.pop()
        if done.line is None:
            self._in_code -= 1
            return
        line.link(done.start if done.line is line else 0, field_address("".join(done.instruction)))

    def inside_code(self) -> bool:
        """Whether text is the result of a field that stands in another field's code, which never prints.

        Text straight in a field's own code is no text by the standard; it is shown, so that a field that was
        never closed hides nothing.
        """
        return self._in_code > 0 and self._open[-1].line is not None
