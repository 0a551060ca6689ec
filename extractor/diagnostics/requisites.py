"""Requisites that are missing, or that contradict each other."""

from collections.abc import Iterator

from extractor.diagnostics.case import Case, Finding


def missing_requisites(case: Case) -> Iterator[Finding]:
    """An order without number, date, authority or region cannot be named for certain."""
    order = case.order
    missing = [
        name
        for name, value in (
            ("authority", order.authority),
            ("region", order.region),
            ("number", order.number),
            ("date", order.date),
        )
        if value is None
    ]
    if missing:
        yield Finding("missing_requisites", "warning", f"the source does not say: {', '.join(missing)}")


def requisites_mismatch(case: Case) -> Iterator[Finding]:
    """The head of the order and the stamp of an annex disagree; the head wins."""
    if case.structure.order is None:
        return
    order = case.order
    for annex in case.structure.annexes:
        stamp = annex.stamp
        if stamp is None or stamp.of_annex:
            continue
        parts = []
        if stamp.number and order.number and stamp.number.text.casefold() != order.number.casefold():
            parts.append(f"number {stamp.number.text} against {order.number}")
        if stamp.date and order.date and stamp.date != order.date:
            parts.append(f"date {stamp.date} against {order.date}")
        if parts:
            place = (stamp.text.spans[0].start, stamp.text.spans[-1].end)
            message = f"the stamp of {annex.id} and the head of the order disagree: {'; '.join(parts)}"
            yield Finding("requisites_mismatch", "warning", message, place, annex.id)
