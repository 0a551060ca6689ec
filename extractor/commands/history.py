"""``reestr history``: the editions of an order and what each changed."""

from pathlib import Path

from extractor.commands.arguments import Format, FormatOption, OrderId, RegistryOption
from extractor.exit_codes import ExitCode
from extractor.terminal.colours import painter
from extractor.terminal.messages import say
from extractor.terminal.streams import emit

EXAMPLE = """\b
Examples:
  reestr history 49-2024-01-30-7-о
  reestr history 49-2024-01-30-7-о --in registries --format json
"""


def run(order_id: OrderId, folder: RegistryOption = Path("registry"), form: FormatOption = Format.TEXT) -> ExitCode:
    """Editions of an order, and what each changed.

    Each edition has its date, what the date is known from, its files and counts, then the changes from the edition
    before, by ground (new_touchpoint, touchpoint_removed, kind_changed, content_changed, editorial). Ends with 0; an
    ID that is not there, and a registry that cannot be read, end with 3.
    """
    from extractor.canonical import to_json
    from extractor.editions.history import dissenters, order_to_steps
    from extractor.editions.lookup import find_order
    from extractor.editions.report import dissent_line, head_line, history_to_data, step_lines

    order = find_order(folder, order_id)
    steps = list(order_to_steps(folder, order))
    for edition in order.editions:
        for line, found in dissenters(folder, edition):
            say(dissent_line(edition, line, found))
    if form is Format.JSON:
        emit(to_json(history_to_data(order, steps)))
    else:
        lines = [head_line(order), *(line for step in steps for line in step_lines(step, painter()))]
        emit("".join(f"{line}\n" for line in lines))
    say(f"reestr: {len(steps)} {'edition' if len(steps) == 1 else 'editions'}")
    return ExitCode.OK
