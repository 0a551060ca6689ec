"""Duties of units and positions, and who has them: one provision for each clause.

``RULES`` is the ordered list of ways to lay a duty on somebody; the first that finds an agent in a sentence wins.
"""

import re
from collections.abc import Callable, Iterator

from extractor.provisions.agent_words import AUTHORITIES, CLIENT, LIKELY
from extractor.provisions.agents import Agent, agent_at, find_agents, joined_agent
from extractor.provisions.found import FoundProvision, Passage, Unit
from extractor.provisions.main_clauses import Token, sentence_words
from extractor.provisions.places import place_hint
from extractor.registry import ProvisionKind, Responsible
from normalizers.morphology import readings
from normalizers.verbatim import Quote
from parsers.structure import Clause

_SELF = re.compile(r"\bоставля(?:ю|ет|ем)\s+за\s+собой\b", re.IGNORECASE)
_LAY = re.compile(r"\bвозл(?:ожить|агаю|ага[ею]тся|ожен[аоы]?|агается)\b", re.IGNORECASE)
_APPOINT = re.compile(r"\b(?:назнач|определ|утвер|явля[ею]тся|закреп)\w*", re.IGNORECASE)
_ROLE = re.compile(r"\b(?:ответственн(?:ым|ой|ыми)|уполномоченн(?:ым|ой|ыми)|координатор(?:ом|ами)|оператор(?:ом|ами)|куратор(?:ом|ами)|исполнител(?:ем|ями))\b", re.I)
_NAMED_ROLE = re.compile(r"^\W*(?:ответственн(?:ый|ые|ое|ая)|куратор|координатор|исполнител[ьи])\b[^.;:–—]{0,200}?\s?[–—:-]\s", re.IGNORECASE)
_ADVICE = re.compile(r"\bрекоменд", re.IGNORECASE)
_DATIVE_VERBS = frozenset("необходимо следует надлежит запрещается поручается поручить предписывается".split())
_NO_DUTY = re.compile(
    r"(?:находит|располага|явля|име[ею]т|мо[гж]|состо[ия]т|подчиня|вход[ия]т|относ[ия]т|называ|действу|существу|включа|постановля|приказыва|распоряжа"
    r"|вправе|счита|становит|содерж[аи]т|понима|означа|представля[ею]т\s+собой|нужда|хо[тч]|рассчитыва|зна[ею]т|облада|участвовал|распростран|вступа)",
    re.IGNORECASE,
)
_NATURAL = re.compile(r"(?:осуществля|использу|взаимодейству|оказыва|предоставля|получа|стремит|устанавлива|определя)", re.IGNORECASE)
_OBLIGED = re.compile(r"^(?:должн[аоы]?|должен|обязан[аоы]?)$", re.IGNORECASE)
_ACTIVE = re.compile(r"(?:[еёи]т|[уюая]т)$", re.IGNORECASE)
_REFLEXIVE = re.compile(r"(?:[еёи]т|[уюая]т)ся$", re.IGNORECASE)
_OWN_REFLEXIVE = re.compile(r"руководству|заботит|обяз|отчитыва|знаком[ия]т|обраща|убежда|представля[ею]тся\b|вежлив", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:долж\w{1,2}|мо(?:же|гу)т)\s+быть\s+\w+[нт][аоы]?\b", re.IGNORECASE)
_MAY_LAY = re.compile(
    r"оставля|возл[оа][жг]|назнач|определ|закреп|утвер|явля|[еиуюая]т(?:ся)?\b|долж|обязан|\w(?:ть|ти|чь)(?:ся)?\b|поруч|ответственн|:\s*$", re.IGNORECASE
)


class Sentence:
    """A passage with its words, taken apart once."""

    def __init__(self, unit: Unit, passage: Passage) -> None:
        self.unit = unit
        self.passage = passage
        self.text = passage.text
        self.tokens: list[Token] = sentence_words(passage.text)

    def agents(self, case: str) -> list[Agent]:
        """Agents of a case that no preposition governs."""
        return [agent for agent in find_agents(self.text, self.tokens, case) if not agent.after_preposition]

    def group(self, first: Agent) -> list[Agent]:
        """An agent with those joined to it in the same case."""
        group = [first]
        while group[-1].last < len(self.tokens):
            index = group[-1].last
            index += self.tokens[index].kind == "bracket"
            if index >= len(self.tokens) or self.tokens[index].lower not in ("и", "или", "либо", ",", "а"):
                break
            index += self.tokens[index].lower == "," and self.tokens[min(index + 1, len(self.tokens) - 1)].lower == "а"
            following = joined_agent(self.text, self.tokens, index + (self.tokens[index].lower == "а"), first.case)
            if following is None:
                break
            group.append(following)
        return group

    def verbs(self) -> Iterator[tuple[int, Token]]:
        """Words of the main clause that are finite verbs."""
        for index, token in enumerate(self.tokens):
            if token.main and token.kind == "word" and (_ACTIVE.search(token.text) or _REFLEXIVE.search(token.text)) and _is_finite(token.text):
                yield index, token


def _is_finite(word: str) -> bool:
    return readings(word)[0].pos == "VERB"


def laid_on(sentence: Sentence) -> list[Agent]:
    """As in "Контроль за исполнением приказа возложить на заместителя министра"."""
    if not _LAY.search(sentence.text):
        return []
    for agent in find_agents(sentence.text, sentence.tokens, "accs"):
        if agent.after_preposition and sentence.tokens[agent.first - 1].lower == "на":
            return sentence.group(agent)
    return []


def appointed(sentence: Sentence) -> list[Agent]:
    """As in "Назначить ответственным за … начальника отдела", "Ответственными … определены начальники …"."""
    if not _ROLE.search(sentence.text):
        return []
    verb = next((token for token in sentence.tokens if token.main and _APPOINT.fullmatch(token.text)), None)
    if verb is None:
        return []
    case = "accs" if readings(verb.text)[0].pos == "INFN" else "nomn"
    found = [agent for agent in sentence.agents(case) if agent.lemma != "ответственный" and not _is_complement(sentence, agent)]
    return sentence.group(found[0]) if found else []


def _is_complement(sentence: Sentence, agent: Agent) -> bool:
    """A noun between "за" and the verb is what they answer for, unless an animate accusative."""
    return agent.case == "accs" and agent.lemma in AUTHORITIES and agent.number == "sing" and "за" in [t.lower for t in sentence.tokens[: agent.first]][-6:]


def instructed(sentence: Sentence) -> list[Agent]:
    """As in "Отделу кадров … обеспечить", "Начальникам отделов:", "Поручить отделу кадров разместить"."""
    agents = sentence.agents("datv")
    if not agents or _ADVICE.search(sentence.text):
        return []
    verbs = list(sentence.verbs())
    if any(token.lower not in _DATIVE_VERBS for _, token in verbs) and not sentence.unit.in_order:
        return []
    infinitive = next((index for index, token in enumerate(sentence.tokens) if token.main and _is_infinitive(token)), None)
    first = agents[0]
    if infinitive is None:
        opens = first.last >= len(sentence.tokens) - 1 and _children_begin(sentence, "INFN")
        return sentence.group(first) if opens else []
    return sentence.group(first) if first.first < infinitive or sentence.tokens[infinitive].lower == "поручить" else []


def _is_infinitive(token: Token) -> bool:
    return token.kind == "word" and token.lower.endswith(("ть", "ти", "чь", "ться", "тись")) and readings(token.text)[0].pos == "INFN"


def _children_begin(sentence: Sentence, pos: str) -> bool:
    clause = sentence.unit.clause
    return sentence.text.rstrip().endswith(":") and any(_first_pos(child) == pos for child in clause.children)


def _first_pos(clause: Clause) -> str:
    words = re.findall(r"[а-яё]+", clause.own[:120].lower())[:6]
    return next((form for word in words if (form := readings(word)[0].pos) in ("VERB", "INFN")), "")


def acting(sentence: Sentence) -> list[Agent]:
    """As in "Отдел кадров ежемесячно проводит …", "Личный прием ведут руководитель и его заместители"."""
    agents = sentence.agents("nomn")
    if not agents:
        return []
    for index, verb in _duties(sentence):
        plural = verb.lower.endswith(("ют", "ут", "ят", "ат", "ются", "утся", "ятся", "атся", "ны"))
        group = next((group for agent in agents if _agree(group := sentence.group(agent), plural)), None)
        if group and not _other_subject(sentence, group[0], index) and not _is_natural(group, verb):
            return group
    return []


def _duties(sentence: Sentence) -> Iterator[tuple[int, Token]]:
    """Verbs of the main clause that may lay a duty on their subject."""
    for index, token in enumerate(sentence.tokens):
        if token.main and token.kind == "word" and _OBLIGED.match(token.text):
            yield index, token
    for index, token in sentence.verbs():
        reflexive = _REFLEXIVE.search(token.text)
        if not _NO_DUTY.match(token.text) and (not reflexive or _OWN_REFLEXIVE.match(token.text)):
            yield index, token


def _agree(group: list[Agent], plural: bool) -> bool:
    return plural == (len(group) > 1 or group[0].number == "plur")


def _other_subject(sentence: Sentence, agent: Agent, verb: int) -> bool:
    """A client before the verb is the subject: "Клиент уведомляет отдел"; so is a noun that can be nothing else."""
    before = sentence.text[: sentence.tokens[verb].start]
    main = " ".join(token.text for token in sentence.tokens[:verb] if token.main)
    return agent.first > verb and bool(CLIENT.search(before)) and bool(CLIENT.search(main) and _has_nominative_client(sentence, verb))


def _has_nominative_client(sentence: Sentence, verb: int) -> bool:
    words = (token for token in sentence.tokens[:verb] if token.main and token.kind == "word" and CLIENT.fullmatch(token.text))
    return any(form.case == "nomn" for token in words for form in readings(token.text))


def _is_natural(group: list[Agent], verb: Token) -> bool:
    """What the authority as a whole does by its nature: "Министерство осуществляет взаимодействие с клиентами"."""
    alone = group[0].lemma in AUTHORITIES and group[0].last - group[0].first == 1
    return alone and bool(_NATURAL.match(verb.text))


def passive(sentence: Sentence) -> list[Agent]:
    """As in "Перечень ведется отделом кадров", "должна быть рассмотрена начальником отдела"."""
    verbs = [token for _, token in sentence.verbs() if _REFLEXIVE.search(token.text) and not _NO_DUTY.match(token.text)]
    if not verbs and not _SHORT.search(sentence.text):
        return []
    agents = sentence.agents("ablt")
    return sentence.group(agents[0]) if agents else []


def listed_duties(sentence: Sentence) -> list[Agent]:
    """As in "Лица, ответственные за взаимодействие:" with "организуют …;" below."""
    agents = sentence.agents("nomn")
    if not agents or agents[0].last < len(sentence.tokens) - 1 or not _children_begin(sentence, "VERB"):
        return []
    return sentence.group(agents[0])


def named_role(sentence: Sentence) -> list[Agent]:
    """As in "Ответственный за ведение Перечня – начальник отдела кадров"."""
    found = _NAMED_ROLE.match(sentence.text)
    if not found:
        return []
    agents = [agent for agent in sentence.agents("nomn") if agent.start >= found.end() - 1]
    return sentence.group(agents[0]) if agents else []


RULES: tuple[Callable[[Sentence], list[Agent]], ...] = (laid_on, appointed, instructed, named_role, acting, passive, listed_duties)


def find_responsible(unit: Unit) -> Iterator[FoundProvision]:
    """At most one for the clause: everybody on whom its sentences lay a duty."""
    own = unit.own
    if _SELF.search(own):
        yield from _signatory(unit)
        return
    if _MAY_LAY.search(own) is None or not _names_somebody(unit.clause, own):
        return
    found = [(passage, who) for passage in unit.passages if (who := _who(unit, passage))]
    if found:
        yield _provision(unit, found)


def _names_somebody(clause: Clause, text: str) -> bool:
    if LIKELY.search(text):
        return True
    return text.rstrip().endswith(":") and any(LIKELY.match(child.own.lstrip()[:40]) for child in clause.children)


def _who(unit: Unit, passage: Passage) -> list[Quote]:
    if _MAY_LAY.search(passage.text) is None or not _names_somebody(unit.clause, passage.text):
        return []
    sentence = Sentence(unit, passage)
    agents = next((agents for rule in RULES if (agents := rule(sentence))), [])
    return [passage.quote(agent.start, agent.end) for agent in agents] or _of_items(sentence)


def _of_items(sentence: Sentence) -> list[Quote]:
    """As in "Прием ведут:" or "Ответственными являются:" with the positions listed below."""
    clause = sentence.unit.clause
    if not clause.children or not sentence.text.rstrip().endswith(":"):
        return []
    verbs = [token for _, token in sentence.verbs() if not _NO_DUTY.match(token.text) or _ROLE.search(sentence.text)]
    if not verbs:
        return []
    return [quote for child in clause.children for quote in _first_agent(child)]


def _first_agent(clause: Clause) -> list[Quote]:
    text = clause.own
    tokens = sentence_words(text)
    for case in ("nomn", "ablt"):
        agents = [agent for index in range(min(4, len(tokens))) if (agent := agent_at(text, tokens, index, case)) and agent.first == 0]
        if agents:
            return [clause.view.quote(clause.start + agents[0].start, clause.start + agents[0].end)]
    return []


def _provision(unit: Unit, found: list[tuple[Passage, list[Quote]]]) -> FoundProvision:
    who = list({quote.text: quote for _, quotes in found for quote in quotes}.values())
    passage = found[0][0]
    text = passage.quote() if len(found) == 1 else unit.clause.view.quote(unit.clause.start, unit.clause.end)
    return _made(unit, text, who, place_hint(unit, passage, ProvisionKind.RESPONSIBLE))


def _made(unit: Unit, text: Quote, who: list[Quote], hint: str | None) -> FoundProvision:
    value = Responsible(who=[quote.text for quote in who])
    quotes = tuple((f"/value/who/{index}", quote) for index, quote in enumerate(who))
    return FoundProvision(ProvisionKind.RESPONSIBLE, unit.clause, text, value, hint, quotes=quotes)


def _signatory(unit: Unit) -> Iterator[FoundProvision]:
    """As in "Контроль за исполнением настоящего приказа оставляю за собой"."""
    passage = next(passage for passage in unit.passages if _SELF.search(passage.text))
    position = unit.signatory.position if unit.signatory else None
    yield _made(unit, passage.quote(), [position] if position else [], None)
