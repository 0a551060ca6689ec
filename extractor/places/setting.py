"""What surrounds a touchpoint: its annex, the channels that definitions declare, the contexts that titles give."""

from dataclasses import dataclass, field

from normalizers.clients import clients_of
from normalizers.contexts import context_of
from normalizers.touchpoint_types import types_of
from normalizers.verbatim import Quote

_OUTSIDE = frozenset({"public_services", "support_measures", "state_control", "appeals", "information_access"})


@dataclass(slots=True)
class Setting:
    """An annex as its places see it."""

    annex: str
    title: str
    defined_channels: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def context(self) -> str | None:
        """The context of the annex's title."""
        return context_of(self.title)

    @property
    def title_types(self) -> tuple[str, ...]:
        """The type that the title gives to items that name none ("Перечень мест личного приема")."""
        found = types_of(self.title)
        return () if found.weak else found.codes


def context_for(section: Quote | None, setting: Setting) -> str | None:
    """From the section, else from the annex's title."""
    return (context_of(section.text) if section else None) or setting.context


def clients_for(section: Quote | None, setting: Setting) -> tuple[str, ...]:
    """From the section, else the title; services, support, control, appeals and information say external."""
    if section is not None:
        said = clients_of(section.text)
        if said:
            return said
        context = context_of(section.text)
        if context in _OUTSIDE:
            return ("external",)
        if context is not None:
            return ("internal",)
    return clients_of(setting.title) or ("external",)
