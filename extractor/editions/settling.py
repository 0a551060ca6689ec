"""The ids of a whole folder of registries brought from edition to edition, after all were extracted.

Only orders in which something changed are opened, one at a time, two registries of it at a time. A registry that is
about to be written is noted as doubtful first: a build that is killed here is mended by the next one.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from extractor.attempts import Failure
from extractor.building.state import DOUBTFUL_IDS, OWN_IDS, Entry, Journal
from extractor.canonical import to_json
from extractor.editions.carrying import Carried, Item, carry, with_ids
from extractor.editions.descent import wanted_descents
from extractor.editions.grouping import Order, lines_to_orders
from extractor.outputs.folder import OutputFolder
from normalizers.errors import Reason, ReestrError


def settle_ids(folder: OutputFolder, entries: Sequence[Entry]) -> tuple[list[Entry], list[Failure]]:
    """The entries as their registries are in the end, and a failure for each registry that cannot be read.

    Raises :class:`ReestrError` (``output``) where nothing can be written.
    """
    known = {entry.file: entry for entry in entries}
    restless = [(order, wanted) for order in _orders(entries) if (wanted := _unsettled(order, known))]
    failures: list[Failure] = []
    if restless:
        with Journal(folder.root) as journal:
            for order, wanted in restless:
                settling = _Settling(folder, journal, known, wanted)
                settling.order(order)
                failures.extend(settling.failures)
    return [known[entry.file] for entry in entries], failures


def _orders(entries: Sequence[Entry]) -> list[Order]:
    return lines_to_orders(entry.line for entry in entries)


def _unsettled(order: Order, known: Mapping[str, Entry]) -> dict[str, str]:
    """Where the ids of each source should come from; nothing where all do."""
    if len(order.editions) == 1 and all(known[file].descent.carried == OWN_IDS for file in order.files):
        return {}
    wanted = wanted_descents(order, known)
    return {} if all(known[file].descent.carried == wanted[file] for file in order.files) else wanted


@dataclass
class _Settling:
    """One order at work; ``known`` is brought up to date as registries are written."""

    folder: OutputFolder
    journal: Journal
    known: dict[str, Entry]
    wanted: Mapping[str, str]
    failures: list[Failure] = field(default_factory=list)

    def order(self, order: Order) -> None:
        """Edition by edition; where one cannot be read, it and those after it stay as they are."""
        before: Carried | None = None
        try:
            for place, edition in enumerate(order.editions):
                head, *others = (line["file"] for line in edition.lines)
                now = self._settle(head, before)
                for file in others:
                    if self.known[file].descent.carried != self.wanted[file]:
                        self._settle(file, now if place else None)
                before = now
        except ReestrError as error:
            if error.reason is Reason.OUTPUT:
                raise
            self.failures.append(Failure(head, error.reason, error.message, error.advice))

    def _settle(self, file: str, before: Carried | None) -> Carried:
        """A registry with the ids that it should have, written where it has others."""
        entry = self.known[file]
        data, registry = self._read(entry)
        carried = carry(before, registry)
        if entry.descent.carried == self.wanted[file]:
            return carried
        if carried.ids != [item["id"] for item in registry["touchpoints"]]:
            carried.registry = with_ids(registry, carried.ids)
            text = to_json(carried.registry)
            data = text.encode("utf-8", "backslashreplace")
            self._note(entry, DOUBTFUL_IDS)
            self.folder.write(PurePath(entry.output), text)
        line = {**entry.line, "registry_sha256": hashlib.sha256(data).hexdigest()}
        self._note(replace(entry, size=len(data), line=line), self.wanted[file])
        return carried

    def _note(self, entry: Entry, carried: str) -> None:
        noted = replace(entry, descent=entry.descent._replace(carried=carried))
        self.known[entry.file] = noted
        self.journal.add(noted)

    def _read(self, entry: Entry) -> tuple[bytes, Item]:
        path = self.folder.root / entry.output
        try:
            data = path.read_bytes()
            registry = json.loads(data)
            registry["touchpoints"], registry["annexes"]
            return data, registry
        except OSError as error:
            raise ReestrError(Reason.UNREADABLE, f"cannot read {path}: {error.strerror}", "build again") from error
        except (ValueError, KeyError, TypeError) as error:
            raise ReestrError(Reason.BAD_DATA, f"{path} holds no registry", "build with --verify") from error
