"""The right side of a place's phrase: genitives, a quoted title, «в» with its noun."""

import re

from extractor.places.phrase_grammar import ADJECTIVES, agrees, is_adjective, is_genitive, touching
from extractor.places.phrase_words import STOP_NOUNS
from normalizers.language import Analysis
from normalizers.morphology import readings
from normalizers.taxonomy import Hit

_PREPOSITIONS = frozenset({"в", "во", "внутри", "при", "на"})
_GOVERNED = {
    "в": ("loct", "accs"),
    "во": ("loct", "accs"),
    "на": ("loct", "accs"),
    "при": ("loct",),
    "внутри": ("gent",),
}
_QUOTED = re.compile(r"\s*(?:«[^«»]*(?:«[^«»]*»[^«»]*)*»|\"[^\"]*\")")


def phrase_end(analysis: Analysis, hit: Hit, hits: list[Hit]) -> int:
    """The last word of the phrase that grows from a hit; ``hits`` are the other places of the text."""
    return _whole(analysis, hit, _right(analysis, hit, hits))


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
        return (
            following + 1 if is_genitive(analysis.words[following + 1]) and is_genitive(analysis.words[last]) else None
        )
    return following if is_genitive(word) else None


def _prepositional(analysis: Analysis, preposition: int, others: set[int]) -> int | None:
    """«в здании Правительства», "в сети Интернет", "внутри здания"; not "в ходе", "по адресу"."""
    index = preposition + 1
    while index < len(analysis.words) and index < preposition + 7:
        word = analysis.words[index]
        if not word.isalpha() or (index in others and word.lower() not in ("сети", "информационно", "министерстве")):
            return None
        form = readings(word)[0]
        if form.pos == "NOUN":
            if form.lemma in STOP_NOUNS:
                return None
            if any(
                each.pos == "NOUN" and each.case in _GOVERNED[analysis.words[preposition].lower()]
                for each in readings(word)
            ):
                return index
        if form.pos not in ADJECTIVES and form.pos != "NOUN" and word.lower() not in ("информационно",):
            known = any(each.pos in ("NOUN", *ADJECTIVES) for each in readings(word))
            if not known:
                return None
        index += 1
    return None


def _whole(analysis: Analysis, hit: Hit, last: int) -> int:
    """«в органах власти и уполномоченных организациях»: no phrase ends with an adjective that waits for its noun."""
    if last < hit.last or not is_adjective(analysis.words[last]):
        return last
    following = last + 1
    if following < len(analysis.words) and touching(analysis, last, following):
        noun = analysis.words[following]
        if noun.isalpha() and readings(noun)[0].pos == "NOUN" and agrees(analysis.words[last], noun):
            return following
    if analysis.words[last - 1].lower() in ("и", "или"):
        return max(hit.last - 1, last - 2)
    return last
