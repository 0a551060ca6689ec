"""What is compared: a registry, a source, a folder of either, or a corpus as git holds it at a revision."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from extractor.diffing.changes import Item
from normalizers.errors import Reason, ReestrError

_NOT_REGISTRIES = frozenset({"manifest.json"})


class Side(NamedTuple):
    """An order on one side of a comparison: ``read`` gives its bytes, ``parse`` makes a registry of them."""

    name: str
    file: str
    read: Callable[[], bytes]
    parse: Callable[[bytes, str], Item]

    def registry(self) -> Item:
        """Its registry, as plain data.

        Raises :class:`ReestrError` for what cannot be read.
        """
        return self.parse(self.read(), self.file)


def path_to_sides(path: Path) -> list[Side]:
    """The orders of a file or of a folder.

    Raises :class:`ReestrError` (``unreadable``) where there is none.
    """
    if not path.is_dir():
        return [file_to_side(path, path.stem)]
    registries = sorted(each for each in path.rglob("*.json") if _is_registry(path, each))
    if registries:
        return [file_to_side(each, str(each.relative_to(path).with_suffix(""))) for each in registries]
    from extractor.inputs.folder import folder_to_sources
    from extractor.outputs.names import output_names

    sources, _ = folder_to_sources(path, path / "registry")
    if not sources:
        raise ReestrError(Reason.EMPTY, f"{path} holds neither registries nor orders", "give another folder")
    names = output_names(sources)
    return [file_to_side(path / each, str(name.with_suffix(""))) for each, name in zip(sources, names, strict=True)]


def _is_registry(folder: Path, path: Path) -> bool:
    inner = path.relative_to(folder)
    return inner.name not in _NOT_REGISTRIES and not any(part.startswith(".") for part in inner.parts)


def file_to_side(path: Path, name: str) -> Side:
    """A registry (``.json``) or a source."""
    if path.suffix.lower() == ".json":
        return Side(name, str(path), path.read_bytes, json_to_registry)
    return Side(name, str(path), lambda: _source_bytes(path), source_to_registry)


def _source_bytes(path: Path) -> bytes:
    from parsers.reading import MAX_BYTES

    if path.stat().st_size > MAX_BYTES:
        raise ReestrError(Reason.TOO_LARGE, f"more than {MAX_BYTES} bytes", "split the file")
    return path.read_bytes()


def json_to_registry(data: bytes, file: str) -> Item:
    """The registry that JSON holds; raises :class:`ReestrError` (``bad_data``) where it holds none."""
    from pydantic import ValidationError

    from extractor.registry import Registry

    try:
        return _plain(Registry.model_validate(json.loads(data)))
    except ValidationError as error:
        place = "/".join(map(str, error.errors()[0]["loc"]))
        raise _no_registry(f"{error.errors()[0]['msg']} at {place}") from error
    except ValueError as error:
        raise _no_registry(f"it is no JSON: {error}") from error


def _no_registry(message: str) -> ReestrError:
    return ReestrError(Reason.BAD_DATA, f"it holds no registry: {message}", "build it again")


def source_to_registry(data: bytes, file: str) -> Item:
    """The registry of a source's bytes."""
    from extractor.pipeline import document_to_registry
    from parsers.reading import read_bytes

    return _plain(document_to_registry(read_bytes(data, Path(file).name)))


def _plain(registry: Any) -> Item:
    data: Item = registry.model_dump(mode="json", warnings=False)
    return data
