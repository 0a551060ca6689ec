"""Parts of a structure to public annexes."""

import re

from extractor.codes import AnnexKind
from extractor.items.clauses import clauses_to_items
from extractor.items.order import signatory_to_item
from extractor.items.sources import Locator, spans_of, text_of
from extractor.registry import Annex, Approval
from parsers.structure import Part, Stamp

_KINDS = (
    ("form", re.compile(r"^\W*(?:примерная |типовая |рекомендуемая )?(?:форма|бланк|образец|анкета)\b", re.IGNORECASE)),
    ("methodology", re.compile(r"^\W*(?:\w+\s){0,2}?(?:методик|методическ)", re.IGNORECASE)),
    (
        "list",
        re.compile(
            r"^\W*(?:\w+\s+(?:и\s+\w+\s+)?){0,3}?(?:перечень|список|реестр|номенклатура|каталог)\b", re.IGNORECASE
        ),
    ),
    (
        "procedure",
        re.compile(
            r"^\W*(?:\w+\s+(?:и\s+\w+\s+)?){0,3}?(?:порядок|регламент|положение|правила|инструкция|алгоритм|стандарт)\b",
            re.IGNORECASE,
        ),
    ),
)


def part_to_annex(part: Part, blank_form: bool, locator: Locator) -> Annex:
    """The public annex of a part; ``blank_form`` tells that its only tables are forms to fill in."""
    stamp = part.stamp
    signatory = part.signatory
    quotes = {
        "/title": part.title,
        "/number": stamp.annex_number if stamp else None,
        "/approval/text": stamp.text if stamp else None,
        "/approval/number": stamp.number if stamp else None,
        "/signatory/name": signatory.name if signatory else None,
        "/signatory/position": signatory.position if signatory else None,
    }
    return Annex(
        source=locator.source(part.start, part.end),
        spans=spans_of(quotes),
        id=part.id,
        number=text_of(stamp.annex_number) if stamp else None,
        kind=AnnexKind.FORM if part.form or blank_form else kind_of(part.title.text if part.title else ""),
        title=text_of(part.title),
        approval=_approval(stamp),
        signatory=signatory_to_item(signatory),
        clauses=clauses_to_items(part.clauses, locator),
    )


def kind_of(title: str) -> AnnexKind:
    """The kind of an annex by its title.

    >>> [str(kind_of(t)) for t in ("Порядок ведения перечня точек", "Единый перечень точек", "Методика оценки")]
    ['procedure', 'list', 'methodology']
    """
    found = [(match.end(), kind) for kind, pattern in _KINDS if (match := pattern.match(title))]
    return AnnexKind(min(found)[1]) if found else AnnexKind.OTHER


def _approval(stamp: Stamp | None) -> Approval | None:
    if stamp is None or not stamp.text.text:
        return None
    return Approval(text=stamp.text.text, number=text_of(stamp.number), date=stamp.date)
