"""A sentence as words, with those of subordinate clauses, brackets and quotations marked.

A piece between commas is subordinate when it opens with a conjunction, a relative pronoun, a participle or a gerund;
what a conjunction opens lasts until its verb has come. "Установить, что …" is the exception: the duty stands behind
"что".

>>> tokens = sentence_words("Если сотрудник, принявший звонок, не знает ответа, вопрос передается начальнику отдела")
>>> " ".join(token.text for token in tokens if token.main)
', вопрос передается начальнику отдела'
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from extractor.provisions.agent_words import head_forms, is_officer
from extractor.provisions.vocabulary import stems, word_set
from normalizers.morphology import readings

_TOKEN = re.compile(
    r"(?P<initials>[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?)|(?P<word>[\w№]+(?:[-/]\w+)*(?:\.(?=\w)\w+)*)"
    r"|(?P<quoted>«[^«»]{1,300}»|\"[^\"]{1,300}\"|„[^“”]{1,300}[“”])|(?P<bracket>\([^()]{0,300}\))|(?P<sign>\S)"
)
_CONJUNCTIONS = word_set(
    "если когда чтобы что где куда откуда поскольку хотя как какой какая какое какие чем причем пока ли",
)
_RELATIVE = word_set(
    "который которая которое которые которого которой которых которому которым которыми которую котором кто",
    "кого кому чей чья чье чьё чьи чьей",
)
_PREPOSITIONS = word_set(
    "в во на с со к ко о об обо от до из у за под над перед между при про по для без через среди после кроме",
    "вместо около путем путём согласно посредством включая против ради вне из-за из-под относительно",
    "благодаря вопреки навстречу",
)
_SETTING = ("установить", "определить", "устанавливается", "предусмотреть", "поручить")
_ADVERBIAL = word_set("непосредственно специально также ранее вновь")
_PREDICATES = word_set(
    "невозможно необходимо должен должна должно должны обязан обязана обязаны вправе может могут нельзя",
    "следует нужно",
)
_VERBAL = stems("ет ит ёт ют ят ут ат тся л ла ло ли лся лась лось лись")
_SHORT = stems("ен ан ян ена ана яна ено ано яно ены аны яны ят ята ято яты ён")
_PREDICATIVE = _VERBAL + _SHORT


class Token(NamedTuple):
    """A word, quotation, bracket or sign; ``main`` is false in subordinate clauses, brackets and quotations."""

    text: str
    start: int
    end: int
    kind: str
    main: bool
    lower: str


def is_preposition(word: str) -> bool:
    """Whether a word is a preposition.

    >>> is_preposition("перед"), is_preposition("отдел")
    (True, False)
    """
    return word.lower() in _PREPOSITIONS


def is_predicate(lower: str) -> bool:
    """Whether a word in small letters can be the predicate of a clause: a finite verb, a short participle, "должен".

    >>> [is_predicate(word) for word in ("ведется", "возложена", "обязан", "министерства", "отдел")]
    [True, True, True, False, False]
    """
    if lower in _PREDICATES:
        return True
    return lower.endswith(_PREDICATIVE) and readings(lower)[0].pos in ("VERB", "PRTS", "ADJS")


def is_infinitive(lower: str) -> bool:
    """Whether a word is an infinitive.

    >>> is_infinitive("обеспечить"), is_infinitive("область")
    (True, False)
    """
    return lower.endswith(("ть", "ти", "чь", "ться", "тись")) and readings(lower)[0].pos == "INFN"


def sentence_words(text: str) -> list[Token]:
    """The words of a sentence, each with whether it belongs to the main clause."""
    tokens: list[Token] = []
    pending = False  # a conjunction whose verb has not come yet
    says_that = text.lower().startswith(_SETTING)
    for piece in _pieces(text):
        words = [match[0].lower() for match in piece if match.lastgroup == "word"]
        opening = _opening(words, piece[0][0] == ",")
        if opening == "conjunction" and says_that:
            opening = ""
        main = not opening and not pending
        if opening == "conjunction" or pending:
            pending = not any(map(is_predicate, words))
        tokens += (_token(match, main) for match in piece)
    return tokens


def _token(match: re.Match[str], main: bool) -> Token:
    kind, text = str(match.lastgroup), match[0]
    return Token(text, match.start(), match.end(), kind, main and kind not in ("bracket", "quoted"), text.lower())


def _pieces(text: str) -> Iterator[list[re.Match[str]]]:
    """Words between commas, the comma with what follows it."""
    piece: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        if match[0] in ",;" and piece:
            yield piece
            piece = []
        piece.append(match)
    if piece:
        yield piece


def _opening(words: list[str], after_comma: bool) -> str:
    """Whether a piece opens a subordinate clause, and with what."""
    if not words:
        return ""
    if (
        words[0] in _CONJUNCTIONS
        or words[:3] in (["в", "случае", "если"], ["при", "условии", "что"])
        or words[:2] == ["так", "как"]
    ):
        return "conjunction"
    if words == ["в", "случае"]:  # "В случае, если"
        return "participle"
    if after_comma and not _RELATIVE.isdisjoint(words[:4]):
        return "conjunction"
    first = 1 if words[0] in _ADVERBIAL and len(words) > 1 else 0
    if after_comma and _is_participle(words, first):
        return "participle"
    gerund = words[first].endswith(("я", "в", "вшись")) and readings(words[first])[0].pos == "GRND"
    return "participle" if gerund else ""


def _is_participle(words: list[str], first: int) -> bool:
    """As in ", осуществляющих …", ", указанные …", but no adjective of an agent: ", ведущий специалист"."""
    forms = readings(words[first])
    if not any(form.pos == "PRTF" for form in forms[:3]) or is_officer(words[first]):
        return False
    cases = {form.case for form in forms if form.pos in ("PRTF", "ADJF")}
    following = takewhile(lambda word: word not in _PREPOSITIONS, words[first + 1 : first + 3])
    return not any(form.case in cases for word in following for form in head_forms(word))
