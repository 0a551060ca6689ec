"""What a rule reads in a sentence, and the words that several rules look for."""

import re
from dataclasses import dataclass

from extractor.places.phrases import Phrase
from extractor.places.purposes import Range

CONTACT = re.compile(
    r"https?://|www\.|\S@\S|\+7|\b8[ (-]|\(\d{3,5}\)|\bул\.|\bд\.\s?\d|\bпр(?:осп)?\.|\bпл\." r"|по\s+адресу"
)
"""Signs of an address, a telephone or a page."""

SURVEY = "online_survey"


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read in a sentence."""

    rule: str
    phrases: tuple[Phrase, ...] = ()
    needs: tuple[Range, ...] = ()
    grants: bool = False
    items: str = ""
