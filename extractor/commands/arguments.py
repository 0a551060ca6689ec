"""Arguments that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Orders; - reads standard input.")]
OneFile = Annotated[str, typer.Argument(metavar="FILE", help="An order; - reads standard input.")]
CorpusOption = Annotated[Path, typer.Option("--corpus", metavar="DIR", help="The folder of orders.")]
GoldenOption = Annotated[Path, typer.Option("--golden", metavar="DIR", help="The folder of reviewed registries.")]
OrderId = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an order, as its registry gives it, or a file of the corpus.")
]
RegistryOption = Annotated[Path, typer.Option("--in", metavar="DIR", help="The folder that reestr build filled.")]


class Format(StrEnum):
    """Forms of output that most commands have."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="Lines for people, or JSON.")]
