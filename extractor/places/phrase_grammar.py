"""What two words of a phrase are to each other: agreement, a genitive that goes on with it, nothing between."""

from typing import Final

from normalizers.language import Analysis
from normalizers.morphology import readings

ADJECTIVES: Final = ("ADJF", "PRTF")


def agrees(word: str, following: str) -> bool:
    """Whether some reading of both words has one case and number."""
    cases = {(form.case, form.number) for form in readings(word) if form.case}
    return (
        not following.isalpha()
        or any((form.case, form.number) in cases for form in readings(following))
        or following.isupper()
    )


def touching(analysis: Analysis, left: int, right: int) -> bool:
    """Whether nothing but a space or a hyphen stands between two words."""
    return analysis.text[analysis.ends[left] : analysis.starts[right]].strip("- ‑") == ""


def is_genitive(word: str) -> bool:
    """Whether a word can go on a genitive chain: a noun or adjective in the genitive, an abbreviation, a name."""
    if not word.isalpha() and not word.replace("-", "").isalpha():
        return False
    if word.isupper() and len(word) > 1:
        return True
    forms = readings(word)
    if forms[0].pos in ("VERB", "INFN", "PRTS", "ADVB", "PREP", "CONJ", "PRCL", "GRND", "NPRO"):
        return False
    if any(form.case == "gent" and form.pos in ("NOUN", *ADJECTIVES) for form in forms):
        return True
    return word[0].isupper() and forms[0].pos == "NOUN" and word.lower() == "интернет"


def is_adjective(word: str) -> bool:
    """Whether a word can be nothing but an adjective or a participle."""
    return word.isalpha() and word.islower() and all(form.pos in ADJECTIVES for form in readings(word))
