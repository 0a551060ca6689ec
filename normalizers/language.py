"""Texts as words and lemmas: what the taxonomies match on.

The vocabulary is that of spaCy's blank Russian pipeline, the lemma pymorphy3's, computed once for a word. Texts are cut
into words here, because a phrase of the genre runs on through quotes, brackets and hyphens («Единый реестр контрольных
(надзорных) мероприятий», чат-бот); commas and stops part phrases. It reads the short texts of cells, items and
headings, never whole orders.
"""

import re
from functools import cache, lru_cache

from spacy.lang.ru import Russian
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from normalizers.folding import has_any
from normalizers.morphology import Form, analyzer, lemma, readings

_WORD = re.compile(r"(?:https?://|www\.)[^\s<>|«»]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+|[^\W_]+|[,;:.!?/]")
_PLAIN_WORD = re.compile(r"[^\W_]+|[,;:.!?/]")
"""The same for a text without an address: two tries a word instead of four."""
_ADDRESS_SIGNS = ("@", "://", "www.")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
# Words of the genre some of whose forms the analyser gives to another word: "приемная" to "приемный", "графика" to
# "графика", "залы" to "зала", "данные" to "дать".
_OWN_FORMS = ("приёмная", "график", "зал", "данные", "централизованный", "риск", "перечень", "госпаблик", "паблик")


@cache
def vocabulary() -> Vocab:
    """The vocabulary of spaCy's blank Russian pipeline; it needs no model.

    Patterns ask for the word alone: without the lexical attributes (shape, likeness to a number, to an address …) a new
    word costs a twelfth.
    """
    vocab = create_vocab("ru", Russian.Defaults)
    vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # a stub of spaCy leaves it out
    return vocab


@cache
def _forms() -> dict[str, str]:
    """Forms of the words above and the lemma that stands for all of them."""
    found: dict[str, str] = {}
    for word in _OWN_FORMS:
        reading = next(r for r in analyzer().parse(word) if r.normal_form == word and r.tag.POS in ("NOUN", "ADJF"))
        found.update((form.word.replace("ё", "е"), word.replace("ё", "е")) for form in reading.lexeme)
    return found


@lru_cache(1 << 16)
def folded_lemma(word: str) -> str:
    """The lemma with ё read as е; numbers and signs stand as they are.

    >>> folded_lemma("приёма"), folded_lemma("Приемной"), folded_lemma("приемная"), folded_lemma("N")
    ('прием', 'приемная', 'приемная', 'n')
    """
    if not _RUSSIAN.fullmatch(word):
        return word.lower()
    return _forms().get(word.lower().replace("ё", "е")) or lemma(word).replace("ё", "е")


@lru_cache(1 << 16)
def word_readings(word: str) -> tuple[Form, ...]:
    """All readings of a Russian word, none of anything else (the analyser refuses rare scripts).

    >>> word_readings("почта")[0].pos, word_readings("msh"), word_readings("12")
    ('NOUN', (), ())
    """
    return readings(word) if _RUSSIAN.fullmatch(word) else ()


def has_case(word: str, case: str) -> bool:
    """Whether the word can be a noun, an adjective or a participle in this case.

    >>> has_case("контакт-центра", "gent"), has_case("единого", "gent"), has_case("прием", "gent")
    (True, True, False)
    """
    return any(form.case == case and form.pos in ("NOUN", "ADJF", "PRTF") for form in word_readings(word))


class Analysis:
    """A short text cut into words, with their offsets and, once asked for, their lemmas and spaCy's document."""

    __slots__ = ("_doc", "_lemmas", "ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        found = list((_WORD if has_any(text, _ADDRESS_SIGNS) else _PLAIN_WORD).finditer(text))
        self.text = text
        self.words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self._lemmas: list[str] | None = None
        self._doc: Doc | None = None

    @property
    def lemmas(self) -> list[str]:
        """The folded lemmas of the words."""
        if self._lemmas is None:
            self._lemmas = list(map(folded_lemma, self.words))
        return self._lemmas

    @property
    def doc(self) -> Doc:
        """The lemmas as a document that spaCy's matchers take; words laid beside them would cost two thirds more."""
        if self._doc is None:
            self._doc = Doc(vocabulary(), words=self.lemmas)
        return self._doc

    def lemma(self, index: int) -> str:
        """The folded lemma of a word."""
        return self.lemmas[index]


@lru_cache(1 << 10)
def analyse(text: str) -> Analysis:
    """Cut a short text into words; several readers ask about the same cell one after another.

    >>> analyse("оффлайн-точки («МФЦ»), сайт").lemmas
    ['офлайн', 'точка', 'мфц', ',', 'сайт']
    """
    return Analysis(text)
