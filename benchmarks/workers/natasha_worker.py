"""natasha: sentences and words, morphology, lemmas."""

import inspect
from collections import namedtuple

# pymorphy2 of natasha asks for a function that Python 3.11 no longer has.
ArgSpec = namedtuple("ArgSpec", "args varargs keywords defaults")
inspect.getargspec = lambda function: ArgSpec(*inspect.getfullargspec(function)[:4])  # type: ignore[attr-defined]

from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, Segmenter  # noqa: E402
from serving import serve  # noqa: E402

segmenter, vocabulary, tagger = Segmenter(), MorphVocab(), NewsMorphTagger(NewsEmbedding())


def work(contents: list[bytes]) -> None:
    for content in contents:
        doc = Doc(content.decode("utf-8-sig"))
        doc.segment(segmenter)
        doc.tag_morph(tagger)
        for token in doc.tokens:
            token.lemmatize(vocabulary)


serve(work)
