"""The one spaCy pipeline of the tool: a blank ``ru`` vocabulary whose NORM is pymorphy3's lemma.

The lemma is an attribute of the lexeme, so it is computed once for a word and matched by spaCy in C. Texts are cut into
words here, because a phrase of the genre runs on through quotes, brackets and hyphens («Единый реестр контрольных
(надзорных) мероприятий», чат-бот); commas and stops part phrases. It reads the short texts of cells, items and
headings, never whole orders.
"""

import re
from functools import cache, lru_cache
from typing import Any

from normalizers.morphology import lemma

_WORD = re.compile(r"(?:https?://|www\.)[^\s<>|«»]+|[\w.+-]+@[\w-]+\.[\w.-]+|[^\W_]+|[,;:.!?/]")


@lru_cache(1 << 16)
def folded_lemma(word: str) -> str:
    """The lemma with ё read as е; numbers and signs stand as they are.

    >>> folded_lemma("приёма"), folded_lemma("Приемной"), folded_lemma("N")
    ('прием', 'приемная', 'n')
    """
    if not word.isalpha() or word.isascii():
        return word.lower()
    return lemma(word).replace("ё", "е")


@cache
def language() -> Any:
    """The pipeline; loading spaCy takes most of a cold start, so nothing else of it is loaded."""
    import spacy
    from spacy.attrs import NORM

    nlp = spacy.blank("ru")
    nlp.vocab.lex_attr_getters[NORM] = folded_lemma
    return nlp


class Analysis:
    """A short text cut into words, with their offsets and a spaCy ``Doc`` to match on."""

    __slots__ = ("doc", "ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        from spacy.tokens import Doc

        found = list(_WORD.finditer(text))
        self.text = text
        self.words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.doc = Doc(language().vocab, words=self.words)

    def lemma(self, index: int) -> str:
        """The folded lemma of a word."""
        return folded_lemma(self.words[index])


def analyse(text: str) -> Analysis:
    """Cut a short text into words.

    >>> [token.norm_ for token in analyse("оффлайн-точки («МФЦ»), сайт").doc]
    ['офлайн', 'точка', 'мфц', ',', 'сайт']
    """
    return Analysis(text)
