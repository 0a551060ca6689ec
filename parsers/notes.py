"""Notes of a legal system line by line: what one line cannot tell, the label above it does."""

from parsers.boilerplate import FOOTNOTE, is_date_list, is_label, line_to_mark, opens_date_list, squeezed
from parsers.markers import Kind, marker_of


class Notes:
    """Names the lines of an order in turn; remembers the label that announces the next ones.

    >>> notes = Notes()
    >>> [notes.name(line) for line in ("С изменениями и дополнениями от:", "11 ноября 2024 г.", "Перечень")]
    ['editor_note', 'editor_note', None]
    """

    def __init__(self) -> None:
        self._label = ""

    def name(self, text: str) -> str | None:
        """The name of the mark that the next line is, ``None`` for a line of the order."""
        found = line_to_mark(text) or self._below_label(text) or ("footnote" if FOOTNOTE.match(text) else None)
        self._label = "" if found is None else self._next_label(text)
        return found

    def _next_label(self, text: str) -> str:
        if is_label(text) or opens_date_list(text):
            return squeezed(text)
        return self._label if is_date_list(text) else ""

    def _below_label(self, text: str) -> str | None:
        """A label announces a list of dates, or any unnumbered line."""
        if not self._label:
            return None
        if self._label.startswith("С изменениями"):
            return "editor_note" if is_date_list(text) else None
        return "editor_note" if marker_of(text).kind is Kind.NONE else None
