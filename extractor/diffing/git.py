"""The orders of a corpus as git holds them at a revision."""

import subprocess
from functools import partial
from pathlib import Path, PurePosixPath

from extractor.diffing.sides import Side, source_to_registry
from extractor.inputs.folder import is_source
from extractor.outputs.names import output_names
from normalizers.errors import Reason, ReestrError


def revision_to_sides(revision: str, path: Path) -> list[Side]:
    """The orders that stood at ``path``, a file or a folder, at a revision.

    Raises :class:`ReestrError` where git is not installed, or knows no such revision.
    """
    folder = path if path.is_dir() else path.parent
    commit = git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    listed = git(folder, "ls-tree", "-r", "-z", "--name-only", commit, "--", "." if path.is_dir() else path.name)
    files = [PurePosixPath(each.decode("utf-8", "surrogateescape")) for each in listed.split(b"\0") if each]
    files = sorted(each for each in files if all(is_source(part) for part in each.parts))
    names = output_names(files) if path.is_dir() else [file.with_suffix("") for file in files]
    return [
        Side(
            str(name.with_suffix("") if path.is_dir() else name),
            f"{folder / file}",
            partial(git, folder, "cat-file", "blob", f"{commit}:./{file}"),
            source_to_registry,
        )
        for file, name in zip(files, names, strict=True)
    ]


def git(folder: Path, *arguments: str) -> bytes:
    """What git says; raises :class:`ReestrError` where it fails or is not there."""
    try:
        run = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True)
    except FileNotFoundError as error:
        raise ReestrError(Reason.MISSING_TOOL, "git is not installed", "install git") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ReestrError(Reason.UNREADABLE, said[-1] if said else "git failed", "check the revision") from error
    return run.stdout
