"""Where the noun phrase of a unit or position begins and ends.

A phrase is quoted as it stands and cut before a participial or relative clause; "(далее – …)" is no part of it.
Genitives, names, quoted names and the phrases of its name ("по труду", "надзора в области строительства") go with it.
"""

import re

from extractor.provisions.agent_words import AUTHORITIES, head_forms
from extractor.provisions.main_clauses import Token, is_preposition
from normalizers.morphology import has_reading, readings

_JOINERS = frozenset({"и", "или", "либо", ",", ";"})
_OWNERS = frozenset({"его", "ее", "её", "их"})
_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
_NAMING = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})
_STOPPING = frozenset({"VERB", "INFN", "GRND", "PRTS", "ADVB", "PRED", "CONJ", "PRCL", "ADJS", "COMP"})
# "отдел по работе с обращениями", "комитет по труду" against "по адресу", "по запросу"
_ADVERBIAL_BY = re.compile(
    r"мест|адрес|телефон|форм|мер[еа]|результат|итог|запрос|согласовани|почт|истечени|предварительн|график|поручени|решени|указанн|кажд|следующ|очеред"
    r"|необходимост|окончани|письменн|средств|компетенци|желани|электронн|возможност|собственн|инициатив|номер|факт|состояни|представлени|будн"
    r"|понедельник|вторник|сред|четверг|пятниц|рабочим|настоящ|данн|установленн|утвержд[её]нн|един|принципу|приведенн|прилагаем|свое"
)
_SUPERVISES = ("контрол", "надзор", "работ", "взаимодействи", "связ")
_FIELD = ("област", "сфер")
_OF_PLACE = ("республик", "област", "город", "район", "посел", "посёл", "сел", "округ", "края", "осети")
_NAME_IN_BRACKETS = re.compile(r"\([А-ЯЁ][а-яё-]+(?:\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.?)?\)|\([А-ЯЁ]\.\s?[А-ЯЁ]\.")
_PATRONYMIC = re.compile(r"[а-яё](?:вич|ьич)(?:а|у|ем|е)?$|[а-яё](?:вн|ичн)(?:а|у|ы|ой|е)$")
_ADVERBIAL_AFTER_DUTY = re.compile(
    r"\s+(?:в\s+течени|не\s+поз(?:днее|же)|не\s+реже|ежегодно|ежеквартально|ежемесячно|еженедельно|ежедневно|в\s+срок|до\s+\d|по\s+мере|по\s+адресу"
    r"|на\s+основании|в\s+соответствии|пут[её]м|посредством|по\s+форме)",
    re.IGNORECASE,
)


def first_word(tokens: list[Token], head: int, case: str) -> int:
    """Index of the first adjective, participle or possessive before the head: "уполномоченными им лицами"."""
    first = head
    while first:
        word = tokens[first - 1]
        if word.kind != "word" or not word.main:
            break
        by_him = word.lower in ("им", "ими", "ею", "ей") and first > 1 and modifies(tokens[first - 2].lower, case)
        if not by_him and word.lower not in _OWNERS and not modifies(word.lower, case):
            break
        first -= 1
    return first


def modifies(lower: str, case: str) -> bool:
    """Whether a word can be an adjective or participle of the case."""
    return not is_preposition(lower) and any(form.pos in _MODIFIERS and form.case == case for form in readings(lower))


def end_of_phrase(text: str, tokens: list[Token], head: int, case: str) -> int:
    """Index behind the last word of the phrase."""
    last = index = head + 1
    if tokens[head].lower.startswith("ответственн"):
        return _end_of_duty(text, tokens, last)
    while index < len(tokens) and (step := _step(tokens, index, case)):
        index += step
        last = index if tokens[index - 1].lower not in _JOINERS else last
    if tokens[last - 1].kind == "bracket" and not _NAME_IN_BRACKETS.match(tokens[last - 1].text):
        return last - 1
    duty = last + 1 if last < len(tokens) and tokens[last].text == "," else last
    if duty < len(tokens) and _is_duty(tokens, duty, case, bare=last == head + 1):
        return _end_of_duty(text, tokens, duty + 1)
    return last


def _is_duty(tokens: list[Token], index: int, case: str, bare: bool) -> bool:
    """ "ответственные за …" is an adjective and stays; "уполномоченное на …" only behind a bare "лицо"."""
    lower = tokens[index].lower
    if lower.startswith("уполномоченн"):
        return bare and tokens[index - 1].text == ","
    return lower.startswith("ответственн") and has_reading(lower, "ADJF", case)


def _end_of_duty(text: str, tokens: list[Token], index: int) -> int:
    """As in "лица, ответственные за осуществление взаимодействия с клиентом": to the next comma, verb or adverbial."""
    while index < len(tokens):
        token = tokens[index]
        if (
            token.kind == "sign"
            or token.lower.startswith("(далее")
            or _ADVERBIAL_AFTER_DUTY.match(text, tokens[index - 1].end)
        ):
            break
        if (
            token.kind == "word"
            and token.text[0].islower()
            and readings(token.lower)[0].pos in ("VERB", "INFN", "PRTS")
        ):
            break
        index += 1
    return index


def _step(tokens: list[Token], index: int, case: str) -> int:
    """How many words from ``index`` on belong to the phrase: 0 at its end."""
    token = tokens[index]
    if token.kind in ("quoted", "initials"):
        return 1
    if token.kind == "bracket":
        return 0 if token.lower.startswith("(далее") else 1
    if token.lower in _JOINERS:
        return _joined(tokens, index, case)
    if token.kind != "word":
        return _after_dash(tokens, index, case)
    if is_preposition(token.lower):
        return _prepositional(tokens, index)
    return int(_is_attribute(tokens, index))


def _after_dash(tokens: list[Token], index: int, case: str) -> int:
    """As in "автономного округа – Югры", "заместителя Председателя Правительства – министра финансов"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if tokens[index].text not in ("-", "–", "—") or following is None or following.kind != "word":
        return 0
    if any(form.case == case for form in head_forms(following.text)):
        return 2
    return 2 if tokens[index - 1].lower.startswith(_OF_PLACE) and following.text[0].isupper() else 0


def _joined(tokens: list[Token], index: int, case: str) -> int:
    """A genitive joined to a genitive goes on with the phrase; another agent or anything else ends it."""
    if index + 1 >= len(tokens) or tokens[index].text == ";" or joined_head(tokens, index, case) is not None:
        return 0
    word = tokens[index + 1]
    if word.kind != "word" or not word.main:
        return 0
    forms = readings(word.lower)
    if tokens[index].text == "," and any(form.pos == "PRTF" for form in forms):
        return 0
    return int(any(form.case == "gent" and form.pos in _NAMING for form in forms) or _goes_on_by(tokens, index))


def _goes_on_by(tokens: list[Token], index: int) -> bool:
    """As in "комитет по труду и занятости": the dative of the same "по"."""
    before = [token.lower for token in tokens[max(0, index - 3) : index]]
    return "по" in before and has_reading(tokens[index + 1].lower, "NOUN", "datv")


def joined_head(tokens: list[Token], index: int, case: str) -> int | None:
    """Index of the head in the same case behind "и", "или" or a comma at ``index``: "и его заместители"."""
    for position in range(index + 1, min(index + 7, len(tokens))):
        token = tokens[position]
        if token.kind != "word" or not token.main or is_preposition(token.lower):
            return None
        if any(form.case == case for form in head_forms(token.text)):
            return position
        if not (modifies(token.lower, case) or token.lower in _OWNERS or token.lower in ("им", "ими", "также")):
            return None
    return None


def _prepositional(tokens: list[Token], index: int) -> int:
    """Phrases that belong to names of units: "по труду", "по работе с обращениями", "надзора в области связи"."""
    if index + 1 >= len(tokens) or tokens[index + 1].kind not in ("word", "quoted"):
        return 0
    preposition, word = tokens[index].lower, tokens[index + 1]
    if preposition == "по":
        return 0 if _ADVERBIAL_BY.match(word.lower) else 2
    if preposition in ("с", "со", "за"):
        return 2 if tokens[index - 1].lower.startswith(_SUPERVISES) else 0
    if preposition == "в":
        return 2 if word.lower.startswith(_FIELD) else 0
    heads = {form.lemma for form in head_forms(word.text)} if preposition == "при" else set()
    return 2 if heads & (AUTHORITIES | {"губернатор", "глава"}) else 0


def _is_attribute(tokens: list[Token], index: int) -> bool:
    """A genitive, a name, an abbreviation or a word of the same "по …" phrase."""
    word, before = tokens[index], tokens[index - 1]
    if word.text[0].isdigit():
        return before.text in ("№", "N")
    if word.text.isupper() or word.text[0] == "№" or (word.lower == "делами" and before.lower.startswith("управл")):
        return True
    if word.lower in _OWNERS:  # "Начальник отдела ее подписывает" against "отдел ее заместителя"
        return index + 1 < len(tokens) and has_reading(tokens[index + 1].lower, "NOUN", "gent")
    forms = readings(word.lower)
    if forms[0].pos in _STOPPING and word.text[0].islower():
        return False
    if any(form.case == "gent" and form.pos in _NAMING for form in forms):
        return True
    if word.text[0].isupper():
        return _is_name(tokens, index) or any(
            token.lower.startswith(_OF_PLACE) for token in tokens[max(0, index - 2) : index]
        )
    return (
        index >= 2
        and tokens[index - 2].lower in ("по", "с", "со", "за", "в")
        and readings(before.lower)[0].pos in ("ADJF", "PRTF")
    )


def _is_name(tokens: list[Token], index: int) -> bool:
    """A surname beside initials, or a word of a full name: "Иванову Анну Петровну"."""
    if any(token.kind == "initials" for token in tokens[max(0, index - 1) : index + 2]):
        return True
    for token in tokens[index : index + 3]:
        if token.kind != "word" or not token.text[0].isupper():
            return False
        if _PATRONYMIC.search(token.text):
            return True
    return False
