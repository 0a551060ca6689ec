"""What tests of the command line share: a run of it, small orders to feed it."""

from pathlib import Path

from typer.testing import CliRunner, Result

from extractor.cli import app
from tests.places import ORDERS

ORDER = sorted(ORDERS.glob("*.txt"))[0]
TEXT = ORDER.read_text(encoding="utf-8")


def reestr(*arguments: object, stdin: bytes | None = None) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def put(folder: Path, **files: str | bytes) -> Path:
    """Write files of a folder; two underscores in a name stand for a dot."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder
