"""``reestr show``: the registry of an order as it was in force on a day."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.arguments import OrderId, RegistryOption
from extractor.exit_codes import ExitCode
from extractor.terminal.messages import say
from extractor.terminal.plain import plain
from extractor.terminal.streams import emit
from normalizers.errors import ReestrError

EXAMPLE = """\b
Examples:
  reestr show 49-2024-01-30-7-о
  reestr show 49-2024-01-30-7-о --as-of 2024-06-01 > registry-then.json
"""

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="A day (2024-06-01); the latest without it.")]


def run(order_id: OrderId, as_of: AsOf = None, folder: RegistryOption = Path("registry")) -> ExitCode:
    """The registry of an order on a day.

    That of the latest edition which is not later than the day, as canonical JSON. An edition is dated by its amending
    act, not by the day on which that act came into force. An ID that is not there, and a day before the first edition,
    end with 3.
    """
    from extractor.editions.history import dissenters
    from extractor.editions.lookup import edition_at, find_order, read_registry
    from extractor.editions.report import dissent_line

    day = _day(as_of)
    edition = edition_at(find_order(folder, order_id), day)
    text, is_known = read_registry(folder, edition.head)
    if not is_known:
        say(plain(f"reestr: {folder / edition.head['output']}: not as the index tells; build again"))
    for line, found in dissenters(folder, edition):
        say(dissent_line(edition, line, found))
    emit(text)
    say(plain(f"reestr: the edition of {edition.date or 'an unknown date'}, from {edition.head['file']}"))
    return ExitCode.OK


def _day(text: str | None) -> str | None:
    from extractor.editions.telling import parse_day

    try:
        return None if text is None else parse_day(text)
    except ReestrError as error:
        raise typer.BadParameter(f"{error.message}; {error.advice}", param_hint="--as-of") from error
