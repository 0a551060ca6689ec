"""spaCy's blank Russian tokenizer alone."""

import spacy
from serving import serve

nlp = spacy.blank("ru")


def work(contents: list[bytes]) -> None:
    for content in contents:
        nlp.make_doc(content.decode("utf-8-sig"))


serve(work)
