"""Ways to lay a duty on somebody. ``RULES`` is the ordered list; the first that finds an agent in a sentence wins."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractor.provisions.agent_words import AUTHORITIES, CLIENT
from extractor.provisions.agents import Agent, Sentence
from extractor.provisions.duty_words import (
    APPOINTS,
    BY_NATURE,
    LAID,
    NO_DUTY,
    OBLIGED,
    OWN_REFLEXIVE,
    PLURAL,
    TO_DO,
    has_role,
    may_have_role,
)
from extractor.provisions.main_clauses import Token, is_infinitive
from normalizers.morphology import readings
from parsers.structure import Clause

_NAMED_ROLE = re.compile(
    r"\W*(?:ответственн(?:ый|ые|ое|ая)|куратор|координатор|исполнител[ьи])\b[^.;:–—]{0,200}?\s?[–—:-]\s", re.IGNORECASE
)
_SHORT = re.compile(r"\b(?:долж\w{1,2}|мо(?:же|гу)т)\s+быть\s+\w+[нт][аоы]?\b", re.IGNORECASE)


class Duty(NamedTuple):
    """A sentence under a clause of a part: what the rules look at."""

    sentence: Sentence
    clause: Clause
    in_order: bool


def laid_on(duty: Duty) -> list[Agent]:
    """As in "Контроль за исполнением приказа возложить на заместителя министра"."""
    sentence = duty.sentence
    if not any(token.lower in LAID for token in sentence.tokens):
        return []
    agents = (
        agent for agent in sentence.all_agents("accs") if agent.first and sentence.tokens[agent.first - 1].lower == "на"
    )
    first = next(agents, None)
    return sentence.group(first) if first else []


def appointed(duty: Duty) -> list[Agent]:
    """As in "Назначить ответственным за … начальника отдела", "Ответственными … определены начальники …"."""
    sentence = duty.sentence
    if not has_role(sentence.text):
        return []
    verb = next((token for token in sentence.tokens if token.main and token.lower.startswith(APPOINTS)), None)
    if verb is None:
        return []
    case = "accs" if readings(verb.lower)[0].pos == "INFN" else "nomn"
    found = [agent for agent in sentence.agents(case) if agent.lemma != "ответственный"]
    return sentence.group(found[0]) if found else []


def instructed(duty: Duty) -> list[Agent]:
    """As in "Отделу кадров … обеспечить", "Начальникам отделов:", "Поручить отделу кадров разместить"."""
    sentence = duty.sentence
    agents = sentence.agents("datv")
    if not agents or "рекоменд" in sentence.text.lower() or (not duty.in_order and _says_otherwise(sentence)):
        return []
    first, words = agents[0], enumerate(sentence.tokens)
    infinitive = next((index for index, token in words if token.main and is_infinitive(token.lower)), None)
    if infinitive is None:
        told = _ends_with(sentence, first) and children_begin(duty, "INFN")
    else:
        told = first.first < infinitive or sentence.tokens[infinitive].lower == "поручить"
    return sentence.group(first) if told else []


def _says_otherwise(sentence: Sentence) -> bool:
    """A predicate of its own: "Руководителю отдела представляется отчет"."""
    if any(token.lower not in TO_DO for _, token in sentence.verbs):
        return True
    return any(token.main and token.lower in OBLIGED for token in sentence.tokens)


def _ends_with(sentence: Sentence, agent: Agent) -> bool:
    """Whether nothing but "(далее – …)" and the colon stands behind the last of those joined."""
    last = sentence.group(agent)[-1].last
    return all(token.kind in ("bracket", "sign") for token in sentence.tokens[last:])


def children_begin(duty: Duty, pos: str) -> bool:
    """Whether the sentence opens a list of which an item begins with a verb of the kind."""
    if not duty.sentence.text.rstrip().endswith(":"):
        return False
    return any(_first_verb(child) == pos for child in duty.clause.children)


def _first_verb(clause: Clause) -> str:
    words = re.findall(r"[а-яё]+", clause.own[:120].lower())[:6]
    return next((form for word in words if (form := readings(word)[0].pos) in ("VERB", "INFN")), "")


def named_role(duty: Duty) -> list[Agent]:
    """As in "Ответственный за ведение Перечня – начальник отдела кадров"."""
    text = duty.sentence.text
    found = _NAMED_ROLE.match(text) if may_have_role(text[:40]) else None
    if not found:
        return []
    agents = [agent for agent in duty.sentence.agents("nomn") if agent.start >= found.end() - 1]
    return duty.sentence.group(agents[0]) if agents else []


def acting(duty: Duty) -> list[Agent]:
    """As in "Отдел кадров ежемесячно проводит …", "Личный прием ведут руководитель и его заместители"."""
    sentence = duty.sentence
    groups = _groups(sentence)
    found: list[Agent] = []
    for index, verb in _predicates(sentence) if groups else ():
        agreeing = [fitting for group in groups if (fitting := _fitting(group, verb))]
        group = _subject(agreeing, index)
        if group and not _is_done_by_client(sentence, group[0], index) and not _is_natural(group, verb):
            found += [agent for agent in group if agent not in found]
    return found


def _groups(sentence: Sentence) -> list[list[Agent]]:
    """Agents in the nominative, those joined together."""
    groups: list[list[Agent]] = []
    for agent in sentence.agents("nomn"):
        if not groups or agent not in groups[-1]:
            groups.append(sentence.group(agent))
    return groups


def _subject(groups: list[list[Agent]], verb: int) -> list[Agent]:
    """The nearest group before the verb, else the first behind it: "Отдел готовит …", "Прием ведет министр"."""
    before = [group for group in groups if group[0].first < verb]
    after = [group for group in groups if group[0].first > verb]
    if before and not (after and after[0][0].first == verb + 1):
        return before[-1]
    return after[0] if after else []


def _predicates(sentence: Sentence) -> Iterator[tuple[int, Token]]:
    """Verbs of the main clause that may lay a duty on their subject."""
    for index, token in enumerate(sentence.tokens):
        if token.main and token.lower in OBLIGED:
            yield index, token
    for index, token in sentence.verbs:
        own = not token.lower.endswith("ся") or token.lower.startswith(OWN_REFLEXIVE)
        if own and not token.lower.startswith(NO_DUTY):
            yield index, token


def _fitting(group: list[Agent], verb: Token) -> list[Agent]:
    """The group that the verb agrees with: "Отдел контроля и аналитики ведет" is one unit, not a unit and people."""
    if _agree(group, verb):
        return group
    whole = group[0]._replace(end=group[-1].end, last=group[-1].last)
    return [whole] if len(group) > 1 and _agree([whole], verb) else []


def _agree(group: list[Agent], verb: Token) -> bool:
    return verb.lower.endswith(PLURAL) == (len(group) > 1 or group[0].number == "plur")


def _is_done_by_client(sentence: Sentence, agent: Agent, verb: int) -> bool:
    """A client before the verb is its subject: "Клиент уведомляет отдел"."""
    if agent.first < verb:
        return False
    words = (token for token in sentence.tokens[:verb] if token.main and CLIENT.fullmatch(token.text))
    return any(form.case == "nomn" for token in words for form in readings(token.lower))


def _is_natural(group: list[Agent], verb: Token) -> bool:
    """What the authority as a whole does by its nature: "Министерство осуществляет взаимодействие с клиентами"."""
    alone = group[0].lemma in AUTHORITIES and group[0].last - group[0].first == 1
    return alone and verb.lower.startswith(BY_NATURE)


def passive(duty: Duty) -> list[Agent]:
    """As in "Перечень ведется отделом кадров", "должна быть рассмотрена начальником отдела"."""
    sentence = duty.sentence
    reflexive = any(token.lower.endswith("ся") and not token.lower.startswith(NO_DUTY) for _, token in sentence.verbs)
    if not reflexive and not (" быть " in sentence.text and _SHORT.search(sentence.text)):
        return []
    return sentence.agents("ablt")


def listed_duties(duty: Duty) -> list[Agent]:
    """As in "Лица, ответственные за взаимодействие:" with "организуют …;" below."""
    sentence = duty.sentence
    if not sentence.text.rstrip().endswith(":"):
        return []
    agents = sentence.agents("nomn")
    if not agents or not _ends_with(sentence, agents[0]) or not children_begin(duty, "VERB"):
        return []
    return sentence.group(agents[0])


RULES: tuple[Callable[[Duty], list[Agent]], ...] = (
    laid_on,
    appointed,
    instructed,
    named_role,
    acting,
    passive,
    listed_duties,
)


def case_of_items(duty: Duty) -> str:
    """The case in which items under the sentence may name who does it; none where something else is listed.

    As in "Прием ведут:", "Ответственными являются:" (nominative), "Проверка осуществляется:" (ablative).
    """
    sentence = duty.sentence
    if not sentence.text.rstrip().endswith(":"):
        return ""
    verbs = [token for _, token in sentence.verbs if not token.lower.startswith(NO_DUTY) or has_role(sentence.text)]
    if not verbs:
        return ""
    return "ablt" if verbs[-1].lower.endswith("ся") and not has_role(sentence.text) else "nomn"
