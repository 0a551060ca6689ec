"""What the tool takes from spaCy: its vocabulary, its documents and its matcher of phrases.

``import spacy`` loads spaCy's command line too, for one function that prints what is installed, and with it an HTTP
client, a template engine and a runner of projects: a third of the import, and nothing that an offline tool may use. An
empty module stands in its place meanwhile; whoever asks for ``spacy.cli`` later gets the real one.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


@contextmanager
def _command_line_left_out() -> Iterator[None]:
    if "spacy" in sys.modules:
        yield
        return
    stand_in = ModuleType(_COMMAND_LINE[0])
    stand_in.__dict__["info"] = None
    sys.modules.update(dict.fromkeys(_COMMAND_LINE, stand_in))
    try:
        yield
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]


with _command_line_left_out():
    from spacy.lang.ru import Russian
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab, create_vocab

__all__ = ["Doc", "PhraseMatcher", "Russian", "Vocab", "create_vocab"]
