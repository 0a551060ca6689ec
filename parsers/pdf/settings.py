"""Every tolerance of the PDF reader in one validated object; lengths are points, shares are of the type size."""

from dataclasses import dataclass, fields

from normalizers.errors import Reason, ReestrError


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """Tolerances by stage; every one is a positive number.

    >>> PdfSettings(snap=0)
    Traceback (most recent call last):
    normalizers.errors.ReestrError: bad_value: PDF setting snap must be a positive number, not 0
    """

    # characters to words
    space_gap: float = 0.17
    tracking_gap: float = 0.1
    double_strike: float = 0.13
    # paths to rules, rules to grids
    rule_thickness: float = 3.5
    snap: float = 5.0
    join: float = 5.0
    touch: float = 3.0
    open_side: float = 12.0
    min_rule: float = 4.0
    max_rules: int = 1_000
    max_crossings: int = 3_000
    # words to lines
    line_overlap: float = 0.5
    raised: float = 0.15
    small: float = 0.8
    piece_gap: float = 0.7
    wide_gap: float = 1.1
    # lines to columns
    gutter: float = 0.8
    min_column_lines: int = 3
    # lines to paragraphs
    edge: float = 3.0
    indent: float = 6.0
    pitch_slack: float = 1.3
    size_slack: float = 0.12
    # pages
    margin_share: float = 0.15
    same_place: float = 4.0
    page_characters: int = 200_000
    page_objects: int = 50_000
    page_annotations: int = 5_000

    def __post_init__(self) -> None:
        for item in fields(self):
            value: object = object.__getattribute__(self, item.name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
                raise ReestrError(Reason.BAD_VALUE, f"PDF setting {item.name} must be a positive number, not {value!r}")


DEFAULT_SETTINGS = PdfSettings()
