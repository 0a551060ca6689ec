"""What a stage can tell of its reasons to one who asks (``reestr trace``); it costs a look where nobody does."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from normalizers.verbatim import Span


class Note(NamedTuple):
    """A rule that fired: the stage it belongs to, what of the source it read, what it made of it."""

    stage: str
    rule: str
    spans: Sequence[Span]
    said: str


_NOTES: ContextVar[list[Note] | None] = ContextVar("notes", default=None)


def notes_taken() -> list[Note] | None:
    """The list to append to, ``None`` where nobody asks."""
    return _NOTES.get()


@contextmanager
def taking_notes() -> Iterator[list[Note]]:
    """A list that fills with the notes of all that runs inside.

    >>> with taking_notes() as notes:
    ...     notes_taken().append(Note("clauses", "client_may", [Span(0, 5)], "сайт"))
    >>> notes[0].rule, notes_taken()
    ('client_may', None)
    """
    notes: list[Note] = []
    token = _NOTES.set(notes)
    try:
        yield notes
    finally:
        _NOTES.reset(token)
