"""What makes registries from sources: one digest of the program's code and data, and of the libraries it reads with."""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent
_ROOMS = ("normalizers", "parsers", "extractor")
_DISTRIBUTION = "reestr"


@cache
def extractor_version() -> str:
    """The digest; another one means that every registry is made again."""
    digest = hashlib.sha256()
    for name in sorted(_files()):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256((_ROOT / name).read_bytes()).digest())
    for line in _libraries():
        digest.update(f"{line}\0".encode())
    return digest.hexdigest()[:16]


def _files() -> Iterator[str]:
    """The program's files, relative and posix: code and data, not what Python makes of them."""
    for room in _ROOMS:
        for folder, below, names in os.walk(_ROOT / room):
            below[:] = [name for name in below if name != "__pycache__"]
            inner = Path(folder).relative_to(_ROOT).as_posix()
            yield from (f"{inner}/{name}" for name in names)


def _libraries() -> list[str]:
    """The libraries that are declared, with the versions installed."""
    try:
        declared = requires(_DISTRIBUTION) or []
    except PackageNotFoundError:
        declared = []
    names = sorted(re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in declared if "extra ==" not in line)
    return [f"python {sys.version_info.major}.{sys.version_info.minor}", *map(_installed, names)]


def _installed(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} -"
