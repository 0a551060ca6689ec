"""Rich tables as text for standard output: in colour on a terminal, wide enough for a log elsewhere."""

import sys
from typing import TYPE_CHECKING

from extractor.terminal.colours import is_coloured

if TYPE_CHECKING:
    from rich.table import Table

_LOG_WIDTH = 160


def table_text(table: "Table") -> str:
    """The lines of a table."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else _LOG_WIDTH
    console = Console(file=sys.stdout, no_color=not is_coloured(sys.stdout), width=width, highlight=False, markup=False)
    with console.capture() as captured:
        console.print(table)
    return captured.get()
