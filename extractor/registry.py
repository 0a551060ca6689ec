"""The public JSON of a registry: models equal to the registry contract, version 1.

Keys and codes are a contract with downstream systems; values quoted from an order stay verbatim. ``spans`` maps a
JSON pointer within the item to the places of the reader's text that, cut out and joined with a space, give the value.
"""

from typing import Annotated, Final, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from extractor.codes import (
    Accessibility,
    AnnexKind,
    Channel,
    Client,
    Context,
    NeedCategory,
    OrderKind,
    ProvisionKind,
    ReferenceKind,
    SourceFormat,
    TouchpointType,
)

SCHEMA_VERSION: Final = "1.0"

Span = tuple[int, int]
Spans = dict[str, list[Span]]


def _is_missing(value: object) -> bool:
    return value is None


Missing = Field(default=None, exclude_if=_is_missing)
"""A key that a format does not have; it is left out, not ``null``."""


class Model(BaseModel):
    """Immutable, with no key but those declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=True)


IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Source(Model):
    """Where an item stands: characters of the reader's text, with lines, page or block where the format has them."""

    start: int
    end: int
    lines: Span | None = Missing
    page: int | None = Missing
    block: int | None = Missing


class Item(Protocol):
    """Any public item with its own place in the source."""

    @property
    def source(self) -> Source | None:
        """Where it stands."""

    @property
    def spans(self) -> Spans:
        """Where its verbatim values stand, by JSON pointer."""


class SourceFile(Model):
    """The file that was read."""

    file: str
    format: SourceFormat
    sha256: str
    encoding: str | None = Missing
    characters: int
    pages: int | None = Missing


class Authority(Model):
    """The authority: its name in the nominative, and its words as the source prints them."""

    name: str
    text: str


class Region(Model):
    """A subject of the Federation: code of the State Address Registry, name of article 65 of the Constitution."""

    code: Annotated[str, Field(pattern=r"^\d{2}$")]
    name: str


class Signatory(Model):
    """Who signed."""

    name: str
    position: str | None


class Clause(Model):
    """A unit of text with its own number or place; ``text`` leaves the children out."""

    id: str
    marker: str
    heading: str | None
    text: str
    children: "list[Clause]"
    source: Source
    spans: Spans = Field(default_factory=dict)


class Order(Model):
    """The act itself. ``source`` is its head (or the stamp that gives the requisites), ``null`` where there is none."""

    kind: OrderKind
    authority: Authority | None
    region: Region | None
    number: str | None
    date: IsoDate | None
    place: str | None
    title: str | None
    signatory: Signatory | None
    clauses: list[Clause]
    source: Source | None = None
    spans: Spans = Field(default_factory=dict)


class Approval(Model):
    """The approval stamp of an annex."""

    text: str
    number: str | None
    date: IsoDate | None


class Annex(Model):
    """An annex of the order, or an appendix of an annex."""

    id: str
    number: str | None
    kind: AnnexKind
    title: str | None
    approval: Approval | None
    signatory: Signatory | None
    clauses: list[Clause]
    source: Source
    spans: Spans = Field(default_factory=dict)


class Need(Model):
    """One thing that a client does at a touchpoint."""

    text: str
    categories: list[NeedCategory]
    source: Source
    spans: Spans = Field(default_factory=dict)


class Contacts(Model):
    """Addresses of a touchpoint: URLs and e-mails as printed, phones in E.164, postal addresses verbatim."""

    urls: list[str] = Field(default_factory=list)
    emails: list[str] = Field(default_factory=list)
    phones: list[str] = Field(default_factory=list)
    addresses: list[str] = Field(default_factory=list)


class Touchpoint(Model):
    """One place where a client meets the authority, as the order lists it."""

    id: str
    annex: str
    clause: str | None
    origin: Literal["table", "list", "clause"]
    section: str | None
    context: Context | None
    clients: list[Client]
    number: str | None
    process: str | None
    name: str
    types: list[TouchpointType]
    channels: list[Channel]
    channel_basis: Literal["declared", "definition", "type"]
    needs: list[Need]
    features: str | None
    accessibility: list[Accessibility]
    contacts: Contacts
    source: Source
    spans: Spans = Field(default_factory=dict)
    also: list[Source] = Field(default_factory=list)


class Definition(Model):
    """A term and what the order says it means."""

    term: str
    text: str
    source: Source
    spans: Spans = Field(default_factory=dict)


class Opening(Model):
    """Opening hours of some days; closed days by absence."""

    days: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]]
    opens: str
    closes: str
    breaks: list[tuple[str, str]] = Field(default_factory=list)


class Duration(Model):
    """A term of time: ISO 8601 duration, calendar or working days, the event it runs from."""

    duration: str
    days: Literal["calendar", "working"] | None = None
    after: str | None = None


class YearlyDate(Model):
    """A date that comes round: ``--12-31``."""

    by: str
    every: Literal["month", "quarter", "year"]


class Limit(Model):
    """A greatest number of units."""

    max: int
    unit: str


class Frequency(Model):
    """How often a thing is done."""

    every: Literal["day", "week", "month", "quarter", "half_year", "year"]


class Responsible(Model):
    """Units or positions with a duty, verbatim."""

    who: list[str]


ProvisionValue = list[Opening] | Duration | YearlyDate | Limit | Frequency | Responsible


class Provision(Model):
    """A rule of the order around its touchpoints; ``clause`` is ``null`` for a table that stands in no clause."""

    kind: ProvisionKind
    clause: str | None
    text: str
    value: ProvisionValue | None
    touchpoint: str | None
    source: Source
    spans: Spans = Field(default_factory=dict)


class Reference(Model):
    """A mention of another document."""

    text: str
    kind: ReferenceKind
    number: str | None
    date: IsoDate | None
    title: str | None
    authority: str | None
    source: Source
    spans: Spans = Field(default_factory=dict)


class Diagnostic(Model):
    """What the reader of a registry should look at."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    source: Source | None = None
    item: str | None = None


class CoverageCharacters(Model):
    """Non-blank characters of the source: all, and those assigned to something."""

    total: int
    assigned: int


class Coverage(Model):
    """What of the source belongs to something; the rest is listed."""

    characters: CoverageCharacters
    unassigned: list[Source]


class Registry(Model):
    """One source, one registry."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    source: SourceFile
    order: Order
    annexes: list[Annex]
    touchpoints: list[Touchpoint]
    definitions: list[Definition]
    provisions: list[Provision]
    references: list[Reference]
    diagnostics: list[Diagnostic]
    coverage: Coverage
