"""Rules that name the categories of one action of a need.

Source: registry contract, version 1, section "Needs". ``RULES`` at the foot of the file is the ordered list: the first
rule that answers names the codes.
"""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from normalizers.need_segments import Segment
from normalizers.taxonomy import unique

_SUBMISSIONS = {
    "obj.application": "submission.application",
    "obj.appeal": "submission.appeal",
    "obj.request": "submission.request",
    "obj.documents": "submission.documents",
    "obj.report": "submission.documents",
    "obj.complaint": "submission.complaint",
}
_TOLD = ("act.receive", "act.give", "act.inform")
_HANDED = frozenset({"выдача", "выдать", "выдавать", "вручение", "вручить", "доставка", "оформление", "оформить"})
_CLIENT_GIVES = frozenset(
    {"подача", "подать", "подавать", "представление", "представить", "сдача", "прием", "заполнение"}
)
_SPEAKS = frozenset({"сообщить", "сообщать", "обратиться", "обращаться", "написать"})
_AND_CONSULTATION = re.compile(r"(?:и|или|,)\)?\s+(?:\w+\s)?консультаци")
_AND_INFORMATION = re.compile(r"(?:и|или|,)\)?\s+(?:\w+\s)?информаци")
_RETURNED = re.compile(
    r"\b(?:согласован|утвержд[её]нн|подписанн|завизированн|заверенн|зарегистрированн|исполненн)\w+\s"
)
_FOR_CHECK = re.compile(r"\b(?:для|к|на)\s+(?:\w+\s){0,2}(?:осмотр|проверк|обследован|освидетельствован|досмотр)")


def _submissions(segment: Segment) -> list[str]:
    """What is sent in; a paper that a client gives («документов о доходах», «справки») is a document."""
    papers = {"obj.result": "submission.documents"} if segment.word in _CLIENT_GIVES else {}
    codes = {**_SUBMISSIONS, **papers}
    return unique(codes[hit.code] for hit in segment.direct if hit.code in codes)


def appointment(segment: Segment) -> Sequence[str]:
    """«запись на консультацию», «получение талона»; a notice of it is information."""
    first = segment.first() == "act.appoint" and segment.action != "act.inform"
    return ("appointment",) if segment.action == "act.appoint" or first else ()


def redirection(segment: Segment) -> Sequence[str]:
    """«переадресация обращений», «направление обращения по компетенции»."""
    sent_on = segment.action == "act.submit" and segment.has("obj.competence") and segment.first() in _SUBMISSIONS
    return ("redirection",) if segment.action == "act.redirect" or sent_on else ()


def forms(segment: Segment) -> Sequence[str]:
    """«получение форм документов», «образцы заявлений»."""
    return ("forms",) if segment.first() == "obj.forms" and segment.action in ("", *_TOLD) else ()


def feedback(segment: Segment) -> Sequence[str]:
    """«оценка качества», «получение результата рассмотрения обратной связи», «оставить отзыв»."""
    if segment.action in _TOLD and segment.has("act.feedback"):
        before = takewhile(lambda code: code != "act.feedback", (hit.code for hit in segment.objects))
        if {"obj.result", "obj.outcome"} & set(before):
            return ("feedback.result",)
        return ("feedback",) if segment.first() == "act.feedback" else ()
    first = segment.first() == "act.feedback" and segment.action in ("", "act.submit")
    return ("feedback",) if first or segment.action == "act.feedback" else ()


def answer(segment: Segment) -> Sequence[str]:
    """«ответы на вопросы» consult, but «получение ответа на вопрос» is a result."""
    if segment.action == "act.answer" and not segment.has("act.answer"):
        return ("consultation",)
    return ("result",) if segment.first() == "act.answer" and segment.action in (*_TOLD, "act.submit") else ()


def questions(segment: Segment) -> Sequence[str]:
    """«решение технических вопросов», «рассмотрение сложных вопросов»: what is done with questions is consulting."""
    patterns = [hit.pattern for hit in segment.objects[:2]]
    considered = segment.action == "act.submit" and segment.word.startswith("рассм") and patterns[:1] == ["вопрос"]
    return ("consultation",) if considered or (not segment.action and patterns == ["решение", "вопрос"]) else ()


def progress(segment: Segment) -> Sequence[str]:
    """«уведомление о ходе рассмотрения»; after «в том числе» the general code stays beside it."""
    if segment.action not in ("", *_TOLD) or segment.first() in _SUBMISSIONS:
        return ()
    told = [hit for hit in segment.objects if hit.code == "obj.progress"]
    if not told:
        return ()
    if segment.action in ("act.receive", "act.give") and segment.has("act.consult"):
        return ("information.progress", "consultation")
    if "в том числе" in segment.text:
        return ("information", "information.progress")
    both = any("результат" in hit.pattern for hit in told)
    return ("information.progress", "result") if both else ("information.progress",)


def outcome_notice(segment: Segment) -> Sequence[str]:
    """«уведомление о результатах рассмотрения», «информирование о решении»; what is published is information."""
    if segment.word.startswith("публикаци"):
        return ()
    return ("result",) if segment.action == "act.inform" and segment.first() == "obj.outcome" else ()


def complaint_against(segment: Segment) -> Sequence[str]:
    """«досудебное обжалование решений» needs no action noun."""
    return ("submission.complaint",) if not segment.action and segment.first() == "obj.complaint" else ()


def inspection(segment: Segment) -> Sequence[str]:
    """«проведение проверки», «предоставление объектов для осмотра»."""
    if segment.action == "act.inspect" or (segment.action == "act.give" and segment.first() == "act.inspect"):
        return ("inspection",)
    shown = segment.action in ("act.give", "act.submit") and segment.first() not in _SUBMISSIONS
    return ("inspection",) if shown and _FOR_CHECK.search(segment.text) else ()


def consultation(segment: Segment) -> Sequence[str]:
    """«консультирование», «разбор вопросов»."""
    return ("consultation",) if segment.action == "act.consult" else ()


def information(segment: Segment) -> Sequence[str]:
    """«информирование о порядке», «публикации», «уведомление о переадресации»."""
    if segment.action != "act.inform":
        return ()
    return ("information", "consultation") if _AND_CONSULTATION.search(segment.text) else ("information",)


def received_information(segment: Segment) -> Sequence[str]:
    """«получение информации и (или) консультации», «предоставление сведений»."""
    if segment.action not in ("act.receive", "act.give"):
        return ()
    if segment.first() == "act.consult":
        return ("consultation", "information") if _AND_INFORMATION.search(segment.text) else ("consultation",)
    if segment.first() != "act.inform":
        return ()
    if _AND_CONSULTATION.search(segment.text):
        return ("information", "consultation")
    outcome = len(segment.objects) > 1 and segment.objects[1].code == "obj.outcome"
    return ("result",) if outcome else ("information",)


def submission(segment: Segment) -> Sequence[str]:
    """«подача обращения, жалобы»; an answer or a result that is sent is a result."""
    if segment.action != "act.submit":
        return ()
    if segment.word in _SPEAKS and not _submissions(segment):
        return ("submission.appeal",)
    first = segment.first()
    if first == "act.inform":
        return _told_by_submission(segment)
    if first == "obj.content" and segment.word.startswith("размещ"):
        return ("information",)
    if first == "obj.content" and segment.objects[0].pattern == "проект":
        return ("submission.documents",)
    if first == "obj.forms":
        return next(((_SUBMISSIONS[hit.code],) for hit in segment.objects if hit.code in _SUBMISSIONS), ("forms",))
    if first == "obj.result" and segment.word in _CLIENT_GIVES:
        return _submissions(segment)
    codes = {
        "obj.result": "result",
        "obj.outcome": "result",
        "act.inspect": "inspection",
        "act.consult": "consultation",
    }
    return (codes[first],) if first in codes else _submissions(segment)


def _told_by_submission(segment: Segment) -> Sequence[str]:
    """«направление уведомления о результатах», «представление сведений о доходах», «размещение информации»."""
    if segment.has("obj.outcome"):
        return ("result",)
    return ("submission.documents",) if segment.word in _CLIENT_GIVES else ("information",)


def authority_receives(segment: Segment) -> Sequence[str]:
    """«получение жалобы» by the authority is a submission, «получение согласованной заявки» a result."""
    if segment.action != "act.receive" or segment.first() not in _SUBMISSIONS:
        return ()
    if _RETURNED.search(segment.text):
        return ("result",)
    return () if segment.first() in ("obj.documents", "obj.report") else _submissions(segment)


def given_documents(segment: Segment) -> Sequence[str]:
    """«предоставление документов», «оформление заявки» go to the authority, «выдача документов» to the client."""
    if segment.action != "act.give" or segment.first() not in _SUBMISSIONS:
        return ()
    made_out = segment.word.startswith("оформ") and segment.first() != "obj.documents"
    return ("result",) if segment.word in _HANDED and not made_out else _submissions(segment)


def result(segment: Segment) -> Sequence[str]:
    """«получение свидетельств», «выдача справки», «получение материальных ценностей»: what is got is the result."""
    if segment.action not in ("act.receive", "act.give"):
        return ()
    if segment.first() in ("obj.content", "obj.report") and not _is_draft(segment):
        return ("information",)
    handed = segment.action == "act.receive" or segment.word in _HANDED
    return ("result",) if handed or segment.first() in ("obj.result", "obj.outcome") else ()


def _is_draft(segment: Segment) -> bool:
    """«получение проекта договора»."""
    return [hit.code for hit in segment.objects[:2]] == ["obj.content", "obj.result"] and (
        segment.objects[0].pattern == "проект"
    )


def bare_object(segment: Segment) -> Sequence[str]:
    """«жалобой на решения», «аттестация в качестве эксперта», «контактные данные»: an object heads the need."""
    if segment.action or not segment.objects or segment.led:
        return ()
    code = segment.first()
    if code in _SUBMISSIONS and code != "obj.report":
        return _submissions(segment)
    return {
        "obj.result": ("result",),
        "obj.outcome": ("result",),
        "obj.content": ("information",),
        "obj.report": ("information",),
    }.get(code, ())


Rule = Callable[[Segment], Sequence[str]]

RULES: tuple[Rule, ...] = (
    appointment,
    redirection,
    forms,
    feedback,
    answer,
    questions,
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
