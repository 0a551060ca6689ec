"""The package of a DOCX, opened by python-docx once it is known to be harmless: its parts and their relations."""

import lzma
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import IO, Any, NamedTuple, Self

from normalizers.errors import Reason, ReestrError
from parsers.docx.archive import refuse_hostile
from parsers.docx.xml import as_utf8, parse
from parsers.limits import Limits

_UNPACKING = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relation(NamedTuple):
    """One relationship: the last word of its type, and a part's name or, if ``external``, an address."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """Parts of an archive by name; names are found whatever their case or slashes."""

    def __init__(self, source: bytes | str | Path, limits: Limits) -> None:
        from docx.opc.phys_pkg import PhysPkgReader

        open_archive: Any = PhysPkgReader
        self._stream = _open(source)
        try:
            self._names = {_folded(name): name for name in refuse_hostile(self._stream, limits)}
        except ReestrError:
            self._stream.close()
            raise
        self._reader = open_archive(self._stream)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._reader.close()
        self._stream.close()

    def part(self, name: str) -> bytes | None:
        """An XML part in UTF-8, ``None`` where the archive has none of that name."""
        from docx.opc.packuri import PackURI

        actual = self._names.get(_folded(name))
        if actual is None:
            return None
        try:
            blob: bytes = self._reader.blob_for(PackURI("/" + actual))
        except NotImplementedError:
            raise ReestrError(
                Reason.UNSUPPORTED, f"{name} is packed in an unknown way", "save it in Word again"
            ) from None
        except _UNPACKING as error:
            raise ReestrError(Reason.CORRUPT, f"{name} does not unpack: {error}", "get the file again") from None
        return as_utf8(blob, name)

    def relations(self, name: str) -> list[Relation]:
        """Relationships of a part; of the package itself for ``""``."""
        from docx.opc.packuri import PackURI

        base = PackURI("/" + name)
        blob = self.part(base.rels_uri.membername)
        if blob is None:
            return []
        found = []
        for item in parse(blob, base.rels_uri.membername).iter(_RELATIONS):
            external = item.get("TargetMode") == "External"
            target = item.get("Target") or ""
            if not external:
                target = PackURI.from_rel_ref(base.baseURI, target.replace("\\", "/")).membername
            found.append(Relation(item.get("Id") or "", (item.get("Type") or "").rpartition("/")[2], target, external))
        return found

    def main_part(self) -> str:
        """Name of the part that holds the document, whatever dialect or macro flavour it has."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and _folded(relation.target) in self._names:
                return relation.target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        advice = "convert it to DOCX with LibreOffice" if "mimetype" in self._names else "save the order as DOCX"
        raise ReestrError(Reason.UNSUPPORTED, "the archive is no Word document", advice)


def _open(source: bytes | str | Path) -> IO[bytes]:
    if isinstance(source, bytes):
        return BytesIO(source)
    try:
        return Path(source).open("rb")
    except OSError as error:
        raise ReestrError(
            Reason.UNREADABLE, f"cannot open the file: {error.strerror}", "check its name and rights"
        ) from None


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
