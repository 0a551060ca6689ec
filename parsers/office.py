"""RTF, ODT and DOC by LibreOffice: converted to DOCX in a folder of its own, then read as DOCX.

The program gets a private profile, a time limit and a process group of its own, which is killed when time is up or
when the process that asked for it is no more; it opens no window, no network, and writes nowhere but into that folder.
Macros of a document are never run.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from normalizers.errors import Reason, ReestrError
from parsers.document import Document
from parsers.guard import guarded
from parsers.limits import DEFAULT_LIMITS, Limits, within
from parsers.sniffing import Format

PROGRAMS = ("soffice", "libreoffice")
_FILTERS = {Format.RTF: "Rich Text Format", Format.ODT: "writer8", Format.DOC: "MS Word 97"}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}</oor:items>
"""
_ITEM = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_VALUES = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""No macros, no linked files, and a proxy that nobody answers on."""


def read_office(data: bytes, kind: Format, file: str, sha256: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read RTF, ODT or DOC.

    Raises :class:`ReestrError` with ``missing_tool``, ``timeout``, ``corrupt`` and whatever the reader of DOCX raises.
    """
    from parsers.docx.reader import read_docx

    within("file_bytes", len(data), limits.file_bytes)
    converted = to_docx(data, kind, limits)
    return replace(read_docx(converted, file, sha256, limits), format=str(kind))


def to_docx(data: bytes, kind: Format, limits: Limits) -> bytes:
    """The bytes of the DOCX that LibreOffice makes of a file."""
    program = _program()
    with tempfile.TemporaryDirectory(prefix="reestr-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"order.{kind}"
        source.write_bytes(data)
        _write_settings(folder)
        _convert(program, folder, source, kind, limits)
        made = folder / "out" / "order.docx"
        if not made.is_file():
            raise ReestrError(
                Reason.CORRUPT, f"LibreOffice cannot open the {kind.upper()}", "open it in Word and save it as DOCX"
            )
        within("file_bytes", made.stat().st_size, limits.file_bytes)
        return made.read_bytes()


def _program() -> str:
    for name in PROGRAMS:
        found = shutil.which(name)
        if found:
            return found
    raise ReestrError(
        Reason.MISSING_TOOL,
        "RTF, ODT and DOC are read through LibreOffice, which is not installed",
        "install the package libreoffice-writer (apt-get install libreoffice-writer), or save the order as DOCX",
    )


def _write_settings(folder: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        _SETTINGS.format(items="".join(_ITEM.format(*value) for value in _VALUES)), encoding="utf-8"
    )


def _convert(program: str, folder: Path, source: Path, kind: Format, limits: Limits) -> None:
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--invisible"),
        *([f"--infilter={_FILTERS[kind]}"] if _is_binary(source, kind) else []),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]
    process = subprocess.Popen(
        guarded(command),
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _wait(process, limits.seconds)


def _is_binary(source: Path, kind: Format) -> bool:
    """Whether the file is of the format's usual kind; flat XML is left to LibreOffice to tell."""
    with source.open("rb") as stream:
        return kind is Format.RTF or not stream.read(64).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def _environment(folder: Path) -> dict[str, str]:
    """Only what the program needs; nothing that leads to the user's home, display or the net."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ}
    nowhere = "http://127.0.0.1:9"
    return {**kept, "HOME": str(folder), "TMPDIR": str(folder), "http_proxy": nowhere, "https_proxy": nowhere}


def _wait(process: "subprocess.Popen[bytes]", seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise ReestrError(
            Reason.TIMEOUT, f"LibreOffice took longer than {seconds:g} s", "save the order as DOCX, or split it"
        ) from None
    finally:
        _end_group(process)


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    """Kill whatever of the process group is left."""
    if process.stdin:
        process.stdin.close()
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    process.wait()
