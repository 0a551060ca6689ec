"""Tesseract, called once for many pictures: pictures in, words with their places and confidence out."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from normalizers.errors import Reason, ReestrError
from parsers.ocr.image import Grey

PROGRAM = "tesseract"
LANGUAGES = ("rus", "eng")
ONE_BLOCK, ONE_LINE = 6, 7
"""Modes of page segmentation: what a picture holds."""
_INSTALL = "install the packages tesseract-ocr and tesseract-ocr-rus (apt-get install tesseract-ocr tesseract-ocr-rus)"
_SECONDS = 240
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_CONFIDENCE = re.compile(r"x_wconf (\d+)")
_ROTATE = re.compile(r"^Rotate: (\d+)", re.MULTILINE)


class Seen(NamedTuple):
    """A word in pixels of its picture: ``size`` and ``base`` are those of its line; confidence from 0 to 1.

    ``line`` counts the lines of its picture, ``region`` the pictures of its page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    confidence: float
    line: int = 0
    region: int = 0


def require_tesseract() -> str:
    """The program, if it is installed with Russian data."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise ReestrError(Reason.MISSING_TOOL, "scanned pages are read by Tesseract, which is not installed", _INSTALL)
    if "rus" not in known_languages(program):
        raise ReestrError(Reason.MISSING_TOOL, "Tesseract has no Russian data", _INSTALL)
    return program


@cache
def known_languages(program: str) -> frozenset[str]:
    """The languages whose data are installed."""
    return frozenset(_run([program, "--list-langs"]).split())


def see_words(pictures: Sequence[Grey], mode: int, dots: float, wanted: Sequence[str] = LANGUAGES) -> list[list[Seen]]:
    """The words of each picture; ``mode`` is Tesseract's page segmentation mode."""
    return [
        [word for number, line in enumerate(page.iterfind(".//{*}p/{*}span")) for word in _line_words(line, number)]
        for page in _see(pictures, mode, dots, wanted)
    ]


def _see(pictures: Sequence[Grey], mode: int, dots: float, wanted: Sequence[str]) -> list[Any]:
    """The pages of Tesseract's hOCR, one for each picture."""
    if not pictures:
        return []
    program = require_tesseract()
    known = known_languages(program)
    languages = "+".join(language for language in wanted if language in known) or LANGUAGES[0]
    with tempfile.TemporaryDirectory(prefix="reestr-", ignore_cleanup_errors=True) as name:
        listed = _write(pictures, Path(name))
        command = [program, str(listed), "stdout", "-l", languages, "--psm", str(mode), "--dpi", f"{dots:.0f}"]
        found = _run([*command, "hocr"])
    pages = _pages(found)
    if len(pages) != len(pictures):
        raise ReestrError(Reason.CORRUPT, "Tesseract cannot read the picture of a page", "scan the order again")
    return pages


def quarter_turns(picture: Grey, dots: float) -> int:
    """By how many quarters to the right a page has to be turned to stand upright; 0 if that cannot be told."""
    program = require_tesseract()
    if "osd" not in known_languages(program):
        return 0
    with tempfile.TemporaryDirectory(prefix="reestr-", ignore_cleanup_errors=True) as name:
        _write([picture], Path(name))
        found = _ROTATE.search(
            _run([program, str(Path(name, "0.pgm")), "stdout", "--psm", "0", "--dpi", f"{dots:.0f}"], refuse=False)
        )
    return int(found[1]) // 90 % 4 if found else 0


def _write(pictures: Sequence[Grey], folder: Path) -> Path:
    """Pictures as files, and the list of them."""
    paths = []
    for index, picture in enumerate(pictures):
        path = folder / f"{index}.pgm"
        height, width = picture.shape
        path.write_bytes(f"P5 {width} {height} 255\n".encode() + picture.tobytes())
        paths.append(str(path))
    listed = folder / "pictures.txt"
    listed.write_text("\n".join(paths) + "\n", encoding="utf-8")
    return listed


def _run(command: Sequence[str], refuse: bool = True) -> str:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReestrError(
            Reason.TIMEOUT, f"a page took Tesseract longer than {_SECONDS} s", "scan it at 300 dots per inch"
        ) from None
    except OSError as error:
        raise ReestrError(Reason.MISSING_TOOL, f"Tesseract does not start: {error.strerror}", _INSTALL) from error
    if refuse and done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ReestrError(Reason.CORRUPT, f"Tesseract failed: {said[-1] if said else done.returncode}", _INSTALL)
    return done.stdout.decode("utf-8", "replace")


def _pages(hocr: str) -> list[Any]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return list(etree.fromstring(hocr.encode(), parser).iterfind(".//{*}div[@class='ocr_page']"))


def _line_words(line: Any, number: int) -> list[Seen]:
    title = line.get("title", "")
    box, baseline, size = _BOX.search(title), _BASELINE.search(title), _SIZE.search(title)
    if not box:
        return []
    left, bottom = float(box[1]), float(box[4])
    slope, offset = (float(baseline[1]), float(baseline[2])) if baseline else (0.0, 0.0)
    height = float(size[1]) if size else bottom - float(box[2])
    found = []
    for word in line.iterfind("{*}span[@class='ocrx_word']"):
        place, sure = _BOX.search(word.get("title", "")), _CONFIDENCE.search(word.get("title", ""))
        text = "".join(word.itertext()).strip()
        if place and text:
            x0, top, x1, low = (float(each) for each in place.groups())
            base = bottom + offset + slope * ((x0 + x1) / 2 - left)
            found.append(Seen(text, x0, top, x1, low, base, height, float(sure[1]) / 100 if sure else 0.0, number))
    return found
