"""Categories of a need: what the client does at a place, one code or more, the most specific.

Source: registry contract, version 1, section "Needs"; words: ``need_words.toml``. A need is read as a chain of
actions, each with its objects; what stands in brackets does not count. ``RULES`` at the foot of the file is the
ordered list: the first rule that answers for an action names its codes.

>>> categories_of("подача обращения, жалобы")
('submission.appeal', 'submission.complaint')
>>> categories_of("получение информации, в том числе о ходе рассмотрения документов")
('information', 'information.progress')
>>> categories_of("проведение документарной проверки (получение документов (акта, предписания) по ее итогам)")
('inspection',)
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from normalizers.language import Analysis, analyse
from normalizers.morphology import readings
from normalizers.taxonomy import Entry, Hit, Taxonomy, load_entries, unique

_DATA = Path(__file__).with_name("need_words.toml")
_INNERMOST = re.compile(r"\([^()]*\)")
_SUBMISSIONS = {
    "obj.application": "submission.application",
    "obj.appeal": "submission.appeal",
    "obj.request": "submission.request",
    "obj.documents": "submission.documents",
    "obj.complaint": "submission.complaint",
}
_GENERAL = {"information.progress": "information", "feedback.result": "feedback"}


class Segment(NamedTuple):
    """An action with the objects that follow it; ``action`` is "" where a need begins with an object."""

    action: str
    word: str
    objects: tuple[Hit, ...]
    text: str
    lead: int

    def has(self, *codes: str) -> bool:
        """Whether any object is of one of these classes."""
        return any(hit.code in codes for hit in self.objects)

    def first(self) -> str:
        """The class of the first object."""
        return self.objects[0].code if self.objects else ""


@cache
def entries() -> tuple[Entry, ...]:
    """The classes of words as the data file has them."""
    return load_entries(_DATA)


@cache
def taxonomy() -> Taxonomy:
    """The matcher over all classes."""
    return Taxonomy(entries())


def without_brackets(text: str) -> str:
    """The text with bracketed parts blanked, length kept.

    >>> without_brackets("проверка (акта (копии)) лица")
    'проверка                лица'
    """
    while "(" in text:
        blanked = _INNERMOST.sub(lambda match: " " * len(match[0]), text)
        if blanked == text:
            return text
        text = blanked
    return text


def categories_of(text: str) -> tuple[str, ...]:
    """Category codes of one need, in order of mention; ``("other",)`` where none fits.

    >>> categories_of("предоставление результата государственной услуги клиенту")
    ('result',)
    >>> categories_of("переход на единый портал государственных услуг для получения услуг")
    ('other',)
    """
    analysis = analyse(without_brackets(text))
    found = [code for segment in text_to_segments(analysis) for code in _codes(segment)]
    codes = unique(found)
    if "в том числе" not in text:
        codes = [code for code in codes if not any(_GENERAL.get(other) == code for other in codes)]
    return tuple(codes) or ("other",)


def text_to_segments(analysis: Analysis) -> list[Segment]:
    """Cut a need into actions with their objects; a noun that depends on an action starts none of its own."""
    hits = [hit for hit in taxonomy().hits(analysis) if hit.code != "skip"]
    if not hits:
        return []
    heads = [index for index, hit in enumerate(hits) if _is_head(index, hits, analysis)]
    if not heads or heads[0] > 0:
        heads.insert(0, 0)
    segments = []
    for at, start in enumerate(heads):
        stop = heads[at + 1] if at + 1 < len(heads) else len(hits)
        head = hits[start]
        action = head.code if head.code.startswith("act.") else ""
        objects = hits[start + 1 : stop] if action else hits[start:stop]
        end = hits[stop].start if stop < len(hits) else len(analysis.text)
        lead = head.first if at == 0 else 0
        segments.append(Segment(action, analysis.lemma(head.first), tuple(objects), analysis.text[head.start : end], lead))
    return segments


def _is_head(index: int, hits: Sequence[Hit], analysis: Analysis) -> bool:
    """Whether a hit starts an action: the first one, or a coordinate one ("…, направление ответа")."""
    hit = hits[index]
    if not hit.code.startswith("act."):
        return False
    if index == 0:
        return True
    before = analysis.words[hit.first - 1] if hit.first else ""
    parts = {",", ";", "и", "или", "/", "также"}
    joined = before in parts or _is_adjective_after(parts, hit.first, analysis)
    return joined and _same_form(hits[0], hit, analysis)


def _is_adjective_after(parts: set[str], first: int, analysis: Analysis) -> bool:
    """"…, личные беседы": a modifier stands between the comma and the action."""
    return first >= 2 and analysis.words[first - 2] in parts and analysis.words[first - 1].endswith(("ые", "ие", "ое", "ая", "ый"))


def _same_form(head: Hit, hit: Hit, analysis: Analysis) -> bool:
    """Coordinate actions stand in one form: both dictionary forms, or both not."""
    return _is_base(head, analysis) == _is_base(hit, analysis)


def _is_base(hit: Hit, analysis: Analysis) -> bool:
    """Nominative or infinitive."""
    return any(form.case == "nomn" or form.pos == "INFN" for form in readings(analysis.words[hit.first]))


def _codes(segment: Segment) -> Sequence[str]:
    for rule in RULES:
        codes = rule(segment)
        if codes:
            return codes
    return ()


def _submissions(segment: Segment) -> list[str]:
    return unique(_SUBMISSIONS[hit.code] for hit in segment.objects if hit.code in _SUBMISSIONS)


def appointment(segment: Segment) -> Sequence[str]:
    """"запись на консультацию", "получение талона"."""
    return ("appointment",) if segment.action == "act.appoint" or segment.first() == "act.appoint" else ()


def redirection(segment: Segment) -> Sequence[str]:
    """"переадресация обращений"."""
    return ("redirection",) if segment.action == "act.redirect" else ()


def complaint_against(segment: Segment) -> Sequence[str]:
    """"досудебное обжалование решений" needs no action noun."""
    return ("submission.complaint",) if not segment.action and segment.first() == "obj.complaint" else ()


def forms(segment: Segment) -> Sequence[str]:
    """"получение форм документов", "образцы заявлений"."""
    if segment.first() == "obj.forms" and segment.action in ("", "act.receive", "act.give", "act.inform"):
        return ("forms",)
    return ()


def feedback(segment: Segment) -> Sequence[str]:
    """"оценка качества", "получение результата рассмотрения обратной связи", "оставить отзыв"."""
    if segment.action in ("act.receive", "act.inform", "act.give") and segment.has("act.feedback"):
        if segment.has("obj.result", "obj.outcome"):
            return ("feedback.result",)
        return ("feedback",) if segment.first() == "act.feedback" else ()
    if segment.action == "act.feedback" or (segment.action == "act.submit" and segment.first() == "act.feedback"):
        return ("feedback",)
    return ("feedback",) if not segment.action and segment.first() == "act.feedback" else ()


def progress(segment: Segment) -> Sequence[str]:
    """"уведомление о ходе рассмотрения"; after «в том числе» the general code stays beside it."""
    if segment.action not in ("act.receive", "act.give", "act.inform", "") or not segment.has("obj.progress"):
        return ()
    if segment.action in ("act.receive", "act.give") and segment.has("act.consult"):
        return ("information.progress", "consultation")
    return ("information", "information.progress") if "в том числе" in segment.text else ("information.progress",)


def outcome_notice(segment: Segment) -> Sequence[str]:
    """"уведомление о результатах рассмотрения", "информирование о принятом решении"."""
    return ("result",) if segment.action == "act.inform" and segment.first() == "obj.outcome" else ()


def inspection(segment: Segment) -> Sequence[str]:
    """"проведение проверки", "предоставление объектов для осмотра"."""
    if segment.action == "act.inspect" or (segment.action == "act.give" and segment.first() == "act.inspect"):
        return ("inspection",)
    return ()


def consultation(segment: Segment) -> Sequence[str]:
    """"консультирование", "разбор вопросов"."""
    return ("consultation",) if segment.action == "act.consult" else ()


def information(segment: Segment) -> Sequence[str]:
    """"информирование о порядке", "публикации", "уведомление о переадресации"."""
    if segment.action != "act.inform":
        return ()
    return ("information", "consultation") if _coordinate_consultation(segment) else ("information",)


def _coordinate_consultation(segment: Segment) -> bool:
    return bool(re.search(r"(?:и|или|,)\)?\s+(?:\w+\s)?консультаци", segment.text))


def received_information(segment: Segment) -> Sequence[str]:
    """"получение информации и (или) консультации", "предоставление сведений"."""
    if segment.action not in ("act.receive", "act.give"):
        return ()
    if segment.first() not in ("act.inform", "act.consult"):
        return ()
    found = [segment.first()]
    if segment.first() == "act.inform" and _coordinate_consultation(segment):
        found.append("act.consult")
    if segment.first() == "act.consult" and re.search(r"(?:и|или|,)\)?\s+(?:\w+\s)?информаци", segment.text):
        found.append("act.inform")
    if found == ["act.inform"] and len(segment.objects) > 1 and segment.objects[1].code == "obj.outcome":
        return ("result",)
    return ["information" if code == "act.inform" else "consultation" for code in found]


def submission(segment: Segment) -> Sequence[str]:
    """"подача обращения, жалобы"; an answer or a result that is sent is a result."""
    if segment.action != "act.submit":
        return ()
    if segment.first() in ("obj.result", "obj.outcome"):
        return ("result",)
    if segment.first() == "act.inform":
        return ("result",) if segment.has("obj.outcome") else ("information",)
    if segment.first() == "obj.content":
        return ("information",) if segment.word.startswith("размещ") else _submissions(segment)
    if segment.first() == "act.inspect":
        return ("inspection",)
    if segment.first() == "act.consult":
        return ("consultation",)
    return _submissions(segment)


def authority_receives(segment: Segment) -> Sequence[str]:
    """"получение жалобы на досудебное обжалование" by the authority is a submission by the client."""
    if segment.action != "act.receive" or segment.first() not in _SUBMISSIONS or segment.first() == "obj.documents":
        return ()
    return _submissions(segment)


def given_documents(segment: Segment) -> Sequence[str]:
    """"предоставление документов", "предоставление заявления" go to the authority."""
    if segment.action != "act.give" or segment.first() not in _SUBMISSIONS:
        return ()
    if segment.word in ("выдача", "выдать", "вручение", "вручить", "оформление"):
        return ("result",)
    return _submissions(segment)


def result(segment: Segment) -> Sequence[str]:
    """"получение свидетельств", "выдача справки", "получение материальных ценностей": what is got is the result."""
    if segment.action == "act.receive":
        return ("information",) if segment.first() == "obj.content" else ("result",)
    if segment.action == "act.give":
        if segment.first() == "obj.content":
            return ("information",)
        return ("result",) if segment.first() == "obj.result" or segment.first() == "obj.outcome" else ()
    return ()


def bare_object(segment: Segment) -> Sequence[str]:
    """"жалобой на решения", "аттестация в качестве эксперта", "контактные данные": an object heads the need."""
    if segment.action or not segment.objects or segment.lead > 2:
        return ()
    code = segment.first()
    if code in _SUBMISSIONS:
        return _submissions(segment._replace(objects=segment.objects[:1]))
    return {"obj.result": ("result",), "obj.outcome": ("result",), "obj.content": ("information",)}.get(code, ())


Rule = Callable[[Segment], Sequence[str]]

RULES: tuple[Rule, ...] = (
    appointment,
    redirection,
    forms,
    feedback,
    progress,
    outcome_notice,
    complaint_against,
    inspection,
    consultation,
    information,
    received_information,
    submission,
    authority_receives,
    given_documents,
    result,
    bare_object,
)
