"""Sources and golden files by name: ``corpus/NAME.*`` and ``golden/NAME.json``; half a pair is told of."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.inputs.folder import is_source

CANDIDATE = ".new.json"
"""The end of the name of what an order gives now, beside its golden file."""


class Pair(NamedTuple):
    """One order: its sources, one for each format, and its golden file; ``golden`` may not exist."""

    name: str
    sources: tuple[Path, ...]
    golden: Path


def find_pairs(corpus: Path, golden: Path, names: Collection[str] = ()) -> list[Pair]:
    """The pairs of two folders by name, all or those asked for; an unknown name gives a pair of nothing."""
    sources = _by_name([path for path in _files(corpus) if is_source(path.name) and not is_scan(path)])
    reviewed = {path.stem for path in _files(golden) if _is_golden(path)}
    wanted = sorted(set(names) or {*sources, *reviewed})
    return [Pair(name, tuple(sources.get(name, ())), golden / f"{name}.json") for name in wanted]


def is_scan(path: Path) -> bool:
    """Whether a file is a scan by its name ``NAME.scan.pdf``: recognised text equals no golden file letter for letter.

    >>> is_scan(Path("order.scan.pdf")), is_scan(Path("order.pdf"))
    (True, False)
    """
    return path.stem.endswith(".scan")


def missing_half(pair: Pair) -> str | None:
    """What a pair lacks, ``None`` where it is whole."""
    if pair.sources and pair.golden.is_file():
        return None
    if pair.sources:
        return f"no golden file {pair.golden}; reestr check --accept {pair.name} writes it"
    return f"no source for {pair.golden}" if pair.golden.is_file() else "neither a source nor a golden file"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []


def _is_golden(path: Path) -> bool:
    return path.suffix == ".json" and not path.name.endswith(CANDIDATE) and is_source(path.stem)


def _by_name(paths: Sequence[Path]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(path.stem, []).append(path)
    return found
