"""The channel of a place: declared beside it, given by a definition, or told by its type."""

from collections.abc import Sequence

from extractor.places.draft import Basis
from extractor.places.setting import Setting
from normalizers.channels import channels_of
from normalizers.touchpoint_types import channel_by_type
from normalizers.verbatim import Quote
from parsers.document import Cell

_ORDER = ("digital", "offline")


def ordered(channels: Sequence[str]) -> tuple[str, ...]:
    """``digital`` before ``offline``, each once."""
    return tuple(channel for channel in _ORDER if channel in channels)


def declared_channels(
    cells: Sequence[Cell], types: Sequence[str], section: Quote | None, setting: Setting
) -> tuple[tuple[str, ...], Basis]:
    """Channels of a table row: the first cell that speaks of one, else the section, else definition or type."""
    for cell in cells:
        said = channels_of(cell.text)
        if said:
            return ordered(said), "declared"
    said = channels_of(section.text) if section else ()
    if said:
        return ordered(said), "declared"
    return undeclared_channels(types, setting)


def undeclared_channels(types: Sequence[str], setting: Setting) -> tuple[tuple[str, ...], Basis]:
    """Channels where nothing beside the place declares them."""
    defined = [channel for code in types for channel in setting.defined_channels.get(code, ())]
    if defined:
        return ordered(defined), "definition"
    by_type = channel_by_type()
    return ordered([channel for code in types for channel in by_type.get(code, ())]), "type"
