"""Noun phrases of units and positions in a sentence: where they stand and in which case.

A phrase is quoted as it stands and cut before a participial or relative clause; "(далее – …)" is no part of it. Phrases
joined by "и", "или" or a comma in the same case are agents of their own ("начальник Инспекции и его заместители").
"""

import re
from typing import NamedTuple

from extractor.provisions.agent_words import AUTHORITIES, head_forms, is_agent_name
from extractor.provisions.main_clauses import Token, is_predicate, is_preposition
from normalizers.morphology import has_reading, readings

_JOINERS = frozenset({"и", "или", "либо", ",", ";"})
_POSSESSIVE = frozenset({"его", "ее", "её", "их", "им", "ими", "ей"})
_MODIFIERS = ("ADJF", "PRTF", "NUMR")
_STOPPING = frozenset({"VERB", "INFN", "GRND", "PRTS", "ADVB", "PRED", "CONJ", "PRCL", "ADJS", "COMP"})
# "отдел по работе с обращениями", "комитет по труду" against "по адресу", "по запросу"
_ADVERBIAL_BY = re.compile(
    r"мест|адрес|телефон|форм|мер[еа]|результат|итог|запрос|согласовани|почт|истечени|предварительн|график|поручени|решени|указанн|кажд|следующ|очеред"
    r"|необходимост|окончани|письменн|средств|компетенци|желани|электронн|возможност|собственн|инициатив|номер|факт|состояни|представлени|телефонн|будн"
    r"|понедельник|вторник|сред|четверг|пятниц|рабочим|настоящ|данн|установленн|утвержд[её]нн|единому|принципу|вопросам,|приведенн|прилагаем|своей|своим",
    re.IGNORECASE,
)
_SUPERVISES = re.compile(r"контрол|надзор|работ|взаимодействи|связ", re.IGNORECASE)
_FIELD = re.compile(r"област[иь]|сфер[еуы]", re.IGNORECASE)
_NAME_IN_BRACKETS = re.compile(r"\([А-ЯЁ][а-яё-]+(?:\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.?)?\)|\([А-ЯЁ]\.\s?[А-ЯЁ]\.")
_OF_PLACE = re.compile(r"(?:республик|област|город|район|пос[её]л|сел[оае]|округ|края|осети|чувашии)", re.IGNORECASE)
_PATRONYMIC = re.compile(r"[а-яё](?:вич|ьич)(?:а|у|ем|ем|е)?$|[а-яё]вн(?:а|у|ы|ой|е)$|[а-яё]ичн(?:а|у|ы|ой|е)$")
_DUTY_WORD = re.compile(r"ответственн\w{2,3}$", re.IGNORECASE)
_ADVERBIAL_AFTER_DUTY = re.compile(
    r"\s+(?:в\s+течени|не\s+поз(?:днее|же)|не\s+реже|ежегодно|ежеквартально|ежемесячно|еженедельно|ежедневно|в\s+срок|до\s+\d|по\s+мере|по\s+адресу"
    r"|на\s+основании|в\s+соответствии|пут[её]м|посредством|по\s+форме)",
    re.IGNORECASE,
)


class Agent(NamedTuple):
    """A noun phrase of a unit or position: character range, words [first, last), case, number, lemma of its head."""

    start: int
    end: int
    first: int
    last: int
    case: str
    number: str
    lemma: str
    after_preposition: bool


def find_agents(text: str, tokens: list[Token], case: str) -> list[Agent]:
    """Agents of one case in the main clause, in order; a genitive inside a phrase is no agent of its own."""
    found: list[Agent] = []
    index = 0
    while index < len(tokens):
        agent = agent_at(text, tokens, index, case) if tokens[index].kind == "word" and tokens[index].main else None
        if agent:
            found.append(agent)
        index = max(index + 1, agent.last if agent else 0)
    return found


def agent_at(text: str, tokens: list[Token], head: int, case: str) -> Agent | None:
    """The agent whose head is the word at ``head``, if the word can be one in this case."""
    form = next((form for form in head_forms(tokens[head].text) if form.case == case), None)
    if form is None:
        return None
    first = _first_modifier(tokens, head, case)
    before = tokens[first - 1] if first else None
    if before and before.main and before.kind == "word" and _is_dependent(tokens, first, head, case):
        return None
    last = _last_word(text, tokens, head, case)
    start, end = tokens[first].start, tokens[last - 1].end
    if not is_agent_name(form.lemma, text[start : min(len(text), end + 40)]):
        return None
    return Agent(start, end, first, last, case, form.number, form.lemma, is_governed(tokens, first, case))


_GOVERNING = {
    "ablt": frozenset("с со между над под перед за".split()),
    "datv": frozenset("к ко по согласно благодаря".split()),
    "accs": frozenset("на в за через про".split()),
}


def is_governed(tokens: list[Token], first: int, case: str) -> bool:
    """Whether a preposition governs the phrase, itself or through "и": "с клиентами и (или) сотрудниками"."""
    if first and is_preposition(tokens[first - 1].text):
        return True
    index = first - 1
    if index < 0 or not (tokens[index].lower in _JOINERS or tokens[index].kind == "bracket"):
        return False
    for token in reversed(tokens[max(0, index - 12) : index]):
        if is_predicate(token.text):
            return False
        if token.lower in _GOVERNING.get(case, ()):
            return True
    return False


def _is_dependent(tokens: list[Token], first: int, head: int, case: str) -> bool:
    """Whether the word rather is a genitive of the noun before it: "работа управления", "сотрудник МФЦ"."""
    before, word = tokens[first - 1], tokens[head].text
    if word.isupper():
        return readings(before.text)[0].pos == "NOUN"
    if case != "nomn" or is_preposition(before.text) or not has_reading(word, "NOUN", "gent"):
        return False
    if head + 2 < len(tokens) and _DUTY_WORD.match(tokens[head + 2].lower) and _agrees(tokens[head + 2].text, case):
        return False  # "перечня точек лица, ответственные за"
    return readings(before.text)[0].pos in ("NOUN", "ADJF")


def _first_modifier(tokens: list[Token], head: int, case: str) -> int:
    """Adjectives, participles and possessives before the head: "уполномоченными им лицами"."""
    first = head
    while first:
        word = tokens[first - 1]
        if word.kind != "word" or not word.main:
            break
        possessive = word.lower in _POSSESSIVE and (word.lower in ("его", "ее", "её", "их") or _modifies(tokens[max(0, first - 2)].text, case))
        if not possessive and not _modifies(word.text, case):
            break
        first -= 1
    return first


def _modifies(word: str, case: str) -> bool:
    return any(form.pos in _MODIFIERS and form.case == case for form in readings(word)) and not is_preposition(word)


def _last_word(text: str, tokens: list[Token], head: int, case: str) -> int:
    """Index behind the last word of the phrase."""
    last = index = head + 1
    if _DUTY_WORD.search(tokens[head].lower):
        return _end_of_duty(text, tokens, last)
    while index < len(tokens):
        token = tokens[index]
        step = _step(text, tokens, index, case)
        if step == 0:
            break
        index += step
        if token.lower not in _JOINERS:
            last = index
    if tokens[last - 1].kind == "bracket" and not _NAME_IN_BRACKETS.match(tokens[last - 1].text):
        return last - 1
    duty = last + 1 < len(tokens) and tokens[last].text == "," and _is_duty(tokens[last + 1], bare=last == head + 1)
    if duty or (last < len(tokens) and _DUTY_WORD.match(tokens[last].lower) and _agrees(tokens[last].text, case)):
        return _end_of_duty(text, tokens, last + (2 if duty else 1))
    return last


def _is_duty(token: Token, bare: bool) -> bool:
    """ "ответственные за …" is an adjective and stays; "уполномоченное на …" only behind a bare "лицо"."""
    return bool(_DUTY_WORD.match(token.lower) or (bare and token.lower.startswith("уполномоченн")))


def _agrees(word: str, case: str) -> bool:
    return has_reading(word, "ADJF", case)


def _end_of_duty(text: str, tokens: list[Token], index: int) -> int:
    """As in "лица, ответственные за осуществление взаимодействия с клиентом": to the next comma, verb or adverbial."""
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "sign" or token.text.lower().startswith("(далее") or _ADVERBIAL_AFTER_DUTY.match(text, tokens[index - 1].end):
            break
        if token.kind == "word" and token.text[0].islower() and readings(token.text)[0].pos in ("VERB", "INFN", "PRTS"):
            break
        index += 1
    return index


def _step(text: str, tokens: list[Token], index: int, case: str) -> int:
    """How many words from ``index`` on belong to the phrase: 0 at its end."""
    token = tokens[index]
    if token.kind == "quoted" or token.kind == "initials":
        return 1
    if token.kind == "bracket":
        return 0 if token.lower.startswith("(далее") else 1
    if token.lower in _JOINERS:
        return _joined(text, tokens, index, case)
    if token.kind != "word":
        return _after_dash(tokens, index, case)
    if is_preposition(token.text):
        return _prepositional(tokens, index)
    return 1 if _is_attribute(tokens, index, case) else 0


def _after_dash(tokens: list[Token], index: int, case: str) -> int:
    """As in "автономного округа – Югры", "заместителя Председателя Правительства – министра финансов"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if tokens[index].text not in ("-", "–", "—") or following is None or following.kind != "word":
        return 0
    if any(form.case == case for form in head_forms(following.text)):
        return 2
    return 2 if _OF_PLACE.match(tokens[index - 1].text) and following.text[0].isupper() else 0


def _joined(text: str, tokens: list[Token], index: int, case: str) -> int:
    """A genitive joined to a genitive goes on with the phrase; another agent or anything else ends it."""
    if index + 1 >= len(tokens) or tokens[index].text == ";" or joined_agent(text, tokens, index, case):
        return 0
    word = tokens[index + 1]
    if word.kind != "word" or not word.main:
        return 0
    forms = readings(word.text)
    if tokens[index].text == "," and any(form.pos == "PRTF" for form in forms):
        return 0
    return int(any(form.case == "gent" and form.pos in ("NOUN", "ADJF", "PRTF") for form in forms) or _goes_on_by(tokens, index))


def _goes_on_by(tokens: list[Token], index: int) -> bool:
    """As in "комитет по труду и занятости": the dative of the same "по"."""
    before = [token.lower for token in tokens[max(0, index - 3) : index]]
    return "по" in before and has_reading(tokens[index + 1].text, "NOUN", "datv")


def joined_agent(text: str, tokens: list[Token], index: int, case: str) -> Agent | None:
    """The agent in the same case behind "и", "или" or a comma at ``index``."""
    position = index + 1
    while position < len(tokens) and position <= index + 6:
        token = tokens[position]
        if token.kind != "word" or not token.main or is_preposition(token.text):
            return None
        forms = head_forms(token.text)
        if any(form.case == case for form in forms):
            agent = agent_at(text, tokens, position, case)
            return agent if agent and agent.first == index + 1 else None
        if not (_modifies(token.text, case) or token.lower in _POSSESSIVE or token.lower == "также"):
            return None
        position += 1
    return None


def _prepositional(tokens: list[Token], index: int) -> int:
    """Phrases that belong to names of units: "по труду", "по работе с обращениями", "надзора в области строительства"."""
    if index + 1 >= len(tokens) or tokens[index + 1].kind not in ("word", "quoted"):
        return 0
    preposition, word = tokens[index].lower, tokens[index + 1].text
    noun = tokens[index - 1].lower
    if preposition == "по":
        return 0 if _ADVERBIAL_BY.match(word) else 2
    if preposition in ("с", "со", "за"):
        return 2 if _SUPERVISES.match(noun) else 0
    if preposition == "в":
        return 2 if _FIELD.match(word) else 0
    heads = {form.lemma for form in head_forms(word)} if preposition == "при" else set()
    return 2 if heads & (AUTHORITIES | {"губернатор", "глава"}) else 0


def _is_attribute(tokens: list[Token], index: int, case: str) -> bool:
    """A genitive, a name, an abbreviation or a word of the same "по …" phrase."""
    word = tokens[index].text
    if word[0].isdigit():
        return tokens[index - 1].text in ("№", "N")
    if word.isupper() or word[0] == "№" or (word == "делами" and tokens[index - 1].lower.startswith("управл")):
        return True
    forms = readings(word)
    if forms[0].pos in _STOPPING and word[0].islower():
        return False
    if any(form.case == "gent" and form.pos in ("NOUN", "ADJF", "PRTF", "NUMR") for form in forms):
        return True
    if word[0].isupper() and any(_OF_PLACE.match(token.text) for token in tokens[index - 2 : index] if token.kind == "word"):
        return True  # "Республики Алтай", "Республики Северная Осетия"
    return _is_name(tokens, index) or _follows_preposition(tokens, index)


def _follows_preposition(tokens: list[Token], index: int) -> bool:
    """As in "по информационной политике": a dative or ablative behind the preposition's adjective."""
    before = tokens[index - 1].text
    return tokens[index - 2].lower in ("по", "с", "со", "за", "в") and index >= 2 and readings(before)[0].pos in ("ADJF", "PRTF")


def _is_name(tokens: list[Token], index: int) -> bool:
    """A surname beside initials, or a word of a full name: "Иванову Анну Петровну"."""
    if not tokens[index].text[0].isupper():
        return False
    if any(token.kind == "initials" for token in tokens[max(0, index - 1) : index + 2]):
        return True
    full = tokens[index : index + 3]
    names = all(token.kind == "word" and token.text[0].isupper() for token in full)
    return any(_PATRONYMIC.search(token.text) for token in full) and (names or _PATRONYMIC.search(full[0].text) is not None or len(full) < 3 or _PATRONYMIC.search(full[1].text) is not None)
