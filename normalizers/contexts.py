"""What a section, a caption or an annex is about, from its title.

Source: registry contract, version 1, section "Touchpoint"; data: ``contexts.toml``. Words for internal clients go
before all others and the more exact of them before the general one; else the first context of the title counts, and the
name of an authority tells none ("Инспекция государственного строительного надзора").

>>> context_of("Взаимодействие с внутренним клиентом по вопросам информационно-технического обеспечения")
'internal_it'
>>> context_of("Региональный государственный строительный надзор"), context_of("Рассмотрение обращений и запросов")
('state_control', 'appeals')
>>> context_of("Порядок работы Министерства социальной поддержки с клиентами") is None
True
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from normalizers.clients import clients_of
from normalizers.language import Analysis, analyse
from normalizers.taxonomy import Entry, Hit, Taxonomy, load_entries

_DATA = Path(__file__).with_name("contexts.toml")
_EXACT = ("internal_it", "internal_admin")
_BODIES = frozenset(
    {
        "министерство",
        "департамент",
        "комитет",
        "управление",
        "служба",
        "инспекция",
        "агентство",
        "администрация",
        "отдел",
        "сектор",
        "палата",
        "учреждение",
        "госинспекция",
        "главк",
        "дирекция",
        "центр",
        "фонд",
    }
)
_OF_BODY = frozenset({"по", "в", "за"})
_REACH = 4


@cache
def entries() -> tuple[Entry, ...]:
    """The taxonomy as the data file has it."""
    return load_entries(_DATA, ("weak",))


@cache
def _strong() -> Taxonomy:
    return Taxonomy(entries())


@cache
def _weak() -> Taxonomy:
    return Taxonomy(entries(), "weak")


@lru_cache(4096)
def context_of(text: str) -> str | None:
    """The context that a title tells, ``None`` where it tells none."""
    analysis = analyse(text[:1000])
    hits = [hit for hit in _strong().hits(analysis) if hit.code != "skip" and not _names_body(hit, analysis)]
    inner = [hit.code for hit in hits if hit.code in (*_EXACT, "internal")]
    clients = clients_of(text)
    if (inner or clients == ("internal",)) and "external" not in clients:
        inner += [hit.code for hit in _weak().hits(analysis)]
        return next((code for code in inner if code in _EXACT), "internal")
    return next((hit.code for hit in hits if hit.code not in inner), None)


def _names_body(hit: Hit, analysis: Analysis) -> bool:
    """Whether the words belong to the name of an authority: "Комитет по государственному контролю"."""
    before: Sequence[str] = [analysis.lemma(index) for index in range(max(0, hit.first - _REACH), hit.first)]
    if not before:
        return False
    if before[-1] in _BODIES:
        return True
    return any(word in _BODIES and link in _OF_BODY for word, link in pairwise(before))
