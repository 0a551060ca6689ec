"""Reader of ГАРАНТ text dumps: a line is a paragraph, a cell ends with a pipe.

``lines_to_blocks`` walks the lines once: marks (banners, notes) first, then stretches of cells, then paragraphs.
"""

from normalizers.verbatim import Span
from parsers.boilerplate import trailing_note
from parsers.document import Composer
from parsers.garant_tables import cells_to_table, stretch_of_cells
from parsers.lines import Line
from parsers.notes import Notes


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
    notes = Notes()
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
        name = notes.name(line.text)
        if name:
            composer.mark(name, line.start, line.end)
        else:
            line_to_paragraph(composer, line, gap)
        position, gap = position + 1, False


def line_to_paragraph(composer: Composer, line: Line, gap: bool = False) -> None:
    """One line as one paragraph; an edition note at its end becomes a mark."""
    cut = trailing_note(line.text)
    end = line.end if cut is None else line.start + cut
    composer.paragraph([Span(line.start, end)], gap)
    if cut is not None:
        composer.mark("edition_note", end, line.end)
