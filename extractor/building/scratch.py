"""A worker's folder for what is in the making: pages of a scan, a private profile of LibreOffice.

What a worker that is killed leaves there, its master removes.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def scratch_path() -> Path:
    """A new name among the system's temporary files; nothing is made yet."""
    return Path(tempfile.gettempdir(), f"reestr-{os.urandom(8).hex()}")


def use_scratch(path: Path) -> None:
    """Make the folder, for this user alone, and put all temporary files of this process into it."""
    with suppress(OSError):  # a full disk is told of where a file needs the folder
        path.mkdir(mode=0o700)
        tempfile.tempdir = str(path)


def remove_scratch(path: Path) -> None:
    """Remove the folder with all that is in it; there may be none."""
    shutil.rmtree(path, ignore_errors=True)
