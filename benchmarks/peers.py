"""The peers' own environment, made once from a pinned list: nothing of theirs is a dependency of the tool."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIST = HERE / "peers.txt"
HOME = HERE / ".peers"
PYTHON = HOME / "bin" / "python"
MARKITDOWN = HOME / "bin" / "markitdown"


def prepare() -> None:
    """Make the environment, or make it again after a change of the list.

    Where that fails (no network, no build of a peer for this system), the run goes on: each line says what it lacks.
    """
    done = HOME / "peers.txt"
    if done.exists() and done.read_bytes() == LIST.read_bytes():
        return
    print("making the peers' environment (about 700 MB) ...", file=sys.stderr)
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)
        subprocess.run([str(PYTHON), "-m", "pip", "install", "-qq", "--requirement", str(LIST)], check=True)
    except subprocess.CalledProcessError as error:
        print(f"the peers are not all there: {error}", file=sys.stderr)
        return
    shutil.copyfile(LIST, done)
