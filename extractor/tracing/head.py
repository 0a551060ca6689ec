"""Steps of the order's requisites, its annexes and what is no part of it."""

from collections.abc import Iterator

from extractor.registry import Registry
from extractor.tracing.steps import Step, quoted_steps
from parsers.document import Document

_ORDER = {"authority": "parsers.requisites, normalizers.authority", "signatory": "parsers.signatures"}
_ANNEX = {"title": "parsers.annex_heads", "signatory": "parsers.signatures"}


def order_steps(registry: Registry) -> Iterator[Step]:
    """What names the order; values that stand nowhere in the text (date, region) are given where its head stands."""
    order = registry.order
    yield from quoted_steps("/order", order, _ORDER, "parsers.requisites")
    if order.source is not None:
        place = order.source.start, order.source.end
        yield Step(*place, "/order/kind", str(order.kind), "parsers.requisites")
        yield Step(*place, "/order/date", str(order.date), "normalizers.dates")
        if order.region is not None:
            yield Step(*place, "/order/region", f"{order.region.code} {order.region.name}", "normalizers.regions")


def annex_steps(registry: Registry) -> Iterator[Step]:
    """Bounds, kind and head of each annex."""
    for index, annex in enumerate(registry.annexes):
        pointer = f"/annexes/{index}"
        yield Step(annex.source.start, annex.source.end, pointer, f"{annex.id}: {annex.kind}", "parsers.parts")
        yield from quoted_steps(pointer, annex, _ANNEX, "parsers.requisites")


def mark_steps(document: Document) -> Iterator[Step]:
    """Banners, page numbers, notes of editors."""
    for mark in document.marks:
        yield Step(mark.span.start, mark.span.end, "mark", f"{mark.name}: {mark.text}", f"parsers: {mark.name}")
