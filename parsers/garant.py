"""Reader of ГАРАНТ text dumps: a line is a paragraph, a cell ends with a pipe.

``lines_to_blocks`` walks the lines once: marks (banners, notes) first, then stretches of cells, then paragraphs.
"""

from normalizers.verbatim import Span
from parsers.boilerplate import is_date_list, is_label, line_to_mark, opens_date_list, squeezed, trailing_note
from parsers.document import Composer
from parsers.garant_tables import cells_to_table, stretch_of_cells
from parsers.lines import Line
from parsers.markers import Kind, marker_of


def looks_like_garant(lines: list[Line]) -> bool:
    """Cells that end with a pipe but do not begin with one, or the system's own banner."""
    cells = 0
    for line in lines:
        if line.text.endswith("|") and not (
            line.text.startswith("|") and line.text.count("|") > 1 and line.text.strip("| ")
        ):
            cells += 1
            if cells >= 3:
                return True
        elif line.text.startswith(("Если вы являетесь пользователем", "Вы можете открыть актуальную", "ГАРАНТ:")):
            return True
    return False


def lines_to_blocks(composer: Composer, lines: list[Line]) -> None:
    """Turn the lines of a ГАРАНТ dump into blocks and marks of the composer.

    Postcondition: every non-blank line stands in exactly one block or mark.
    """
    position = 0
    gap = False
    label = ""
    while position < len(lines):
        line = lines[position]
        if not line.text:
            position, gap = position + 1, True
            continue
        stop = stretch_of_cells(lines, position)
        if stop > position:
            cells_to_table(composer, lines[position:stop])
            position = stop
            continue
        name = line_to_mark(line.text) or ("editor_note" if _below_label(label, line.text) else None)
        if name:
            composer.mark(name, line.start, line.end)
            label = _next_label(label, line.text)
        else:
            line_to_paragraph(composer, line, gap)
            label = ""
        position, gap = position + 1, False


def _next_label(label: str, text: str) -> str:
    """The label in force below a mark."""
    if is_label(text) or opens_date_list(text):
        return squeezed(text)
    return label if is_date_list(text) else ""


def _below_label(label: str, text: str) -> bool:
    """Whether a line is the note that a label announces: a list of dates, or any unnumbered line."""
    if not label:
        return False
    return is_date_list(text) if label.startswith("С изменениями") else marker_of(text).kind is Kind.NONE


def line_to_paragraph(composer: Composer, line: Line, gap: bool = False) -> None:
    """One line as one paragraph; an edition note at its end becomes a mark."""
    cut = trailing_note(line.text)
    end = line.end if cut is None else line.start + cut
    composer.paragraph([Span(line.start, end)], gap)
    if cut is not None:
        composer.mark("edition_note", end, line.end)
