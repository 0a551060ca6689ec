"""Agents of a sentence: noun phrases of units and positions in one case that no preposition governs.

Phrases joined by "и", "или" or a comma in the same case are agents of their own ("начальник Инспекции и его
заместители").
"""

from functools import cached_property
from typing import NamedTuple

from extractor.provisions.agent_words import head_forms, is_agent_name
from extractor.provisions.main_clauses import Token, is_predicate, is_preposition, sentence_words
from extractor.provisions.phrases import end_of_phrase, first_word, joined_head
from extractor.provisions.vocabulary import word_set
from normalizers.morphology import Form, has_reading, readings

_JOINERS = frozenset({"и", "или", "либо", ",", "(или)"})
_GOVERNING = {
    "ablt": word_set("с со между над под перед за"),
    "datv": word_set("к ко по согласно благодаря"),
    "accs": word_set("на в за через про"),
}
_FINITE = ("ет", "ит", "ёт", "ют", "ут", "ят", "ат", "ся")


class Agent(NamedTuple):
    """A noun phrase of a unit or position: character range, words [first, last), case, number, lemma of its head."""

    start: int
    end: int
    first: int
    last: int
    case: str
    number: str
    lemma: str
    governed: bool


class Sentence:
    """The words of a sentence and the agents among them, each found once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = sentence_words(text)

    @cached_property
    def heads(self) -> list[tuple[int, tuple[Form, ...]]]:
        """Words of the main clause that can head an agent."""
        words = (
            (index, head_forms(token.text))
            for index, token in enumerate(self.tokens)
            if token.main and token.kind == "word"
        )
        return [(index, forms) for index, forms in words if forms]

    @cached_property
    def verbs(self) -> list[tuple[int, Token]]:
        """Words of the main clause that are finite verbs of the present."""
        return [
            (index, token)
            for index, token in enumerate(self.tokens)
            if token.main and token.lower.endswith(_FINITE) and readings(token.lower)[0].pos == "VERB"
        ]

    def all_agents(self, case: str) -> list[Agent]:
        """Agents of a case, those behind prepositions too; a genitive inside a phrase is no agent of its own."""
        found: list[Agent] = []
        for index, _ in self.heads:
            if found and index < found[-1].last:
                continue
            agent = self.agent_at(index, case)
            if agent:
                found.append(agent)
        return found

    def agents(self, case: str) -> list[Agent]:
        """Agents of a case that no preposition governs."""
        return [agent for agent in self.all_agents(case) if not agent.governed]

    def agent_at(self, head: int, case: str) -> Agent | None:
        """The agent whose head is the word at ``head``, if the word can be one in this case."""
        tokens = self.tokens
        form = next((form for form in head_forms(tokens[head].text) if form.case == case), None)
        if form is None:
            return None
        if form.pos != "NOUN" and head + 1 < len(tokens) and _is_noun_head(tokens[head + 1], case):
            return None  # "дежурный специалист", "ответственным сотрудником"
        first = first_word(tokens, head, case)
        if first and _is_dependent(tokens, first, head, case):
            return None
        last = end_of_phrase(self.text, tokens, head, case)
        start, end = tokens[first].start, tokens[last - 1].end
        if not is_agent_name(form.lemma, self.text[start : end + 40]):
            return None
        return Agent(start, end, first, last, case, form.number, form.lemma, _is_governed(tokens, first, case))

    def group(self, first: Agent) -> list[Agent]:
        """An agent with those joined to it in the same case."""
        group = [first]
        while (following := self._joined_to(group[-1])) is not None:
            group.append(following)
        return group

    def _joined_to(self, agent: Agent) -> Agent | None:
        index = agent.last
        words = [token.lower for token in self.tokens[index : index + 3]]
        if words and words[0].startswith("("):
            index, words = index + 1, words[1:]
        if words[:2] in ([",", "а"], [",", "и"], [",", "или"]):
            index += 1
        if not words or words[0] not in (*_JOINERS, "а"):
            return None
        head = joined_head(self.tokens, index, agent.case)
        joined = self.agent_at(head, agent.case) if head is not None else None
        return joined if joined and self.tokens[index + 1].lower in ("также", self.tokens[joined.first].lower) else None


def _is_noun_head(token: Token, case: str) -> bool:
    return any(form.case == case and form.pos == "NOUN" for form in head_forms(token.text))


def _is_governed(tokens: list[Token], first: int, case: str) -> bool:
    """Whether a preposition governs the phrase, itself or through "и": "с клиентами и (или) сотрудниками"."""
    if first and is_preposition(tokens[first - 1].lower):
        return True
    if not first or tokens[first - 1].lower not in _JOINERS:
        return False
    for token in reversed(tokens[max(0, first - 12) : first]):
        if token.lower in _GOVERNING.get(case, ()):
            return True
        if is_predicate(token.lower):
            return False
    return False


def _is_dependent(tokens: list[Token], first: int, head: int, case: str) -> bool:
    """Whether the word rather is a genitive of the noun before it: "работа управления", "сотрудник МФЦ"."""
    before, word = tokens[first - 1], tokens[head]
    if before.kind != "word" or not before.main:
        return False
    if word.text.isupper():
        return readings(before.lower)[0].pos == "NOUN"
    if case not in ("nomn", "datv") or is_preposition(before.lower) or not has_reading(word.lower, "NOUN", "gent"):
        return False
    duty = tokens[head + 2].lower if head + 2 < len(tokens) else ""
    if duty.startswith("ответственн") and has_reading(duty, "ADJF", case):
        return False  # "перечня точек лица, ответственные за"
    return readings(before.lower)[0].pos in ("NOUN", "ADJF")
