"""An order and its editions by id, in a folder that ``reestr build`` filled."""

import json
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from extractor.building.index import INDEX, registry_hash
from extractor.diffing.changes import Item
from extractor.diffing.sides import json_to_registry
from extractor.editions.grouping import Edition, Line, Order, lines_to_orders
from normalizers.errors import Reason, ReestrError

_NEAREST = 3


def read_index(folder: Path) -> list[Line]:
    """The lines of the index.

    Raises :class:`ReestrError` (``unreadable``, ``bad_data``) where the folder holds none that can be used.
    """
    path = folder / INDEX
    try:
        lines: list[Line] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if all({"id", "file", "output", "edition", "edition_basis"} <= line.keys() for line in lines):
            return lines
    except OSError as error:
        message = f"cannot read {path}: {error.strerror}"
        raise ReestrError(Reason.UNREADABLE, message, f"reestr build CORPUS -o {folder}") from error
    except (ValueError, AttributeError) as error:
        raise ReestrError(Reason.BAD_DATA, f"{path} is no index: {error}", "build it again") from error
    raise ReestrError(Reason.BAD_DATA, f"{path} is of an earlier version", "build it again")


def find_order(folder: Path, name: str) -> Order:
    """The order of an id; a source or a registry of the folder names its order too.

    Raises :class:`ReestrError` (``bad_value``) where none has that name, or several orders share it.
    """
    orders = lines_to_orders(read_index(folder))
    found = [order for order in orders if order.id == name.casefold() or order.id == name]
    found = found or [
        order for order in orders if any(_is_named(line, name) for each in order.editions for line in each.lines)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        files = ", ".join(order.editions[-1].head["file"] for order in found)
        raise ReestrError(Reason.BAD_VALUE, f"{len(found)} orders are named {name}", f"give a file of one: {files}")
    raise ReestrError(Reason.BAD_VALUE, f"no order {name} in {folder}", _advice(name, [order.id for order in orders]))


def _is_named(line: Line, name: str) -> bool:
    return name in (line["file"], line["output"], str(PurePosixPath(line["output"]).with_suffix("")))


def _advice(name: str, ids: Sequence[str]) -> str:
    from rapidfuzz.process import extract

    near = [found for found, *_ in extract(name.casefold(), sorted({*ids}), limit=_NEAREST)]
    return f"the nearest: {', '.join(near)}" if near else "the folder holds no order"


def edition_at(order: Order, day: str | None) -> Edition:
    """The edition in force on a day (ISO), the latest without one.

    Raises :class:`ReestrError` (``bad_value``) for a day before the first edition.
    """
    if day is None:
        return order.editions[-1]
    found = [edition for edition in order.editions if edition.date is not None and edition.date <= day]
    if found:
        return found[-1]
    first = next((edition.date for edition in order.editions if edition.date), None)
    if first is None:
        message = f"the date of {order.id} is not known"
        raise ReestrError(Reason.BAD_VALUE, message, "tell it: reestr build --edition GLOB=DATE")
    raise ReestrError(
        Reason.BAD_VALUE,
        f"{order.id} was not there on {day}",
        f"its first edition is of {first}: give that day or later",
    )


def read_registry(folder: Path, line: Line) -> tuple[str, bool]:
    """The text of a registry, and whether it is the one that the index tells of; another one is looked at first.

    Raises :class:`ReestrError` (``unreadable``, ``bad_data``).
    """
    path = folder / line["output"]
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ReestrError(Reason.UNREADABLE, f"cannot read {path}: {error.strerror}", "build again") from error
    except UnicodeDecodeError as error:
        raise ReestrError(Reason.BAD_DATA, f"{path} holds no registry", "build with --verify") from error
    is_known = registry_hash(text) == line["registry_sha256"]
    if not is_known:
        json_to_registry(text.encode("utf-8"), line["file"])
    return text, is_known


def load_registry(folder: Path, line: Line) -> Item:
    """A registry as plain data; raises :class:`ReestrError` as :func:`read_registry` does."""
    return json_to_registry(read_registry(folder, line)[0].encode("utf-8", "backslashreplace"), line["file"])
