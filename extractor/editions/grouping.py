"""Lines of the index to orders, each with its editions: sources with the same requisites are one order."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from extractor.editions.requisites import is_one_order

Line = dict[str, Any]

_FORMATS = (".txt", ".md", ".docx", ".docm", ".dotx", ".odt", ".rtf", ".doc", ".htm", ".html", ".mht")
"""Suffixes of sources, the most faithful first; paged ones and images come after them."""


class Edition(NamedTuple):
    """Sources of one date, the one that speaks for the edition first."""

    date: str | None
    lines: list[Line]

    @property
    def head(self) -> Line:
        """The line of the source that speaks for the edition."""
        return self.lines[0]


class Order(NamedTuple):
    """An order and its editions by date."""

    id: str
    editions: list[Edition]

    @property
    def files(self) -> list[str]:
        """Its sources, edition by edition."""
        return [line["file"] for edition in self.editions for line in edition.lines]


def lines_to_orders(lines: Iterable[Line]) -> list[Order]:
    """Every order, by id; the order of the lines has no part in it.

    An order without a date or a number is known by no requisites: each source of it stands alone.
    """
    named: dict[str, list[list[Line]]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: str(line["file"])):
        groups = named[line["id"]]
        known = line["date"] and line["number"]
        home = next((group for group in groups if known and is_one_order(group[0], line)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return [Order(name, _editions(group)) for name in sorted(named) for group in named[name]]


def _editions(lines: Iterable[Line]) -> list[Edition]:
    dated: dict[str | None, list[Line]] = defaultdict(list)
    for line in lines:
        dated[line["edition"]].append(line)
    return [Edition(day, sorted(dated[day], key=_rank)) for day in sorted(dated, key=lambda day: day or "")]


def _rank(line: Line) -> tuple[bool, int, str]:
    """Sources as they come, not of an earlier text; by the format's faithfulness; by name."""
    file = str(line["file"])
    places = [place for place, suffix in enumerate(_FORMATS) if file.lower().endswith(suffix)]
    return bool(line["stale"]), places[0] if places else len(_FORMATS), file
