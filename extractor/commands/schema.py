"""``reestr schema``: what a registry may say, as JSON Schema."""

from extractor.exit_codes import ExitCode
from extractor.terminal.streams import emit

EXAMPLE = """\b
Example:
  reestr schema > registry.schema.json
"""


def run() -> ExitCode:
    """JSON Schema of a registry."""
    from extractor.canonical import schema, to_json

    emit(to_json(schema()))
    return ExitCode.OK
