"""A folder of results, out of which nothing is written and in which no source is overwritten."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePath

from extractor.outputs.atomic import write_atomically
from normalizers.errors import Reason, ReestrError


class OutputFolder:
    """Results by name below ``root``; ``sources`` are files that must stay as they are."""

    def __init__(self, root: Path, sources: Iterable[Path] = ()) -> None:
        self.root = root
        self._kept = frozenset(path.resolve() for path in sources)
        self._make(root)
        self._real = root.resolve()

    def write(self, name: PurePath, text: str) -> Path:
        """Write a result atomically.

        Raises :class:`ReestrError` (``output``) for a name that leads out of the folder or onto a source.
        """
        target = self.root / name
        if not target.parent.resolve().is_relative_to(self._real) or ".." in name.parts:
            raise ReestrError(Reason.OUTPUT, f"{target} leads out of {self.root}", "remove the link in its path")
        if target.resolve() in self._kept:
            raise ReestrError(Reason.OUTPUT, f"{target} is a source", "choose another folder")
        self._make(target.parent)
        write_atomically(target, text.encode("utf-8", "backslashreplace"))
        return target

    def remove(self, name: PurePath) -> None:
        """Remove a result that was written here; one that is not there any more, or elsewhere now, is left."""
        target = self.root / name
        if ".." in name.parts or not target.parent.resolve().is_relative_to(self._real):
            return
        with suppress(OSError):
            target.unlink()

    def _make(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"cannot make {folder}: {error.strerror}"
            raise ReestrError(Reason.OUTPUT, message, "choose another folder") from error
