"""The left side of a place's phrase: adjectives that agree, a head that governs it, the page in a network."""

import re

from extractor.places.phrase_grammar import ADJECTIVES, agrees, is_genitive, touching
from extractor.places.phrase_words import HEADS, NEVER_LEFT, PAGES
from normalizers.language import Analysis, folded_lemma
from normalizers.morphology import readings
from normalizers.taxonomy import Hit


def phrase_start(analysis: Analysis, hit: Hit) -> int:
    """The first word of the phrase that grows from a hit."""
    page = _page_in_network(analysis, hit)
    if page is not None:
        return page
    first = _over_adjectives(analysis, hit.first)
    while first > 0:
        head = _governing_head(analysis, first)
        if head is None:
            return first
        first = _over_adjectives(analysis, head)
    return first


def _page_in_network(analysis: Analysis, hit: Hit) -> int | None:
    """«Страница Инспекции в социальной сети «ВКонтакте»»: the page is the place."""
    if hit.code != "social_network" or hit.first < 2 or analysis.words[hit.first - 1].lower() not in ("в", "во", "на"):
        return None
    for index in range(hit.first - 2, max(-1, hit.first - 9), -1):
        word = analysis.words[index]
        if not word.isalpha():
            return None
        if folded_lemma(word) in PAGES:
            return _over_adjectives(analysis, index)
        if not is_genitive(word):
            return None
    return None


def _over_adjectives(analysis: Analysis, first: int) -> int:
    """Step left over adjectives (and "государственная информационная" chains) with no sign between."""
    while first > 0 and touching(analysis, first - 1, first):
        word = analysis.words[first - 1]
        form = readings(word)[0] if word.isalpha() else None
        if (
            form is None
            or form.pos not in ADJECTIVES
            or form.lemma in NEVER_LEFT
            or not agrees(word, analysis.words[first])
        ):
            return first
        first -= 1
    return first


def _governing_head(analysis: Analysis, first: int) -> int | None:
    """A head noun that governs the phrase: directly before it, before an opening quote, or before its own title."""
    text = analysis.text
    between = text[analysis.ends[first - 1] : analysis.starts[first]]
    directly = between.strip() in ("", "«", '"') and (between.strip() or _governs(analysis, first))
    if directly and _is_head(analysis.words[first - 1]):
        return first - 1
    title = _title_before(text, analysis.starts[first])
    if title is None:
        return None
    for index in range(first - 1, -1, -1):
        if analysis.ends[index] <= title:
            return index if _is_head(analysis.words[index]) and not text[analysis.ends[index] : title].strip() else None
    return None


def _governs(analysis: Analysis, first: int) -> bool:
    word = analysis.words[first]
    return word.isupper() or any(form.case == "gent" for form in readings(word))


def _is_head(word: str) -> bool:
    return word.isalpha() and readings(word)[0].lemma in HEADS


def _title_before(text: str, position: int) -> int | None:
    """Where a quoted title begins that ends right before ``position`` (a preposition may stand between)."""
    before = re.search(r"(«[^«»]*»|\"[^\"]*\")\s+(?:на\s+|в\s+)?$", text[:position])
    return before.start() if before else None
