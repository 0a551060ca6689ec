"""The taxonomies' own matcher finds what spaCy's PhraseMatcher finds on the same words and lemmas."""

import re

import pytest
import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from normalizers import column_roles, contexts, need_segments, touchpoint_types
from normalizers.language import analyse
from normalizers.taxonomy import Entry, Taxonomy, expand
from tests.places import SOURCES

VOCABULARY = spacy.blank("ru").vocab
TAXONOMIES = {
    "columns": column_roles.taxonomy().entries,
    "contexts": contexts.entries(),
    "need_words": need_segments.entries(),
    "touchpoint_types": touchpoint_types.entries(),
}


def lemmas(text: str) -> Doc:
    """The lemmas of a text as spaCy's words; a mark keeps them from its exceptions."""
    return Doc(VOCABULARY, words=[f"{lemma}\t" for lemma in analyse(text).lemmas])


def peer(entries: tuple[Entry, ...]) -> PhraseMatcher:
    matcher = PhraseMatcher(VOCABULARY)
    for entry in entries:
        matcher.add(entry.code, [lemmas(phrase) for pattern in entry.patterns for phrase in expand(pattern)])
    return matcher


@pytest.mark.parametrize("name", TAXONOMIES)
def test_the_matcher_finds_the_phrases_that_spacy_finds(name: str) -> None:
    taxonomy, matcher = Taxonomy(TAXONOMIES[name]), peer(TAXONOMIES[name])
    texts = [line for source in SOURCES for line in re.split(r"[\n|]+", source.read_text(encoding="utf-8"))]
    for text in {text.strip()[:1000] for text in texts} - {""}:
        found = {(first, last) for _, first, last in matcher(lemmas(text))}
        own = {(hit.first, hit.last) for hit in taxonomy.hits(analyse(text))}
        assert own <= found
        assert all(any(a < last and first < b for a, b in own) for first, last in found)
