"""Words that shape the noun phrase of a place, from ``phrase_words.toml``."""

import tomllib
from pathlib import Path
from typing import Final

_WORDS = tomllib.loads(Path(__file__).with_name("phrase_words.toml").read_text("utf-8"))

HEADS: Final = frozenset(_WORDS["heads"])
PAGES: Final = frozenset(_WORDS["pages"])
NEVER_LEFT: Final = frozenset(_WORDS["never_left"])
STOP_NOUNS: Final = frozenset(_WORDS["stop_nouns"])
