"""How a sentence designates a place. ``RULES`` is the ordered list; the first rule that sees a place wins.

Each rule takes a :class:`SentenceReading` and returns what it found: phrases, needs (ranges of the sentence), whether
the sentence grants a right, and whether the items below are needs or places.
"""

from collections.abc import Callable

from extractor.places.reading import SentenceReading
from extractor.places.rules.found import Found
from extractor.places.rules.granted import client_may, done_at
from extractor.places.rules.stated import content_list, interaction_by, names_place
from extractor.places.rules.surveys import survey_host
from extractor.places.rules.used import section_made, used_for
from parsers.tracing import Note, notes_taken

Rule = Callable[[SentenceReading], Found | None]

RULES: tuple[Rule, ...] = (
    interaction_by,
    content_list,
    survey_host,
    section_made,
    client_may,
    used_for,
    done_at,
    names_place,
)


def read_sentence(reading: SentenceReading) -> Found | None:
    """The first rule that sees a place."""
    for rule in RULES:
        found = rule(reading)
        if found is not None:
            _tell(found, reading)
            return found
    return None


def _tell(found: Found, reading: SentenceReading) -> None:
    notes = notes_taken()
    if notes is not None:
        phrases = "; ".join(reading.text[phrase.start : phrase.end] for phrase in found.phrases)
        notes.append(Note("clauses", found.rule, reading.view.spans(reading.start, reading.end), phrases))
