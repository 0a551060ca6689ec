"""A touchpoint in the making: quotes with their evidence, before it becomes public JSON."""

from dataclasses import dataclass, field
from typing import Literal

from normalizers.verbatim import Quote, Span, TextView

Origin = Literal["table", "list", "clause"]
Basis = Literal["declared", "definition", "type"]
STRENGTH: dict[str, int] = {"declared": 2, "definition": 1, "type": 0}


@dataclass(slots=True)
class NeedDraft:
    """One need: its words and categories."""

    quote: Quote
    categories: tuple[str, ...]


@dataclass(slots=True)
class ContactDraft:
    """Contacts as printed, each with where it stands; phones carry their E.164 value."""

    urls: list[Quote] = field(default_factory=list)
    emails: list[Quote] = field(default_factory=list)
    phones: list[tuple[str, Quote]] = field(default_factory=list)
    addresses: list[Quote] = field(default_factory=list)

    def is_empty(self) -> bool:
        """Whether no contact is known."""
        return not (self.urls or self.emails or self.phones or self.addresses)


@dataclass(slots=True)
class PlaceDraft:
    """One place as one designation gives it. ``spans`` is where that designation stands, ``also`` where others do."""

    annex: str
    origin: Origin
    name: Quote
    types: tuple[str, ...]
    spans: list[Span]
    clause: str | None = None
    section: Quote | None = None
    process: Quote | None = None
    number: Quote | None = None
    channels: tuple[str, ...] = ()
    basis: Basis = "type"
    needs: list[NeedDraft] = field(default_factory=list)
    features: Quote | None = None
    contacts: ContactDraft = field(default_factory=ContactDraft)
    accessibility: tuple[str, ...] = ()
    context: str | None = None
    clients: tuple[str, ...] = ()
    also: list[Span] = field(default_factory=list)
    group: str = ""
    contradicted: tuple[str, ...] = ()
    weak: bool = False
    view: TextView | None = None
    hours: Quote | None = None

    @property
    def start(self) -> int:
        """Where the designation begins in the source."""
        return min(span.start for span in self.spans)
