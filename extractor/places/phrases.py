"""The most exact noun phrase for a place, grown from the word that names its type.

To the left go the adjectives that agree, and a head that governs it («Раздел «…» официального сайта»); to the right
go genitives, a quoted title, «в» with its noun; an address, «(далее – …)», a verb or a comma ends the phrase.
"""

import re
from typing import NamedTuple

from normalizers.language import Analysis, folded_lemma
from normalizers.morphology import readings
from normalizers.taxonomy import Hit

_HEADS = frozenset(
    [
        "раздел",
        "подраздел",
        "страница",
        "страничка",
        "рубрика",
        "вкладка",
        "сервис",
        "форма",
        "канал",
        "группа",
        "сообщество",
        "аккаунт",
        "система",
        "подсистема",
        "модуль",
        "приложение",
        "адрес",
        "номер",
        "портал",
        "платформа",
        "ресурс",
        "окно",
        "кабинет",
        "место",
        "пункт",
        "помещение",
        "бот",
        "чат",
        "виджет",
        "центр",
        "офис",
        "отделение",
        "филиал",
        "представительство",
    ]
)
_NEVER_LEFT = frozenset(
    {
        "данный",
        "настоящий",
        "указанный",
        "соответствующий",
        "иной",
        "другой",
        "который",
        "такой",
        "этот",
        "каждый",
        "любой",
        "ежедневный",
    }
)
_STOP_NOUNS = frozenset(
    [
        "адрес",
        "ход",
        "рамка",
        "форма",
        "течение",
        "соответствие",
        "цель",
        "порядок",
        "вид",
        "случай",
        "срок",
        "связь",
        "номер",
        "время",
        "день",
        "час",
        "формат",
        "режим",
        "дата",
        "период",
        "качество",
        "отношение",
        "результат",
        "часть",
        "сфера",
        "область",
        "очередь",
        "основание",
        "телефон",
        "обращение",
    ]
)
_PREPOSITIONS = frozenset({"в", "во", "внутри", "при", "на"})
_GOVERNED = {
    "в": ("loct", "accs"),
    "во": ("loct", "accs"),
    "на": ("loct", "accs"),
    "при": ("loct",),
    "внутри": ("gent",),
}
_ADJECTIVES = ("ADJF", "PRTF")
_QUOTED = re.compile(r"\s*(?:«[^«»]*(?:«[^«»]*»[^«»]*)*»|\"[^\"]*\")")
_OPENS = '«"('


class Phrase(NamedTuple):
    """A noun phrase in a text and the hit it grew from."""

    start: int
    end: int
    hit: Hit


def grow_phrase(analysis: Analysis, hit: Hit, hits: list[Hit]) -> Phrase:
    """Grow a hit to its noun phrase."""
    last = _whole(analysis, hit, _right(analysis, hit, hits))
    page = _page_in_network(analysis, hit)
    first = _left(analysis, hit) if page is None else page
    start = analysis.starts[first]
    end = analysis.ends[last]
    start, end = _balance(analysis.text, start, end)
    return Phrase(start, end, hit)


# -- left -----------------------------------------------------------------------------------------------------


def _left(analysis: Analysis, hit: Hit) -> int:
    first = hit.first
    first = _over_adjectives(analysis, first)
    while first > 0:
        head = _governing_head(analysis, first)
        if head is None:
            return first
        first = _over_adjectives(analysis, head)
    return first


_PAGES = frozenset({"страница", "группа", "сообщество", "аккаунт", "канал", "паблик", "страничка"})


def _page_in_network(analysis: Analysis, hit: Hit) -> int | None:
    """«Страница Инспекции в социальной сети «ВКонтакте»»: the page is the place."""
    if hit.code != "social_network" or hit.first < 2 or analysis.words[hit.first - 1].lower() not in ("в", "во", "на"):
        return None
    for index in range(hit.first - 2, max(-1, hit.first - 9), -1):
        word = analysis.words[index]
        if not word.isalpha():
            return None
        if folded_lemma(word) in _PAGES:
            return _over_adjectives(analysis, index)
        if not _genitive(word):
            return None
    return None


def _over_adjectives(analysis: Analysis, first: int) -> int:
    """Step left over adjectives (and "государственная информационная" chains) with no sign between."""
    while first > 0 and _touching(analysis, first - 1, first):
        word = analysis.words[first - 1]
        form = readings(word)[0] if word.isalpha() else None
        if (
            form is None
            or form.pos not in _ADJECTIVES
            or form.lemma in _NEVER_LEFT
            or not _agrees(word, analysis.words[first])
        ):
            return first
        first -= 1
    return first


def _agrees(word: str, following: str) -> bool:
    """Whether some reading of both words has one case and number."""
    cases = {(form.case, form.number) for form in readings(word) if form.case}
    return (
        not following.isalpha()
        or any((form.case, form.number) in cases for form in readings(following))
        or following.isupper()
    )


def _touching(analysis: Analysis, left: int, right: int) -> bool:
    """Whether nothing but a space or a hyphen stands between two words."""
    return analysis.text[analysis.ends[left] : analysis.starts[right]].strip("- ‑") == ""


def _governing_head(analysis: Analysis, first: int) -> int | None:
    """A head noun that governs the phrase: directly before it, before an opening quote, or before its own title."""
    text = analysis.text
    between = text[analysis.ends[first - 1] : analysis.starts[first]]
    directly = between.strip() in ("", "«", '"') and (between.strip() or _governs(analysis, first))
    if directly and _is_head(analysis.words[first - 1]):
        return first - 1
    title = _title_before(text, analysis.starts[first])
    if title is None:
        return None
    for index in range(first - 1, -1, -1):
        if analysis.ends[index] <= title:
            return index if _is_head(analysis.words[index]) and not text[analysis.ends[index] : title].strip() else None
    return None


def _governs(analysis: Analysis, first: int) -> bool:
    word = analysis.words[first]
    return word.isupper() or any(form.case == "gent" for form in readings(word))


def _is_head(word: str) -> bool:
    return word.isalpha() and readings(word)[0].lemma in _HEADS


def _title_before(text: str, position: int) -> int | None:
    """Where a quoted title begins that ends right before ``position`` (a preposition may stand between)."""
    before = re.search(r"(«[^«»]*»|\"[^\"]*\")\s+(?:на\s+|в\s+)?$", text[:position])
    return before.start() if before else None


# -- right ----------------------------------------------------------------------------------------------------


def _right(analysis: Analysis, hit: Hit, hits: list[Hit]) -> int:
    text = analysis.text
    others = {other.first for other in hits if other is not hit and not _is_seat(hit, other)}
    same = {other.first: other.last for other in hits if other is not hit and other.code == hit.code}
    last = hit.last - 1
    while True:
        quoted = _QUOTED.match(text, _past_closing(text, analysis.ends[last]))
        if quoted and not text[analysis.ends[last] : quoted.start()].strip('»") '):
            last = _last_before(analysis, quoted.end(), last)
            continue
        following = last + 1
        if following >= len(analysis.words):
            return last
        gap = text[analysis.ends[last] : analysis.starts[following]]
        if gap.strip(" -»)") and not gap.startswith('" '):
            return last
        step = _step(analysis, last, following, others | same.keys() if gap.strip() else others)
        if step is None or (following in same and not gap.strip(" ")):
            return last
        last = max(step, same.get(step, 0) - 1, *(end - 1 for start, end in same.items() if start <= step < end), step)


def _whole(analysis: Analysis, hit: Hit, last: int) -> int:
    """«в органах власти и уполномоченных организациях»: no phrase ends with an adjective that waits for its noun."""
    if last < hit.last or not _is_adjective(analysis.words[last]):
        return last
    following = last + 1
    if following < len(analysis.words) and _touching(analysis, last, following):
        noun = analysis.words[following]
        if noun.isalpha() and readings(noun)[0].pos == "NOUN" and _agrees(analysis.words[last], noun):
            return following
    if analysis.words[last - 1].lower() in ("и", "или"):
        return max(hit.last - 1, last - 2)
    return last


def _is_adjective(word: str) -> bool:
    return word.isalpha() and word.islower() and all(form.pos in _ADJECTIVES for form in readings(word))


def _is_seat(hit: Hit, other: Hit) -> bool:
    """Whether another hit may be part of the phrase: of the same type, or the room where a stand hangs."""
    return other.code == hit.code or (hit.code == "info_stand" and other.code in ("in_person", "workplace", "mfc"))


def _past_closing(text: str, position: int) -> int:
    while position < len(text) and text[position] in '»")':
        position += 1
    return position


def _last_before(analysis: Analysis, position: int, last: int) -> int:
    while last + 1 < len(analysis.words) and analysis.ends[last + 1] <= position:
        last += 1
    return last


def _step(analysis: Analysis, last: int, following: int, others: set[int]) -> int | None:
    """The next last word of the phrase, ``None`` where the phrase ends."""
    word = analysis.words[following]
    if following in others and word.lower() not in ("сети",):
        return None
    lowered = word.lower()
    if lowered in _PREPOSITIONS:
        return _prepositional(analysis, following, others)
    if lowered in ("и", "или") and following + 1 < len(analysis.words) and following + 1 not in others:
        return following + 1 if _genitive(analysis.words[following + 1]) and _genitive(analysis.words[last]) else None
    return following if _genitive(word) else None


def _prepositional(analysis: Analysis, preposition: int, others: set[int]) -> int | None:
    """«в здании Правительства», "в сети Интернет", "внутри здания"; not "в ходе", "по адресу"."""
    index = preposition + 1
    while index < len(analysis.words) and index < preposition + 7:
        word = analysis.words[index]
        if not word.isalpha() or (index in others and word.lower() not in ("сети", "информационно", "министерстве")):
            return None
        form = readings(word)[0]
        if form.pos == "NOUN":
            if form.lemma in _STOP_NOUNS:
                return None
            if any(
                each.pos == "NOUN" and each.case in _GOVERNED[analysis.words[preposition].lower()]
                for each in readings(word)
            ):
                return index
        if form.pos not in _ADJECTIVES and form.pos != "NOUN" and word.lower() not in ("информационно",):
            known = any(each.pos in ("NOUN", *_ADJECTIVES) for each in readings(word))
            if not known:
                return None
        index += 1
    return None


def _genitive(word: str) -> bool:
    """Whether a word can go on a genitive chain: a noun or adjective in the genitive, an abbreviation, a name."""
    if not word.isalpha() and not word.replace("-", "").isalpha():
        return False
    if word.isupper() and len(word) > 1:
        return True
    forms = readings(word)
    if forms[0].pos in ("VERB", "INFN", "PRTS", "ADVB", "PREP", "CONJ", "PRCL", "GRND", "NPRO"):
        return False
    if any(form.case == "gent" and form.pos in ("NOUN", *_ADJECTIVES) for form in forms):
        return True
    return word[0].isupper() and forms[0].pos == "NOUN" and word.lower() == "интернет"


def _balance(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in a closing quote or bracket whose opening is inside, or an opening right before whose closing is."""
    inner = text[start:end]
    while (
        end < len(text) and text[end] in "»)" and inner.count({"»": "«", ")": "("}[text[end]]) > inner.count(text[end])
    ):
        end += 1
        inner = text[start:end]
    if end < len(text) and text[end] == '"' and inner.count('"') % 2:
        end += 1
    if start > 0 and text[start - 1] == '"' == text[end : end + 1] and '"' not in inner:
        return start - 1, end + 1
    if start > 0 and text[start - 1] == "«" and inner.count("»") < inner.count("«") + 1 and text[end : end + 1] == "»":
        return start - 1, end + 1
    if start > 0 and text[start - 1] == "«" and inner.count("»") > inner.count("«"):
        start -= 1
    if start > 0 and text[start - 1] == '"' and text[start:end].count('"') % 2:
        start -= 1
    return start, end
