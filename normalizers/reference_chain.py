"""One noun and what follows it to the mentions that it opens.

A noun may open several acts: "Федеральными законами от … № … и от … № …", "стандартами «…» и «…»".

>>> from normalizers.reference_nouns import find_nouns
>>> text = "постановлениями Правительства Российской Федерации от 1 июля 2022 г. N 1 и от 2 июля 2022 г. N 2"
>>> chain = read_chain(Parts(text), next(find_nouns(text)))
>>> text[chain[1].start : chain[1].end], text[slice(*chain[1].shared_authority)]
('от 2 июля 2022 г. N 2', 'Правительства Российской Федерации')
"""

import re

from normalizers.authority_heads import AUTHORITY_HEAD_RE
from normalizers.quoted import Quoted
from normalizers.reference_authorities import LONGEST, is_authority
from normalizers.reference_draft import Draft, FoundReference, Range, number_after
from normalizers.reference_nouns import Noun
from normalizers.reference_parts import Parts

_JOIN = re.compile(
    r"\s{0,3}(?:\((?:далее|в ред|с изм|ред)[^()]{0,200}\)\s{0,3})?"
    r"(?:[,;]\s{0,3}(?:а\s+также\s+|и\s+|или\s+)?|(?:и|или|а\s+также)\s+)"
)
_EDGES = " \t\n\xa0,"
_ABOUT = re.compile(r"(?:\A|(?<=\s))(?:обо?|о)\s")
_OCCASION = re.compile(r"\s+по\s+(?:итогам|результатам)\s")
_ON = re.compile(r"(?:обо?|о)\s")
_ABBREVIATION = re.compile(r"\s*\(\s*далее[^()]*\)\s*\Z")
_UNQUOTED = re.compile(r"[^.;:!?«»\"()]{3,300}")
_ACT = re.compile(r"(?<![а-яё])(?:закон|указ|постановлени|распоряжени|приказ)[а-яё]{0,3}(?![а-яё])")
_PAPER_HEAD = re.compile(r"[^;:!?]{0,250}(?<!\sдо)(?<!\sс)(?<!\sпо)(?<!\sна)(?<!\sза)\s{1,3}")
_TAIL = re.compile(r"[^.,;:!?()«»\"“”]{0,180}")
_ROADMAP = re.compile(r"\s*\(\s*[«\"“„]?дорожн[а-яё]{2}\s+карт[а-яё]{1,2}[»\"”“]?\s*\)\s*")
# "программы поддержки в центре «Мой бизнес»", "стандарта обслуживания портала «Госуслуги»": the marks hold another name
_OBJECT = re.compile(
    r"(?<![а-яё])(?:систем|портал|сайт|раздел|подраздел|сет[ьи]|центр|учрежден|организаци|обществ[оае]|фонд|приложени|журнал"
    r"|газет|канал|рубрик|страниц|платформ|реестр|сервис|служб|корпораци|агентств|вкладк|кнопк|модул|мессенджер|режим|формат"
    r"|г[баук][уп](?![а-яё])|мб[уо]|[оп]?ао(?![а-яё])|ооо|закон|указ|постановлени|распоряжени|приказ|телефон|лини[яий]|очеред|услуг|функци"
    r"|программ|проект|инициатив|стандарт|стратеги|концепци|доктрин|деклараци|рекомендаци|эвм)"
)
# "компьютерной программой «1С»"
_NO_DOCUMENT = re.compile(
    r"(?:компьютерн|образовательн|телевизионн|антивирусн|обучающ|мобильн|бесплатн)[а-яё]{2,3}\s+\Z"
)


def read_chain(parts: Parts, noun: Noun) -> list[FoundReference]:
    """The mentions that a noun opens, none if it names nothing by date, number or title."""
    draft = _titled(parts, noun) if noun.reads == "titled" else _act(parts, noun)
    chain: list[FoundReference] = []
    while draft:
        chain.append(draft.found())
        draft = _next(parts, noun, chain[-1])
    return chain


def _titled(parts: Parts, noun: Noun) -> Draft | None:
    start = noun.end
    if _NO_DOCUMENT.search(parts.small, max(0, noun.start - 20), noun.start):
        return None
    roadmap = _ROADMAP.match(parts.small, start)
    opening = parts.marks.next_opening(roadmap.end() if roadmap else start)
    if opening is None or opening - start > LONGEST:
        return None
    tail = parts.small[roadmap.end() if roadmap else start : opening]
    quoted = parts.title_opening(opening) if _TAIL.fullmatch(tail) and not _OBJECT.search(tail) else None
    return _titled_draft(parts, noun, quoted) if quoted else None


def _titled_draft(parts: Parts, noun: Noun, quoted: Quoted, authority: Range | None = None) -> Draft:
    title = quoted.start, quoted.end
    return Draft(parts, noun.start, quoted.outer_end, noun.kind, title=title, authority=authority)


def _act(parts: Parts, noun: Noun) -> Draft | None:
    draft = _title_first(parts, noun) or _head_first(parts, noun)
    if draft is None:
        return None
    draft.complete()
    _authority_after(draft)
    if noun.reads == "paper" and not (draft.number and draft.date):
        return None
    return draft if draft.number or draft.date or draft.title else None


def _authority_after(draft: Draft) -> None:
    """ "приказ от 12.03.2024 № 45 Министерства труда «Об утверждении …»"."""
    parts, start = draft.parts, draft.end + 1
    if draft.authority or draft.title or not draft.number or not AUTHORITY_HEAD_RE.match(parts.text, start):
        return
    opening = parts.marks.next_opening(start)
    quoted = parts.title_opening(opening) if opening else None
    if opening is None or quoted is None or not _ON.match(parts.small, quoted.start):
        return
    authority = _stripped(parts, start, opening)
    if is_authority(parts.text[slice(*authority)]):
        draft.authority, draft.title, draft.end = authority, (quoted.start, quoted.end), quoted.outer_end


def _title_first(parts: Parts, noun: Noun) -> Draft | None:
    """ "приказом министерства «Об утверждении …» от … № …"."""
    anchor = min(_anchor(parts, noun.end, noun.kind), noun.end + LONGEST)
    opening = parts.marks.next_opening(noun.end)
    while opening is not None and opening < anchor:
        quoted = parts.marks.quoted(opening)
        if quoted is None:
            return None
        if _ON.match(parts.small, quoted.start) or (noun.kind == "law" and parts.title_opening(opening)):
            head = _head(parts, noun.end, opening)
            return _titled_draft(parts, noun, quoted, head[0]) if head else None
        opening = parts.marks.next_opening(quoted.outer_end)  # "приказ ГБУ «МФЦ» «Об утверждении …»"
    return None


def _head_first(parts: Parts, noun: Noun) -> Draft | None:
    """ "приказом министерства от … № …", "протокола заседания комитета от … № …"."""
    anchor = _anchor(parts, noun.end, noun.kind)
    if anchor > noun.end + LONGEST:
        return None
    head = _head(parts, noun.end, anchor)
    if head is None and noun.reads == "paper" and _is_paper_head(parts.small[noun.end : anchor]):
        head = (None, None)
    if head is None:
        return None
    return Draft(parts, noun.start, anchor, noun.kind, authority=head[0], title=head[1])


def _anchor(parts: Parts, start: int, kind: str) -> int:
    """Where the first date with "от" or number stands; beyond the text if there is none."""
    places = [len(parts.text) + LONGEST]
    date = parts.date_from(start)
    if date and (date.named or number_after(parts, date)):
        places.append(date.start)
    number = parts.number_from(start)
    if number and (kind == "law" or number.start < number.value_start):
        places.append(number.start)
    return min(places)


def _head(parts: Parts, start: int, stop: int) -> tuple[Range | None, Range | None] | None:
    """Authority and unquoted title in the words between the noun and the first part; ``None`` if they are neither."""
    if stop - start > LONGEST:
        return None
    start, stop = _stripped(parts, start, stop)
    occasion = _OCCASION.search(parts.small, start, stop)
    stop = occasion.start() if occasion else stop
    if start == stop:
        return None, None
    if is_authority(parts.text[start:stop]):
        return (start, stop), None
    about = _ABOUT.search(parts.small, start, stop) if _is_dated(parts, stop) else None
    if about is None or _ACT.search(parts.small, start, stop) or not _UNQUOTED.fullmatch(parts.text, start, stop):
        return None
    before = _stripped(parts, start, about.start())
    if before[0] < before[1] and not is_authority(parts.text[slice(*before)]):
        return None
    return (before if before[0] < before[1] else None), (about.start(), stop)


def _is_dated(parts: Parts, stop: int) -> bool:
    date = parts.date_from(stop)
    return date is not None and date.named and not parts.text[stop : date.start].strip(_EDGES)


def _stripped(parts: Parts, start: int, stop: int) -> Range:
    """The range without blanks, commas and a "(далее - …)" at its end."""
    abbreviation = _ABBREVIATION.search(parts.small, start, stop)
    stop = abbreviation.start() if abbreviation else stop
    text = parts.text[start:stop].rstrip(_EDGES)
    return start + len(text) - len(text.lstrip(_EDGES)), start + len(text)


def _is_paper_head(small: str) -> bool:
    return bool(_PAPER_HEAD.fullmatch(small)) and ". " not in small and not _ACT.search(small)


def _next(parts: Parts, noun: Noun, previous: FoundReference) -> Draft | None:
    """The next act of the list that the noun opens."""
    join = _JOIN.match(parts.small, previous.end)
    if join is None:
        return None
    if noun.reads == "titled":
        quoted = parts.title_opening(join.end())
        if quoted is None:
            return None
        return Draft(parts, join.end(), quoted.outer_end, noun.kind, title=(quoted.start, quoted.end))
    return _next_act(parts, noun, previous, join.end())


def _next_act(parts: Parts, noun: Noun, previous: FoundReference, start: int) -> Draft | None:
    anchor = _anchor(parts, start, noun.kind)
    if anchor == start:
        draft = Draft(parts, start, start, noun.kind, shared_authority=previous.authority or previous.shared_authority)
    elif anchor - start <= LONGEST and AUTHORITY_HEAD_RE.match(parts.text, start):
        end = _stripped(parts, start, anchor)[1]
        if not is_authority(parts.text[start:end]):
            return None
        draft = Draft(parts, start, anchor, noun.kind, authority=(start, end))
    else:
        return None
    draft.complete()
    return draft if draft.number and (draft.date or anchor == start) else None
