"""A sentence as words, with those of subordinate clauses, brackets and quotations marked.

A piece between commas is subordinate when it opens with a conjunction, a relative pronoun, a participle or a gerund; what a
conjunction opens lasts until its verb has come. "Установить, что …" is the exception: the duty stands behind "что".

>>> tokens = sentence_words("Если сотрудник, принявший звонок, не знает ответа, вопрос передается начальнику отдела")
>>> " ".join(token.text for token in tokens if token.main)
', вопрос передается начальнику отдела'
"""

import re
from typing import NamedTuple

from extractor.provisions.agent_words import head_forms, is_officer
from normalizers.morphology import readings

_TOKEN = re.compile(
    r"(?P<quoted>«[^«»]{1,300}»|\"[^\"]{1,300}\"|„[^“”]{1,300}[“”])|(?P<bracket>\([^()]{0,300}\))"
    r"|(?P<initials>[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?(?=\s?[А-ЯЁ]|\W|$))|(?P<word>[\w№]+(?:[-/][\w]+)*(?:\.(?=\w)\w+)*)|(?P<sign>\S)"
)
_CONJUNCTIONS = frozenset(
    "если когда чтобы что где куда откуда поскольку хотя как какой какая какое какие чем причем пока покуда либо_если ли котор".split()
)
_RELATIVE = re.compile(r"котор(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ыми|ую|ом)$|кто$|кого$|кому$|чей$|чья$|чьё$|чье$|чьи$|чьей$", re.IGNORECASE)
_PREPOSITIONS = frozenset(
    "в во на с со к ко о об обо от до из у за под над перед между при про по для без через среди после кроме вместо около путем путём согласно "
    "посредством включая против ради вне из-за из-под относительно благодаря вопреки навстречу".split()
)
_SETTING = re.compile(r"^(?:установить|определить|устанавливается|определить|предусмотреть|поручить)", re.IGNORECASE)
_ADVERBIAL = frozenset("непосредственно специально также ранее вновь".split())
_PREDICATES = frozenset("невозможно необходимо должен должна должно должны обязан обязана обязаны вправе может могут нельзя следует нужно".split())
_VERB = re.compile(r"(?:[еёи]т|[уюая]т|[еёи]тся|[уюая]тся|л[аои]?(?:сь|ся)?|[еияё]н[ао]?ы?|ят[аоы]?)$", re.IGNORECASE)


class Token(NamedTuple):
    """A word, quotation, bracket or sign; ``main`` is false in subordinate clauses, brackets and quotations."""

    text: str
    start: int
    end: int
    kind: str
    main: bool

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def is_preposition(word: str) -> bool:
    """Whether a word is a preposition.

    >>> is_preposition("перед"), is_preposition("отдел")
    (True, False)
    """
    return word.lower() in _PREPOSITIONS


def is_predicate(word: str) -> bool:
    """Whether a word can be the predicate of a clause: a finite verb, a short participle, "должен".

    >>> [is_predicate(word) for word in ("ведется", "возложена", "обязан", "министерства", "отдел")]
    [True, True, True, False, False]
    """
    lower = word.lower()
    return lower in _PREDICATES or (_VERB.search(lower) is not None and readings(lower)[0].pos in ("VERB", "PRTS", "ADJS"))


def sentence_words(text: str) -> list[Token]:
    """The words of a sentence, each with whether it belongs to the main clause."""
    raw = [Token(match[0], match.start(), match.end(), str(match.lastgroup), True) for match in _TOKEN.finditer(text)]
    tokens: list[Token] = []
    pending = False  # a conjunction whose verb has not come yet
    for piece in _pieces(raw):
        opening = _opening(piece)
        if opening == "conjunction" and _SETTING.match(text):
            opening = ""
        main = not opening and not pending
        if opening == "conjunction" or pending:
            pending = not any(is_predicate(token.text) for token in piece if token.kind == "word")
        tokens += [token._replace(main=main and token.kind not in ("bracket", "quoted")) for token in piece]
    return tokens


def _pieces(tokens: list[Token]) -> list[list[Token]]:
    """Tokens between commas, the comma with what follows it."""
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in (",", ";") and pieces[-1]:
            pieces.append([])
        pieces[-1].append(token)
    return pieces


def _opening(piece: list[Token]) -> str:
    """Whether a piece opens a subordinate clause, and with what."""
    words = [token.lower for token in piece if token.kind == "word"][:6]
    if not words:
        return ""
    if words[0] in _CONJUNCTIONS or words[:3] in (["в", "случае", "если"], ["при", "условии", "что"]) or words[:2] == ["так", "как"]:
        return "conjunction"
    if words[:2] == ["в", "случае"] and len(piece) <= 3:  # "В случае, если"
        return "participle"
    if any(_RELATIVE.match(word) for word in words[:4]) and piece[0].text == ",":
        return "conjunction"
    first = next((index for index, word in enumerate(words) if word not in _ADVERBIAL), 0)
    if piece[0].text == "," and _is_participle(words, first):
        return "participle"
    return "participle" if readings(words[first])[0].pos == "GRND" else ""


def _is_participle(words: list[str], first: int) -> bool:
    """As in ", осуществляющих …", ", указанные …", but no adjective of an agent: ", ведущий специалист"."""
    forms = readings(words[first])
    if not any(form.pos == "PRTF" for form in forms[:3]) or is_officer(words[first]):
        return False
    cases = {form.case for form in forms if form.pos in ("PRTF", "ADJF")}
    return not any(form.case in cases for word in words[first + 1 : first + 3] for form in head_forms(word))
