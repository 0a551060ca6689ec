"""What the readers of one part share: the package's styles, lists, limits and buckets, and the part's own addresses."""

from dataclasses import dataclass, field

from parsers.docx.buckets import Buckets
from parsers.docx.numbering import Numbering
from parsers.docx.styles import Styles
from parsers.limits import Limits, within


@dataclass(slots=True)
class Shared:
    """Everything of the package that all its parts need."""

    styles: Styles
    numbering: Numbering
    limits: Limits
    buckets: Buckets = field(default_factory=Buckets)
    cells: int = 0

    def count_cells(self, more: int) -> None:
        """Count grid places of a table row against the limit."""
        self.cells += more
        within("table cells", self.cells, self.limits.table_cells)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its link targets by id, and whether it hides or raises any run at all (a cheap look saves many)."""

    shared: Shared
    targets: dict[str, str]
    hides: bool = True
    raises: bool = True

    @property
    def telling(self) -> bool:
        """Whether run properties may change what is read."""
        return self.hides or self.raises
