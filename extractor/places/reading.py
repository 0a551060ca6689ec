"""One sentence of a clause, read for the places it speaks of."""

import re
from functools import cached_property

from extractor.places.phrases import Phrase, grow_phrase
from normalizers.folding import has_any, lowered
from normalizers.language import Analysis, analyse
from normalizers.taxonomy import Hit
from normalizers.touchpoint_types import type_hits, types_of
from normalizers.verbatim import TextView
from parsers.structure import Clause

_STEMS = (
    "систем прием приём сайт портал почт адрес телефон личн линия линии линие линий реестр звон кабинет соц мфц"
    " многофункц мессен телегр telegr viber whatsapp чат бот стенд епгу рпгу госуслуг ервк еркнм кнд видео вкс эдо"
    " сэд опрос анкет ящик корреспонд места месте место месту приложени помощник ассистент центр api терминал"
    " табло экран сетев очн сход встреч раздел страниц платформ сервис посещени визит окно окна окну окне ivr смэв"
    " интерфейс диск сообществ вконтакте одноклассник радио газет телевид трансляц"
)
_PLACE_STEMS = tuple(_STEMS.split())
_PLACE_WORDS = re.compile(r"(?:сми|арм)\b|средств\w* массов")
_OPENS_EXCLUDED = re.compile(
    r"""
      при\s+(?:ответе|разговоре|отправке|размещении|при[её]ме|общении|личном|телефонн|обращении|звонке|проведении|взаимодействии|направлении|поступлении|рассмотрении)
    | (?:если|в\s+случа[ея]х?|во\s+время|в\s+ходе|по\s+результатам|по\s+итогам|не\s+позднее|в\s+течение)\b
    | (?:график|время|режим|продолжительность|срок|количество|рабочее\s+время|часы)\b
    """,
    re.VERBOSE,
)
_EXCLUDED = re.compile(
    r"""
      \bне\s+(?:должн[оа]|может|более|превыша\w+|подлеж\w+|рассматрива\w+|допуска\w+|регистрир\w+|принима\w+\s+к)
    | \bподлеж(?:ит|ат)\b
    | \b(?:направляется|высылается|сообщается|выдается|отправляется)\s+(?:клиент|граждан|заявител|ему|организац|лиц)
    | \b(?:клиенту|гражданину|заявителю)\s+(?:в\s+\w+\s+срок\s+)?(?:направля|сообща|разъясня|высыла)
    | \b(?:разме(?:стить|щает|щают|щаются|щается)|опубликовать|публикуется|публикуются|обеспечить)\b
    | \bнастоящ\w+\s+(?:приказ|порядок|перечень|постановлен)\w*\s+(?:разработан|определя|устанавлива|вступа|разме)
    """,
    re.VERBOSE,
)
_EXCLUDED_SIGNS = (
    *("не ", "подлеж", "направля", "высыла", "сообща", "выдае", "отправляе", "разъясня", "размест", "размеща"),
    *("опублик", "публикует", "публикуют", "обеспечить", "настоящ"),
)
_PLACED_SIGNS = ("размещ", "опублик", "публику")
_DOCUMENT_PLACED = re.compile(
    r"\b(?:перечень|перечни|порядок|приказ|реестр|верси[яи]|результат\w*|отч[её]т\w*|план\w*"
    r"|доклад\w*|текст\w*|ссылк\w+|сведени\w+|документ\w*|форма\s+перечня|положени[ея]"
    r"|регламент\w*|актуальн\w+|анализ\w*)\b"
    r"[^.]{0,160}?\b(?:размещ[ёе]н\w*|опубликован\w*|размеща\w+|публику\w+)\b",
)
_GIVEN_THERE = re.compile(
    r"(?:указанн|размещенн|опубликованн|поступивш|направленн|полученн" r"|содержащ)\w*\s+(?:\w+\s+){0,3}$",
)
_OWN_ADDRESS = re.compile(
    r"\bпо\s+адресу\s+электронной\s+почты|адрес\w*\s+(?:электронной\s+почты\s+)?(?:клиента"
    r"|заявителя|гражданина)|указанн\w+\s+(?:в|заявител|клиент|гражданин)",
)


class SentenceReading:
    """A sentence with its words, place hits and phrases; positions are those of the clause's view."""

    def __init__(self, clause: Clause, start: int, end: int) -> None:
        self.clause = clause
        self.view: TextView = clause.view
        self.start = start
        self.end = end
        self.text = clause.view.text[start:end]
        self.lower = lowered(self.text)

    @property
    def may_name_place(self) -> bool:
        """A cheap look before anything else."""
        return has_any(self.lower, _PLACE_STEMS) or bool(_PLACE_WORDS.search(self.lower))

    @property
    def is_excluded(self) -> bool:
        """Rules of conduct, time and publication; conditions; what the authority sends to the client."""
        lower = self.lower
        if _OPENS_EXCLUDED.match(lower):
            return True
        if has_any(lower, _EXCLUDED_SIGNS) and _EXCLUDED.search(lower):
            return True
        return has_any(lower, _PLACED_SIGNS) and bool(_DOCUMENT_PLACED.search(lower))

    @cached_property
    def analysis(self) -> Analysis:
        """Words and lemmas."""
        return analyse(self.text)

    @cached_property
    def hits(self) -> list[Hit]:
        """Place words that the sentence itself uses, not those it only quotes as somebody's address."""
        return [hit for hit in type_hits(self.analysis) if not self._is_quoted(hit)]

    def _is_quoted(self, hit: Hit) -> bool:
        before = self.lower[: hit.start]
        if hit.code == "email" and _OWN_ADDRESS.search(self.lower[max(0, hit.start - 12) : hit.end + 40]):
            return (
                "клиент" not in self.lower or "указанн" in self.lower[hit.end : hit.end + 60] or before.endswith("по ")
            )
        return bool(_GIVEN_THERE.search(before[-60:])) and not before.rstrip().endswith("по")

    @cached_property
    def phrases(self) -> list[Phrase]:
        """Noun phrases of the places, each once, in order; one inside another gives way."""
        grown = [grow_phrase(self.analysis, hit, self.hits) for hit in self.hits]
        kept: list[Phrase] = []
        for phrase in sorted(grown, key=lambda p: (p.start, -p.end)):
            if kept and phrase.start < kept[-1].end:
                if phrase.end > kept[-1].end and phrase.start == kept[-1].start:
                    kept[-1] = phrase
                continue
            if kept and self._describes(kept[-1], phrase):
                kept[-1] = phrase._replace(start=kept[-1].start)
                continue
            kept.append(phrase)
        return [phrase for phrase in kept if self.types(phrase)]

    def _describes(self, first: Phrase, phrase: Phrase) -> bool:
        """«федеральная государственная информационная система Единый портал …» is one place."""
        between = self.text[first.end : phrase.start]
        return first.hit.code == "government_system" and phrase.hit.code != first.hit.code and not between.strip(' «"')

    def types(self, phrase: Phrase) -> tuple[str, ...]:
        """Types of a phrase by its own words, and by the address right behind it."""
        return types_of(self.text[phrase.start : phrase.end]).codes

    def before(self, phrase: Phrase) -> str:
        """The text before a phrase, lower-cased."""
        return self.lower[: phrase.start]

    def after(self, phrase: Phrase) -> str:
        """The text behind a phrase."""
        return self.text[phrase.end :]
